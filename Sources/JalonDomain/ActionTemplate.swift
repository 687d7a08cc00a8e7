/// A template of actions: what an action says of itself, without what belongs to one time and one path: dates, pilot, stages, evidence.

package struct ActionTemplate: Sendable, Equatable {
    package let number: Int
    /// Grows by one with every change; a change says which it read.
    package var version: Int
    package var name: String
    package var archived: Bool
    package let content: Content

    package struct Content: Sendable, Equatable, Codable {
        package let label: String
        /// Markdown.
        package let description: String
        /// The axis it stood on, by title and theme: another plan has its own numbers.
        package let axis: String?
        package let theme: String?
        package let practices: [String]
        /// By name, as another plan's form asks for them.
        package let contributors: [String]
        package let perimeter: [String]
        /// Titles alone.
        package let milestones: [String]
        package let objectives: [String]
        package let indicators: [String]
        package let difficulty: Difficulty?
        package let impact: Int?
        package let effort: Int?
        /// In cents of euro.
        package let cost: Int?
        package let visibility: Visibility
        package let tags: [String]
    }

    package init(number: Int, version: Int, name: String, archived: Bool, content: Content) {
        self.number = number
        self.version = version
        self.name = name
        self.archived = archived
        self.content = content
    }

    /// What is kept of an action of that plan.
    package static func keeping(
        _ action: Action, of plan: Plan, named name: String, number: Int, names: [Int: String]
    ) throws(DomainError) -> ActionTemplate {
        let axis = plan.axes.first { $0.number == action.axis }
        var template = ActionTemplate(
            number: number, version: 1, name: "", archived: false,
            content: Content(
                label: action.label, description: action.description, axis: axis?.title, theme: axis?.theme, practices: action.practices,
                contributors: action.contributors.compactMap { names[$0] }, perimeter: action.perimeter.compactMap { names[$0] },
                milestones: action.milestones.map(\.title), objectives: action.objectives, indicators: action.indicators,
                difficulty: action.difficulty, impact: action.impact, effort: action.effort, cost: action.cost,
                visibility: action.visibility, tags: action.tags))
        try template.rename(name)
        return template
    }

    package mutating func rename(_ name: String) throws(DomainError) {
        guard !name.isEmpty else { throw .invalid(.name, .required) }
        guard name.count <= 200 else { throw .invalid(.name, .tooLong(max: 200)) }
        self.name = name
    }

    /// The axis of a plan that the action would stand on.
    package func axis(in plan: Plan) -> Int? {
        let byTheme = content.theme.flatMap { theme in plan.axes.first { $0.theme == theme } }
        let byTitle = content.axis.flatMap { title in plan.axes.first { $0.title.folded == title.folded } }
        return (byTheme ?? byTitle)?.number
    }
}
