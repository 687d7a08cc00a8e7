/// Several actions made into one: first which, then whose answer stands where they differ.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MergeController {
    static func show(_ visit: Visit) async throws -> Response {
        let form = MergeForm(visit.query)
        return try await answer(visit, form, [], status: .ok)
    }

    static func merge(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let form = MergeForm(visit.form)
        do {
            let input = try form.input(plan: id.plan)
            _ = try await visit.workspace.merge(id, input, as: visit.visitor)
            return visit.redirect(to: .action(visit.slug, id), saying: visit.words.merged(input.others.map(\.number)))
        } catch DomainError.invalid(let violations) {
            return try await answer(visit, form, violations, status: .unprocessableContent)
        } catch DomainError.conflict {
            return try await answer(visit, form, [], status: .conflict)
        }
    }

    /// The choices where every number is known; else the numbers to mend.
    private static func answer(
        _ visit: Visit, _ form: MergeForm, _ violations: [Violation], status: HTTPResponse.Status
    ) async throws -> Response {
        let id = try visit.actionID()
        var reader = ActionFormReader()
        let numbers = form.with.map { reader.actionNumber($0, in: id.plan, .actions) }
        let seen = try await visit.neighbours(asking: numbers)
        try seen.model.sheet.requireChanging()
        var found = violations
        if found.isEmpty { found = reader.violations }
        for (text, number) in zip(form.with, numbers) where found.isEmpty {
            if number == id.number {
                found.append(Violation(.actions, .itself))
            } else if let other = seen.model.asked.first(where: { $0.id.number == number }) {
                if other.archived { found.append(Violation(.actions, .actionArchived)) }
            } else {
                found.append(Violation(.actions, .unknown(text)))
            }
        }
        let isRefused = status == .ok && !found.isEmpty
        let page = MergePage(visit, seen, form, violations: found, crossed: status == .conflict)
        return visit.answer(page.bytes, status: isRefused ? .unprocessableContent : status)
    }
}

struct MergeForm: Sendable {
    /// The numbers of the others, as typed.
    var with: [String]
    /// By field, the number of the action whose answer stands.
    var choices: [Field: Int] = [:]
    var reason: String
    /// `12:3`: the version that was read of an action.
    private var read: [String]

    init(_ form: FormBody) {
        var seen: Set<String> = []
        with = form.all("with").filter { !$0.isEmpty && seen.insert($0).inserted }
        reason = form[Field.reason.rawValue]
        read = form.all("read")
        for field in Action.chosenWhenMerged { choices[field] = Int(form[field.rawValue]) }
    }

    func input(plan: Int) throws -> MergeInput {
        var reader = ActionFormReader()
        let numbers = with.map { reader.actionNumber($0, in: plan, .actions) }
        try reader.require()
        var reading: [Int: Int] = [:]
        for pair in read {
            let parts = pair.split(separator: ":").map { Int($0) }
            if parts.count == 2, let number = parts[0] { reading[number] = parts[1] }
        }
        return MergeInput(
            others: numbers.map { ActionID(plan: plan, number: $0) }, choices: choices, reason: reason, reading: reading)
    }
}

struct MergePage {
    private let context: PageContext
    private let words: Words
    private let seen: ActionNeighbours
    private let form: MergeForm
    private let violations: [Violation]
    private let crossed: Bool

    init(_ visit: Visit, _ seen: Seen<ActionNeighbours>, _ form: MergeForm, violations: [Violation], crossed: Bool) {
        context = visit.frame(beside: seen)
        words = visit.words
        self.seen = seen.model
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    private var sheet: ActionSheet { seen.sheet }
    private var action: Action { sheet.action }
    private var all: [Action] { [action] + seen.asked }
    private var asksWhich: Bool { seen.asked.isEmpty || violations.contains { $0.field == .actions } }

    var bytes: [UInt8] {
        page(context, title: words.mergeThis, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.mergeThis, over: action.label, lead: asksWhich ? words.mergeLead : words.mergeChoicesLead(seen.asked.count))
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if crossed { html.div(.class("note al"), .role(.alert)) { html.p(words.changedMeanwhile) } }
            if asksWhich { which(fields, html) } else { choices(fields, html) }
        }
    }

    private func which(_ fields: Fields, _ html: HTMLWriter) {
        html.form(.method(.get), .action(Path.merge(context.slug, action.id)), .class("texte")) {
            let broken = violations.filter { $0.field == .actions }
            html.fieldset(.class("champ"), fields.describedBy(Field.actions.rawValue, help: words.mergeWhichHelp, broken: broken)) {
                html.legend(words.mergeWhich)
                html.p(words.mergeWhichHelp, .class("aide"), .id("\(Field.actions.rawValue)-a"))
                html.div(.class("champs")) {
                    for (index, value) in (form.with + ["", "", ""]).enumerated() {
                        html.input(
                            .id(index == 0 ? Field.actions.rawValue : "\(Field.actions.rawValue)-\(index)"), .name("with"), .value(value),
                            .ariaLabel(words.numberOfAction(index + 1)), .list("autres"), .maxLength(20),
                            .invalid(!broken.isEmpty && !value.isEmpty))
                    }
                }
                fields.errors(broken, id: Field.actions.rawValue)
            }
            html.datalist(.id("autres")) { for row in seen.others { html.option(row.label, .value(String(row.number))) } }
            fields.buttons(words.mergeNext, cancel: .action(context.slug, action.id))
        }
    }

