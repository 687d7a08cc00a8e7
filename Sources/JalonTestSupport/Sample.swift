// Two organisations side by side, each with every role and a plan whose actions stand at every step of the path, hostile text included.

package import JalonDomain
import JalonPlanning
import JalonStore
package import JalonWorkspace
package import SQL
import Synchronization

package struct Sample: Sendable {
    package struct House: Sendable {
        package let slug: String
        /// The token of a session in each role.
        package let sessions: [Role: String]
        /// Validated and published, with the actions below; the one where menus lead.
        package let plan: Int
        /// Closed, with one action.
        package let closedPlan: Int
        /// The one that the plans answer to.
        package let catalogue: Int
        /// « Direction du numérique », where everyone but the administrator is.
        package let unit: Int
        /// How many actions `plan` has.
        package let actions: Int
        /// How many views its coordinator shares.
        package let views: Int
        /// How many bulk changes `plan` had.
        package let bulks: Int
        /// How many committees `plan` has; the first is « COPIL », whose meeting 1 is held and 2 convened.
        package let committees: Int
        /// The last meeting of the first committee.
        package let meetings: Int
        /// How many indicators there are; the first is measured, and its pilot's unit answers for it.
        package let indicators: Int
        /// The last of the directory.
        package let party: Int
        /// The account of the reader.
        package let member: Int
        /// The last message.
        package let mail: Int

        package func email(_ role: Role) -> String { Sample.email(role, slug) }

        /// As the browser of someone in that role, whatever the page asks.
        package func visitor(_ role: Role, needs permission: Permission = .read) -> Visitor {
            .session(token: sessions[role], organisation: slug, needs: permission)
        }

        package func action(_ number: Int) -> ActionID { ActionID(plan: plan, number: number) }
    }

    package let workspace: Workspace
    package let clock: SampleClock
    package let first: House
    /// Its plan, its last action, its last party and its catalogue have numbers that the first organisation does not know.
    package let second: House

    /// On an empty database.
    package static func make(on database: any SQLDatabase) async throws -> Sample {
        let clock = SampleClock()
        let workspace = workspace(on: database, clock)
        try await workspace.migrate()
        return Sample(
            workspace: workspace, clock: clock, first: try await house("valmont", "Communauté d’agglomération de Valmont", workspace),
            second: try await house("autre-rive", "Autre Rive", workspace, ahead: true))
    }

    /// The same sample on another database that holds it already, as a copy does; sessions stay open.
    package func on(_ copy: any SQLDatabase) -> Sample {
        Sample(workspace: Self.workspace(on: copy, clock), clock: clock, first: first, second: second)
    }

    private static func workspace(on database: any SQLDatabase, _ clock: SampleClock) -> Workspace {
        Workspace(
            database: database, clock: { clock.now }, chance: { (0..<$0).map { _ in UInt8.random(in: .min ... .max) } },
            passwords: PasswordHasher(cost: 4))
    }

    // MARK: What there is

    package static let password = "une longue phrase, pour entrer"
    package static let today = Day(ordinal: 20_620)
    package static func email(_ role: Role, _ slug: String) -> String { "\(role.rawValue)@\(slug).example" }

    /// What a page must show as it was typed, and nothing run.
    package static let hostile = #"<script>alert("1")</script> & l’« échéance » '; DROP TABLE action; -- 🌱👩‍🚀"#
    package static let longWord = String(repeating: "Anticonstitutionnellement", count: 7)

    /// The numbers of the actions of `plan`, by what makes each of them special.
    package enum Numbered {
        /// A réflexion to do, whose texts are hostile.
        package static let hostile = 1
        /// A réflexion that is done: it awaits a decision; not the pilot's own.
        package static let awaitsDecision = 2
        /// An expérimentation in progress, late by sixteen days; the pilot's own.
        package static let late = 3
        /// A réalisation in progress, that the pilot's position pilots.
        package static let underWay = 4
        package static let inForce = 5
        package static let stopped = 6
        package static let alreadyInPlace = 7
        package static let archived = 8
        /// Neither pilot, due date, axis nor indicator.
        package static let bare = 9
        /// One word of 175 letters.
        package static let longWord = 10
    }

    // MARK: How it is made

    private static func house(_ slug: String, _ name: String, _ workspace: Workspace, ahead: Bool = false) async throws -> House {
        try await workspace.create(
            NewOrganisation(
                name: name, slug: slug, timeZone: "Europe/Paris", administratorName: "Ada \(slug)", email: email(.administrator, slug),
                password: password), door: .commandLine)
        let owner = Visitor.commandLine(email: email(.administrator, slug), organisation: slug)
        for role in Role.allCases where role != .administrator {
            try await workspace.addMember(
                NewMember(
                    name: "\(role.rawValue) O’Hara \(slug)", email: email(role, slug), password: password, role: role,
                    unit: "Direction du numérique", position: role == .pilot ? "Responsable des achats" : ""), as: owner)
        }
        if ahead { try await goAhead(workspace, owner) }
        let closedPlan = try await plan("Plan 2023–2025", from: "2023-01-01", to: "2025-12-31", workspace, owner)
        _ = try await workspace.addAction(draft("Action d’hier", .implementation), to: closedPlan, as: owner)
        try await validate(closedPlan, workspace, owner)
        try await workspace.close(closedPlan, reading: nil, as: owner)

        let plan = try await plan("Plan d’action numérique responsable", from: "2026-01-01", to: "2028-12-31", workspace, owner)
        let drafts = drafts(slug) + (ahead ? [draft("Une action de plus", .reflection)] : [])
        _ = try await workspace.addActions(drafts, to: plan, as: owner)
        try await validate(plan, workspace, owner)
        try await move(plan, slug, workspace, owner)
        _ = try await workspace.publish(plan, as: owner)
        _ = try await workspace.keepTemplate(of: ActionID(plan: plan, number: Numbered.late), named: "Modèle \(hostile)", as: owner)

        let views = ahead ? ["Réflexions", "En retard"] : ["Réflexions"]
        for view in views {
            _ = try await workspace.saveView(
                SavedViewEdit(name: view, shared: true), query: "?level=reflection&group=direction", replacing: false,
                as: .commandLine(email: email(.coordinator, slug), organisation: slug))
        }

        let bulks = ahead ? 2 : 1
        for version in 1...bulks {
            var change = BulkChange()
            change.addedTags = ["relevé \(version) \(hostile)"]
            _ = try await workspace.bulkChange(
                [BulkTarget(number: Numbered.bare, version: version)], of: plan, BulkInput(change: change, pilot: ""),
                once: "sample \(version)", as: owner)
        }

        let committees = ahead ? ["COPIL", "Comité \(hostile)"] : ["COPIL"]
        for name in committees { try await steer(plan, name, slug, workspace, owner) }
        let copil = CommitteeID(plan: plan, number: 1)
        if ahead {
            _ = try await workspace.planMeetings([MeetingEdit(on: today + 40, time: nil, place: "")], of: copil, as: owner)
        }

        let indicators = ahead ? ["Part \(hostile)", "Autre"] : ["Part \(hostile)"]
        for name in indicators { try await measure(name, plan, workspace, owner, today) }

        let proposal = try await workspace.proposal(ScenarioSettings(name: hostile), of: plan, means: nil, .work(1), owner) { _ in }
        _ = try await workspace.keep(proposal.problem.settings, proposal.outcome, of: plan, as: owner)

        var sessions: [Role: String] = [:]
        for role in Role.allCases {
            sessions[role] = try await workspace.signIn(email: email(role, slug), password: password, from: "sample")
        }
        let catalogue = try await workspace.catalogue(nil, owner).model.entry.id
        let unit = try await workspace.parties(owner).model.first { $0.name == "Direction du numérique" }
        let member = try await workspace.members(owner).model.first { $0.role == .reader }
        _ = try await workspace.queueMail()
        return House(
            slug: slug, sessions: sessions, plan: plan, closedPlan: closedPlan, catalogue: catalogue, unit: unit?.id ?? 0,
            actions: drafts.count, views: views.count, bulks: bulks,
            committees: committees.count, meetings: try await workspace.committee(copil, owner).model.meetings.map(\.id.number).max() ?? 0,
            indicators: indicators.count, party: try await workspace.parties(owner).model.map(\.id).max() ?? 0,
            member: member?.account ?? 0,
            mail: try await workspace.mails(nil, before: nil, owner).model.lines.first?.mail.id ?? 0)
    }

    private static func measure(_ name: String, _ plan: Int, _ workspace: Workspace, _ owner: Visitor, _ today: Day) async throws {
        let definition = IndicatorDefinition(
            name: name, type: .percentage, meaning: hostile, method: hostile, source: hostile, cadence: .quarterly, categories: [hostile],
            practices: ["a.2"], actions: [ActionID(plan: plan, number: 1)])
        let number = try await workspace.addIndicator(
            IndicatorInput(definition, responsible: "Direction du numérique"), isAnother: true, as: owner
        ).indicator.number
        _ = try await workspace.promise(IndicatorTarget(on: today + 400, value: 80), of: number, as: owner)
        for (days, value) in [(90, 12.0), (30, 34)] {
            let edit = MeasurementEdit(
                on: today + -days, value: .fraction(value, over: 250), parts: [hostile: 50], source: hostile, comment: hostile,
                evidence: "https://example.org/?q=%3Cb%3E")
            _ = try await workspace.measure(number, edit, as: owner)
        }
    }

    private static func steer(_ plan: Int, _ name: String, _ slug: String, _ workspace: Workspace, _ owner: Visitor) async throws {
        let edit = CommitteeEdit(
            name: name, purpose: "Décide des suites. \(hostile)", cadence: .quarterly, from: day("2026-01-01"), place: "Salle \(hostile)",
            time: ClockTime("14:30"), length: 90)
        let id = try await workspace.addCommittee(edit, to: plan, meetings: true, as: owner).id
        _ = try await workspace.admit("Inès Valadon", as: .chair, to: id, as: owner)
        _ = try await workspace.admit("pilot O’Hara \(slug)", as: .member, to: id, as: owner)
        let first = MeetingID(id, number: 1)
        _ = try await workspace.convene(first, as: owner)
        _ = try await workspace.hold(first, as: owner)
        var note = DecisionNote(.free)
        note.words = "Écrire la règle. \(hostile)"
        note.bearer = "Direction générale"
        _ = try await workspace.decide(note, in: first, as: owner)
        _ = try await workspace.convene(MeetingID(id, number: 2), as: owner)
    }

    /// One plan and one catalogue more.
    private static func goAhead(_ workspace: Workspace, _ owner: Visitor) async throws {
        let number = try await plan("Plan abandonné", from: "2020-01-01", to: "2022-12-31", workspace, owner)
        try await validate(number, workspace, owner)
        try await workspace.close(number, reading: nil, as: owner)
        _ = try await workspace.addParty(.unit, name: "Direction de plus", PartyPlace(unit: nil, position: nil), as: owner)
        var catalogue = try await workspace.catalogue(nil, owner).model.catalogue
        catalogue.version += "-bis"
        _ = try await workspace.importCatalogue(catalogue, as: owner)
    }

    private static func plan(
        _ title: String, from: String, to: String, _ workspace: Workspace, _ owner: Visitor
    ) async throws -> Int {
        let edit = PlanEdit(
            title: title, from: day(from), to: day(to), purpose: "Réduire l’empreinte. \(hostile)",
            commonObjectives: "- Équipements gardés six ans\n- \(hostile)")
        return try await workspace.createPlan(edit, catalogue: nil, as: owner).number
    }

    private static func validate(_ plan: Int, _ workspace: Workspace, _ owner: Visitor) async throws {
        try await workspace.propose(plan, reading: nil, as: owner)
        let validation = Validation(on: today + -120, body: "Conseil communautaire", person: "Inès Valadon")
        try await workspace.validate(plan, reading: nil, validation, as: owner)
    }

    /// In the order of `Numbered`.
    private static func drafts(_ slug: String) -> [NewAction] {
        var hostileOne = draft(hostile, .reflection, practices: ["a.1"])
        hostileOne.input.edit.description = "# Titre\n\n\(hostile)\n\n[lien](javascript:alert(1)) ![image](https://example.org/i.png)"
        hostileOne.input.edit.tags = ["<b>étiquette</b>"]
        hostileOne.input.edit.cost = 3_800_000
        hostileOne.input.pilot = "Équipe \"A\" & <b>"
        let awaiting = draft("Étudier la réduction des achats d’écrans", .reflection, practices: ["a.2"], due: "2026-05-30")
        var late = draft("Garder les ordinateurs six ans", .experimentation, practices: ["a.2", "c.1"], due: "2026-05-31")
        late.input.pilot = "pilot O’Hara \(slug)"
        late.input.perimeter = ["Direction du numérique"]
        late.input.edit.impact = 4
        late.input.edit.effort = 2
        late.input.edit.cost = 250_000
        late.input.edit.milestones = [Milestone(title: "Inventaire fait", due: day("2026-04-01"), reachedOn: day("2026-04-03"))]
        late.input.edit.evidence = [Evidence(title: "Note \(hostile)", link: "https://example.org/?a=1&b=%22")]
        var underWay = draft("Acheter reconditionné d’abord", .implementation, practices: ["b.1"], due: "2026-12-31")
        underWay.input.pilot = "Responsable des achats"
        underWay.start.then = []
        let inForce = draft("Publier la politique d’achat", .implementation, practices: ["b.2"], due: "2026-03-31")
        let stopped = draft("Étudier un label de plus", .reflection, due: "2026-02-28")
        var inPlace = draft("Collecter les déchets électriques", .implementation, practices: ["c.2"])
        inPlace.start.commitment = .monitoring
        let archived = draft("Action en double", .reflection)
        var bare = draft("Former les équipes", .experimentation)
        bare.input.pilot = ""
        bare.input.edit.indicators = []
        var long = draft(longWord, .reflection, practices: ["d.1"], due: "2027-06-30")
        long.input.pilot = longWord
        long.input.contributors = [longWord, "Direction du numérique"]
        long.start.then = [.experimentation, .implementation]
        return [hostileOne, awaiting, late, underWay, inForce, stopped, inPlace, archived, bare, long]
    }

    private static func draft(
        _ label: String, _ level: EngagementLevel, practices: [String] = [], due: String? = nil
    ) -> NewAction {
        var edit = ActionEdit(label: label, identifiedOn: day("2026-01-15"))
        edit.practices = practices
        edit.due = due.map(day)
        edit.indicators = ["Nombre de postes"]
        let input = ActionInput(edit: edit, pilot: "Direction générale", contributors: [], perimeter: [])
        return NewAction(input: input, start: ActionStart(level: level, commitment: nil, then: []))
    }

    private static func move(_ plan: Int, _ slug: String, _ workspace: Workspace, _ owner: Visitor) async throws {
        func report(_ number: Int, _ change: (inout StageReport) -> Void) async throws {
            var report = StageReport()
            change(&report)
            _ = try await workspace.report(
                ActionID(plan: plan, number: number), reading: nil, ReportInput(report: report, perimeter: nil), as: owner)
        }
        for number in [Numbered.awaitsDecision, Numbered.stopped] {
            try await report(number) {
                $0.progress = .done
                $0.deliverableTitle = "Étude d’opportunité"
                $0.method = "Entretiens avec six directions"
                $0.result = "Faisable dans deux directions. \(hostile)"
                $0.note = "Note interne \(hostile)"
            }
        }
        try await report(Numbered.late) {
            $0.progress = .inProgress
            $0.percent = 40
            $0.on = day("2026-02-01")
            $0.note = "Note interne du pilote"
        }
        try await report(Numbered.underWay) { $0.progress = .inProgress }
        try await report(Numbered.inForce) { $0.progress = .done }
        let stop = Decision(
            outcome: .stop, by: "Comité de pilotage", on: day("2026-06-02"), meeting: "Comité de juin", reason: "Trop cher. \(hostile)")
        _ = try await workspace.decide(
            ActionID(plan: plan, number: Numbered.stopped), reading: nil,
            DecisionInput(decision: stop, perimeter: [], pilot: "", plannedStart: nil, due: nil), as: owner)
        _ = try await workspace.setArchived(true, ActionID(plan: plan, number: Numbered.archived), as: owner)
    }

    private static func day(_ text: String) -> Day { Day(text) ?? today }
}

/// 16 June 2026, ten in the morning in Paris, until a test moves it on.
package final class SampleClock: Sendable {
    private let seconds = Mutex(Sample.today.ordinal * 86_400 + 8 * 3600)

    package init() {}

    package var now: Instant { Instant(seconds: seconds.withLock { $0 }) }

    package func advance(_ more: Int) { seconds.withLock { $0 += more } }
}
