/// What a table would make of a plan: each column and each row as it was understood, before anything is written.
package import JalonDomain
package import JalonExchange

/// How a table is to be read, where its headings and its words do not say.
package struct ImportChoices: Sendable, Equatable {
    /// By the name of a column of the table: what it says of actions, `nil` to leave it out. The others follow their heading.
    package var columns: [String: TableColumn?] = [:]
    /// What words mean.
    package var answers: [ImportAnswer] = []
    /// Rows left out.
    package var skipped: Set<Int> = []
    /// Of new actions whose row gives none.
    package var level = EngagementLevel.reflection
    /// What a pilot that Jalon does not know is, unless its column's heading tells.
    package var newPilots = PartyKind.position
    /// Where a cell names several pilots, the first pilots and the others contribute.
    package var firstPilots = false
    /// An axis that the plan does not have is added to it, instead of asked about.
    package var addsAxes = false
    /// Of the words that are proposed for those not understood.
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }
}

/// What a cell means where it is not understood; empty, it says nothing. In every column unless one is named.
package struct ImportAnswer: Sendable, Equatable {
    package let column: TableColumn?
    package let text: String
    package let meaning: String

    package init(column: TableColumn?, text: String, meaning: String) {
        self.column = column
        self.text = text
        self.meaning = meaning
    }
}

/// A column of the table.
package struct ImportedColumn: Sendable {
    package let name: String
    package let index: Int
    /// What its heading or the reader says that it holds.
    package let column: TableColumn?
    /// Another column that the same thing is already read in.
    package let other: String?
    /// The first cell that holds something.
    package let example: String

    package var isRead: Bool { other == nil && column?.isRead ?? false }
}

/// A cell that is not understood, and why; or one read as something else than what it spells.
package struct ImportedCell: Sendable {
    package let name: String
    package let column: TableColumn
    package let value: String
    package let sense: Sense

    package enum Sense: Sendable {
        /// In words that do not change with the reader; empty for nothing.
        case readAs(String)
        case notUnderstood(Rule)
    }
}

package struct ImportedRow: Sendable {
    package enum Will: String, Sendable { case create, update, skip }

    package let row: Int
    package let will: Will
    package let label: String
    package let readAs: [ImportedCell]
    package let notUnderstood: [ImportedCell]
    /// Rules that the row breaks, of actions and of their path.
    package let violations: [Violation]
    /// What an update changes.
    package let changes: [Change]
    /// The action of the same label that the plan has already.
    package let twin: Int?
    /// As it would stand; parties not known yet have a negative id.
    package let action: Action?
    let note: String

    package var isToMend: Bool { !notUnderstood.isEmpty || !violations.isEmpty }
}

package struct ImportReading: Sendable {
    /// Rows of a table.
    package static let mostRows = 10_000
    /// Names that Jalon does not know: many more are the sign of a column taken for another.
    package static let mostNames = 500

    /// Axes that the plan does not have: many more, too.
    package static let mostAxes = 40

    /// With its new axes.
    package let plan: Plan
    /// What the rows would add to the plan.
    package let newAxes: [Axis]
    package let encoding: CSVTable.Encoding
    package let headingRow: Int
    package let columns: [ImportedColumn]
    package let rows: [ImportedRow]
    /// People, positions and units that the rows would make known.
    package let newParties: [NewParty]
    /// What stands in the way of the whole table.
    package let violations: [Violation]
    /// Grows when someone changes an action that the table updates.
    package let standing: Int
    /// Every name, those not known yet too.
    package let names: [Int: String]

    package struct NewParty: Sendable, Equatable {
        package let id: Int
        package let name: String
        package let kind: PartyKind
    }

    package func count(_ will: ImportedRow.Will) -> Int { rows.count { $0.will == will } }
    package var toMend: [ImportedRow] { rows.filter(\.isToMend) }
    package var isReady: Bool { violations.isEmpty && rows.allSatisfy { !$0.isToMend } && rows.contains { $0.will != .skip } }

    package static func table(_ bytes: [UInt8]) throws(DomainError) -> CSVTable {
        try CSVTable(bytes, atMost: mostRows) { TableColumn.rank($0) != nil }
    }
}

extension Plan {
    /// By its number, its theme or its title.
    func axis(named text: String) -> Axis? {
        let folded = text.folded
        return axes.first { $0.title.folded == folded } ?? axes.first { String($0.number) == folded } ?? axes.first { $0.theme == folded }
            ?? axes.first { "\($0.theme ?? "") \($0.title)".folded == folded.replacing(". ", with: " ") }
    }
}

extension CSVTable {
    /// The axes that its rows name and the plan does not have, in the table's order.
    func axes(_ columns: [ImportedColumn], _ choices: ImportChoices, unknownTo plan: Plan) -> [Axis] {
        guard let column = columns.first(where: { $0.isRead && $0.column == .axis }) else { return [] }
        var plan = plan
        let known = plan.axes.count
        for row in rows where !choices.skipped.contains(row.number) {
            let text = row[column.index]
            let isAnswered = choices.answers.contains { ($0.column ?? .axis) == .axis && $0.text.folded == text.folded }
            guard !text.isEmpty, text.count <= Axis.longestTitle, !isAnswered, !CellWords.saysNothing(text), plan.axis(named: text) == nil
            else { continue }
            plan.axes.append(Axis(number: (plan.axes.map(\.number).max() ?? 0) + 1, title: text, theme: nil))
        }
        return Array(plan.axes[known...])
    }

    /// What each column holds: as it is told, else by its heading; the surest of those that say the same is read.
    func columns(_ choices: ImportChoices) throws -> [ImportedColumn] {
        let unknown = choices.columns.keys.filter { !columns.contains($0) }.sorted()
        guard unknown.isEmpty else {
            throw DomainError.invalid(unknown.map { Violation(.file, .notAChoice($0, among: columns)) })
        }
        var takers: [TableColumn: (name: String, rank: Int)] = [:]
        let found = columns.map { name -> (name: String, column: TableColumn?) in
            let heading = TableColumn.rank(name)
            let told = choices.columns[name]
            let column = told ?? heading?.column
            let rank = told == nil ? heading?.rank ?? 0 : -1
            if let column, takers[column].map({ rank < $0.rank }) ?? true { takers[column] = (name, rank) }
            return (name, column)
        }
        return found.enumerated().compactMap { index, one in
            let example = rows.lazy.map { $0[index] }.first { !$0.isEmpty } ?? ""
            // A column without heading or cell is only the end of the rows.
            guard !example.isEmpty || !one.name.hasPrefix("#") else { return nil }
            let taker = one.column.flatMap { takers[$0]?.name }
            return ImportedColumn(
                name: one.name, index: index, column: one.column, other: taker == one.name ? nil : taker, example: example)
        }
    }
}
