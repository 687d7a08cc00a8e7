/// The attributes: a name known when compiling, and a value that is escaped when it is written.

package struct Attribute: Sendable {
    enum Value: Sendable {
        /// Writes nothing, for what is conditional.
        case absent
        case bare
        case literal(StaticString)
        case text(String)
        case number(Int)
    }

    /// Opens with its space: ` class`.
    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    private init(_ name: StaticString, if condition: Bool) {
        self.init(name, condition ? .bare : .absent)
    }

    package static let none = Attribute("", .absent)

    /// That attribute, on a condition.
    package static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
        condition ? attribute() : .none
    }
}

// MARK: Everywhere

extension Attribute {
    /// One or several names of the stylesheet, in a literal: `"b sec"`; an empty one writes nothing.
    package static func `class`(_ names: StaticString) -> Attribute {
        Attribute(" class", names.utf8CodeUnitCount == 0 ? .absent : .literal(names))
    }
    package static func id(_ id: String) -> Attribute { Attribute(" id", .text(id)) }
    package static func lang(_ code: String) -> Attribute { Attribute(" lang", .text(code)) }
    /// The heading that a cell loses when its row becomes a card.
    package static func label(_ text: String) -> Attribute { Attribute(" data-l", .text(text)) }
    package static func tabindex(_ index: Int) -> Attribute { Attribute(" tabindex", .number(index)) }
    package static func tooltip(_ text: String) -> Attribute { Attribute(" title", .text(text)) }
    package static let hidden = Attribute(" hidden", .bare)
    package static let popover = Attribute(" popover", .bare)

    package enum Role: String, Sendable {
        case alert, cell, columnheader, group, img, note, presentation, region, row, rowgroup, rowheader, search, status, table
    }
    package static func role(_ role: Role) -> Attribute { Attribute(" role", .text(role.rawValue)) }
}

// MARK: ARIA

extension Attribute {
    package enum Current: String, Sendable { case page, step, location, date, `true` }
    package enum Sort: String, Sendable { case ascending, descending, none }

    package static func ariaLabel(_ text: String) -> Attribute { Attribute(" aria-label", .text(text)) }
    package static func labelledBy(_ id: String) -> Attribute { Attribute(" aria-labelledby", .text(id)) }
    /// No ids, no attribute.
    package static func describedBy(_ ids: [String]) -> Attribute {
        Attribute(" aria-describedby", ids.isEmpty ? .absent : .text(ids.joined(separator: " ")))
    }
    package static func describedBy(_ ids: String...) -> Attribute { describedBy(ids) }
    package static func current(_ kind: Current) -> Attribute { Attribute(" aria-current", .text(kind.rawValue)) }
    package static func sort(_ order: Sort) -> Attribute { Attribute(" aria-sort", .text(order.rawValue)) }
    package static func invalid(_ condition: Bool = true) -> Attribute {
        Attribute(" aria-invalid", condition ? .literal("true") : .absent)
    }
    package static let ariaHidden = Attribute(" aria-hidden", .literal("true"))
}

// MARK: Links and forms

extension Attribute {
    package enum Rel: String, Sendable { case stylesheet, icon, external, nofollow, prev, next, canonical, alternate }
    package enum InputType: String, Sendable {
        case text, password, email, search, url, number, date, hidden, checkbox, radio, submit, button, file, tel
    }
    package enum Method: String, Sendable { case get, post }
    package enum InputMode: String, Sendable { case numeric, decimal, email, url, search, text }
    package enum PopoverAction: String, Sendable { case show, hide, toggle }
    package enum Autocomplete: String, Sendable {
        case off, on, name, email, username, organization
        case currentPassword = "current-password"
        case newPassword = "new-password"
        case oneTimeCode = "one-time-code"
    }

    package static func href(_ destination: some Destination) -> Attribute { Attribute(" href", .text(destination.url)) }
    package static func src(_ destination: some Destination) -> Attribute { Attribute(" src", .text(destination.url)) }
    package static func action(_ destination: some Destination) -> Attribute { Attribute(" action", .text(destination.url)) }
    package static func formAction(_ destination: some Destination) -> Attribute { Attribute(" formaction", .text(destination.url)) }
    package static func rel(_ rel: Rel) -> Attribute { Attribute(" rel", .text(rel.rawValue)) }
    package static let download = Attribute(" download", .bare)

