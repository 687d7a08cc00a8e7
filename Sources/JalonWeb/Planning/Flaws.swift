/// Forms of many figures: each is named by its place, and what is wrong is said beside it and on top.
import HTML
import JalonDomain

/// What is to be mended in one input.
struct Flaw: Sendable, Equatable {
    /// Of the input.
    let id: String
    /// How the summary names it.
    let label: String
    let rule: Rule
}

/// The inputs of such a form.
struct FigureFields {
    let html: HTMLWriter
    let words: Words
    let flaws: [Flaw]

    /// What is to be mended, each line leading to its input; nothing when all is well.
    func summary() {
        guard !flaws.isEmpty else { return }
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(flaws.count), .id("er"))
            html.ul(.class("liste")) {
                for flaw in flaws {
                    html.li { html.a(words.labelled(flaw.label, words.rule(flaw.rule)), .href(Fragment(flaw.id))) }
                }
            }
        }
    }

    /// A labelled input for a number, or for words.
    func input(_ id: String, _ value: String, label: String, isNumber: Bool = true, help: String? = nil) {
        html.div(.class("champ")) {
            html.label(label, .for(id))
            if let help { html.p(help, .class("aide"), .id("\(id)-a")) }
            bare(id, value, isNumber: isNumber, help: help)
        }
    }

    /// The same in a cell, whose row and column name it.
    func bare(_ id: String, _ value: String, label: String? = nil, isNumber: Bool = true, help: String? = nil) {
        let broken = flaws.filter { $0.id == id }
        html.input(
            .id(id), .name(id), .value(value), label.map { .ariaLabel($0) } ?? .none, .when(isNumber, .inputMode(.decimal)),
            .describedBy((help == nil ? [] : ["\(id)-a"]) + (broken.isEmpty ? [] : ["\(id)-e"])), .invalid(!broken.isEmpty))
        guard !broken.isEmpty else { return }
        html.p(.class("err"), .id("\(id)-e")) {
            for flaw in broken { html.span(words.rule(flaw.rule), .class("hc")) }
        }
    }

    func select(_ id: String, _ value: String, among choices: [Choice], blank: String, label: String) {
        html.div(.class("champ")) {
            html.label(label, .for(id))
            html.select(.id(id), .name(id)) {
                html.option(blank, .value(""))
                for choice in choices { html.option(choice.label, .value(choice.value), .selected(choice.value == value)) }
            }
        }
    }
}

/// A figure as someone typed it.
enum TypedFigure {
    /// `nil` for nothing.
    static func days(_ text: String) -> Result<Double?, FlawRule> {
        guard !text.isEmpty else { return .success(nil) }
        switch Figure.reading(text) {
        case .success(let value): return MeansEdit.refuses(days: value).map { .failure(FlawRule(rule: $0)) } ?? .success(value)
        case .failure(let rule): return .failure(FlawRule(rule: .figure(rule)))
        }
    }

    /// In cents.
    static func money(_ text: String) -> Result<Int?, FlawRule> {
        let plain = text.filter { !$0.isWhitespace && $0 != "€" }
        guard !plain.isEmpty else { return .success(nil) }
        switch Figure.reading(plain) {
        case .success(let value) where value < 0: return .failure(FlawRule(rule: .figure(.negative)))
        case .success(let value) where value * 100 > Double(MeansEdit.mostMoney): return .failure(FlawRule(rule: .figure(.tooLarge)))
        case .success(let value): return .success(Int((value * 100).rounded()))
        case .failure(let rule): return .failure(FlawRule(rule: .figure(rule)))
        }
    }

    static func quarters(_ text: String) -> Result<Int?, FlawRule> {
        guard !text.isEmpty else { return .success(nil) }
        guard let number = Int(text) else { return .failure(FlawRule(rule: .notANumber(text))) }
        guard (1...StageEstimate.mostQuarters).contains(number) else {
            return .failure(FlawRule(rule: .outOfRange(1, StageEstimate.mostQuarters)))
        }
        return .success(number)
    }

    struct FlawRule: Error {
        let rule: Rule
    }
}

extension Words {
    /// Days as a form shows them.
    func typedDays(_ days: Double) -> String { plain(days) }

    /// « experimentation|3|120000|Achats 5 », as the journal has it.
    func need(_ text: String) -> String {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, let key = StageKey(code: parts[0]) else { return text }
        let said =
            [Int(parts[1]).map(quarters)].compactMap { $0 } + parts.dropFirst(3).map { say("\($0) j", "\($0) d") }
            + [Int(parts[2]).map { money(cents: $0) }].compactMap { $0 }
        return labelled(stage(key), said.joined(separator: ", "))
    }
}
