/// How the demonstration tells an action's story: the action as added, then dated acts, each of them one verb of the workspace.
import JalonDomain
import JalonWorkspace

/// Days of the demonstration, relative to the day it is loaded.
struct DemonstrationCalendar: Sendable {
    let today: Day

    /// The first year of the plan.
    var year: Int { today.civil.year }

    func ago(_ days: Int) -> Day { workday(today + -days) }
    func ahead(_ days: Int) -> Day { workday(today + days) }
    func start(of year: Int) -> Day { Day(year: year, month: 1, day: 1) ?? today }
    func end(of year: Int) -> Day { Day(year: year, month: 12, day: 31) ?? today }

    /// The Friday before for a Saturday or a Sunday: committees do not meet then.
    private func workday(_ day: Day) -> Day { day + -max(0, day.weekday - 4) }
}

/// A meeting of the steering committee that decides stages.
struct DemonstrationCommittee: Sendable {
    let number: Int
    let on: Day

    var name: String { "Comité de pilotage n° \(number)" }
}

/// An action of the demonstration and what happens to it, in the order of days.
struct DemonstrationAction: Sendable {
    let new: NewAction
    private(set) var acts: [DemonstrationAct] = []

    init(
        _ edit: ActionEdit, _ level: EngagementLevel, pilot: String, contributors: [String] = [], perimeter: [String] = [],
        commitment: Commitment? = nil, then: [EngagementLevel] = []
    ) {
        new = NewAction(
            input: ActionInput(edit: edit, pilot: pilot, contributors: contributors, perimeter: perimeter),
            start: ActionStart(level: level, commitment: commitment, then: then))
    }

    func report(
        _ by: Cast, _ on: Day, _ progress: Progress, _ percent: Int? = nil, mobilised: String? = nil, note: String? = nil
    ) -> Self {
        var report = StageReport()
        report.progress = progress
        report.percent = percent
        report.mobilised = mobilised
        report.note = note
        report.on = on
        return adding(.report(by, report), on)
    }

    /// The stage is done, with what it leaves: a réflexion's deliverable, or an expérimentation's method and results.
    func deliver(_ by: Cast, _ on: Day, title: String? = nil, method: String, result: String) -> Self {
        var report = StageReport()
        report.progress = .done
        report.deliverableTitle = title
        report.method = method
        report.result = result
        report.on = on
        return adding(.report(by, report), on)
    }

    func slip(_ by: Cast, _ on: Day, to forecast: Day, _ reason: String) -> Self {
        var report = StageReport()
        report.forecast = forecast
        report.slippageReason = reason
        return adding(.report(by, report), on)
    }

    func decide(
        _ outcome: Outcome, at committee: DemonstrationCommittee, reason: String = "", perimeter: [String] = [], start: Day? = nil,
        due: Day? = nil
    ) -> Self {
        let decision = Decision(
            outcome: outcome, by: "Comité de pilotage", on: committee.on, meeting: committee.name, reason: reason)
        return adding(
            .decide(DecisionInput(decision: decision, perimeter: perimeter, pilot: "", plannedStart: start, due: due)), committee.on)
    }

    func plan(_ on: Day, _ stages: PlannedStageInput...) -> Self { adding(.plan(stages), on) }

    func prove(_ on: Day, _ title: String, _ link: String) -> Self { adding(.prove(Evidence(title: title, link: link)), on) }

    func archive(_ on: Day) -> Self { adding(.archive, on) }

    private func adding(_ deed: DemonstrationAct.Deed, _ on: Day) -> Self {
        var longer = self
        longer.acts.append(DemonstrationAct(on: on, deed: deed))
        return longer
    }
}

struct DemonstrationAct: Sendable {
    enum Deed: Sendable {
        case report(Cast, StageReport)
        case decide(DecisionInput)
        case plan([PlannedStageInput])
        case prove(Evidence)
        case archive
    }

    let on: Day
    let deed: Deed

    func perform(on id: ActionID, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        switch deed {
        case .report(let by, let report):
            _ = try await workspace.report(id, reading: nil, ReportInput(report: report, perimeter: nil), as: by.visitor)
        case .decide(let decision):
            _ = try await workspace.decide(id, reading: nil, decision, as: coordinator)
        case .plan(let stages):
            _ = try await workspace.planPath(id, reading: nil, stages, reason: "", as: coordinator)
        case .prove(let evidence):
            let sheet = try await workspace.action(id, coordinator).model
            var edit = ActionEdit(of: sheet.action)
            edit.evidence.append(evidence)
            let input = ActionInput(
                edit: edit, pilot: sheet.action.pilot.flatMap { sheet.names[$0] } ?? "",
                contributors: sheet.action.contributors.compactMap { sheet.names[$0] },
                perimeter: sheet.action.perimeter.compactMap { sheet.names[$0] })
            _ = try await workspace.edit(id, reading: sheet.action.version, input, as: coordinator)
        case .archive:
            _ = try await workspace.setArchived(true, id, as: coordinator)
        }
    }
}
