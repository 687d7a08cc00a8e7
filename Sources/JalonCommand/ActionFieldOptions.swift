/// The fields of an action as options; what is not given stays as it is, an empty text empties it.
import ArgumentParser
import JalonDomain
import JalonWorkspace

struct ActionFieldOptions: ParsableArguments {
    @Option(help: help("Le libellé.", "The label."))
    var label: String?
    @Option(help: help("La description, en Markdown.", "The description, in Markdown."))
    var description: String?
    @Option(help: help("L’axe\u{A0}: son numéro, son titre ou sa thématique.", "The axis: its number, its title or its theme."))
    var axis: String?
    @Option(
        help: help(
            "Une bonne pratique à laquelle l’action répond\u{A0}; plusieurs fois possible.",
            "A practice that the action answers; may be repeated.",
            value: "a.2"))
    var practice: [String] = []
    @Option(
        help: help(
            "Qui pilote\u{A0}: une personne, une fonction ou un service.", "Who pilots: a person, a position or a unit.", value: "name"))
    var pilot: String?
    @Option(help: help("Qui contribue\u{A0}; plusieurs fois possible.", "Who contributes; may be repeated.", value: "name"))
    var contributor: [String] = []
    @Option(
        help: help(
            "Une direction, un service ou un site concerné\u{A0}; plusieurs fois possible.", "A unit or site; may be repeated.",
            value: "name"))
    var perimeter: [String] = []
    @Option(help: help("L’échéance, comme 2026-06-30.", "The due date, such as 2026-06-30.", value: "day"))
    var due: String?
    @Option(help: help("Le début prévu.", "The planned start.", value: "day"))
    var plannedStart: String?
    @Option(help: help("La date d’identification.", "The day it was identified.", value: "day"))
    var identifiedOn: String?
    @Option(help: help("La date de mise en œuvre.", "The day it came into force.", value: "day"))
    var implementedOn: String?
    @Option(help: help("Un jalon\u{A0}; plusieurs fois possible.", "A milestone; may be repeated.", value: "title | due | reached"))
    var milestone: [String] = []
    @Option(help: help("Un objectif\u{A0}; plusieurs fois possible.", "An objective; may be repeated."))
    var objective: [String] = []
    @Option(help: help("Un indicateur\u{A0}; plusieurs fois possible.", "An indicator; may be repeated."))
    var indicator: [String] = []
    @Option(help: help("Une preuve\u{A0}; plusieurs fois possible.", "A piece of evidence; may be repeated.", value: "title | link"))
    var evidence: [String] = []
    @Option(help: help("La difficulté\u{A0}: facile, moyenne ou difficile.", "The difficulty: easy, medium or hard."))
    var difficulty: String?
    @Option(help: help("L’effet attendu, de 1 à 5.", "The impact, from 1 to 5.", value: "1…5"))
    var impact: Int?
    @Option(help: help("L’effort, de 1 à 5.", "The effort, from 1 to 5.", value: "1…5"))
    var effort: Int?
    @Option(help: help("Le coût en euros.", "The cost in euros.", value: "euros"))
    var cost: String?
    @Option(help: help("La visibilité\u{A0}: publique ou interne.", "The visibility: public or internal."))
    var visibility: String?
    @Option(help: help("Une étiquette\u{A0}; plusieurs fois possible.", "A tag; may be repeated."))
    var tag: [String] = []

    var isEmpty: Bool {
        let texts = [label, description, axis, pilot, due, plannedStart, identifiedOn, implementedOn, difficulty, cost, visibility]
        let lists = [practice, contributor, perimeter, milestone, objective, indicator, evidence, tag]
        return texts.allSatisfy { $0 == nil } && lists.allSatisfy(\.isEmpty) && impact == nil && effort == nil
    }

    /// Writes what was given over what stands.
    func apply(to input: inout ActionInput, axes: [Axis], _ typed: inout Typed) {
        if let label { input.edit.label = label }
        if let description { input.edit.description = description }
        if let axis { input.edit.axis = Self.axis(axis, among: axes, &typed) }
        if let pilot { input.pilot = pilot }
        if let due { input.edit.due = typed.day(due, .due) }
        if let plannedStart { input.edit.plannedStart = typed.day(plannedStart, .plannedStart) }
        if let identifiedOn { input.edit.identifiedOn = typed.day(identifiedOn, .identifiedOn) }
        if let implementedOn { input.edit.implementedOn = typed.day(implementedOn, .implementedOn) }
        if let difficulty { input.edit.difficulty = typed.difficulty(difficulty) }
        if let impact { input.edit.impact = impact }
        if let effort { input.edit.effort = effort }
        if let cost { input.edit.cost = typed.cents(cost, .cost) }
        if let visibility { input.edit.visibility = typed.visibility(visibility) ?? input.edit.visibility }
        Self.replace(&input.edit.practices, practice)
        Self.replace(&input.contributors, contributor)
        Self.replace(&input.perimeter, perimeter)
        Self.replace(&input.edit.objectives, objective)
        Self.replace(&input.edit.indicators, indicator)
        Self.replace(&input.edit.tags, tag)
        if !milestone.isEmpty { input.edit.milestones = milestone.filter { !$0.isEmpty }.map { typed.milestone($0) } }
        if !evidence.isEmpty { input.edit.evidence = evidence.filter { !$0.isEmpty }.map { typed.evidence($0) } }
    }

    private static func replace(_ list: inout [String], _ given: [String]) {
        if !given.isEmpty { list = given.filter { !$0.isEmpty } }
    }

    /// An axis by its number, its theme or its title; nothing for an empty text.
    static func axis(_ text: String, among axes: [Axis], _ typed: inout Typed) -> Int? {
        guard !text.isEmpty else { return nil }
        let found =
            axes.first { String($0.number) == text } ?? axes.first { $0.theme == text } ?? axes.first { $0.title.folded == text.folded }
        if found == nil {
            typed.refuse(.axis, axes.isEmpty ? .unknown(text) : .notAChoice(text, among: axes.map { "\($0.number) (\($0.title))" }))
        }
        return found?.number
    }
}
