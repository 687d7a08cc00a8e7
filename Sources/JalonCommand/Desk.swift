/// What a command works with: the workspace, who acts, and how to answer; and how it finds the plan or the action that is meant.
import JalonDomain
import JalonStore
import JalonWorkspace

struct Desk {
    let workspace: Workspace
    let visitor: Visitor
    let output: Output
    var words: Words { Speech.words }
}

/// Opens the data for someone who has the permission, and closes it whatever happens. Asked first: who may not do a thing learns nothing
/// of the files that it would read or write.
func atDesk(
    _ place: PlaceOptions, _ actor: ActorOptions, _ output: OutputOptions, needs permission: Permission,
    _ body: (Desk) async throws -> Void
) async throws {
    try await place.withWorkspace { workspace in
        guard try await !workspace.isEmpty() else {
            throw Failure(
                .noInput,
                say(
                    "Il n’y a pas encore d’organisation. Créez-la avec jalon init, ou essayez jalon demo.",
                    "There is no organisation yet. Create it with jalon init, or try jalon demo."))
        }
        try await workspace.check(actor.visitor, needs: permission)
        try await body(Desk(workspace: workspace, visitor: actor.visitor, output: Output(format: output.format)))
    }
}

extension Desk {
    /// The plan of that number, with its axes; for `nil`, the only one that is open.
    func plan(_ given: Int?) async throws -> (plan: Plan, today: Day) {
        let number: Int
        if let given { number = given } else { number = try await onlyOpenPlan() }
        let seen = try await workspace.plan(number, visitor)
        return (seen.model.plan, seen.today)
    }

    private func onlyOpenPlan() async throws -> Int {
        let open = try await workspace.plans(visitor).model.filter { $0.state != .closed }
        guard let plan = open.first else { throw DomainError.notFound(.plan) }
        guard open.count == 1 else {
            throw DomainError.invalid(.plan, .ambiguous("plan", open.map { "\($0.number)" }))
        }
        return plan.number
    }

    /// « 1/12 », or « 12 » in the plan given or in the only one that is open.
    func action(_ text: String, plan given: Int?) async throws -> (id: ActionID, plan: Plan, today: Day) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap { $0 }
        guard numbers.count == parts.count, (1...2).contains(numbers.count), let number = numbers.last else {
            throw Failure(
                .usage,
                say(
                    "Action «\u{A0}\(text)\u{A0}»\u{A0}: écrivez un numéro comme 1/12, ou 12.",
                    "Action “\(text)”: write a number such as 1/12, or 12."))
        }
        let inText = numbers.count == 2 ? numbers[0] : nil
        if let inText, let given, inText != given {
            throw Failure(
                .usage,
                say(
                    "Action «\u{A0}\(text)\u{A0}» et --plan \(given) ne désignent pas le même plan. Gardez l’un des deux.",
                    "Action “\(text)” and --plan \(given) are not of the same plan. Keep one of them."))
        }
        let (plan, today) = try await self.plan(inText ?? given)
        return (ActionID(plan: plan.number, number: number), plan, today)
    }

    /// The catalogue that a plan answers to.
    func catalogue(of plan: Plan) async throws -> Catalogue {
        try await workspace.catalogue(String(plan.catalogue), visitor).model.catalogue
    }

    /// Says which names were not known yet.
    func sayCreated(_ parties: [Party]) {
        for party in parties { say(onStandardError: words.created(party)) }
    }
}