    package static func method(_ method: Method) -> Attribute { Attribute(" method", .text(method.rawValue)) }
    /// What a form with a file is sent as.
    package static let multipart = Attribute(" enctype", .literal("multipart/form-data"))
    package static func type(_ type: InputType) -> Attribute { Attribute(" type", .text(type.rawValue)) }
    package static func name(_ name: String) -> Attribute { Attribute(" name", .text(name)) }
    package static func value(_ text: String) -> Attribute { Attribute(" value", .text(text)) }
    package static func value(_ number: Int) -> Attribute { Attribute(" value", .number(number)) }
    package static func `for`(_ id: String) -> Attribute { Attribute(" for", .text(id)) }
    /// The id of the form that a field outside of it belongs to.
    package static func form(_ id: String) -> Attribute { Attribute(" form", .text(id)) }
    package static func list(_ id: String) -> Attribute { Attribute(" list", .text(id)) }
    package static func inputMode(_ mode: InputMode) -> Attribute { Attribute(" inputmode", .text(mode.rawValue)) }
    package static func autocomplete(_ kind: Autocomplete) -> Attribute { Attribute(" autocomplete", .text(kind.rawValue)) }
    package static func placeholder(_ text: String) -> Attribute { Attribute(" placeholder", .text(text)) }
    package static func rows(_ count: Int) -> Attribute { Attribute(" rows", .number(count)) }
    package static func maxLength(_ count: Int) -> Attribute { Attribute(" maxlength", .number(count)) }
    package static func minLength(_ count: Int) -> Attribute { Attribute(" minlength", .number(count)) }
    package static func min(_ text: String) -> Attribute { Attribute(" min", .text(text)) }
    package static func max(_ text: String) -> Attribute { Attribute(" max", .text(text)) }
    package static func step(_ number: Int) -> Attribute { Attribute(" step", .number(number)) }
    /// Of a group of options.
    package static func optionsLabel(_ text: String) -> Attribute { Attribute(" label", .text(text)) }
    package static func accept(_ types: StaticString) -> Attribute { Attribute(" accept", .literal(types)) }
    package static func popoverTarget(_ id: String) -> Attribute { Attribute(" popovertarget", .text(id)) }
    package static func popoverTargetAction(_ action: PopoverAction) -> Attribute {
        Attribute(" popovertargetaction", .text(action.rawValue))
    }

    package static let checked = Attribute(" checked", .bare)
    package static let selected = Attribute(" selected", .bare)
    package static let required = Attribute(" required", .bare)
    package static let disabled = Attribute(" disabled", .bare)
    package static let readonly = Attribute(" readonly", .bare)
    package static let multiple = Attribute(" multiple", .bare)
    package static let novalidate = Attribute(" novalidate", .bare)
    package static let autofocus = Attribute(" autofocus", .bare)
    package static let open = Attribute(" open", .bare)

    package static func checked(_ condition: Bool) -> Attribute { Attribute(" checked", if: condition) }
    package static func selected(_ condition: Bool) -> Attribute { Attribute(" selected", if: condition) }
    package static func required(_ condition: Bool) -> Attribute { Attribute(" required", if: condition) }
    package static func disabled(_ condition: Bool) -> Attribute { Attribute(" disabled", if: condition) }
    package static func open(_ condition: Bool) -> Attribute { Attribute(" open", if: condition) }
}

// MARK: Tables, texts, head

extension Attribute {
    package enum Scope: String, Sendable { case col, row, colgroup, rowgroup }

    package static func scope(_ scope: Scope) -> Attribute { Attribute(" scope", .text(scope.rawValue)) }
    package static func colspan(_ count: Int) -> Attribute { Attribute(" colspan", .number(count)) }
    package static func rowspan(_ count: Int) -> Attribute { Attribute(" rowspan", .number(count)) }
    package static func datetime(_ text: String) -> Attribute { Attribute(" datetime", .text(text)) }
    package static func start(_ number: Int) -> Attribute { Attribute(" start", .number(number)) }
    package static func alt(_ text: String) -> Attribute { Attribute(" alt", .text(text)) }
    package static func charset(_ name: StaticString) -> Attribute { Attribute(" charset", .literal(name)) }
    package static func property(_ name: String) -> Attribute { Attribute(" property", .text(name)) }
    package static func content(_ text: String) -> Attribute { Attribute(" content", .text(text)) }
}
