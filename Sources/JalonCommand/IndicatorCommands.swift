/// Indicators: create, change, list, show, promise values for days, archive; and types proposed for wordings.
import ArgumentParser
import Foundation
import JalonCatalogue
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct IndicatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator",
        abstract: say("Les indicateurs, leurs cibles et leurs mesures.", "Indicators, their targets and measures."),
        discussion: example(
            "jalon indicator add \"Durée d’usage des portables\" --type duration --unit mois --action 3",
            "jalon indicator target 1 72 --on 2028-12-31", "jalon indicator measure 1 54 --on 2026-03-31 --source \"Inventaire du parc\""),
        subcommands: [
            IndicatorAdd.self, IndicatorList.self, IndicatorDue.self, IndicatorShow.self, IndicatorEdit.self, IndicatorTargetCommand.self,
            IndicatorBaseline.self, IndicatorMeasure.self, IndicatorImport.self, IndicatorExport.self, IndicatorSuggest.self,
            IndicatorArchive.self, IndicatorRestore.self,
        ])
}

/// What the commands about one indicator share.
struct IndicatorNumber: ParsableArguments {
    @Argument(help: help("Son numéro.", "Its number.", value: "number"))
    var number: Int
    @OptionGroup var options: DeskOptions

    func at(_ permission: Permission, _ body: (Desk) async throws -> Void) async throws {
        try await atDesk(options, needs: permission, body)
    }
}

/// What is written of an indicator, apart from its name and type.
struct IndicatorFields: ParsableArguments {
    @Option(
        help: help(
            "L’unité\u{A0}: mois, kg, kWh, Go, €, postes, kg/personne, /10 pour une note sur dix.",
            "The unit: month, kg, kWh, GB, €, devices, kg/person, /10 for a score out of ten."))
    var unit: String?
    @Option(help: help("Les décimales montrées.", "The decimals that are shown."))
    var decimals: Int?
    @Option(help: help("Ce qui est mieux\u{A0}: higher, lower, within ou none.", "What is better: higher, lower, within or none."))
    var better: String?
    @Option(help: help("strategic ou operational (par défaut).", "strategic or operational (by default)."))
    var level: String?
    @Option(help: help("Ce qu’il dit.", "What it says."))
    var meaning: String?
    @Option(help: help("Comment il se calcule.", "How it is counted."))
    var method: String?
    @Option(help: help("D’où viennent ses valeurs.", "Where its values come from."))
    var source: String?
    @Option(
        help: help("Son rythme de mesure\u{A0}: mensuel, trimestriel, annuel…", "How often it is measured: monthly, quarterly, yearly…"))
    var cadence: String?
    @Option(help: help("Qui en répond.", "Who answers for it.", value: "name"))
    var responsible: String?
    @Option(help: help("Une action qu’il suit\u{A0}; plusieurs fois possible.", "An action that it follows; may be repeated."))
    var action: [String] = []
    @Option(help: help("Une bonne pratique\u{A0}; plusieurs fois possible.", "A practice; may be repeated.", value: "id"))
    var practice: [String] = []
    @Option(help: help("Une catégorie de ventilation\u{A0}; plusieurs fois possible.", "A category of the breakdown; may be repeated."))
    var category: [String] = []
    @Option(
        help: help(
            "Le calculer\u{A0}: sum, difference, ratio, mean, weightedMean, actionsDone, actionsLate, actionsInReflection, actionsInExperimentation, actionsInImplementation, meetingsHeld, ou none.",
            "Compute it: sum, difference, ratio, mean, weightedMean, actionsDone, actionsLate, actionsInReflection, actionsInExperimentation, actionsInImplementation, meetingsHeld, or none."
        ))
    var compute: String?
    @Option(
        help: help(
            "Un indicateur du calcul, avec son poids s’il en a un\u{A0}; plusieurs fois possible.",
            "An indicator of the computation, with its weight if any; may be repeated.", value: "number[:weight]"))
    var of: [String] = []
    @Option(help: help("Le bas de l’intervalle visé.", "The low end of the range."))
    var low: String?
    @Option(help: help("Le haut de l’intervalle visé.", "The high end of the range."))
    var high: String?
    @Option(help: help("Le seuil de vigilance.", "The warning threshold."))
    var warning: String?
    @Option(help: help("Le seuil d’alerte.", "The alert threshold."))
    var alert: String?
    @OptionGroup var plan: PlanOption

