/// One action made into several: the coordinator names the parts and says where each thing goes.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum SplitController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.actionToChange()
        guard !seen.model.action.isClosed else { throw DomainError.invalid(.path, .actionClosed) }
        return visit.answer(SplitPage(visit, seen, SplitForm(of: seen.model.action)).bytes)
    }

    static func split(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        var form = SplitForm(visit.form)
        do {
            let action = try await visit.actionAgain().model.action
            let made = try await visit.workspace.split(
                id, reading: form.version, into: try form.parts(of: action), staysOpen: form.staysOpen, as: visit.visitor)
            return visit.redirect(
                to: .action(visit.slug, id), saying: visit.words.splitDone(made.parts.map(\.id.number)) + visit.words.created(made.created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.actionAgain()
            return visit.answer(SplitPage(visit, seen, form, violations: violations).bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await visit.actionAgain()
            form.version = seen.model.action.version
            return visit.answer(SplitPage(visit, seen, form, crossed: true).bytes, status: .conflict)
        }
    }
}

struct SplitPage {
    private let context: PageContext
    private let words: Words
    private let sheet: ActionSheet
    private let form: SplitForm
    private let violations: [Violation]
    private let crossed: Bool

    init(_ visit: Visit, _ seen: Seen<ActionSheet>, _ form: SplitForm, violations: [Violation] = [], crossed: Bool = false) {
        context = visit.frame(about: seen)
        words = visit.words
        sheet = seen.model
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    private var action: Action { sheet.action }
    private var rows: Int { max(3, form.lines.count + 1) }

    var bytes: [UInt8] {
        page(context, title: words.splitThis, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.splitThis, over: action.label, lead: words.splitLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if crossed { html.div(.class("note al"), .role(.alert)) { html.p(words.changedMeanwhile) } }
            html.post(to: .split(context.slug, action.id), context, .class("texte")) {
                html.hiddenInput("version", String(form.version ?? action.version))
                parts(fields, html)
                shares(fields, html)
                original(fields)
                fields.buttons(words.splitButton, cancel: .action(context.slug, action.id))
                fields.partySuggestions(sheet.desk)
            }
        }
    }

    private func parts(_ fields: Fields, _ html: HTMLWriter) {
        fields.group(words.field(.parts)) {
            html.p(words.partsHelp, .class("aide"), .id(Field.parts.rawValue))
            for index in 0..<rows {
                let line = index < form.lines.count ? form.lines[index] : SplitForm.Line()
                let rank = index + 1
                let isMissing = line.label.isEmpty && (!line.pilot.isEmpty || form.shares.values.contains(String(rank)))
                let broken = violations.filter { $0.field == .label && ($0.rule == .required) == isMissing }
                html.div(.class("champs hautes")) {
                    fields.cell(
                        .label, id: index == 0 ? Field.label.rawValue : "partie-\(rank)", line.label, label: words.part(rank),
                        broken: broken)
                    fields.cell(
                        .pilot, id: index == 0 ? Field.pilot.rawValue : "pilote-\(rank)", line.pilot, label: words.pilotOfPart(rank),
                        list: Fields.partyList)
                }
            }
            fields.errors(violations.filter { $0.field == .parts }, id: Field.parts.rawValue)
        }
    }

    private func shares(_ fields: Fields, _ html: HTMLWriter) {
        let elements = SplitForm.elements(of: action, words)
        guard !elements.isEmpty else { return }
        fields.group(words.whatGoesWhere) {
            for (index, element) in elements.enumerated() {
                html.div(.class("champ")) {
                    html.hiddenInput("element", element.key)
                    html.label(.for("part-\(index)")) {
                        html.text("\(said(element)) ")
                        html.small(words.field(element.field))
                    }
                    html.select(.id("part-\(index)"), .name("share")) {
                        let share = form.shares[element.key] ?? ""
                        html.option(words.stays, .value(""))
                        for rank in 1...rows {
                            html.option(words.part(rank), .value(String(rank)), .selected(share == String(rank)))
                        }
                        html.option(words.everyPart, .value(SplitForm.everyPart), .selected(share == SplitForm.everyPart))
                    }
                }
            }
        }
    }

    private func said(_ element: SplitForm.Element) -> String {
        let text = element.key.drop { $0 != " " }.dropFirst()
        guard element.field == .practices, let practice = sheet.practices.first(where: { $0.id == text }) else { return String(text) }
        return "\(practice.id) \(practice.title.text(words.language))"
    }

    private func original(_ fields: Fields) {
        fields.radios(
            .archived, form.staysOpen ? "open" : "archive",
            among: [
                Choice("open", words.originalStays, help: words.originalStaysHelp),
                Choice("archive", words.originalArchived, help: words.originalArchivedHelp),
            ], label: words.original, name: "original")
    }
}

extension Words {
    var changedMeanwhile: String {
        say(
            "L’action a changé entre-temps. Relisez-la\u{A0}: ce que vous avez écrit est encore là, et rien n’est enregistré.",
            "The action changed in the meantime. Read it again: what you wrote is still here, and nothing is saved.")
    }
    fileprivate var splitLead: String {
        say(
            "Chaque partie devient une action, au même niveau et aux mêmes dates, liée à celle d’origine.",
            "Each part becomes an action, at the same level and dates, linked to the original.")
    }
    fileprivate var partsHelp: String {
        say(
            "Vide, le pilote est celui de l’action. Effet, effort et coût sont à estimer de nouveau.",
            "Empty, the pilot is the action’s. Impact, effort and cost are to be estimated again.")
    }
    fileprivate func part(_ rank: Int) -> String { say("Partie \(rank)", "Part \(rank)") }
    fileprivate func pilotOfPart(_ rank: Int) -> String { say("Pilote de la partie \(rank)", "Pilot of part \(rank)") }
    fileprivate var whatGoesWhere: String { say("Ce qui va où", "What goes where") }
    fileprivate var stays: String { say("Reste dans l’action d’origine", "Stays in the original action") }
    fileprivate var everyPart: String { say("Toutes les parties", "Every part") }
    fileprivate var original: String { say("L’action d’origine", "The original action") }
    fileprivate var originalStays: String { say("Reste ouverte", "Stays open") }
    fileprivate var originalStaysHelp: String { say("Sans ce que les parties emportent.", "Without what the parts take along.") }
    fileprivate var originalArchived: String { say("Est archivée", "Is archived") }
    fileprivate var originalArchivedHelp: String {
        say("Telle quelle, avec ses notes et son journal.", "As it is, with its notes and its journal.")
    }
    fileprivate var splitButton: String { say("Diviser l’action", "Split the action") }
    fileprivate func splitDone(_ numbers: [Int]) -> String {
        let parts = list(numbers.map { say("n°\u{A0}\($0)", "no.\u{A0}\($0)") })
        return say("Action divisée\u{A0}: \(parts).", "Action split: \(parts).")
    }
}
