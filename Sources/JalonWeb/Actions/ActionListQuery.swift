/// The list's query as it stands in an address, both ways: what is not understood is set aside and said, never refused.
import JalonDomain
import JalonStore

struct ActionListQuery: Sendable, Equatable {
    var query = ActionQuery()
    /// What the address says that means nothing here.
    var ignored: [Ignored] = []

    struct Ignored: Sendable, Equatable {
        let field: Field
        let value: String
    }
}

// MARK: From an address

extension ActionListQuery {
    init(_ asked: FormBody) {
        var filter = ActionFilter()
        filter.axis = read(asked, "axis", .axis) { Int($0) }
        filter.level = read(asked, "level", .level) { EngagementLevel(rawValue: $0) ?? EngagementLevel(word: $0) }
        filter.progress = read(asked, "progress", .progress) { Progress(rawValue: $0) ?? Progress(word: $0) }
        filter.priority = read(asked, "priority", .practices) { PracticePriority(rawValue: $0) ?? PracticePriority(word: $0) }
        // A number is the party's; anything else is looked for in names.
        let pilot = asked["pilot"]
        filter.pilot = Int(pilot)
        if filter.pilot == nil { filter.pilotName = String(pilot.prefix(Self.longestText)) }
        let unit = asked["unit"]
        filter.unit = Int(unit)
        if filter.unit == nil { filter.unitName = String(unit.prefix(Self.longestText)) }
        filter.practice = asked["practice"].isEmpty ? nil : String(asked["practice"].prefix(40))
        filter.late = flag(asked, "late", .progress)
        filter.withoutPilot = flag(asked, "withoutPilot", .pilot)
        filter.withoutIndicator = flag(asked, "withoutIndicator", .indicators)
        filter.awaitsDecision = flag(asked, "awaitsDecision", .state)
        filter.closed = read(asked, "closed", .state) { $0 == "1" ? true : $0 == "0" ? false : nil }
        filter.archived = flag(asked, "archived", .archived)
        filter.text = String(asked["q"].prefix(Self.longestText))
        query.filter = filter
        readOrder(asked["sort"])
        readLayout(asked)
        readCursor(asked)
    }

    private static let longestText = 200

    /// What an address says under that name; set aside where it means nothing.
    mutating func read<Value>(_ asked: FormBody, _ name: String, _ field: Field, _ value: (String) -> Value?) -> Value? {
        let text = asked[name]
        guard !text.isEmpty else { return nil }
        if let value = value(text) { return value }
        ignored.append(Ignored(field: field, value: String(text.prefix(60))))
        return nil
    }

    private mutating func flag(_ asked: FormBody, _ name: String, _ field: Field) -> Bool {
        read(asked, name, field) { $0 == "1" ? true : $0 == "0" ? false : nil } ?? false
    }

    /// `label`, or `-label` for the other direction.
    private mutating func readOrder(_ text: String) {
        guard !text.isEmpty else { return }
        let falls = text.hasPrefix("-")
        guard let sort = ActionSort(rawValue: falls ? String(text.dropFirst()) : text) else {
            return ignored.append(Ignored(field: .reason, value: String(text.prefix(60))))
        }
        query.sort = sort
        query.descending = falls
    }

    /// A list in groups follows their order. Columns are named one by one, as boxes are ticked, or all at once: `axis.level`.
    private mutating func readLayout(_ asked: FormBody) {
        query.group = read(asked, "group", .query) { ActionGroup(rawValue: $0) }
        if let group = query.group, group.sort != query.sort { (query.sort, query.descending) = (group.sort, false) }
        let names = asked.all("columns").flatMap { $0.prefix(Self.longestText).split(separator: ".") }
        for name in names where ActionColumn(rawValue: String(name)) == nil { ignored.append(Ignored(field: .query, value: String(name))) }
        let columns = ActionColumn.allCases.filter { names.contains(Substring($0.rawValue)) }
        if !columns.isEmpty { query.columns = columns }
    }

    /// The key and the number of the action just before or just after the page: `2026-06-30~12`.
    private mutating func readCursor(_ asked: FormBody) {
        let backward = asked["after"].isEmpty
        let text = backward ? asked.untouched("before") : asked.untouched("after")
        guard let mark = text.lastIndex(of: "~"), let number = Int(text[text.index(after: mark)...]) else { return }
        query.cursor = ActionCursor(key: String(text[..<mark]), number: number, backward: backward)
    }
}

// MARK: To an address

extension ActionQuery {
    /// The filter, the order and the layout, without the place in the list.
    var address: Query { order(in: filter.address) }

    /// The same columns and groups for another filter.
    func address(of filter: ActionFilter) -> Query { layout(in: filter.address) }

    /// The same actions, sorted by that column; by its other direction when the list follows it already. Other groups' order is left.
    func sorted(by column: ActionSort, in filterAddress: Query) -> Query {
        var other = ActionQuery()
        other.sort = column
        other.descending = column == sort && !descending
        other.columns = columns
        other.group = column == group?.sort ? group : nil
        return other.order(in: filterAddress)
    }

    /// The page on one side of that place.
    func page(at cursor: ActionCursor, in address: Query) -> Query {
        address.adding(cursor.backward ? "before" : "after", "\(cursor.key)~\(cursor.number)")
    }

    /// As the address says it; nothing for the order by due date, or by the groups, which needs no saying.
    var orderName: String? { sort == (group?.sort ?? .due) && !descending ? nil : (descending ? "-" : "") + sort.rawValue }

    private func order(in filterAddress: Query) -> Query { layout(in: filterAddress.adding("sort", orderName)) }

    private func layout(in address: Query) -> Query {
        let names = columns == ActionColumn.usual ? nil : columns.map(\.rawValue).joined(separator: ".")
        return address.adding("group", group?.rawValue).adding("columns", names)
    }
}

extension ActionFilter {
    var address: Query {
        var query = Query()
        for (name, value) in pairs { query.add(name, value) }
        return query
    }

    /// Every name and value that the address holds, in one order.
    var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { pairs.append((name, value)) }
        }
        func add(_ name: String, _ condition: Bool) {
            if condition { pairs.append((name, "1")) }
        }
        add("q", text)
        add("axis", axis.map { String($0) })
        add("level", level?.rawValue)
        add("progress", progress?.rawValue)
        add("pilot", pilot.map { String($0) } ?? pilotName)
        add("unit", unit.map { String($0) } ?? unitName)
        add("priority", priority?.rawValue)
        add("practice", practice)
        add("late", late)
        add("withoutPilot", withoutPilot)
        add("withoutIndicator", withoutIndicator)
        add("awaitsDecision", awaitsDecision)
        add("closed", closed.map { $0 ? "1" : "0" })
        add("archived", archived)
        return pairs
    }
}

/// The lists that everyone asks for, each a link.
enum ActionListView: CaseIterable {
    case all, late, withoutPilot, withoutIndicator, awaitingDecision, archived

    var filter: ActionFilter {
        var filter = ActionFilter()
        switch self {
        case .all: break
        case .late: filter.late = true
        case .withoutPilot: filter.withoutPilot = true
        case .withoutIndicator: filter.withoutIndicator = true
        case .awaitingDecision: filter.awaitsDecision = true
        case .archived: filter.archived = true
        }
        return filter
    }
}