    /// Puts what was given into a definition; what was not stays as it is.
    func apply(to definition: inout IndicatorDefinition, _ desk: Desk, _ typed: inout Typed) async throws {
        if let unit { definition.unit = IndicatorUnit(unit) }
        if let decimals { definition.decimals = decimals }
        if let direction = typed.indicatorDirection(better) { definition.direction = direction }
        if let level = typed.indicatorLevel(level) { definition.level = level }
        if let meaning { definition.meaning = meaning }
        if let method { definition.method = method }
        if let source { definition.source = source }
        if let cadence = typed.cadence(cadence) { definition.cadence = cadence }
        if !practice.isEmpty { definition.practices = practice }
        if !category.isEmpty { definition.categories = category }
        if let value = typed.figure(low, .low, definition) { definition.low = value }
        if let value = typed.figure(high, .high, definition) { definition.high = value }
        if let value = typed.figure(warning, .warning, definition) { definition.warning = value }
        if let value = typed.figure(alert, .alert, definition) { definition.alert = value }
        if compute?.folded == "none" {
            definition.formula = nil
        } else if let operation = typed.indicatorOperation(compute) {
            let number = operation.isOfPlan ? try await desk.plan(plan.plan).plan.number : nil
            definition.formula = IndicatorFormula(operation, of: of.compactMap { typed.term($0) }, plan: number)
        }
        guard !action.isEmpty else { return }
        definition.actions = []
        for text in action { definition.actions.append(try await desk.action(text, plan: plan.plan).id) }
    }
}

struct IndicatorAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Créer un indicateur.", "Create an indicator."),
        discussion: example(
            "jalon indicator add \"Durée d’usage des portables\" --type duration --unit mois --better higher --level strategic --action 3",
            "jalon indicator add --ready reuse-giving"))

    @Argument(help: help("Son nom\u{A0}; pas avec --ready.", "Its name; not with --ready.", value: "name"))
    var name: String?
    @Option(
        help: help(
            "Partir d’un indicateur tout prêt, avec ses seuils\u{A0}: reuse-spending, reuse-giving, pue, plan-done, plan-late ou committees.",
            "Start from a ready indicator, with its thresholds: reuse-spending, reuse-giving, pue, plan-done, plan-late or committees.",
            value: "key"))
    var ready: String?
    @Option(
        help: help(
            "Son type\u{A0}: boolean, count, percentage, ratio, quantity, duration, frequency, amount, score ou text.",
            "Its type: boolean, count, percentage, ratio, quantity, duration, frequency, amount, score or text."))
    var type: String?
    @OptionGroup var fields: IndicatorFields
    @Flag(help: help("Confirmer que ce n’est pas l’indicateur au nom voisin.", "Confirm that it is not the one of a similar name."))
    var another = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let kind = typed.indicatorType(type)
        if ready == nil, kind == nil { typed.require(.type) }
        if ready == nil, name == nil { typed.require(.name) }
        if let ready, !ReadyIndicator.all.contains(where: { $0.key == ready }) {
            typed.refuse(.indicator, .notAChoice(ready, among: ReadyIndicator.all.map(\.key)))
        }
        try typed.check()
        try await atDesk(options, needs: .editPlan) { desk in
            var typed = Typed()
            var definition: IndicatorDefinition
            if let ready {
                definition = try await desk.workspace.indicatorDesk(desk.visitor, wording: "", ready: ready, desk.words.language)
                    .model.proposal
                if let name { definition.name = name }
            } else {
                definition = IndicatorDefinition(name: name ?? "", type: kind ?? .count, unit: IndicatorUnit(fields.unit ?? ""))
            }
            try await fields.apply(to: &definition, desk, &typed)
            try typed.check()
            let (indicator, created) = try await desk.workspace.addIndicator(
                IndicatorInput(definition, responsible: fields.responsible ?? ""), isAnother: another, ready: ready ?? "",
                as: desk.visitor)
            desk.sayCreated(created)
            try await desk.answer(indicator: indicator.number)
        }
    }
}

