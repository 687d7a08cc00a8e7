/// The links of an action: those that stand, each to be removed where people made it, and one to add.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum LinksController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.neighbours()
        try seen.model.sheet.requireChanging()
        return visit.answer(LinksPage(visit, seen, kind: ActionLinkKind.dependsOn.rawValue, other: "", []).bytes)
    }

    static func add(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let (kind, other) = (visit.form["kind"], visit.form[Field.links.rawValue])
        do {
            var reader = ActionFormReader()
            let link: ActionLinkKind = reader.required(kind, .links, else: .relatesTo)
            let number = reader.actionNumber(other, in: id.plan, .links)
            try reader.require()
            try await visit.workspace.link(id, link, to: number, as: visit.visitor)
            return visit.redirect(to: .action(visit.slug, id), saying: visit.words.linkAdded)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.neighbours()
            return visit.answer(LinksPage(visit, seen, kind: kind, other: other, violations).bytes, status: .unprocessableContent)
        }
    }

    static func remove(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        var reader = ActionFormReader()
        let kind: ActionLinkKind = reader.required(visit.form["kind"], .links, else: .relatesTo)
        let other = reader.actionNumber(visit.form["other"], in: id.plan, .links)
        do {
            try reader.require()
            let comes = visit.form["own"].isEmpty
            let (from, to) = comes ? (ActionID(plan: id.plan, number: other), id.number) : (id, other)
            try await visit.workspace.unlink(from, kind, to: to, as: visit.visitor)
            return visit.redirect(to: .links(visit.slug, id), saying: visit.words.linkRemoved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.neighbours()
            return visit.answer(
                LinksPage(visit, seen, kind: kind.rawValue, other: "", violations).bytes, status: .unprocessableContent)
        }
    }
}

struct LinksPage {
    private let context: PageContext
    private let words: Words
    private let sheet: ActionSheet
    private let others: [ActionRow]
    private let kind: String
    private let other: String
    private let violations: [Violation]

    init(_ visit: Visit, _ seen: Seen<ActionNeighbours>, kind: String, other: String, _ violations: [Violation]) {
        context = visit.frame(beside: seen)
        words = visit.words
        sheet = seen.model.sheet
        others = seen.model.others
        self.kind = kind
        self.other = other
        self.violations = violations
    }

    private var id: ActionID { sheet.action.id }

    var bytes: [UInt8] {
        page(context, title: words.linksTitle, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, id.plan)), (sheet.action.label, .action(context.slug, id)))
            html.heading(words.linksTitle, over: words.actionNumber(id.number), lead: sheet.action.label)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if !sheet.links.isEmpty {
                html.ul(.class("liste texte")) { for link in sheet.links { html.li { standing(link, html) } } }
            }
            html.post(to: .links(context.slug, id), context, .class("etroit")) {
                html.h2(words.addLink)
                Fields(html, words).radios(
                    .links, kind,
                    among: ActionLinkKind.byHand.map {
                        Choice($0.rawValue, words.link($0, isOwn: true), help: $0 == .dependsOn ? words.dependsOnHelp : nil)
                    }, label: words.thisAction, name: "kind", required: true)
                fields.otherAction(.links, other, others)
                fields.buttons(words.linkButton, cancel: .action(context.slug, id))
            }
        }
    }

    private func standing(_ link: LinkedAction, _ html: HTMLWriter) {
        html.linked(link, context, plan: id.plan)
        guard ActionLinkKind.byHand.contains(link.kind) else { return }
        html.post(to: .linkRemoval(context.slug, id), context) {
            html.hiddenInput("kind", link.kind.rawValue)
            html.hiddenInput("other", String(link.number))
            if link.isOwn { html.hiddenInput("own", "1") }
            html.button(.class("lien")) {
                html.text(words.removeLink)
                html.span(" \(words.quote(link.label))", .class("lu"))
            }
        }
    }
}

extension Fields {
    /// The number of another action of the plan, with the first ones to choose from.
    func otherAction(_ field: Field, _ value: String, _ others: [ActionRow]) {
        let broken = violations.filter { $0.field == field }
        let id = field.rawValue
        html.div(.class("champ")) {
            html.label(words.otherAction, .for(id))
            html.p(words.otherActionHelp, .class("aide"), .id("\(id)-a"))
            html.input(
                .id(id), .name(id), .value(value), .required, .list("autres"), .maxLength(20), .inputMode(.numeric),
                describedBy(id, help: words.otherActionHelp, broken: broken), .invalid(!broken.isEmpty))
            html.datalist(.id("autres")) { for row in others { html.option(row.label, .value(String(row.number))) } }
            errors(broken, id: id)
        }
    }
}

extension ActionFormReader {
    /// « 12 », « 1/12 », « n° 12 »: the number of an action of that plan.
    mutating func actionNumber(_ text: String, in plan: Int, _ field: Field) -> Int {
        let parts = text.filter { $0.isASCII && ($0.isNumber || $0 == "/") }.split(separator: "/").map { Int($0) }
        guard !text.isEmpty else {
            fail(field, .required)
            return 0
        }
        guard (1...2).contains(parts.count), let number = parts.last ?? nil else {
            fail(field, .notANumber(text))
            return 0
        }
        if parts.count == 2, parts[0] != plan { fail(field, .otherPlan) }
        return number
    }
}

extension Visit {
    /// The action in the address beside others of its plan.
    func neighbours(asking numbers: [Int] = []) async throws -> Seen<ActionNeighbours> {
        try await workspace.neighbours(of: actionID(), asking: numbers, visitor)
    }

    func frame(beside seen: Seen<ActionNeighbours>) -> PageContext {
        frame(seen, menu: .actions, plan: seen.model.sheet.plan)
    }
}

extension ActionSheet {
    /// Only what may still change has a form.
    func requireChanging() throws {
        try plan.requireOpen()
        guard !action.archived else { throw DomainError.invalid(.archived, .actionArchived) }
    }
}

extension Words {
    fileprivate var linksTitle: String { say("Liens avec d’autres actions", "Links with other actions") }
    fileprivate var addLink: String { say("Ajouter un lien", "Add a link") }
    fileprivate var thisAction: String { say("Cette action", "This action") }
    fileprivate var dependsOnHelp: String {
        say(
            "L’autre doit être en vigueur d’abord\u{A0}; son retard se verra ici.",
            "The other must be in force first; its delay shows here.")
    }
    fileprivate var otherAction: String { say("Numéro de l’autre action", "The other action’s number") }
    fileprivate var otherActionHelp: String { say("Du même plan.", "Of the same plan.") }
    fileprivate var linkButton: String { say("Lier", "Link") }
    fileprivate var removeLink: String { say("Retirer le lien", "Remove the link") }
    fileprivate var linkAdded: String { say("Lien ajouté, visible des deux côtés.", "Link added, visible from both sides.") }
    fileprivate var linkRemoved: String { say("Lien retiré.", "Link removed.") }
}
