/// Forms: fields that name what they ask, keep what was typed and say beside themselves what is to be mended.

import HTML
import JalonDomain

/// One thing to choose among others.
struct Choice: Sendable, Equatable {
    let value: String
    let label: String
    let help: String?

    init(_ value: String, _ label: String, help: String? = nil) {
        self.value = value
        self.label = label
        self.help = help
    }
}

extension HTMLWriter {
    /// A form that changes something: it always carries the token.
    func post(to path: Path, _ context: PageContext, _ attributes: Attribute = .none, content: () -> Void) {
        form(.method(.post), .action(path), attributes) {
            formToken(context)
            content()
        }
    }

    /// A form that asks: its answers go in the address.
    func search(_ path: Path, label: String, content: () -> Void) {
        form(.method(.get), .action(path), .class("champs ecran"), .role(.search), .ariaLabel(label), content: content)
    }

    func formToken(_ context: PageContext) {
        if !context.formToken.isEmpty { hiddenInput(FormToken.fieldName, context.formToken) }
    }

    func hiddenInput(_ name: String, _ value: String) { input(.type(.hidden), .name(name), .value(value)) }
}

/// Writes the fields of one form; the name and the id of a field are its `Field`'s, unless told otherwise.
struct Fields {
    let html: HTMLWriter
    let words: Words
    let violations: [Violation]
    /// What someone else stored in a field meanwhile, said beside it.
    var stored: [Field: String] = [:]
    /// What names and ids start with, on a page of several forms.
    let prefix: String

    init(_ html: HTMLWriter, _ words: Words, violations: [Violation] = [], prefix: String = "") {
        self.html = html
        self.words = words
        self.violations = violations
        self.prefix = prefix
    }

