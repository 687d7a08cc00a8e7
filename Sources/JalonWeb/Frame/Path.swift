/// Every address of the interface, in one typed place: a dead link does not compile.

import HTML
package import JalonDomain

package enum Path: Destination, Equatable {
    case home, signIn, signOut, language, help, accessibility, privacy, health, stylesheet
    case account, email, password, sessions, mailChoices
    case setup(token: String)
    case invitation(token: String)
    case reset(token: String)

    // An organisation, by its short name.
    case organisation(String)
    case journal(String, Query = .empty)
    case mine(String)
    /// Units and pilots, with what they carry.
    case directory(String)
    case unit(String, Int)
    /// A person or a position.
    case person(String, Int)
    case search(String, Query = .empty)

    case settings(String)
    case organisationSettings(String)
    case parties(String, Query = .empty)
    case partySettings(String, Int, Query = .empty)
    case partyMerge(String, Int)
    case partyArchive(String, Int)
    case partyRestore(String, Int)
    case members(String, Query = .empty)
    /// By the number of the account.
    case member(String, Int)
    case memberRemoval(String, Int)
    case memberReset(String, Int)
    case invitations(String)
    case revocation(String)
    case mails(String, Query = .empty)
    case mail(String, Int, MailDeed? = nil)

    case plans(String)
    case newPlan(String)
    /// The dashboard.
    case plan(String, Int)
    case editPlan(String, Int)
    case life(String, Int)
    case proposal(String, Int)
    case withdrawal(String, Int)
    case validation(String, Int)
    case communication(String, Int)
    case closure(String, Int)
    case versions(String, Int)
    case version(String, Int, Int, Query = .empty)
    case versionJSON(String, Int, Int)
    case versionMarkdown(String, Int, Int)
    /// An action as a version has it.
    case versionAction(String, Int, ActionID)
    /// What changed between two states of a plan.
    case changes(String, Int, Query = .empty)
    case changesJSON(String, Int, Query = .empty)
    case changesMarkdown(String, Int, Query = .empty)
    case slippage(String, Int, Query = .empty)

    case publication(String, Int)
    case publicationPreview(String, Int, Query = .empty)
    case publicationChoices(String, Int)
    case publicationClearance(String, Int)
    case publicationWithdrawal(String, Int)
    /// What the public reads.
    case published(String, Int, Query = .empty)
    case publishedAction(String, Int, Int)
    case publishedFile(String, Int, DocumentForm)
    /// What studies and experiments taught.
    case lessons(String, Query = .empty)
    case planJournal(String, Int, Query = .empty)
    case axes(String, Int)
    case quality(String, Int, Query = .empty)
    case qualityRules(String)
    /// The move of a plan to another edition of its guide.
    case edition(String, Int, Query = .empty)

    /// What the plan makes of its guide.
    case coverage(String, Int, Query = .empty)

    /// What to do first, the grid where it is judged, and what counts how much.
    case ranking(String, Int, Query = .empty)
    case workshop(String, Int, Query = .empty)
    case weights(String)

    /// Committees of a plan, one of them, and one of its meetings.
    case committees(String, Int)
    case newCommittee(String, Int)
    case committee(String, CommitteeID, CommitteePart = .page)
    case meeting(String, MeetingID, MeetingPart = .page)
    /// Calendars to subscribe to; and the secret address of one.
    case feeds(String)
    case feedRevocation(String)
    case feed(token: String)

    /// Means of a plan, what its actions need, its roadmap; and what one action needs.
    case planning(String, Int, PlanningPart, Query = .empty)
    case needs(String, ActionID)

    /// Indicators of the organisation, and one of them.
    case indicators(String, IndicatorsPart = .list, Query = .empty)
    case indicator(String, Int, IndicatorPart = .page)

    case scenario(String, Int, Int, ScenarioPart = .page)
    /// What one thing brings; what a plan and an action bring.
    case factors(String, FactorsPart = .list)
    case gains(String, Int, Query = .empty)
    case overlap(String, Int)
    case actionGains(String, ActionID, GainPart = .page)

    case actions(String, Int, Query = .empty)
    case actionsCSV(String, Int, Query = .empty)
    case board(String, Int, Query = .empty)
    case calendar(String, Int, Query = .empty)
    case newAction(String, Int)
    case action(String, ActionID)
    case editAction(String, ActionID)
    case report(String, ActionID)
    case stage(String, ActionID)
    case decision(String, ActionID)
    case path(String, ActionID)
    case archive(String, ActionID)
    case restore(String, ActionID)
    case actionJournal(String, ActionID, Query = .empty)
    case notes(String, ActionID, Query = .empty)
    case milestones(String, ActionID)
    case objectives(String, ActionID)
    case links(String, ActionID)
    case linkRemoval(String, ActionID)
    case copy(String, ActionID)
    case split(String, ActionID)
    case merge(String, ActionID, Query = .empty)

    /// A change to several actions: its form, what it would do, those that were made.
    case bulk(String, Int, Query)
    case bulkPreview(String, Int)
    case bulkChanges(String, Int)
    case bulkChange(String, Int, Int)
    case undoBulk(String, Int, Int)

    /// Saved views, around the list of that plan.
    case views(String, Int)
    case view(String, Int, Int)
    case deleteView(String, Int, Int)

    case build(String, Int, Query = .empty)
    case buildReview(String, Int, Query = .empty)
    case importTable(String, Int)

    // Templates of actions.
    case templates(String, Query = .empty)
    case renameTemplate(String, Int)
    case archiveTemplate(String, Int)
    case restoreTemplate(String, Int)
    case keepTemplate(String, ActionID)
    case newActionFrom(String, Int, template: Int)

    /// The état des lieux, and one theme of it.
    case assessment(String, Query = .empty)
    case themeAssessment(String, String, Query = .empty)

    case catalogues(String)
    case catalogue(String, Int, Query = .empty)
    case practice(String, Int, String)
    case catalogueImport(String)
    /// Which two guides to compare; and their comparison.
    case diffChoice(String)
    case catalogueDiff(String, Int, Int, Query = .empty)

    package var url: String {
        switch self {
        case .home: "/"
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .language: "/language"
        case .help: "/help"
        case .accessibility: "/accessibility"
        case .privacy: "/privacy"
        case .account: "/account"
        case .email: "/account/email"
        case .password: "/account/password"
        case .sessions: "/account/sessions"
        case .mailChoices: "/account/messages"
        case .health: "/health"
        case .stylesheet: Style.path
        case .setup(let token): "/setup/\(encoded(token))"
        case .invitation(let token): "/invitation/\(encoded(token))"
        case .reset(let token): "/reset/\(encoded(token))"
        case .organisation(let slug): "/\(encoded(slug))"
        case .journal(let slug, let query): "/\(encoded(slug))/journal\(query.suffix)"
        case .mine(let slug): "/\(encoded(slug))/mine"
        case .directory(let slug): "/\(encoded(slug))/directory"
        case .unit(let slug, let id): "/\(encoded(slug))/units/\(id)"
        case .person(let slug, let id): "/\(encoded(slug))/people/\(id)"
        case .search(let slug, let query): "/\(encoded(slug))/search\(query.suffix)"
        case .settings(let slug): Self.url(settings: slug)
        case .organisationSettings(let slug): Self.url(settings: slug, "/organisation")
        case .parties(let slug, let query): Self.url(settings: slug, "/directory\(query.suffix)")
        case .partySettings(let slug, let party, let query): Self.url(settings: slug, "/directory/\(party)\(query.suffix)")
        case .partyMerge(let slug, let party): Self.url(settings: slug, "/directory/\(party)/merge")
        case .partyArchive(let slug, let party): Self.url(settings: slug, "/directory/\(party)/archive")
        case .partyRestore(let slug, let party): Self.url(settings: slug, "/directory/\(party)/restore")
        case .members(let slug, let query): Self.url(settings: slug, "/members\(query.suffix)")
        case .member(let slug, let member): Self.url(settings: slug, "/members/\(member)")
        case .memberRemoval(let slug, let member): Self.url(settings: slug, "/members/\(member)/removal")
        case .memberReset(let slug, let member): Self.url(settings: slug, "/members/\(member)/reset")
        case .invitations(let slug): Self.url(settings: slug, "/invitations")
        case .revocation(let slug): Self.url(settings: slug, "/invitations/revocation")
        case .mails(let slug, let query): Self.url(settings: slug, "/messages\(query.suffix)")
        case .mail(let slug, let id, let deed): Self.url(settings: slug, "/messages/\(id)\(deed.map { "/\($0)" } ?? "")")
        case .plans(let slug): "/\(encoded(slug))/plans"
        case .newPlan(let slug): "/\(encoded(slug))/plans/new"
        case .plan(let slug, let plan): Self.url(slug, plan)
        case .editPlan(let slug, let plan): Self.url(slug, plan, "/edit")
        case .life(let slug, let plan): Self.url(slug, plan, "/life")
        case .proposal(let slug, let plan): Self.url(slug, plan, "/life/proposal")
        case .withdrawal(let slug, let plan): Self.url(slug, plan, "/life/withdrawal")
        case .validation(let slug, let plan): Self.url(slug, plan, "/life/validation")
        case .communication(let slug, let plan): Self.url(slug, plan, "/life/communication")
        case .closure(let slug, let plan): Self.url(slug, plan, "/life/closure")
        case .versions(let slug, let plan): Self.url(slug, plan, "/versions")
        case .version(let slug, let plan, let version, let query): Self.url(slug, plan, "/versions/\(version)\(query.suffix)")
        case .versionJSON(let slug, let plan, let version): Self.url(slug, plan, "/versions/\(version)/plan.json")
        case .versionMarkdown(let slug, let plan, let version): Self.url(slug, plan, "/versions/\(version)/plan.md")
        case .versionAction(let slug, let version, let id): Self.url(slug, id.plan, "/versions/\(version)/actions/\(id.number)")
        case .changes(let slug, let plan, let query): Self.url(slug, plan, "/changes\(query.suffix)")
        case .changesJSON(let slug, let plan, let query): Self.url(slug, plan, "/changes.json\(query.suffix)")
        case .changesMarkdown(let slug, let plan, let query): Self.url(slug, plan, "/changes.md\(query.suffix)")
        case .slippage(let slug, let plan, let query): Self.url(slug, plan, "/slippage\(query.suffix)")
        case .publication(let slug, let plan): Self.url(slug, plan, "/publication")
        case .publicationPreview(let slug, let plan, let query): Self.url(slug, plan, "/publication/preview\(query.suffix)")
        case .publicationChoices(let slug, let plan): Self.url(slug, plan, "/publication/choices")
        case .publicationClearance(let slug, let plan): Self.url(slug, plan, "/publication/clearance")
        case .publicationWithdrawal(let slug, let plan): Self.url(slug, plan, "/publication/withdrawal")
        case .published(let slug, let plan, let query): "/public" + Self.url(slug, plan, query.suffix)
        case .publishedAction(let slug, let plan, let action): "/public" + Self.url(slug, plan, "/actions/\(action)")
        case .publishedFile(let slug, let plan, let form): "/public" + Self.url(slug, plan, "/plan.\(form.suffix)")
        case .lessons(let slug, let query): "/\(encoded(slug))/lessons\(query.suffix)"
        case .planJournal(let slug, let plan, let query): Self.url(slug, plan, "/journal\(query.suffix)")
        case .axes(let slug, let plan): Self.url(slug, plan, "/axes")
        case .quality(let slug, let plan, let query): Self.url(slug, plan, "/quality\(query.suffix)")
        case .qualityRules(let slug): "/\(encoded(slug))/settings/quality"
        case .edition(let slug, let plan, let query): Self.url(slug, plan, "/edition\(query.suffix)")
        case .coverage(let slug, let plan, let query): Self.url(slug, plan, "/coverage\(query.suffix)")
        case .ranking(let slug, let plan, let query): Self.url(slug, plan, "/ranking\(query.suffix)")
        case .workshop(let slug, let plan, let query): Self.url(slug, plan, "/workshop\(query.suffix)")
        case .weights(let slug): Self.url(settings: slug, "/weights")
        case .committees(let slug, let plan): Self.url(slug, plan, "/committees")
        case .newCommittee(let slug, let plan): Self.url(slug, plan, "/committees/new")
        case .committee(let slug, let id, let part): Self.url(slug, id.plan, "/committees/\(id.number)\(part.rawValue)")
        case .meeting(let slug, let id, let part):
            Self.url(slug, id.plan, "/committees/\(id.committee.number)/meetings/\(id.number)\(part.rawValue)")
        case .planning(let slug, let plan, let part, let query): Self.url(slug, plan, "\(part.rawValue)\(query.suffix)")
        case .needs(let slug, let id): Self.url(slug, id, "/needs")
        case .feeds(let slug): "/\(encoded(slug))/feeds"
        case .feedRevocation(let slug): "/\(encoded(slug))/feeds/revocation"
        case .feed(let token): "/feeds/\(encoded(token)).ics"
        case .indicators(let slug, let part, let query): "/\(encoded(slug))/indicators\(part.rawValue)\(query.suffix)"
        case .indicator(let slug, let number, let part): "/\(encoded(slug))/indicators/\(number)\(part.rawValue)"
        case .scenario(let slug, let plan, let number, let part): Self.url(slug, plan, "/scenarios/\(number)\(part.rawValue)")
        case .factors(let slug, let part): "/\(encoded(slug))/factors\(part.rawValue)"
        case .gains(let slug, let plan, let query): Self.url(slug, plan, "/gains\(query.suffix)")
        case .overlap(let slug, let plan): Self.url(slug, plan, "/gains/overlap")
        case .actionGains(let slug, let id, let part): Self.url(slug, id, "/gains\(part.rawValue)")
        case .actions(let slug, let plan, let query): Self.url(slug, plan, "/actions\(query.suffix)")
        case .actionsCSV(let slug, let plan, let query): Self.url(slug, plan, "/actions.csv\(query.suffix)")
        case .board(let slug, let plan, let query): Self.url(slug, plan, "/board\(query.suffix)")
        case .calendar(let slug, let plan, let query): Self.url(slug, plan, "/calendar\(query.suffix)")
        case .newAction(let slug, let plan): Self.url(slug, plan, "/actions/new")
        case .action(let slug, let id): Self.url(slug, id)
        case .editAction(let slug, let id): Self.url(slug, id, "/edit")
        case .report(let slug, let id): Self.url(slug, id, "/report")
        case .stage(let slug, let id): Self.url(slug, id, "/stage")
        case .decision(let slug, let id): Self.url(slug, id, "/decision")
        case .path(let slug, let id): Self.url(slug, id, "/path")
        case .archive(let slug, let id): Self.url(slug, id, "/archive")
        case .restore(let slug, let id): Self.url(slug, id, "/restore")
        case .actionJournal(let slug, let id, let query): Self.url(slug, id, "/journal\(query.suffix)")
        case .notes(let slug, let id, let query): Self.url(slug, id, "/notes\(query.suffix)")
        case .milestones(let slug, let id): Self.url(slug, id, "/milestones")
        case .objectives(let slug, let id): Self.url(slug, id, "/objectives")
        case .links(let slug, let id): Self.url(slug, id, "/links")
        case .linkRemoval(let slug, let id): Self.url(slug, id, "/links/removal")
        case .copy(let slug, let id): Self.url(slug, id, "/copy")
        case .split(let slug, let id): Self.url(slug, id, "/split")
        case .merge(let slug, let id, let query): Self.url(slug, id, "/merge\(query.suffix)")
        case .bulk(let slug, let plan, let query): Self.url(slug, plan, "/actions/bulk\(query.suffix)")
        case .bulkPreview(let slug, let plan): Self.url(slug, plan, "/actions/bulk/preview")
        case .bulkChanges(let slug, let plan): Self.url(slug, plan, "/bulk")
        case .bulkChange(let slug, let plan, let bulk): Self.url(slug, plan, "/bulk/\(bulk)")
        case .undoBulk(let slug, let plan, let bulk): Self.url(slug, plan, "/bulk/\(bulk)/undo")
        case .views(let slug, let plan): Self.url(slug, plan, "/views")
        case .view(let slug, let plan, let view): Self.url(slug, plan, "/views/\(view)")
        case .deleteView(let slug, let plan, let view): Self.url(slug, plan, "/views/\(view)/delete")
        case .build(let slug, let plan, let query): Self.url(slug, plan, "/build\(query.suffix)")
        case .buildReview(let slug, let plan, let query): Self.url(slug, plan, "/build/review\(query.suffix)")
        case .assessment(let slug, let query): "/\(encoded(slug))/assessment\(query.suffix)"
        case .themeAssessment(let slug, let theme, let query): "/\(encoded(slug))/assessment/\(encoded(theme))\(query.suffix)"
        case .importTable(let slug, let plan): Self.url(slug, plan, "/import")
        case .templates(let slug, let query): "/\(encoded(slug))/templates\(query.suffix)"
        case .renameTemplate(let slug, let template): "/\(encoded(slug))/templates/\(template)/name"
        case .archiveTemplate(let slug, let template): "/\(encoded(slug))/templates/\(template)/archive"
        case .restoreTemplate(let slug, let template): "/\(encoded(slug))/templates/\(template)/restore"
        case .keepTemplate(let slug, let id): Self.url(slug, id, "/template")
        case .newActionFrom(let slug, let plan, let template): Self.url(slug, plan, "/actions/new?template=\(template)")
        case .catalogues(let slug): "/\(encoded(slug))/catalogues"
        case .catalogue(let slug, let id, let query): "/\(encoded(slug))/catalogues/\(id)\(query.suffix)"
        case .practice(let slug, let id, let practice): "/\(encoded(slug))/catalogues/\(id)/practices/\(encoded(practice))"
        case .catalogueImport(let slug): "/\(encoded(slug))/catalogues/import"
        case .diffChoice(let slug): "/\(encoded(slug))/catalogues/diff"
        case .catalogueDiff(let slug, let from, let to, let query):
            "/\(encoded(slug))/catalogues/\(from)/diff/\(to)\(query.suffix)"
        }
    }

    private static func url(settings slug: String, _ rest: String = "") -> String { "/\(encoded(slug))/settings\(rest)" }

    private static func url(_ slug: String, _ plan: Int, _ rest: String = "") -> String {
        "/\(encoded(slug))/plans/\(plan)\(rest)"
    }

    private static func url(_ slug: String, _ id: ActionID, _ rest: String = "") -> String {
        "/\(encoded(slug))/plans/\(id.plan)/actions/\(id.number)\(rest)"
    }
}
