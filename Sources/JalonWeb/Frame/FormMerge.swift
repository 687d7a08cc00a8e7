/// Two people who fill the same form: answer by answer, what was typed is put together with what someone else saved since it was read.
import HTML
import JalonDomain

/// One answer of a form: the names that carry it and, for a list, how it comes apart.
struct FormPart: Sendable {
    enum Shape: Sendable {
        case whole
        /// One value, or one row of them, in each repeated input.
        case values
        case lines, commas
    }

    let field: Field
    let names: [String]
    let shape: Shape

    init(_ field: Field, _ shape: Shape = .whole, names: [String]? = nil) {
        self.field = field
        self.names = names ?? [field.rawValue]
        self.shape = shape
    }
}

/// A form that two people may fill at once.
protocol MergedForm: Sendable {
    init(_ form: FormBody)
    /// What a browser sends of it, when it asks for everything that this says.
    var pairs: [(name: String, value: String)] { get }
    static var parts: [FormPart] { get }
    /// What the form said when it was read, which it carries along; `nil` when it did not.
    var read: FormBody? { get set }
}

/// What was typed, put together with what stands now.
struct FormMerge<Form: MergedForm> {
    /// Ready to be sent again: it was read from what stands now.
    private(set) var form: Form
    /// Answers that only someone else changed.
    private(set) var taken: [Field] = []
    /// Lists that both changed, element by element.
    private(set) var together: [Field] = []
    /// Answers that both changed: one of the two is to be chosen.
    private(set) var asked: [Field] = []

    init(typed: Form, standing: Form) {
        let base = typed.read.map { FormBody(Form($0).pairs) }
        let mine = FormBody(typed.pairs)
        let theirs = FormBody(Form(FormBody(standing.pairs)).pairs)
        var pairs = typed.pairs
        for part in Form.parts {
            guard let here = part.elements(of: mine), let there = part.elements(of: theirs) else { continue }
            switch part.merge(base: base.flatMap(part.elements(of:)), mine: here, theirs: there) {
            case .mine: continue
            case .asked:
                asked.append(part.field)
                continue
            case .taken:
                taken.append(part.field)
                part.set(there, in: &pairs)
            case .together(let elements):
                together.append(part.field)
                part.set(elements, in: &pairs)
            }
        }
        form = Form(FormBody(pairs))
        form.read = theirs
    }
}

extension MergedForm {
    /// What was typed, with someone else's answer wherever it was chosen; and the questions left without a choice.
    static func settled(_ form: FormBody) -> (form: Self, unanswered: [Field]) {
        let typed = Self(form)
        let asked = form.all("asked")
        guard !asked.isEmpty, let read = typed.read else { return (typed, []) }
        var pairs = typed.pairs
        var unanswered: [Field] = []
        for part in parts where asked.contains(part.field.rawValue) {
            switch form[part.choiceName] {
            case "theirs": part.set(part.elements(of: read) ?? [], in: &pairs)
            case "mine": continue
            default: unanswered.append(part.field)
            }
        }
        var settled = Self(FormBody(pairs + [("version", form["version"])]))
        settled.read = read
        return (settled, unanswered)
    }

    /// Refuses a form with questions left without a choice.
    static func require(_ unanswered: [Field]) throws {
        guard unanswered.isEmpty else { throw DomainError.invalid(unanswered.map { Violation($0, .choiceNeeded) }) }
    }
}

extension FormPart {
    enum Outcome: Equatable {
        /// What was typed stands.
        case mine
        case taken
        case together([String])
        case asked
    }

    /// The input that chooses between two answers.
    var choiceName: String { "choice-\(field.rawValue)" }

    func merge(base: [String]?, mine: [String], theirs: [String]) -> Outcome {
        if mine == theirs { return .mine }
        guard let base else { return .asked }
        if theirs == base { return .mine }
        if mine == base { return .taken }
        guard shape != .whole else { return .asked }
        let (came, went) = (mine.filter { !base.contains($0) }, base.filter { !mine.contains($0) })
        let theirsCame = theirs.filter { !base.contains($0) }
        // Both put something else in the place of the same element.
        if !came.isEmpty, !theirsCame.isEmpty, came != theirsCame, went.contains(where: { !theirs.contains($0) }) { return .asked }
        return .together(theirs.filter { !went.contains($0) } + came.filter { !theirs.contains($0) })
    }

    /// `nil` when the form does not ask for it.
    func elements(of form: FormBody) -> [String]? {
        guard let name = names.first, form.has(name) else { return nil }
        switch shape {
        case .whole: return [form[name]]
        case .lines: return form.lines(name)
        case .commas: return typedPieces(form[name]) { $0 == "," || $0 == ";" }
        case .values:
            let columns = names.map(form.all)
            let rows = (0..<(columns.map(\.count).max() ?? 0)).map { row in
                columns.map { row < $0.count ? $0[row] : "" }
            }
            return rows.filter { !$0.allSatisfy(\.isEmpty) }.map { $0.joined(separator: Self.unit) }
        }
    }

    fileprivate func set(_ elements: [String], in pairs: inout [(name: String, value: String)]) {
        pairs.removeAll { names.contains($0.name) }
        guard let name = names.first else { return }
        switch shape {
        case .whole: pairs.append((name, elements.first ?? ""))
        case .lines: pairs.append((name, elements.joined(separator: "\n")))
        case .commas: pairs.append((name, elements.joined(separator: ", ")))
        case .values:
            // A list without an element is still an answer.
            if elements.isEmpty { pairs += names.map { (name: $0, value: "") } }
            for element in elements {
                let cells = element.split(separator: Self.unit, omittingEmptySubsequences: false).map(String.init)
                pairs += zip(names, cells).map { (name: $0, value: $1) }
            }
        }
    }

    /// Between the cells of a row; nobody types it.
    private static let unit = "\u{1F}"
}

extension HTMLWriter {
    /// What the form says as it is read, sent back beside what is typed; `names` where it asks for these only.
    func read(_ form: FormBody?, only names: Set<String>? = nil) {
        for (name, value) in form?.fields ?? [] where names?.contains(name) ?? true { hiddenInput(FormBody.readPrefix + name, value) }
    }
}
