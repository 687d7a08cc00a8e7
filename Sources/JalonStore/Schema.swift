/// The tables, by shipped migration: a shipped one never changes and names no application type.
package import SQL

package let schema: [SQLMigration] = [
    foundation,
    qualityRules,
    actionLife,
    views,
    assessments,
    savedViews,
    bulkChanges,
    templates,
    administration,
    committeeCadence,
    fewActions,
    snapshots,
    versions,
    committees,
    meetings,
    feeds,
    publications,
    mail,
    indicators,
    agendaOfIndicators,
    computedIndicators,
    comparedPromises,
    objectives,
    gains,
    means,
    ranking,
    scenarios,
]

/// Every table but those of accounts carries its organisation; numbers grow within it, under its write lock.
private let foundation = SQLMigration(
    "foundation",
    [
        """
        CREATE TABLE organisation (
            id BIGINT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, time_zone TEXT NOT NULL, created_at TEXT NOT NULL)
        """,
        // Accounts belong to the installation: the same person may be a member of several organisations.
        """
        CREATE TABLE account (
            id BIGINT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password_hash TEXT NOT NULL, created_at TEXT NOT NULL)
        """,
        "CREATE TABLE session (token_hash TEXT PRIMARY KEY, account_id BIGINT NOT NULL REFERENCES account, expires_at TEXT NOT NULL)",
        "CREATE TABLE sign_in_failure (subject TEXT PRIMARY KEY, failures BIGINT NOT NULL, retry_at TEXT NOT NULL)",
        "CREATE TABLE setup_link (token_hash TEXT PRIMARY KEY, expires_at TEXT NOT NULL)",
        """
        CREATE TABLE party (
            organisation_id BIGINT NOT NULL REFERENCES organisation, id BIGINT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'position', 'unit')), name TEXT NOT NULL CHECK (name <> ''),
            name_key TEXT NOT NULL, unit_id BIGINT, position_id BIGINT, has_piloted BOOLEAN NOT NULL,
            PRIMARY KEY (organisation_id, id), UNIQUE (organisation_id, kind, name_key),
            FOREIGN KEY (organisation_id, unit_id) REFERENCES party, FOREIGN KEY (organisation_id, position_id) REFERENCES party)
        """,
        "CREATE INDEX party_who_piloted ON party (organisation_id, has_piloted, name_key, id)",
        """
        CREATE TABLE member (
            organisation_id BIGINT NOT NULL REFERENCES organisation, account_id BIGINT NOT NULL REFERENCES account,
            role TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator', 'pilot', 'reader', 'auditor')), party_id BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, account_id), FOREIGN KEY (organisation_id, party_id) REFERENCES party)
        """,
        """
        CREATE TABLE catalogue (
            organisation_id BIGINT NOT NULL REFERENCES organisation, id BIGINT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
            published_on TEXT, title TEXT NOT NULL, title_en TEXT, imported_at TEXT NOT NULL, practices BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, id), UNIQUE (organisation_id, name, version))
        """,
        """
        CREATE TABLE theme (
            organisation_id BIGINT NOT NULL, catalogue_id BIGINT NOT NULL, id TEXT NOT NULL, position BIGINT NOT NULL,
            title TEXT NOT NULL, title_en TEXT,
            PRIMARY KEY (organisation_id, catalogue_id, id), FOREIGN KEY (organisation_id, catalogue_id) REFERENCES catalogue)
        """,
        """
        CREATE TABLE practice (
            organisation_id BIGINT NOT NULL, catalogue_id BIGINT NOT NULL, id TEXT NOT NULL, position BIGINT NOT NULL, theme TEXT NOT NULL,
            title TEXT NOT NULL, title_en TEXT, priority TEXT NOT NULL CHECK (priority IN ('priority', 'recommended', 'further')),
            difficulty TEXT CHECK (difficulty IN ('easy', 'medium', 'hard')), document TEXT NOT NULL,
            PRIMARY KEY (organisation_id, catalogue_id, id),
            FOREIGN KEY (organisation_id, catalogue_id, theme) REFERENCES theme)
        """,
        """
        CREATE TABLE plan (
            organisation_id BIGINT NOT NULL REFERENCES organisation, number BIGINT NOT NULL, version BIGINT NOT NULL,
            title TEXT NOT NULL CHECK (title <> ''), starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, purpose TEXT NOT NULL,
            common_objectives TEXT NOT NULL, catalogue_id BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'validated', 'communicated', 'closed')),
            validated_on TEXT, validated_by TEXT, validator TEXT, communicated_on TEXT, audience TEXT, channels TEXT, proof TEXT,
            PRIMARY KEY (organisation_id, number), CHECK (ends_on >= starts_on),
            FOREIGN KEY (organisation_id, catalogue_id) REFERENCES catalogue)
        """,
        """
        CREATE TABLE axis (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, position BIGINT NOT NULL,
            title TEXT NOT NULL CHECK (title <> ''), theme TEXT, PRIMARY KEY (organisation_id, plan, number),
            FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        // The columns from `level` on repeat what the path and the lists of the action say, so that a list reads one row each.
        """
        CREATE TABLE action (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, version BIGINT NOT NULL,
            label TEXT NOT NULL CHECK (label <> ''), description TEXT NOT NULL, axis BIGINT, identified_on TEXT, implemented_on TEXT,
            difficulty TEXT CHECK (difficulty IN ('easy', 'medium', 'hard')), impact BIGINT CHECK (impact BETWEEN 1 AND 5),
            effort BIGINT CHECK (effort BETWEEN 1 AND 5), cost BIGINT CHECK (cost >= 0),
            visibility TEXT NOT NULL CHECK (visibility IN ('public', 'internal')), archived BOOLEAN NOT NULL,
            level BIGINT NOT NULL, progress BIGINT NOT NULL, percent BIGINT, pilot_id BIGINT, planned_start TEXT, baseline TEXT, due TEXT,
            priority BIGINT NOT NULL, awaits_decision BOOLEAN NOT NULL, stopped BOOLEAN NOT NULL, closed BOOLEAN NOT NULL,
            has_indicator BOOLEAN NOT NULL, changed_at TEXT NOT NULL,
            due_key \(SQLQuery.sortableText) NOT NULL, label_key \(SQLQuery.sortableText) NOT NULL,
            pilot_key \(SQLQuery.sortableText) NOT NULL, axis_key BIGINT NOT NULL, search TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, number), FOREIGN KEY (organisation_id, plan) REFERENCES plan,
            FOREIGN KEY (organisation_id, plan, axis) REFERENCES axis, FOREIGN KEY (organisation_id, pilot_id) REFERENCES party)
        """,
        // The usual order carries what the list filters by: a row that does not fit is passed without being read.
        """
        CREATE INDEX action_by_due ON action (organisation_id, plan, archived, due_key, number, axis, level, progress, priority, pilot_id,
            awaits_decision, closed)
        """,
        "CREATE INDEX action_by_label ON action (organisation_id, plan, archived, label_key, number)",
        "CREATE INDEX action_by_pilot ON action (organisation_id, plan, archived, pilot_key, number)",
        "CREATE INDEX action_by_axis ON action (organisation_id, plan, archived, axis_key, number)",
        "CREATE INDEX action_by_level ON action (organisation_id, plan, archived, level, number)",
        "CREATE INDEX action_by_progress ON action (organisation_id, plan, archived, progress, number)",
        "CREATE INDEX action_by_priority ON action (organisation_id, plan, archived, priority, number)",
        // Where a plan stands is counted from this index alone.
        """
        CREATE INDEX action_tally ON action (organisation_id, plan, archived, axis, level, progress, stopped, due, pilot_id, closed,
            has_indicator, awaits_decision)
        """,
        "CREATE INDEX action_of_pilot ON action (organisation_id, pilot_id, plan, archived)",
        """
        CREATE TABLE stage (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, position BIGINT NOT NULL,
            level TEXT NOT NULL CHECK (level IN ('reflection', 'experimentation', 'implementation')),
            phase TEXT NOT NULL CHECK (phase IN ('ended', 'current', 'planned')), pilot_id BIGINT, planned_start TEXT, baseline TEXT,
            forecast TEXT, slippage_reason TEXT NOT NULL, progress TEXT NOT NULL CHECK (progress IN ('toDo', 'inProgress', 'done')),
            percent BIGINT CHECK (percent BETWEEN 0 AND 100), started_on TEXT, done_on TEXT, mobilised TEXT NOT NULL,
            deliverable TEXT NOT NULL, method TEXT NOT NULL, result TEXT NOT NULL,
            commitment TEXT CHECK (commitment IN ('monitoring', 'development', 'improvement')),
            outcome TEXT CHECK (outcome IN ('generalise', 'experiment', 'extend', 'stop', 'goBack')), decided_by TEXT, decided_on TEXT,
            meeting TEXT, decision_reason TEXT,
            PRIMARY KEY (organisation_id, plan, action, position), FOREIGN KEY (organisation_id, plan, action) REFERENCES action,
            FOREIGN KEY (organisation_id, pilot_id) REFERENCES party,
            CHECK ((phase = 'ended') = (outcome IS NOT NULL)), CHECK (percent IS NULL OR progress = 'inProgress'))
        """,
        // Whom an action or one of its stages concerns; stage -1 is the action as a whole.
        """
        CREATE TABLE action_party (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, stage BIGINT NOT NULL,
            part TEXT NOT NULL CHECK (part IN ('contributor', 'perimeter')), position BIGINT NOT NULL, party_id BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, plan, action, stage, part, position),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action, FOREIGN KEY (organisation_id, party_id) REFERENCES party)
        """,
        """
        CREATE TABLE action_practice (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, position BIGINT NOT NULL, practice TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, action, position), UNIQUE (organisation_id, plan, action, practice),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        "CREATE INDEX action_practice_by_practice ON action_practice (organisation_id, plan, practice)",
        """
        CREATE TABLE milestone (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, position BIGINT NOT NULL,
            title TEXT NOT NULL CHECK (title <> ''), due TEXT, reached_on TEXT, PRIMARY KEY (organisation_id, plan, action, position),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        """
        CREATE TABLE evidence (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, position BIGINT NOT NULL,
            title TEXT NOT NULL, link TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, action, position),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        // The short sentences of an action: qualitative objectives, indicators in words, tags.
        """
        CREATE TABLE action_line (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL,
            part TEXT NOT NULL CHECK (part IN ('objective', 'indicator', 'tag')), position BIGINT NOT NULL,
            words TEXT NOT NULL CHECK (words <> ''), PRIMARY KEY (organisation_id, plan, action, part, position),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        """
        CREATE TABLE note (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, id BIGINT NOT NULL, written_at TEXT NOT NULL,
            author TEXT NOT NULL, words TEXT NOT NULL CHECK (words <> ''), PRIMARY KEY (organisation_id, plan, action, id),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        """
        CREATE TABLE journal (
            organisation_id BIGINT NOT NULL REFERENCES organisation, id BIGINT NOT NULL, written_at TEXT NOT NULL, account_id BIGINT,
            author TEXT NOT NULL, door TEXT NOT NULL, verb TEXT NOT NULL, subject TEXT NOT NULL, plan BIGINT, action BIGINT,
            version BIGINT, changes TEXT NOT NULL, PRIMARY KEY (organisation_id, id), UNIQUE (organisation_id, subject, version))
        """,
        "CREATE INDEX journal_of_action ON journal (organisation_id, plan, action, id)",
    ])