    private func choices(_ fields: Fields, _ html: HTMLWriter) {
        html.post(to: .merge(context.slug, action.id), context, .class("texte")) {
            for other in seen.asked { html.hiddenInput("with", String(other.id.number)) }
            for one in all { html.hiddenInput("read", "\(one.id.number):\(one.version)") }
            let differing = Action.chosenWhenMerged.filter { field in Set(all.map { said(field, $0) }).count > 1 }
            if !differing.isEmpty {
                fields.group(words.mergeDiffering) { for field in differing { choice(field, fields) } }
                if sheet.plan.hasBeenValidated, differing.contains(.due) {
                    fields.text(.reason, form.reason, label: words.slippageReason, help: words.slippageReasonHelp, maxLength: 1000)
                }
            }
            html.h2(words.mergeTogether)
            html.p(words.mergeTogetherHelp)
            html.ul(.class("liste")) {
                for one in all {
                    html.li {
                        html.a(
                            words.linkedAction(one.id.number, one.label), .href(Path.action(context.slug, one.id)))
                        html.text(" ")
                        html.level(one.current.level, words)
                        html.text(" ")
                        html.progress(one.current.progress, percent: one.current.percent, words)
                    }
                }
            }
            html.p(words.mergePath)
            fields.buttons(words.mergeButton, cancel: .action(context.slug, action.id))
        }
    }

    private func choice(_ field: Field, _ fields: Fields) {
        // One's own answer stands unless it is empty.
        let own = all.first { !said(field, $0).isEmpty } ?? action
        fields.radios(
            field, String(form.choices[field] ?? own.id.number),
            among: all.map { one in
                let said = said(field, one)
                return Choice(
                    String(one.id.number), said.isEmpty ? words.mergeEmpty : said, help: words.actionNumber(one.id.number))
            })
    }

    /// What an action answers, in words; nothing for no answer.
    private func said(_ field: Field, _ action: Action) -> String {
        switch field {
        case .label: action.label
        case .description: action.description.count > 300 ? action.description.prefix(299) + "…" : action.description
        case .axis: action.axis.flatMap { number in sheet.plan.axes.first { $0.number == number }?.title } ?? ""
        case .pilot: action.pilot.flatMap { sheet.names[$0] } ?? ""
        case .plannedStart: action.current.plannedStart.map(words.day) ?? ""
        case .due: action.current.forecast.map(words.day) ?? ""
        case .difficulty: action.difficulty.map(words.difficulty) ?? ""
        case .impact: action.impact.map { words.estimate($0) } ?? ""
        case .effort: action.effort.map { words.estimate($0) } ?? ""
        case .cost: action.cost.map { words.money(cents: $0) } ?? ""
        case .visibility: words.visibility(action.visibility)
        default: ""
        }
    }
}

extension Words {
    fileprivate var mergeLead: String {
        say(
            "Celle-ci continue et reçoit ce que disent les autres\u{A0}; les autres sont archivées et mènent ici.",
            "This one goes on and takes in what the others say; the others are archived and lead here.")
    }
    fileprivate func mergeChoicesLead(_ others: Int) -> String {
        say(
            "\(plural(others, "L’autre action sera archivée", "Les \(others) autres actions seront archivées")) après votre accord.",
            "\(plural(others, "The other action", "The \(others) other actions")) will be archived once you agree.")
    }
    fileprivate var mergeWhich: String { say("Avec quelles actions\u{A0}?", "With which actions?") }
    fileprivate var mergeWhichHelp: String {
        say("Leurs numéros dans ce plan, un par case.", "Their numbers in this plan, one in each box.")
    }
    fileprivate func numberOfAction(_ rank: Int) -> String { say("Numéro \(rank)", "Number \(rank)") }
    fileprivate var mergeNext: String { say("Comparer", "Compare") }
    fileprivate var mergeDiffering: String { say("Où elles diffèrent", "Where they differ") }
    fileprivate var mergeTogether: String { say("Ce qui se réunit", "What is put together") }
    fileprivate var mergeTogetherHelp: String {
        say(
            "Bonnes pratiques, contributeurs, périmètres, objectifs, indicateurs, jalons, preuves et étiquettes, chacun une fois.",
            "Practices, contributors, perimeters, objectives, indicators, milestones, evidence and tags, each once.")
    }
    fileprivate var mergePath: String {
        say(
            "Le chemin de la première continue\u{A0}; ceux des autres se lisent dans leurs fiches archivées, avec leurs notes.",
            "The first one’s path goes on; the others’ can be read on their archived pages, with their notes.")
    }
    fileprivate var mergeEmpty: String { say("(vide)", "(empty)") }
    fileprivate var mergeButton: String { say("Fusionner", "Merge") }
    fileprivate func merged(_ numbers: [Int]) -> String {
        let others = list(numbers.map { say("n°\u{A0}\($0)", "no.\u{A0}\($0)") })
        return say("Fusion faite avec \(others).", "Merged with \(others).")
    }
}
