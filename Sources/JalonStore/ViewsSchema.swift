/// What calendars, directories and searches read by: indexes, and texts folded once, when they are written.
import SQL

/// The few actions of a pilot, or of a practice, are found from an index alone.
let fewActions = SQLMigration(
    "few actions",
    [
        "DROP INDEX action_of_pilot",
        """
        CREATE INDEX action_of_pilot ON action (organisation_id, pilot_id, plan, archived, closed, due_key, progress, awaits_decision,
            number)
        """,
        "DROP INDEX action_practice_by_practice",
        "CREATE INDEX action_practice_by_practice ON action_practice (organisation_id, plan, practice, action)",
    ])

let views = SQLMigration(
    "views",
    [
        "CREATE INDEX stage_by_forecast ON stage (organisation_id, plan, forecast)",
        "CREATE INDEX stage_of_pilot ON stage (organisation_id, pilot_id)",
        "CREATE INDEX milestone_by_due ON milestone (organisation_id, plan, due)",
        "CREATE INDEX action_party_of_party ON action_party (organisation_id, party_id, plan, action)",
        // What each pilot carries is counted from this index alone.
        "DROP INDEX action_of_pilot",
        """
        CREATE INDEX action_of_pilot ON action (organisation_id, pilot_id, plan, archived, closed, due_key, progress, awaits_decision)
        """,
        // Folding is the program's: rows written before this are folded at the next start, and found by these indexes.
        "ALTER TABLE note ADD COLUMN search TEXT",
        "ALTER TABLE practice ADD COLUMN search TEXT",
        "CREATE INDEX note_to_fold ON note (organisation_id) WHERE search IS NULL",
        "CREATE INDEX practice_to_fold ON practice (organisation_id) WHERE search IS NULL",
    ])