struct IndicatorEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: say("Changer un indicateur\u{A0}; ce qui n’est pas donné reste.", "Change an indicator; what is not given stays."),
        discussion: example("jalon indicator edit 1 --cadence trimestriel --responsible \"Direction du numérique\""))

    @OptionGroup var indicator: IndicatorNumber
    @Option(help: help("Son nom.", "Its name."))
    var name: String?
    @Option(help: help("Son type, tant qu’il n’est pas mesuré.", "Its type, while it is not measured."))
    var type: String?
    @OptionGroup var fields: IndicatorFields

    func run() async throws {
        try await indicator.at(.editPlan) { desk in
            let sheet = try await desk.workspace.indicator(indicator.number, desk.visitor).model
            var typed = Typed()
            var definition = sheet.indicator.definition
            if let name { definition.name = name }
            if let kind = typed.indicatorType(type) { definition.type = kind }
            try await fields.apply(to: &definition, desk, &typed)
            try typed.check()
            let responsible = fields.responsible ?? definition.responsible.flatMap { sheet.names[$0] } ?? ""
            let (changed, created) = try await desk.workspace.editIndicator(
                indicator.number, reading: sheet.indicator.version, IndicatorInput(definition, responsible: responsible), as: desk.visitor)
            desk.sayCreated(created)
            try await desk.answer(indicator: changed.number)
        }
    }
}

struct IndicatorList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say(
            "Lister les indicateurs\u{A0}: les stratégiques d’abord, puis ce qui demande attention.",
            "List indicators: strategic ones first, then what asks for attention."),
        discussion: example("jalon indicator list --plan 1 --format json", "jalon indicator list --status offTarget"))

    @Option(help: help("Ceux qui suivent une action de ce plan.", "Those that follow an action of that plan.", value: "number"))
    var plan: Int?
    @Option(
        help: help(
            "offTarget, atRisk, stale, notStarted, onTarget ou noTarget.", "offTarget, atRisk, stale, notStarted, onTarget or noTarget."))
    var status: String?
    @Option(help: help("strategic ou operational.", "strategic or operational."))
    var level: String?
    @Flag(help: help("Archivés, au lieu des autres.", "Archived, instead of the others."))
    var archived = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        var filter = IndicatorFilter()
        filter.plan = plan
        filter.status = typed.indicatorStatus(status)
        filter.level = typed.indicatorLevel(level)
        filter.archived = archived
        try typed.check()
        let asked = filter
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            let listing = try await desk.workspace.indicators(asked, desk.visitor).model
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.field(.name), words.field(.type), words.say("Niveau", "Level"),
                        words.say("Situation", "Status"),
                        words.say("Dernière valeur", "Last value"), words.say("Au", "On"), words.field(.target), words.field(.responsible),
                    ],
                    rows: listing.rows.map { row in
                        let definition = row.indicator.definition
                        let target = row.indicator.targets.last
                        return [
                            .integer(row.indicator.number), .text(definition.name), .text(words.indicatorType(definition.type)),
                            .text(words.indicatorLevel(definition.level)), .text(words.indicatorStatus(row.status)),
                            Cell(row.last?.value.map { words.figure($0, of: definition) }), Cell(row.last?.on),
                            Cell(target.map { "\(words.figure($0.value, of: definition)) (\(words.shortDay($0.on)))" }),
                            Cell(definition.responsible.flatMap { listing.names[$0] }),
                        ]
                    }),
                .array(listing.rows.map { indicatorJSON($0, listing.names) }))
        }
    }
}

