/// How the list of actions is laid out: the columns chosen beside the label, and what rows are grouped by.
package import JalonDomain

/// In the order of the page.
package enum ActionColumn: String, CaseIterable, Sendable {
    case axis, level, progress, pilot, direction, baseline, due, priority, impact, effort, visibility, indicator, number

    /// Shown unless others are asked for.
    package static let usual: [ActionColumn] = [.axis, .level, .progress, .pilot, .due, .priority, .number]

    /// The column that the list can be sorted by.
    package var sort: ActionSort? { ActionSort(rawValue: rawValue) }

    /// Read only for who asks for it.
    fileprivate var isDetail: Bool { [.direction, .impact, .effort, .visibility].contains(self) }
}

/// A list is grouped by following the order of its groups: paged by key like any other, the deepest page as cheap as the first.
package enum ActionGroup: String, CaseIterable, Sendable {
    case axis, direction, pilot, level

    package var sort: ActionSort {
        switch self {
        case .axis: .axis
        case .direction: .direction
        case .pilot: .pilot
        case .level: .level
        }
    }
}

/// What a row says besides, when a column or the groups ask for it.
package struct ActionDetails: Sendable {
    /// The unit that the pilot is, or belongs to.
    package let direction: String?
    /// 1…5, `nil` when not estimated.
    package let impact: Int?
    /// 1…5, `nil` when not estimated.
    package let effort: Int?
    package let visibility: Visibility
}

extension ActionQuery {
    var asksDetails: Bool { group == .direction || columns.contains(where: \.isDetail) }
}
