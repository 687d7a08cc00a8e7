/// An organisation in an empty database of either engine, and someone in each role.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Synchronization

/// A clock that tests move.
final class TestClock: Sendable {
    private let seconds: Mutex<Int>

    init(_ iso: String) {
        seconds = Mutex(Instant(iso: iso)?.seconds ?? 0)
    }

    var now: Instant { Instant(seconds: seconds.withLock { $0 }) }

    func advance(days: Int = 0, seconds more: Int = 0) {
        seconds.withLock { $0 += days * 86_400 + more }
    }
}

struct Setting {
    let workspace: Workspace
    let clock: TestClock
    let organisation: Organisation

    static let password = "cheval pile agrafe batterie"

    /// `test` is noted for its engine: the two engines must run the same tests.
    init(_ engine: Engine, _ test: String = #function) async throws {
        engine.record(test)
        let clock = TestClock("2026-06-16T08:00:00Z")
        self.clock = clock
        workspace = Workspace(
            database: try await engine.database(), clock: { clock.now },
            chance: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }, passwords: PasswordHasher(cost: 4))
        try await workspace.migrate()
        organisation = try await workspace.create(
            NewOrganisation(
                name: "Ville d’Aubrac", slug: "", timeZone: "Europe/Paris", administratorName: "Ada Min", email: "ada@example.org",
                password: Self.password), door: .commandLine)
        for (role, name) in [
            (Role.coordinator, "Inès Coord"), (.pilot, "Karim Pilote"), (.reader, "Rose Lit"), (.auditor, "Otto Audit"),
        ] {
            try await workspace.addMember(
                NewMember(
                    name: name, email: "\(role.rawValue)@example.org", password: Self.password, role: role,
                    unit: role == .pilot ? "Direction du numérique" : "", position: ""), as: administrator)
        }
    }

    var administrator: Visitor { .commandLine(email: nil, organisation: nil) }
    func visitor(_ role: Role) -> Visitor {
        role == .administrator ? administrator : .commandLine(email: "\(role.rawValue)@example.org", organisation: nil)
    }

    func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }

    func plan() async throws -> Plan {
        try await workspace.createPlan(
            PlanEdit(
                title: "Plan NR 2026-2028", from: day("2026-01-01"), to: day("2028-12-31"), purpose: "", commonObjectives: ""),
            catalogue: nil, as: visitor(.coordinator))
    }

    func new(_ label: String, pilot: String = "", level: EngagementLevel = .implementation, change: (inout ActionEdit) -> Void = { _ in })
        -> NewAction
    {
        var edit = ActionEdit(label: label, identifiedOn: day("2026-01-10"))
        change(&edit)
        return NewAction(
            input: ActionInput(edit: edit, pilot: pilot, contributors: [], perimeter: []),
            start: ActionStart(level: level, commitment: nil, then: []))
    }

    func add(_ label: String, pilot: String = "", level: EngagementLevel = .implementation, change: (inout ActionEdit) -> Void = { _ in })
        async throws -> Action
    {
        try await workspace.addAction(new(label, pilot: pilot, level: level, change: change), to: 1, as: visitor(.coordinator)).action
    }
}