struct IndicatorShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer un indicateur et ses mesures.", "Show an indicator and its measures."),
        discussion: example("jalon indicator show 1"))

    @OptionGroup var indicator: IndicatorNumber

    func run() async throws {
        try await indicator.at(.read) { desk in
            let sheet = try await desk.workspace.indicator(indicator.number, desk.visitor).model
            try desk.output.answer(indicatorSheetTable(sheet, desk.words), indicatorSheetJSON(sheet))
        }
    }
}

struct IndicatorTargetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "target",
        abstract: say("Fixer la valeur promise pour une date, ou la retirer.", "Set the value promised for a day, or withdraw it."),
        discussion: example("jalon indicator target 1 72 --on 2028-12-31", "jalon indicator target 1 --on 2028-12-31 --remove"))

    @Argument(help: help("Le numéro de l’indicateur.", "The indicator’s number.", value: "number"))
    var number: Int
    @Argument(help: help("La valeur, avec ou sans son unité.", "The value, with or without its unit.", value: "value"))
    var value: String?
    @Option(help: help("La date.", "The day.", value: "day"))
    var on: String
    @Flag(help: help("Retirer la cible de cette date.", "Withdraw the target of that day."))
    var remove = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            var typed = Typed()
            let day = typed.day(on, .on)
            if remove {
                try typed.check()
                guard let day else { throw DomainError.invalid(.on, .required) }
                _ = try await desk.workspace.withdrawTarget(on: day, of: number, as: desk.visitor)
            } else {
                let definition = try await desk.workspace.indicator(number, desk.visitor).model.indicator.definition
                let figure = typed.figure(value, .target, definition, required: true)
                try typed.check()
                guard let day, let figure else { throw DomainError.invalid(.on, .required) }
                _ = try await desk.workspace.promise(IndicatorTarget(on: day, value: figure), of: number, as: desk.visitor)
            }
            try await desk.answer(indicator: number)
        }
    }
}

struct IndicatorBaseline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: say("Dire d’où l’on part.", "Say where it starts from."),
        discussion: example("jalon indicator baseline 1 48 --on 2025-12-31"))

    @Argument(help: help("Le numéro de l’indicateur.", "The indicator’s number.", value: "number"))
    var number: Int
    @Argument(help: help("La valeur de départ\u{A0}; rien pour la retirer.", "The starting value; nothing to withdraw it.", value: "value"))
    var value: String?
    @Option(help: help("La date.", "The day.", value: "day"))
    var on: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            var start: IndicatorTarget?
            if value != nil {
                let definition = try await desk.workspace.indicator(number, desk.visitor).model.indicator.definition
                var typed = Typed()
                let day = typed.day(on, .on)
                let figure = typed.figure(value, .baseline, definition)
                if day == nil { typed.require(.on) }
                try typed.check()
                start = day.flatMap { day in figure.map { IndicatorTarget(on: day, value: $0) } }
            }
            _ = try await desk.workspace.start(number, from: start, as: desk.visitor)
            try await desk.answer(indicator: number)
        }
    }
}

struct IndicatorArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: say("Archiver un indicateur\u{A0}: il se lit encore.", "Archive an indicator: it can still be read."),
        discussion: example("jalon indicator archive 1"))

    @OptionGroup var indicator: IndicatorNumber

    func run() async throws {
        try await indicator.at(.editPlan) { desk in
            _ = try await desk.workspace.setIndicatorArchived(true, indicator.number, as: desk.visitor)
            try await desk.answer(indicator: indicator.number)
        }
    }
}

struct IndicatorRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: say("Restaurer un indicateur archivé.", "Restore an archived indicator."),
        discussion: example("jalon indicator restore 1"))

    @OptionGroup var indicator: IndicatorNumber

    func run() async throws {
        try await indicator.at(.editPlan) { desk in
            _ = try await desk.workspace.setIndicatorArchived(false, indicator.number, as: desk.visitor)
            try await desk.answer(indicator: indicator.number)
        }
    }
}