    /// The summary of what is to be mended, each line leading to its field; nothing when all is well.
    func errorSummary() {
        guard !violations.isEmpty else { return }
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(violations.count), .id("er"))
            html.ul(.class("liste")) {
                for violation in violations {
                    html.li { html.a(words.violation(violation), .href(Fragment(prefix + violation.field.rawValue))) }
                }
            }
        }
    }

    func text(
        _ field: Field, _ value: String, label: String? = nil, name: String? = nil, type: Attribute.InputType = .text,
        required: Bool = false, help: String? = nil, maxLength: Int? = nil, inputMode: Attribute.InputMode? = nil,
        autocomplete: Attribute.Autocomplete? = nil, suggestions: [String] = []
    ) {
        let id = name ?? prefix + field.rawValue
        wrap(field, id: id, label: label, required: required, help: help) { describedBy, invalid in
            html.input(
                .id(id), .name(id), .when(type != .text, .type(type)), .required(required), .value(value), describedBy, invalid,
                maxLength.map { .maxLength($0) } ?? .none, inputMode.map { .inputMode($0) } ?? .none,
                autocomplete.map { .autocomplete($0) } ?? .none, .when(!suggestions.isEmpty, .list("\(id)-l")))
            if !suggestions.isEmpty {
                html.datalist(.id("\(id)-l")) { for suggestion in suggestions { html.option("", .value(suggestion)) } }
            }
        }
    }

    /// A day, typed as the language writes it: the picker of browsers is not usable by everyone. Nothing forbids a browser to complete what
    /// is typed here or elsewhere: those that may not complete a field do not give it back either, after a page that failed.
    func day(
        _ field: Field, _ value: String, example: Day, label: String? = nil, name: String? = nil, required: Bool = false,
        help: String? = nil
    ) {
        let hint = words.labelled(words.example, words.typedDay(example))
        text(
            field, value, label: label, name: name, required: required, help: help.map { "\($0) \(hint)" } ?? hint)
    }

    func textarea(
        _ field: Field, _ value: String, label: String? = nil, name: String? = nil, rows: Int = 3, required: Bool = false,
        help: String? = nil, maxLength: Int? = nil
    ) {
        let id = name ?? prefix + field.rawValue
        wrap(field, id: id, label: label, required: required, help: help) { describedBy, invalid in
            html.textarea(
                value, .id(id), .name(id), .rows(rows), .required(required), describedBy, invalid,
                maxLength.map { .maxLength($0) } ?? .none)
        }
    }

    /// `blank` is what stands for no choice.
    func select(
        _ field: Field, _ value: String, among choices: [Choice], blank: String? = nil, label: String? = nil, name: String? = nil,
        required: Bool = false, help: String? = nil
    ) {
        let id = name ?? prefix + field.rawValue
        wrap(field, id: id, label: label, required: required, help: help) { describedBy, invalid in
            html.select(.id(id), .name(id), .required(required), describedBy, invalid) {
                if let blank { html.option(blank, .value("")) }
                for choice in choices { html.option(choice.label, .value(choice.value), .selected(choice.value == value)) }
            }
        }
    }

    /// One choice among a few, all seen at once.
    func radios(
        _ field: Field, _ value: String, among choices: [Choice], label: String? = nil, name: String? = nil, required: Bool = false,
        help: String? = nil
    ) {
        boxes(
            field, type: .radio, among: choices, label: label, name: name, required: required, help: help
        ) { $0 == value }
    }

    /// A single yes or no, sent as `1` when ticked.
    func checkbox(_ name: String, _ label: String, checked: Bool, help: String? = nil) {
        html.div(.class("champ choix")) {
            html.label {
                html.input(.type(.checkbox), .id(name), .name(name), .value("1"), .checked(checked))
                html.span {
                    html.text(label)
                    if let help { note(help) }
                }
            }
        }
    }

    /// Short fields side by side.
    func row(content: () -> Void) { html.div(.class("champs hautes"), content: content) }

    /// A part of a long form.
    func group(_ title: String, content: () -> Void) {
        html.fieldset(.class("grand")) {
            html.legend(title)
            content()
        }
    }

    /// The button that saves, and the way out.
    func buttons(_ label: String, cancel: Path? = nil) {
        html.ligne {
            html.button(label)
            if let cancel {
                html.text(" ")
                html.buttonLink(words.cancel, cancel, secondary: true)
            }
        }
    }

    // MARK: What fields share

    private func wrap(
        _ field: Field, id: String, label: String?, required: Bool, help: String?,
        control: (_ describedBy: Attribute, _ invalid: Attribute) -> Void
    ) {
        let broken = violations.filter { $0.field == field }
        let help = beside(field, help)
        html.div(.class("champ")) {
            html.label(.for(id)) { caption(label ?? words.field(field), required: required) }
            if let help { html.p(help, .class("aide"), .id("\(id)-a")) }
            control(describedBy(id, help: help, broken: broken), .invalid(!broken.isEmpty))
            errors(broken, id: id)
        }
    }

    private func boxes(
        _ field: Field, type: Attribute.InputType, among choices: [Choice], label: String?, name: String?, required: Bool,
        help: String?, isChosen: (String) -> Bool
    ) {
        let id = name ?? prefix + field.rawValue
        let broken = violations.filter { $0.field == field }
        let help = beside(field, help)
        html.fieldset(.class("champ choix"), describedBy(id, help: help, broken: broken)) {
            html.legend { caption(label ?? words.field(field), required: required) }
            if let help { html.p(help, .class("aide"), .id("\(id)-a")) }
            for (index, choice) in choices.enumerated() {
                html.label {
                    // The summary of errors leads to the first one.
                    html.input(
                        .type(type), .when(index == 0, .id(id)), .name(id), .value(choice.value), .checked(isChosen(choice.value)),
                        .required(required && type == .radio), .when(type == .radio, .invalid(!broken.isEmpty)))
                    html.span {
                        html.text(choice.label)
                        if let help = choice.help { note(help) }
                    }
                }
            }
            errors(broken, id: id)
        }
    }

    /// The indication of a field, with what someone else stored there.
    func beside(_ field: Field, _ help: String?) -> String? {
        guard let stored = stored[field] else { return help }
        return help.map { "\(stored) \($0)" } ?? stored
    }

    private func caption(_ label: String, required: Bool) {
        html.text(label)
        if required {
            html.text(" ")
            html.small(words.required)
        }
    }

    private func note(_ help: String) {
        html.br()
        html.small(help)
    }

    func describedBy(_ id: String, help: String?, broken: [Violation]) -> Attribute {
        .describedBy((help == nil ? [] : ["\(id)-a"]) + (broken.isEmpty ? [] : ["\(id)-e"]))
    }

    func errors(_ broken: [Violation], id: String) {
        guard !broken.isEmpty else { return }
        html.p(.class("err"), .id("\(id)-e")) {
            for (index, violation) in broken.enumerated() {
                if index > 0 { html.br() }
                html.span(words.rule(violation.rule), .class("hc"))
            }
        }
    }
}

extension Words {
    var required: String { say("(obligatoire)", "(required)") }
    var cancel: String { say("Annuler", "Cancel") }
    var example: String { say("Exemple", "Example") }

    func answersToMend(_ number: Int) -> String {
        say(
            "\(count(number, "réponse est à corriger", "réponses sont à corriger"))",
            "\(count(number, "answer to correct", "answers to correct"))")
    }
}
