/// The directory and one entry of it: named, placed, merged, put away.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PartyListController {
    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.directory(visit.visitor)
        let query = PartyQuery(visit.query)
        return visit.answer(PartyListPage(visit.frame(seen, menu: .settings), seen.model, query, PartyForm(FormBody([:]))).bytes)
    }

    static func add(_ visit: Visit) async throws -> Response {
        let form = PartyForm(visit.form)
        let query = PartyQuery(visit.form)
        do {
            let party = try await visit.workspace.addParty(query.kind, name: form.name, form.place(query.kind), as: visit.visitor)
            return visit.redirect(
                to: .parties(visit.slug, ["kind": query.kind.rawValue]), saying: visit.words.partiesAdded(party.name))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.directory(visit.visitor)
            let page = PartyListPage(visit.frame(seen, menu: .settings), seen.model, query, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }
}

enum PartyController {
    static func show(_ visit: Visit) async throws -> Response {
        let (context, directory, party) = try await find(visit)
        var form = PartyForm(party, directory)
        form.into = visit.query["into"]
        return visit.answer(PartyPage(context, directory, party, form).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.party()
        let form = PartyForm(visit.form)
        do {
            let kind = try await find(visit).party.kind
            let party = try await visit.workspace.editParty(
                .id(id), reading: visit.reading, name: form.name, form.place(kind), as: visit.visitor)
            return visit.redirect(to: .partySettings(visit.slug, id), saying: visit.words.partiesSaved(party.name))
        } catch DomainError.invalid(let violations) {
            return try await again(visit, form, violations: violations, status: .unprocessableContent)
        } catch DomainError.conflict {
            return try await again(visit, form, crossed: true, status: .conflict)
        }
    }

    /// Two become one for good: the box that says so must be ticked.
    static func merge(_ visit: Visit) async throws -> Response {
        let id = try visit.party()
        let (_, directory, party) = try await find(visit)
        var form = PartyForm(party, directory)
        form.into = visit.form["into"]
        do {
            guard !form.into.isEmpty else { throw DomainError.invalid(.into, .required) }
            guard visit.form["confirmed"] == "1" else { throw DomainError.invalid(.confirmed, .notConfirmed) }
            let other: PartyHandle = Int(form.into).map { .id($0) } ?? .named(form.into, party.kind)
            let merged = try await visit.workspace.mergeParty(.id(id), into: other, as: visit.visitor)
            return visit.redirect(to: .partySettings(visit.slug, merged.kept.id), saying: visit.words.partiesMerged(merged))
        } catch DomainError.invalid(let violations) {
            return try await again(visit, form, violations: violations, status: .unprocessableContent)
        } catch DomainError.notFound(.party) {
            return try await again(
                visit, form, violations: [Violation(.into, .unknown(form.into))], status: .unprocessableContent)
        }
    }

    static func archive(_ visit: Visit) async throws -> Response { try await setArchived(true, visit) }

    static func restore(_ visit: Visit) async throws -> Response { try await setArchived(false, visit) }

    private static func setArchived(_ archived: Bool, _ visit: Visit) async throws -> Response {
        let id = try visit.party()
        do {
            let party = try await visit.workspace.setArchived(archived, .id(id), as: visit.visitor)
            return visit.redirect(
                to: .partySettings(visit.slug, id),
                saying: archived ? visit.words.partiesArchived(party.name) : visit.words.partiesRestored(party.name))
        } catch DomainError.invalid(let violations) {
            let (_, directory, party) = try await find(visit)
            return try await again(visit, PartyForm(party, directory), violations: violations, status: .unprocessableContent)
        }
    }

    private static func again(
        _ visit: Visit, _ form: PartyForm, violations: [Violation] = [], crossed: Bool = false, status: HTTPResponse.Status
    ) async throws -> Response {
        let (context, directory, party) = try await find(visit)
        return visit.answer(
            PartyPage(context, directory, party, form, violations: violations, crossed: crossed).bytes, status: status)
    }

    private static func find(_ visit: Visit) async throws -> (context: PageContext, directory: Directory, party: Party) {
        let id = try visit.party()
        let seen = try await visit.workspace.directory(visit.visitor)
        guard let party = seen.model.parties.first(where: { $0.id == id }) else { throw DomainError.notFound(.party) }
        return (visit.frame(seen, menu: .settings), seen.model, party)
    }
}

extension Visit {
    fileprivate func party() throws -> Int { try number("party", .party) }
}

/// What the list shows: one kind, those that bear a word, from one entry on.
struct PartyQuery: Sendable, Equatable {
    /// More are searched for and paged; a page shows as many.
    static let size = 50

    let kind: PartyKind
    let text: String
    let archived: Bool
    /// The entry that the page comes after.
    let after: Int?

    init(_ form: FormBody) {
        kind = PartyKind(rawValue: form["kind"]) ?? .unit
        text = form["q"]
        archived = form["archived"] == "1"
        after = Int(form["after"])
    }

    func accepts(_ party: Party) -> Bool {
        party.kind == kind && party.archived == archived && (text.isEmpty || party.name.folded.contains(text.folded))
    }

    func address(after party: Int? = nil) -> Query {
        var query: Query = ["kind": kind.rawValue]
        query.add("q", text)
        query.add("archived", archived ? "1" : nil)
        query.add("after", party.map { String($0) })
        return query
    }
}

/// What is typed of an entry: the unit and the position by name.
struct PartyForm: Sendable, Equatable {
    let name: String
    let unit: String
    let position: String
    /// What it is to be merged into: a number where a list proposes it, else a name.
    var into = ""

    init(_ form: FormBody) {
        name = form["name"]
        unit = form["unit"]
        position = form["position"]
    }

    init(_ party: Party, _ directory: Directory) {
        name = party.name
        unit = party.unit.flatMap { directory.name(of: $0) } ?? ""
        position = party.position.flatMap { directory.name(of: $0) } ?? ""
    }

    func place(_ kind: PartyKind) -> PartyPlace { PartyPlace(unit: unit, position: kind == .person ? position : nil) }
}

extension Directory {
    func name(of party: Int) -> String? { parties.first { $0.id == party }?.name }

    /// Those in use, of a kind, by name.
    func all(_ kind: PartyKind) -> [Party] { parties.filter { $0.kind == kind && !$0.archived } }
}

extension Words {
    fileprivate func partiesAdded(_ name: String) -> String {
        say("\(quote(name)) est dans l’annuaire.", "\(quote(name)) is in the directory.")
    }
    fileprivate func partiesSaved(_ name: String) -> String { say("\(quote(name)) est à jour.", "\(quote(name)) is up to date.") }
    fileprivate func partiesArchived(_ name: String) -> String {
        say("\(quote(name)) passe aux archives et ne se propose plus.", "\(quote(name)) is archived and no longer proposed.")
    }
    fileprivate func partiesRestored(_ name: String) -> String {
        say("\(quote(name)) se propose de nouveau.", "\(quote(name)) is proposed again.")
    }
    fileprivate func partiesMerged(_ merged: Merged) -> String {
        let sentence = say(
            "\(quote(merged.gone.name)) ne fait plus qu’un avec \(quote(merged.kept.name)).",
            "\(quote(merged.gone.name)) is now one with \(quote(merged.kept.name)).")
        guard merged.actions > 0 else { return sentence }
        return sentence + " "
            + say(
                "\(count(merged.actions, "action modifiée", "actions modifiées")).",
                "\(count(merged.actions, "action", "actions")) changed.")
    }
}
