/// « Qui porte quoi »: the units as a tree and those who pilot, with what each carries over the open plans.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum DirectoryController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.carryingDirectory(visit.visitor)
        return visit.answer(directoryPage(visit.frame(seen, menu: .actions), seen.model))
    }
}

private func directoryPage(_ context: PageContext, _ directory: CarryingDirectory) -> [UInt8] {
    let words = context.words
    let title = words.planView(.directory)
    return page(context, title: title) { html in
        html.heading(title, over: context.organisation?.name, lead: words.directoryLead(directory))
        if let plan = context.plan { html.planViews(context, plan.number, current: .directory) }
        html.section {
            html.h2(words.directoryUnits)
            if directory.units.isEmpty { html.empty(words.directoryNoUnit) } else { html.tree(context, directory.units) }
        }
        html.section {
            html.h2(words.directoryPilots)
            if directory.pilots.isEmpty { html.empty(words.directoryNoPilot) } else { html.pilots(context, directory) }
        }
    }
}

extension HTMLWriter {
    /// Lists in lists: each unit holds those below it.
    fileprivate func tree(_ context: PageContext, _ lines: [CarryingDirectory.Line]) {
        func branch(_ lines: ArraySlice<CarryingDirectory.Line>, depth: Int) {
            ul(.class(depth == 0 ? "liste" : "")) {
                var rest = lines
                while let line = rest.popFirst() {
                    let below = rest.prefix { $0.depth > depth }
                    rest = rest.dropFirst(below.count)
                    li {
                        a(line.party.name, .href(Path.unit(context.slug, line.party.id)))
                        br()
                        small(context.words.carried(line.carried))
                        if !below.isEmpty { branch(below, depth: depth + 1) }
                    }
                }
            }
        }
        branch(lines[...], depth: 0)
    }

    fileprivate func pilots(_ context: PageContext, _ directory: CarryingDirectory) {
        let words = context.words
        cards(words.directoryPilotsCaption) {
            column(words.field(.name))
            column(words.directoryKind)
            column(words.field(.unit))
            carriedColumns(words)
        } rows: {
            for line in directory.pilots {
                row {
                    rowHead { a(line.party.name, .href(Path.party(context.slug, line.party))) }
                    cell(words.partyKind(line.party.kind))
                    cell(line.party.kind == .unit ? "" : line.party.unit.flatMap { directory.names[$0] } ?? "")
                    carriedCells(line.carried, words)
                }
            }
        }
    }

    private func carriedColumns(_ words: Words) {
        for title in [words.carriedOpen, words.late, words.carriedAwaiting, words.carriedClosed] { column(title, number: true) }
    }

    private func carriedCells(_ carried: Carried, _ words: Words) {
        number(carried.open, label: words.carriedOpen, words)
        number(carried.late, label: words.late, words)
        number(carried.awaitingDecision, label: words.carriedAwaiting, words)
        number(carried.closed, label: words.carriedClosed, words)
    }
}

extension Path {
    /// The page of what a party carries.
    static func party(_ slug: String, _ party: Party) -> Path {
        party.kind == .unit ? .unit(slug, party.id) : .person(slug, party.id)
    }
}

extension Words {
    var directoryUnits: String { say("Directions et services", "Units") }
    var directoryPilots: String { say("Pilotes", "Pilots") }
    var directoryPilotsCaption: String { say("Ce que chaque pilote porte en propre", "What each pilot carries in their own name") }
    var directoryKind: String { say("Sorte", "Kind") }
    var directoryNoUnit: String {
        say(
            "Aucune direction n’est connue. L’administration les ajoute, ou une action en nomme une.",
            "No unit is known. Administrators add them, or an action names one.")
    }
    var directoryNoPilot: String {
        say(
            "Personne ne pilote d’action dans un plan ouvert. Nommez un pilote sur une action\u{A0}: il viendra ici.",
            "Nobody pilots an action of an open plan. Name a pilot on an action: they will come here.")
    }

    func directoryLead(_ directory: CarryingDirectory) -> String {
        let pilots = count(directory.pilots.count, say("pilote porte", "pilot carries"), say("pilotes portent", "pilots carry"))
        let open = directory.pilots.reduce(0) { $0 + $1.carried.open }
        let actions = count(open, say("action ouverte", "open action"), say("actions ouvertes", "open actions"))
        return say("\(pilots) \(actions), tous plans ouverts réunis.", "\(pilots) \(actions), over all open plans.")
    }

    var carriedOpen: String { say("Ouvertes", "Open") }
    var carriedAwaiting: String { say("Décisions attendues", "Decisions awaited") }
    var carriedClosed: String { say("Closes", "Closed") }

    func carriedOpen(_ number: Int) -> String {
        count(number, say("action ouverte", "open action"), say("actions ouvertes", "open actions"))
    }
    func carriedAwaiting(_ number: Int) -> String {
        count(number, say("décision attendue", "decision awaited"), say("décisions attendues", "decisions awaited"))
    }
    func carriedClosed(_ number: Int) -> String {
        count(number, say("action close", "closed action"), say("actions closes", "closed actions"))
    }

    /// « 4 actions ouvertes, dont 1 en retard · 2 closes ».
    func carried(_ carried: Carried) -> String {
        if carried == Carried() { return say("Rien dans les plans ouverts", "Nothing in the open plans") }
        var text = carriedOpen(carried.open)
        if carried.late > 0 { text += say(", dont \(number(carried.late)) en retard", ", \(number(carried.late)) of them late") }
        var parts = [text]
        if carried.awaitingDecision > 0 { parts.append(carriedAwaiting(carried.awaitingDecision)) }
        if carried.closed > 0 { parts.append(carriedClosed(carried.closed)) }
        return parts.joined(separator: " · ")
    }
}
