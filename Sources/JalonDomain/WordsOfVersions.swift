/// The words of versions: what a state is called, what became of actions, and changed values.

extension Words {
    package func versionNumber(_ number: Int) -> String { say("Version \(number)", "Version \(number)") }

    /// « Validée le 12 mars 2026 par : COPIL, Direction générale. »
    package func validated(_ validation: Validation) -> String {
        let who = [validation.body, validation.person].filter { !$0.isEmpty }.joined(separator: ", ")
        return say("Validée le \(day(validation.on)) par\u{A0}: \(who).", "Validated on \(day(validation.on)) by: \(who).")
    }

    package func changeKind(_ kind: PlanChangeKind) -> String {
        switch kind {
        case .added: say("Ajout", "Added")
        case .archived: say("Archivage", "Archived")
        case .stopped: say("Arrêt", "Stopped")
        case .done: say("Entrée en vigueur", "In force now")
        case .moved: say("Changement de niveau", "Moved to another level")
        case .redated: say("Échéance déplacée", "Due date moved")
        case .reassigned: say("Pilote changé", "Pilot changed")
        case .other: say("Autre modification", "Other change")
        }
    }

    /// « 3 échéances déplacées ».
    package func changeCount(_ kind: PlanChangeKind, _ number: Int) -> String {
        switch kind {
        case .added: say(count(number, "action ajoutée", "actions ajoutées"), count(number, "action added", "actions added"))
        case .archived: say(count(number, "archivée", "archivées"), count(number, "archived", "archived"))
        case .stopped: say(count(number, "arrêtée", "arrêtées"), count(number, "stopped", "stopped"))
        case .done: say(count(number, "entrée en vigueur", "entrées en vigueur"), count(number, "now in force", "now in force"))
        case .moved: say(count(number, "passage de niveau", "passages de niveau"), count(number, "change of level", "changes of level"))
        case .redated:
            say(count(number, "échéance déplacée", "échéances déplacées"), count(number, "due date moved", "due dates moved"))
        case .reassigned: say(count(number, "pilote changé", "pilotes changés"), count(number, "pilot changed", "pilots changed"))
        case .other:
            say(count(number, "action autrement modifiée", "actions autrement modifiées"), count(number, "other change", "other changes"))
        }
    }

    package func changeCounts(_ tally: [PlanChangeKind: Int]) -> String {
        list(PlanChangeKind.allCases.compactMap { kind in tally[kind].map { changeCount(kind, $0) } })
    }

    package func changesLead(_ tally: [PlanChangeKind: Int], head: Int) -> String {
        var parts = PlanChangeKind.allCases.compactMap { kind in tally[kind].map { changeCount(kind, $0) } }
        if head > 0 {
            parts.insert(
                say(
                    count(head, "champ du plan modifié", "champs du plan modifiés"),
                    count(head, "field of the plan changed", "fields of the plan changed")), at: 0)
        }
        return parts.isEmpty ? say("Rien n’a changé.", "Nothing changed.") : list(parts) + "."
    }

    package func moment(_ moment: PlanMoment) -> String {
        switch moment {
        case .version(let number): versionNumber(number)
        case .candidate: say("Proposition en lecture", "Proposal being read")
        case .present: say("Plan tel qu’il est aujourd’hui", "Plan as it stands today")
        }
    }

    package func changesTitle(_ from: PlanMoment, _ to: PlanMoment) -> String {
        let start =
            switch from {
            case .version(let number): say("la version \(number)", "version \(number)")
            case .candidate, .present: say("la proposition", "the proposal")
            }
        return switch to {
        case .present: say("Ce qui a changé depuis \(start)", "What changed since \(start)")
        case .candidate: say("Ce que la proposition change à \(start)", "What the proposal changes in \(start)")
        case .version(let number): say("Ce que la version \(number) change à \(start)", "What version \(number) changes in \(start)")
        }
    }

    package var changesOfPlan: String { say("Le plan lui-même", "The plan itself") }

    /// A value of the journal or of a version, whose form does not change with the reader, in the reader's words.
    package func value(_ text: String, of field: Field) -> String {
        switch field {
        case .level: EngagementLevel(rawValue: text).map(level) ?? IndicatorLevel(rawValue: text).map(indicatorLevel) ?? text
        case .type: IndicatorType(rawValue: text).map(indicatorType) ?? text
        case .direction: IndicatorDirection(rawValue: text).map(indicatorDirection) ?? text
        case .verdict: ObjectiveVerdict(rawValue: text).map(verdict) ?? text
        case .measureUnit: unit(IndicatorUnit(text))
        case .progress: Progress(rawValue: text).map { progress($0) } ?? text
        case .difficulty: Difficulty(rawValue: text).map(difficulty) ?? text
        case .visibility: Visibility(rawValue: text).map(visibility) ?? text
        case .commitment: Commitment(rawValue: text).map(commitment) ?? text
        case .outcome: Outcome(rawValue: text).map(outcome) ?? text
        case .percent: Int(text).map(percent) ?? text
        case .impact, .effort, .difficultyStep, .costStep: Int(text).map { estimate($0) } ?? text
        case .cost: Int(text).map { money(cents: $0) } ?? text
        case .identifiedOn, .implementedOn, .plannedStart, .due, .baseline, .forecast, .startedOn, .doneOn, .decidedOn, .from, .to, .on:
            Day(text).map { day($0) } ?? text
        default: text
        }
    }
}
