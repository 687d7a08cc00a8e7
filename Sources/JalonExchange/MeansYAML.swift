/// The means of a plan as a file of YAML, both ways. All that is wrong is told at once, each with its line.
///
///     directions:
///       Direction du numérique:
///         usual: 60              # people-days in a quarter
///         quarters:              # those that differ
///           2027-Q1: 40
///       Direction des achats: 25
///     budgets:                   # euros, by civil year
///       2027: 60000
///     closures:                  # nothing starts in them
///       - from: 2027-07-15
///         to: 2027-08-31
///         reason: Fermeture d’été
package import JalonDomain
import Yams

/// Means that were read from a file, and the line of each thing.
package struct MeansFile: Sendable {
    package let edit: MeansEdit
    private let lines: [MeansPlace: Int]

    /// Refuses what is not such a file; every violation says its line.
    package init(yaml: String) throws(DomainError) {
        var reader = MeansReader()
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            let (line, problem) = explain(error)
            throw .invalid(.file, .planning(line.map { .onLine($0, .planning(.yaml(problem))) } ?? .yaml(problem)))
        }
        guard let root else { throw .invalid(.file, .required) }
        reader.read(root)
        guard reader.violations.isEmpty else { throw .invalid(reader.violations) }
        edit = reader.edit
        lines = reader.lines
    }

    /// The same violations, each with the line of what it is about.
    package func located(_ violations: [Violation]) -> [Violation] {
        violations.map { violation in
            guard case .planning(.inMeans(let place, _)) = violation.rule, let line = lines[place] else { return violation }
            return Violation(violation.field, .planning(.onLine(line, violation.rule)))
        }
    }
}

private struct MeansReader {
    var edit = MeansEdit()
    var lines: [MeansPlace: Int] = [:]
    private(set) var violations: [Violation] = []

    mutating func read(_ root: Node) {
        guard case .mapping(let mapping) = root else { return refuse(.key("YAML"), root, .planning(.notAValue)) }
        for (key, value) in mapping {
            switch key.string?.folded {
            case "directions": pairs(value) { $0.direction($1, $2, $3) }
            case "budgets": pairs(value) { $0.budget($1, $2, $3) }
            case "closures", "fermetures": closures(value)
            default: unknown(key, among: ["directions", "budgets", "closures"])
            }
        }
    }

    // MARK: Directions

    private mutating func direction(_ name: String, _ key: Node, _ value: Node) {
        let place = MeansPlace.direction(name)
        lines[place] = line(of: key)
        var capacity = MeansEdit.Capacity(direction: name, usual: 0)
        guard case .mapping(let mapping) = value else {
            if let days = number(value, at: place) { capacity.usual = days }
            return edit.capacities.append(capacity)
        }
        var isSaid = false
        for (key, value) in mapping {
            switch key.string?.folded {
            case "usual", "habituel":
                isSaid = true
                if let days = number(value, at: place) { capacity.usual = days }
            case "quarters", "trimestres":
                pairs(value) { reader, text, key, value in
                    guard let quarter = Period(quarter: text) else { return reader.refuse(place, key, .planning(.notAQuarter(text))) }
                    let place = MeansPlace.quarter(name, quarter)
                    reader.lines[place] = reader.line(of: key)
                    if let days = reader.number(value, at: place) { capacity.quarters[quarter] = days }
                }
            default: unknown(key, among: ["usual", "quarters"])
            }
        }
        if !isSaid { refuse(place, key, .planning(.inMeans(.key("usual"), .required))) }
        edit.capacities.append(capacity)
    }

    // MARK: Budgets

    private mutating func budget(_ text: String, _ key: Node, _ value: Node) {
        guard let year = Period(.year, code: text)?.year else { return refuse(.key(text), key, .notANumber(text)) }
        let place = MeansPlace.budget(year)
        lines[place] = line(of: key)
        guard let euros = number(value, at: place) else { return }
        guard abs(euros) <= Double(MeansEdit.mostMoney) / 100 else { return refuse(place, value, .figure(.tooLarge)) }
        edit.budgets[year] = Int((euros * 100).rounded())
    }

    // MARK: Closures

