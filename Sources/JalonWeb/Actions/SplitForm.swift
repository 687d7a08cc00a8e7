/// An action split into parts, as typed: their names, and which part takes each thing that the action says.
import JalonDomain
import JalonWorkspace

struct SplitForm: Sendable {
    struct Line: Sendable {
        var label = ""
        var pilot = ""
    }

    /// One practice, objective, indicator or milestone of the action.
    struct Element: Sendable {
        let field: Field
        let key: String
    }

    /// An element that every part takes.
    static let everyPart = "all"

    var version: Int?
    var lines: [Line] = []
    var staysOpen = true
    /// By element: the rank of the part that takes it, from 1, or every part; nothing where it stays.
    var shares: [String: String] = [:]

    init(of action: Action) {
        version = action.version
    }

    /// What was typed; lines that nobody wrote on stay, so that ranks keep their meaning.
    init(_ form: FormBody) {
        version = Int(form["version"])
        let pilots = form.all(Field.pilot.rawValue)
        lines = form.all(Field.label.rawValue).enumerated().map { Line(label: $1, pilot: $0 < pilots.count ? pilots[$0] : "") }
        while let last = lines.last, last.label.isEmpty, last.pilot.isEmpty { lines.removeLast() }
        staysOpen = form["original"] != "archive"
        shares = Dictionary(zip(form.all("element"), form.all("share"))) { first, _ in first }
    }

    static func elements(of action: Action, _ words: Words) -> [Element] {
        action.practices.map { Element(field: .practices, key: "practices \($0)") }
            + action.objectives.map { Element(field: .objectives, key: "objectives \($0)") }
            + action.indicators.map { Element(field: .indicators, key: "indicators \($0)") }
            + action.milestones.map { Element(field: .milestones, key: key($0)) }
    }

    private static func key(_ milestone: Milestone) -> String {
        "milestones " + [milestone.title, milestone.due?.iso, milestone.reachedOn?.iso].compactMap { $0 }.joined(separator: ", ")
    }

    /// The parts, each with what it takes of the action; a line without a name that takes something is to be named.
    func parts(of action: Action) throws -> [PartInput] {
        var reader = ActionFormReader()
        let parts = lines.enumerated().compactMap { index, line -> PartInput? in
            let rank = String(index + 1)
            func takes(_ key: String) -> Bool { shares[key] == rank || shares[key] == Self.everyPart }
            var part = ActionPart(label: line.label, pilot: nil)
            part.practices = action.practices.filter { takes("practices \($0)") }
            part.objectives = action.objectives.filter { takes("objectives \($0)") }
            part.indicators = action.indicators.filter { takes("indicators \($0)") }
            part.milestones = action.milestones.filter { takes(Self.key($0)) }
            guard line.label.isEmpty else { return PartInput(part: part, pilot: line.pilot) }
            if !line.pilot.isEmpty || shares.values.contains(rank) { reader.fail(.label, .required) }
            return nil
        }
        // A rank beyond the lines that are named.
        if shares.values.contains(where: { Int($0) ?? 0 > lines.count }) { reader.fail(.label, .required) }
        try reader.require()
        return parts
    }
}
