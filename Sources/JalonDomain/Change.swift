/// What differs between two states of a thing, field by field: what the journal keeps and what versions are compared by.

/// A field, from what to what, in words that do not change with the reader.
package struct Change: Sendable, Equatable, Codable {
    package let field: Field
    package let before: String
    package let after: String

    package init(field: Field, before: String, after: String) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// The fields that differ, in the order of `Field`.
package func changes(from before: [Field: String], to after: [Field: String]) -> [Change] {
    Field.allCases.compactMap { field in
        let old = before[field] ?? ""
        let new = after[field] ?? ""
        return old == new ? nil : Change(field: field, before: old, after: new)
    }
}