    private mutating func closures(_ value: Node) {
        guard case .sequence(let sequence) = value else {
            if !isAbsent(value) { refuse(.closures, value, .planning(.notAValue)) }
            return
        }
        for (index, item) in sequence.enumerated() {
            let place = MeansPlace.closure(index)
            lines[place] = line(of: item)
            guard case .mapping(let mapping) = item else {
                refuse(place, item, .planning(.notAValue))
                continue
            }
            var (from, to, reason): (Day?, Day?, String) = (nil, nil, "")
            for (key, value) in mapping {
                switch key.string?.folded {
                case "from", "du": from = day(value, .key("from"))
                case "to", "au": to = day(value, .key("to"))
                case "reason", "raison": reason = value.string ?? ""
                default: unknown(key, among: ["from", "to", "reason"])
                }
            }
            for (name, day) in [("from", from), ("to", to)]
            where day == nil && mapping[Node(name)] == nil && mapping[Node(name == "from" ? "du" : "au")] == nil {
                refuse(place, item, .planning(.inMeans(.key(name), .required)))
            }
            if let from, let to { edit.closures.append(Means.Closure(from: from, to: to, reason: reason)) }
        }
    }

    private mutating func day(_ node: Node, _ place: MeansPlace) -> Day? {
        let text = node.string ?? ""
        if let day = Day(text) { return day }
        refuse(place, node, .notADay(text))
        return nil
    }

    // MARK: What all are made of

    private mutating func pairs(_ node: Node, _ each: (inout MeansReader, String, Node, Node) -> Void) {
        guard case .mapping(let mapping) = node else {
            if !isAbsent(node) { refuse(.key(node.string ?? "[…]"), node, .planning(.notAValue)) }
            return
        }
        for (key, value) in mapping { each(&self, key.string ?? "", key, value) }
    }

    private mutating func number(_ node: Node, at place: MeansPlace) -> Double? {
        guard case .scalar(let scalar) = node else {
            refuse(place, node, .planning(.notAValue))
            return nil
        }
        guard !scalar.string.isEmpty else {
            refuse(place, node, .required)
            return nil
        }
        switch Figure.reading(scalar.string) {
        case .success(let value): return value
        case .failure(let rule):
            refuse(place, node, .figure(rule))
            return nil
        }
    }

    private mutating func unknown(_ key: Node, among known: [String]) {
        let name = key.string ?? "[…]"
        refuse(.key(name), key, .planning(.unknownKey(name, among: known)))
    }

    private mutating func refuse(_ place: MeansPlace, _ node: Node, _ rule: Rule) {
        violations.append(Violation(place.field, .planning(.onLine(line(of: node), .planning(.inMeans(place, rule))))))
    }

    private func isAbsent(_ node: Node) -> Bool { ["", "~", "null"].contains(node.string ?? "[…]") }
    private func line(of node: Node) -> Int { node.mark?.line ?? 1 }
}

private func explain(_ error: any Error) -> (line: Int?, problem: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
        (mark.line, problem)
    case .duplicatedKeysInMapping(let keys, let context): (context.mark.line, keys.map { "\($0)" }.joined(separator: ", "))
    case .reader(let problem, _, _, _): (nil, problem)
    default: (nil, "\(error)")
    }
}

extension MeansEdit {
    /// As `MeansFile` reads it back.
    package var yaml: String {
        var text = ""
        if !capacities.isEmpty { text += "directions:\n" }
        for capacity in capacities {
            text += "  \(Self.quoted(capacity.direction)):\n    usual: \(Figure.plain(capacity.usual))\n"
            if !capacity.quarters.isEmpty { text += "    quarters:\n" }
            for (quarter, days) in capacity.quarters.sorted(by: { $0.key < $1.key }) {
                text += "      \(quarter.code): \(Figure.plain(days))\n"
            }
        }
        if !budgets.isEmpty { text += "budgets:\n" }
        for (year, cents) in budgets.sorted(by: { $0.key < $1.key }) { text += "  \(year): \(Figure.plain(Double(cents) / 100))\n" }
        if !closures.isEmpty { text += "closures:\n" }
        for closure in closures {
            text += "  - from: \(closure.from.iso)\n    to: \(closure.to.iso)\n    reason: \(Self.quoted(closure.reason))\n"
        }
        return text
    }

    /// Between quotes whatever it holds.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
