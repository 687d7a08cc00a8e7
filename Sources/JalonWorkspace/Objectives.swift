/// Objectives: what became of those that are sentences; those that are figures are read from the targets of indicators.
package import JalonDomain
import JalonStore
import SQL

extension Workspace {
    /// `objective` is its wording or its number, from 1; a pilot judges those of own actions.
    package func assessObjective(
        _ objective: String, of id: ActionID, _ verdict: ObjectiveVerdict, comment: String, on day: Day?, as visitor: Visitor
    ) async throws -> ObjectiveAssessment {
        try await change(visitor, needs: .reportOnOwn) { scene in
            try scene.plan(id.plan).requireOpen()
            let action = try scene.action(id)
            try scene.actor.requireReport(onPilot: action.pilot)
            guard !action.archived else { throw DomainError.invalid(.archived, .actionArchived) }
            let wording = try action.objective(objective)
            let on = day ?? scene.today
            if on > scene.today { throw DomainError.invalid(.on, .inTheFuture) }
            if comment.count > 2000 { throw DomainError.invalid(.comment, .tooLong(max: 2000)) }
            let before = try scene.objectives.assessments(of: id).first { $0.objective == wording }
            let assessment = ObjectiveAssessment(
                objective: wording, verdict: verdict, on: on, comment: comment, author: scene.actor.name, at: scene.now)
            try scene.objectives.insert(assessment, on: id)
            try scene.journal.write(
                .objectiveAssessed, subject: "action \(id)", plan: id.plan, action: id.number, version: nil,
                changes: [
                    Change(field: .verdict, before: before?.verdict.rawValue ?? "", after: verdict.rawValue),
                    Change(field: .objectives, before: "", after: wording), Change(field: .comment, before: "", after: comment),
                ].filter { $0.before != $0.after }, by: scene.actor, at: scene.now)
            return assessment
        }
    }
}

extension Scene {
    var objectives: ObjectiveStore { ObjectiveStore(sql, organisation: organisation.id) }
}
