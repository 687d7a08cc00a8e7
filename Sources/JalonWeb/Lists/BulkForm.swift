/// A bulk change as it is typed, and the actions that it is asked for: both stand in the address until they are confirmed.
import JalonDomain
import JalonStore
import JalonWorkspace

/// The actions chosen: one by one, or all those of a list, named by what its address says.
struct BulkChoice: Sendable {
    let numbers: [Int]
    let list: String?

    init(numbers: [Int], list: String? = nil) {
        self.numbers = numbers
        self.list = list
    }

    init(_ asked: FormBody) {
        list = asked.has("all") ? asked["all"] : nil
        numbers = asked.all("action").compactMap { Int($0) }
    }

    var selection: BulkSelection {
        guard let list else { return .these(numbers) }
        let asked = FormBody(encoded: list.utf8.drop { $0 == UInt8(ascii: "?") }) ?? FormBody([:])
        return .all(ActionListQuery(asked).query.filter)
    }

    var pairs: [(name: String, value: String)] {
        guard let list else { return numbers.map { ("action", String($0)) } }
        // An empty value would be left out of an address.
        return [("all", list.isEmpty ? "?" : list)]
    }
}

struct BulkForm: Sendable {
    enum Move: String, CaseIterable { case on, days, months }

    var pilot = ""
    var move = ""
    var due = ""
    var reason = ""
    var axis = ""
    var addedTags = ""
    var removedTags = ""
    var visibility = ""
    var archived = ""

    init(_ form: FormBody) {
        pilot = form[Field.pilot.rawValue]
        move = form["move"]
        due = form[Field.due.rawValue]
        reason = form[Field.reason.rawValue]
        axis = form[Field.axis.rawValue]
        addedTags = form[Field.tags.rawValue]
        removedTags = form["removedTags"]
        visibility = form[Field.visibility.rawValue]
        archived = form[Field.archived.rawValue]
    }

    var pairs: [(name: String, value: String)] {
        [
            (Field.pilot.rawValue, pilot), ("move", move), (Field.due.rawValue, due), (Field.reason.rawValue, reason),
            (Field.axis.rawValue, axis), (Field.tags.rawValue, addedTags), ("removedTags", removedTags),
            (Field.visibility.rawValue, visibility), (Field.archived.rawValue, archived),
        ].filter { !$0.1.isEmpty }
    }

    /// The change, or every answer that cannot be read.
    func input() throws -> BulkInput {
        var reader = ActionFormReader()
        var change = BulkChange()
        change.due = due(&reader)
        change.reason = reason
        change.axis = reader.number(axis, .axis)
        change.addedTags = typedPieces(addedTags) { $0 == "," || $0 == ";" }
        change.removedTags = typedPieces(removedTags) { $0 == "," || $0 == ";" }
        change.visibility = reader.choice(visibility, .visibility)
        change.archived = archived == "1" ? true : archived == "0" ? false : nil
        if pilot.count > 200 { reader.fail(.pilot, .tooLong(max: 200)) }
        try reader.require()
        return BulkInput(change: change, pilot: pilot)
    }

    /// A day alone is enough to say that the due date goes there.
    private func due(_ reader: inout ActionFormReader) -> DueMove? {
        guard let move = Move(rawValue: move) ?? (due.isEmpty ? nil : .on) else { return nil }
        if due.isEmpty { reader.fail(.due, .required) }
        return switch move {
        case .on: reader.day(due, .due).map { .on($0) }
        case .days: reader.number(due, .due).map { .days($0) }
        case .months: reader.number(due, .due).map { .months($0) }
        }
    }
}
