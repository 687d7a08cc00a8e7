/// Templates of actions: kept from an action, listed, named, put away; `action add --template` starts from one.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: say("Les modèles d’actions de l’organisation.", "The organisation’s templates of actions."),
        discussion: example(
            "jalon template keep 1/12 --name \"Garder six ans\"", "jalon action add --template \"Garder six ans\" --level realisation"),
        subcommands: [
            TemplateList.self, TemplateShow.self, TemplateKeep.self, TemplateRename.self, TemplateArchive.self, TemplateRestore.self,
        ])
}

/// Which template is meant.
struct TemplateMeant: ParsableArguments {
    @Argument(help: help("Son nom, ou son numéro.", "Its name, or its number."))
    var template: String
    @OptionGroup var options: DeskOptions

    /// Changes the template, then answers with it.
    func change(amongArchived: Bool = false, _ body: (Desk, ActionTemplate) async throws -> ActionTemplate) async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            try desk.answer(try await body(desk, try await desk.template(template, amongArchived: amongArchived)))
        }
    }
}

struct TemplateList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les modèles.", "List the templates."),
        discussion: example("jalon template list", "jalon template list --archived --format json"))

    @Flag(help: help("Archivés, au lieu des autres.", "Archived, instead of the others."))
    var archived = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let words = desk.words
            let templates = try await desk.workspace.templates(archived: archived, desk.visitor).model
            try desk.output.answer(
                Table(
                    headers: [say("Numéro", "Number")] + [.name, .label, .practices].map(words.field),
                    rows: templates.map {
                        [
                            .integer($0.number), .text($0.name), .text($0.content.label),
                            Cell($0.content.practices.joined(separator: ", ")),
                        ]
                    }),
                .array(templates.map(templateJSON)))
        }
    }
}

struct TemplateShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer un modèle.", "Show a template."),
        discussion: example("jalon template show \"Garder six ans\""))

    @OptionGroup var meant: TemplateMeant

    func run() async throws {
        try await atDesk(meant.options, needs: .editPlan) { desk in
            let template = try await desk.template(meant.template)
            try desk.output.answer(templateTable(template, desk.words), templateJSON(template))
        }
    }
}

struct TemplateKeep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: say(
            "Garder une action comme modèle, sans ses dates ni ses étapes.", "Keep an action as a template, without its dates and stages."),
        discussion: example("jalon template keep 1/12 --name \"Garder six ans\""))

    @OptionGroup var meant: ActionMeant
    @Option(
        help: help("Le nom du modèle\u{A0}; par défaut, le libellé de l’action.", "The template’s name; by default, the action’s label."))
    var name: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let id = try await desk.action(meant).id
            let label = try await desk.workspace.action(id, desk.visitor).model.action.label
            try desk.answer(try await desk.workspace.keepTemplate(of: id, named: name ?? label, as: desk.visitor))
        }
    }
}

struct TemplateRename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: say("Renommer un modèle.", "Rename a template."),
        discussion: example("jalon template rename \"Garder six ans\" \"Garder huit ans\""))

    @OptionGroup var meant: TemplateMeant
    @Argument(help: help("Le nouveau nom.", "The new name."))
    var newName: String

    func run() async throws {
        try await meant.change { try await $0.workspace.renameTemplate($1.number, reading: $1.version, newName, as: $0.visitor) }
    }
}

struct TemplateArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: say("Archiver un modèle.", "Put a template away."),
        discussion: example("jalon template archive \"Garder six ans\""))

    @OptionGroup var meant: TemplateMeant

    func run() async throws {
        try await meant.change { try await $0.workspace.setTemplateArchived(true, $1.number, as: $0.visitor) }
    }
}

struct TemplateRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: say("Restaurer un modèle archivé.", "Restore a template that was put away."),
        discussion: example("jalon template restore \"Garder six ans\""))

    @OptionGroup var meant: TemplateMeant

    func run() async throws {
        try await meant.change(amongArchived: true) {
            try await $0.workspace.setTemplateArchived(false, $1.number, as: $0.visitor)
        }
    }
}

extension Desk {
    /// By its name or its number; where several bear the name, one in use, or one that was put away when that is what is looked for.
    func template(_ text: String, amongArchived: Bool = false) async throws -> ActionTemplate {
        var all: [ActionTemplate] = []
        for archived in [amongArchived, !amongArchived] { all += try await workspace.templates(archived: archived, visitor).model }
        let named = all.filter { $0.name.folded == text.folded }
        let found = named.isEmpty ? all.filter { String($0.number) == text } : named.filter { $0.archived == named[0].archived }
        guard let template = found.first else { throw DomainError.notFound(.template) }
        guard found.count == 1 else { throw DomainError.invalid(.name, .ambiguous(text, found.map { String($0.number) })) }
        return template
    }

    fileprivate func answer(_ template: ActionTemplate) throws {
        let put = template.archived ? " (\(say("archivé", "archived")))" : ""
        try output.answer(
            words.labelled(say("Modèle \(template.number)", "Template \(template.number)"), template.name + put), templateJSON(template))
    }
}

private func templateTable(_ template: ActionTemplate, _ words: Words) -> Table {
    let content = template.content
    func lines(_ items: [String]) -> Cell { Cell(items.joined(separator: "\n")) }
    return Table(labels: [
        (say("Modèle \(template.number)", "Template \(template.number)"), .text(template.name)),
        (words.field(.archived), template.archived ? .text(words.yes) : .empty), (words.field(.label), .text(content.label)),
        (words.field(.axis), Cell(content.axis)), (words.field(.practices), lines(content.practices)),
        (words.field(.contributors), lines(content.contributors)), (words.field(.perimeter), lines(content.perimeter)),
        (words.field(.description), Cell(content.description)),
        (words.field(.difficulty), .text(content.difficulty.map(words.difficulty) ?? words.notEstimated)),
        (words.field(.impact), .text(words.estimate(content.impact))), (words.field(.effort), .text(words.estimate(content.effort))),
        (words.field(.cost), content.cost.map { .text(words.money(cents: $0)) } ?? .empty),
        (words.field(.indicators), lines(content.indicators)), (words.field(.objectives), lines(content.objectives)),
        (words.field(.milestones), lines(content.milestones)), (words.field(.tags), Cell(content.tags.joined(separator: ", "))),
        (words.field(.visibility), .text(words.visibility(content.visibility))),
    ])
}

private func templateJSON(_ template: ActionTemplate) -> JSON {
    let content = template.content
    return [
        "number": .number(template.number), "version": .number(template.version), "name": .text(template.name),
        "archived": .bool(template.archived), "label": .text(content.label), "description": .text(content.description),
        "axis": JSON(content.axis), "theme": JSON(content.theme), "practices": JSON(content.practices),
        "contributors": JSON(content.contributors), "perimeter": JSON(content.perimeter), "milestones": JSON(content.milestones),
        "objectives": JSON(content.objectives), "indicators": JSON(content.indicators), "difficulty": JSON(content.difficulty?.rawValue),
        "impact": JSON(content.impact), "effort": JSON(content.effort), "costCents": JSON(content.cost),
        "visibility": .text(content.visibility.rawValue), "tags": JSON(content.tags),
    ]
}
