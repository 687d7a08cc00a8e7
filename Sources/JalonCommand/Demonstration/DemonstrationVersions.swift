/// The second version of the demonstration's plan, and what is published of it.
import JalonDomain
import JalonStore
import JalonWorkspace

enum DemonstrationVersions {
    /// Days before today.
    static let revised = 40
    static let told = 33

    /// What moved since the first validation is validated in its turn, and told.
    static func revise(_ plan: Int, in workspace: Workspace, _ calendar: DemonstrationCalendar) async throws {
        let coordinator = Cast.coordinator.visitor
        try await workspace.propose(plan, reading: nil, as: coordinator)
        try await workspace.validate(
            plan, reading: nil,
            Validation(on: calendar.ago(revised), body: "Bureau communautaire", person: "Anne-Laure Brisset, présidente"),
            as: coordinator)
        for (day, audience, channels) in [
            (told, "Agents et élus", "Intranet, lettre interne"), (told - 3, "Communes membres", "Conférence des maires"),
        ] {
            try await workspace.communicate(
                plan, reading: nil,
                Communication(
                    on: calendar.ago(day), audience: audience, channels: channels,
                    proof: "https://example.org/valmont/plan-numerique-responsable-v2"), as: coordinator)
        }
    }

    /// The usual fields, and all that studies and experiments taught.
    static func publish(_ plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        let lessons = try await workspace.publicationDesk(of: plan, coordinator).model.lessons.filter { $0.visibility == .public }
        try await workspace.setPublicationChoice(
            of: plan, reading: nil, fields: PublicField.usual, lessons: Set(lessons.map(\.key)), as: coordinator)
        _ = try await workspace.publish(plan, as: coordinator)
    }
}
