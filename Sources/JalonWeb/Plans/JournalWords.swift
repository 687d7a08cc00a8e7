/// The journal in the reader's words: who did what to which thing, and what changed from what to what.
import JalonDomain
import JalonStore
import JalonWorkspace

struct JournalWords {
    let words: Words
    /// Seconds that the organisation's clocks are ahead of UTC.
    let zone: Zone

    init(_ words: Words, zone: Zone) {
        self.words = words
        self.zone = zone
    }

    func moment(_ entry: JournalEntry) -> String { words.moment(entry.at, in: zone) }

    /// « a modifié » and « l’action n° 12 »: the second part may be a link.
    func deed(_ entry: JournalEntry) -> (verb: String, subject: String) {
        let deed = words.deed(entry.verb)
        if let action = entry.action { return (deed.verb, words.journalAction(action, after: deed)) }
        if let steering = words.journalSteering(entry.subject, after: deed) { return (deed.verb, steering) }
        if let plan = entry.plan { return (deed.verb, words.journalPlan(plan, after: deed)) }
        // « practice guide-nr a.2 »: the practice is named as its guide does.
        if entry.verb == .assessed, let id = entry.subject.split(separator: " ").last {
            return (deed.verb, words.journalPractice(String(id)))
        }
        // What belongs to no plan is named by what was added, or is gone.
        let name = entry.changes.first.map { $0.after.isEmpty ? $0.before : $0.after } ?? ""
        return (deed.verb, name.isEmpty ? entry.subject : words.quote(clipped(name)))
    }

    /// One short sentence for each field that changed; a new thing says its name only.
    func changes(_ entry: JournalEntry) -> [String] {
        if entry.verb == .created {
            return entry.changes.filter { [.label, .title, .name, .on].contains($0.field) }
                .map { words.quote(value($0.after, of: $0.field)) }
        }
        // These say no more than their verb.
        if [
            .archived, .restored, .proposed, .withdrawn, .closed, .imported, .partyAdded, .memberAdded, .passwordChanged, .viewSaved,
            .viewDeleted, .feedMade, .feedRevoked, .mailSentAgain, .mailMarkedSent, .templateKept, .templateArchived, .templateRestored,
            .resetLinkMade,
        ]
        .contains(entry.verb) {
            return []
        }
        // The path repeats what its current stage says of itself: only a change of its course is worth a line.
        let tellsPath = [.decided, .pathPlanned].contains(entry.verb) || entry.changes.count == 1
        // What only names the thing says nothing of a change.
        return entry.changes.filter { ($0.field != .path || tellsPath) && $0.before != $0.after }.map(change)
    }

    /// « Avancement : de « À faire » à « En cours » ».
    func change(_ change: Change) -> String {
        words.labelled(label(of: change.field), difference(change))
    }

    // MARK: One change

    private func label(of field: Field) -> String {
        switch field {
        // The plan's validation and communication are journaled under one field each.
        case .body: words.validationOfPlan
        case .channels: words.communicationOfPlan
        default: words.field(field)
        }
    }

    private func difference(_ change: Change) -> String {
        if let separator = separator(of: change.field) { return difference(change, between: separator) }
        if isLong(change.field) {
            return change.before.isEmpty ? words.textAdded : change.after.isEmpty ? words.textRemoved : words.textChanged
        }
        let after = words.quote(value(change.after, of: change.field))
        if change.before.isEmpty { return after }
        let before = words.quote(value(change.before, of: change.field))
        return change.after.isEmpty ? words.emptied(before) : words.fromTo(before, after)
    }

    /// Of a list, what came and what went.
    private func difference(_ change: Change, between separator: String) -> String {
        let before = items(change.before, separator)
        let after = items(change.after, separator)
        let come = after.filter { !before.contains($0) }.map { words.quote(value($0, of: change.field)) }
        let gone = before.filter { !after.contains($0) }.map { words.quote(value($0, of: change.field)) }
        var parts: [String] = []
        if !come.isEmpty { parts.append(words.come(words.list(come))) }
        if !gone.isEmpty { parts.append(words.gone(words.list(gone))) }
        return parts.isEmpty ? words.reordered : parts.joined(separator: words.say("\u{A0}; ", "; "))
    }

    private func separator(of field: Field) -> String? {
        switch field {
        case .milestones, .objectives, .indicators, .evidence, .path, .axes, .links, .target, .capacity, .budget, .closures, .needs: "\n"
        case .practices, .contributors, .perimeter, .tags, .members, .publication, .lessons, .categories, .participants: ", "
        default: nil
        }
    }

    private func items(_ text: String, _ separator: String) -> [String] {
        var items: [String] = []
        var rest = text[...]
        while let mark = rest.firstRange(of: separator) {
            items.append(String(rest[..<mark.lowerBound]))
            rest = rest[mark.upperBound...]
        }
        return rest.isEmpty ? items : items + [String(rest)]
    }

    private func isLong(_ field: Field) -> Bool {
        [.description, .purpose, .commonObjectives, .method, .result, .mobilised, .comment, .query, .minutes].contains(field)
    }

    // MARK: One value

    /// A journaled value, whose form does not change with the reader, in the reader's words.
    func value(_ text: String, of field: Field) -> String {
        switch field {
        case .state:
            PlanState(rawValue: text).map(words.planState) ?? PracticeState(rawValue: text).map { words.practiceState($0) } ?? text
        case .role: Role(rawValue: text).map(words.role) ?? text
        case .cadence: Cadence(rawValue: text).map(words.cadence) ?? text
        case .language: Language(rawValue: text).map(words.languageName) ?? text
        case .archived, .shared, .excluded: text == "true" ? words.say("oui", "yes") : words.say("non", "no")
        case .publication: PublicField(rawValue: text).map(words.publicField) ?? text
        case .path: stage(text)
        case .rule: rule(text)
        case .needs: words.need(text)
        case .obligation: Obligation(rawValue: text).map(words.obligation) ?? text
        case .notBefore, .notAfter: Period(.quarter, code: text).map(words.period) ?? text
        case .links: link(text)
        case .milestones, .body, .channels, .target, .baseline, .closures: clipped(words.daysSaid(in: text))
        default: clipped(words.value(text, of: field))
        }
    }

    /// « dependsOn> 5 Acheter » as « Dépend de n° 5 Acheter ».
    private func link(_ text: String) -> String {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, let kind = ActionLinkKind(rawValue: String(parts[0].dropLast())), let number = Int(parts[1]) else {
            return clipped(text)
        }
        return "\(words.link(kind, isOwn: parts[0].hasSuffix(">"))) \(words.linkedAction(number, clipped(parts[2])))"
    }

    /// « reflection · ended · Zoé · 2026-06-30 » as « Réflexion, étape terminée, Zoé, 30 juin 2026 ».
    private func stage(_ text: String) -> String {
        items(text, " · ").map { part in
            EngagementLevel(rawValue: part).map(words.level) ?? Stage.Phase(rawValue: part).map { words.phase($0).lowercased() }
                ?? Day(part).map(words.day) ?? part
        }.joined(separator: ", ")
    }

    /// « withoutNews watch 60 » as « Sans nouvelles, à surveiller, 60 jours sans nouvelles ».
    private func rule(_ text: String) -> String {
        let parts = items(text, " ")
        guard let rule = parts.first.flatMap(QualityRule.init(rawValue:)), parts.count > 1,
            let level = QualityLevel(rawValue: parts[1])
        else { return clipped(text) }
        let days = parts.dropFirst(2).first.flatMap { Int($0) }.map { "\(words.number($0)) \(words.qualityDays(rule))" }
        return ([words.quality(rule), words.quality(level).lowercased()] + (days.map { [$0] } ?? [])).joined(separator: ", ")
    }

    private func clipped(_ text: String) -> String { text.count > 90 ? text.prefix(89).trimmedEnd + "…" : text }
}

extension Words {
    /// Days written as 2026-06-30 inside a text, in the reader's form.
    func daysSaid(in text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let bare = word.drop { $0 == "(" }
            guard bare.utf8.count >= 10, let day = Day(String(bare.prefix(10))) else { return String(word) }
            return String(word.prefix(word.count - bare.count)) + self.day(day) + String(bare.dropFirst(10))
        }.joined(separator: " ")
    }
}

extension Substring {
    fileprivate var trimmedEnd: String {
        var rest = self
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// A verb of the journal, up to the thing it changes; `takesOf` when French joins them by « de ».
struct Deed {
    let verb: String
    let takesOf: Bool
}

extension Words {
    func deed(_ verb: JournalVerb) -> Deed {
        switch verb {
        case .created: Deed(verb: say("a créé", "created"), takesOf: false)
        case .edited: Deed(verb: say("a modifié", "edited"), takesOf: false)
        case .reported: Deed(verb: say("a donné des nouvelles", "reported on"), takesOf: true)
        case .decided: Deed(verb: say("a enregistré une décision sur", "recorded a decision on"), takesOf: false)
        case .pathPlanned: Deed(verb: say("a prévu les étapes", "planned the stages of"), takesOf: true)
        case .archived: Deed(verb: say("a archivé", "archived"), takesOf: false)
        case .restored: Deed(verb: say("a restauré", "restored"), takesOf: false)
        case .duplicated: Deed(verb: say("a dupliqué", "duplicated"), takesOf: false)
        case .split: Deed(verb: say("a divisé", "split"), takesOf: false)
        case .merged: Deed(verb: say("a fusionné", "merged"), takesOf: false)
        case .linked: Deed(verb: say("a lié", "linked"), takesOf: false)
        case .unlinked: Deed(verb: say("a délié", "unlinked"), takesOf: false)
        case .noted: Deed(verb: say("a écrit une note sur", "wrote a note on"), takesOf: false)
        case .proposed: Deed(verb: say("a proposé", "proposed"), takesOf: false)
        case .withdrawn: Deed(verb: say("a retiré la proposition", "withdrew the proposal of"), takesOf: true)
        case .validated: Deed(verb: say("a enregistré la validation", "recorded the validation of"), takesOf: true)
        case .communicated: Deed(verb: say("a enregistré la communication", "recorded the communication of"), takesOf: true)
        case .closed: Deed(verb: say("a clos", "closed"), takesOf: false)
        case .axesEdited: Deed(verb: say("a modifié les axes", "edited the axes of"), takesOf: true)
        case .catalogueMoved: Deed(verb: say("a changé le guide", "changed the guide of"), takesOf: true)
        case .rulesSet: Deed(verb: say("a modifié les règles de qualité", "changed the quality rules"), takesOf: false)
        case .assessed: Deed(verb: say("a évalué", "assessed"), takesOf: false)
        case .admitted: Deed(verb: say("a placé une personne dans", "seated someone in"), takesOf: false)
        case .dismissed: Deed(verb: say("a retiré une personne", "removed someone from"), takesOf: true)
        case .moved: Deed(verb: say("a changé la date ou le lieu", "changed the day or place of"), takesOf: true)
        case .cancelled: Deed(verb: say("a annulé", "cancelled"), takesOf: false)
        case .convened: Deed(verb: say("a convoqué", "convened"), takesOf: false)
        case .held: Deed(verb: say("a ouvert", "opened"), takesOf: false)
        case .decisionRecorded: Deed(verb: say("a consigné une décision à", "recorded a decision of"), takesOf: false)
        case .carriedOut: Deed(verb: say("a déclaré faite", "said to be carried out"), takesOf: false)
        case .reopened: Deed(verb: say("a rouvert", "reopened"), takesOf: false)
        case .minutesApproved: Deed(verb: say("a approuvé le relevé", "approved the minutes of"), takesOf: true)
        case .feedMade: Deed(verb: say("a créé l’adresse de l’agenda", "made the address of the calendar"), takesOf: false)
        case .feedRevoked: Deed(verb: say("a révoqué l’adresse de l’agenda", "revoked the address of the calendar"), takesOf: false)
        case .imported: Deed(verb: say("a importé", "imported"), takesOf: false)
        case .memberAdded: Deed(verb: say("a ajouté aux membres", "added to the members"), takesOf: false)
        case .memberChanged: Deed(verb: say("a changé les droits de", "changed the rights of"), takesOf: false)
        case .passwordChanged: Deed(verb: say("a changé le mot de passe de", "changed the password of"), takesOf: false)
        case .memberRemoved: Deed(verb: say("a retiré des membres", "removed from the members"), takesOf: false)
        case .templateKept: Deed(verb: say("a gardé comme modèle", "kept as a template"), takesOf: false)
        case .templateRenamed: Deed(verb: say("a renommé le modèle", "renamed the template"), takesOf: false)
        case .templateArchived: Deed(verb: say("a archivé le modèle", "archived the template"), takesOf: false)
        case .templateRestored: Deed(verb: say("a restauré le modèle", "restored the template"), takesOf: false)
        case .tableImported: Deed(verb: say("a importé un tableau dans", "imported a table into"), takesOf: false)
        case .partyChanged: Deed(verb: say("a modifié dans l’annuaire", "changed in the directory"), takesOf: false)
        case .partyMerged:
            Deed(verb: say("a réuni deux entrées de l’annuaire en", "merged two entries of the directory into"), takesOf: false)
        case .invited: Deed(verb: say("a invité", "invited"), takesOf: false)
        case .invitationRevoked: Deed(verb: say("a annulé l’invitation de", "revoked the invitation for"), takesOf: false)
        case .resetLinkMade: Deed(verb: say("a préparé un nouveau mot de passe pour", "prepared a new password for"), takesOf: false)
        case .accountChanged: Deed(verb: say("a modifié le compte", "changed the account"), takesOf: false)
        case .mailSentAgain: Deed(verb: say("a renvoyé un message à", "sent again a message to"), takesOf: false)
        case .mailMarkedSent: Deed(verb: say("a marqué comme transmis un message à", "marked as delivered a message to"), takesOf: false)
        case .targeted: Deed(verb: say("a changé les cibles", "changed the targets of"), takesOf: true)
        case .measured: Deed(verb: say("a mesuré", "measured"), takesOf: false)
        case .measureCorrected: Deed(verb: say("a corrigé une mesure", "corrected a measure of"), takesOf: true)
        case .objectiveAssessed: Deed(verb: say("a apprécié un objectif", "assessed an objective of"), takesOf: true)
        case .scenarioProposed: Deed(verb: say("a demandé un scénario", "asked for a scenario of"), takesOf: true)
        case .scenarioRemoved: Deed(verb: say("a retiré un scénario", "removed a scenario of"), takesOf: true)
        case .scenarioAdopted: Deed(verb: say("a adopté un scénario", "adopted a scenario of"), takesOf: true)
        case .factorAdded: Deed(verb: say("a ajouté le facteur de gain", "added the factor of gains"), takesOf: false)
        case .gainAdded: Deed(verb: say("a estimé un gain", "estimated a gain of"), takesOf: true)
        case .gainRealised: Deed(verb: say("a dit le gain réalisé", "told the realised gain of"), takesOf: true)
        case .gainRecomputed: Deed(verb: say("a recalculé un gain", "recomputed a gain of"), takesOf: true)
        case .gainRemoved: Deed(verb: say("a retiré un gain", "removed a gain of"), takesOf: true)
        case .overlapSet: Deed(verb: say("a changé les recoupements", "changed the overlaps of"), takesOf: true)
        case .meansSet: Deed(verb: say("a modifié les moyens", "changed the means of"), takesOf: true)
        case .needsEstimated: Deed(verb: say("a estimé les moyens nécessaires", "estimated the means needed"), takesOf: true)
        case .judged: Deed(verb: say("a jugé", "judged"), takesOf: false)
        case .workshopClosed: Deed(verb: say("a clos un atelier sur", "closed a workshop on"), takesOf: false)
        case .weightsSet: Deed(verb: say("a changé les poids des priorités", "changed the weights of priorities"), takesOf: false)
        case .partyAdded: Deed(verb: say("a ajouté à l’annuaire", "added to the directory"), takesOf: false)
        case .undone: Deed(verb: say("a annulé un changement groupé sur", "undid a bulk change on"), takesOf: false)
        case .publicationChosen:
            Deed(verb: say("a choisi ce que dit la publication", "chose what is said by the publication of"), takesOf: true)
        case .personCleared:
            Deed(
                verb: say("a écarté un nom signalé avant la publication", "set aside a name found before the publication of"), takesOf: true
            )
        case .published: Deed(verb: say("a publié", "published"), takesOf: false)
        case .unpublished: Deed(verb: say("a retiré de la vue du public", "withdrew from the public"), takesOf: false)
        case .viewSaved: Deed(verb: say("a enregistré la vue", "saved the view"), takesOf: false)
        case .viewEdited: Deed(verb: say("a modifié la vue", "changed the view"), takesOf: false)
        case .viewDeleted: Deed(verb: say("a supprimé la vue", "deleted the view"), takesOf: false)
        }
    }

    func journalAction(_ number: Int, after deed: Deed) -> String {
        say("\(deed.takesOf ? "de " : "")l’action n°\u{A0}\(number)", "action no.\u{A0}\(number)")
    }

    func journalPlan(_ number: Int, after deed: Deed) -> String {
        say("\(deed.takesOf ? "du" : "le") plan n°\u{A0}\(number)", "plan no.\u{A0}\(number)")
    }

    /// « committee 1/2 » and « meeting 1/2/3 », the numbers after the plan's.
    func journalSteering(_ subject: String, after deed: Deed) -> String? {
        let numbers = subject.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
        switch (numbers.first, numbers.count) {
        case ("committee", 3): return say("\(deed.takesOf ? "du" : "le") comité n°\u{A0}\(numbers[2])", "committee no.\u{A0}\(numbers[2])")
        case ("meeting", 4):
            return say(
                "\(deed.takesOf ? "de " : "")la séance n°\u{A0}\(numbers[3]) du comité n°\u{A0}\(numbers[2])",
                "meeting no.\u{A0}\(numbers[3]) of committee no.\u{A0}\(numbers[2])")
        case ("decision", 5):
            return say(
                "la décision \(numbers[3]).\(numbers[4]) du comité n°\u{A0}\(numbers[2])",
                "decision \(numbers[3]).\(numbers[4]) of committee no.\u{A0}\(numbers[2])")
        case ("indicator", 2): return journalIndicator(numbers[1], after: deed)
        case ("measure", 3), ("measures", 2): return journalIndicator(numbers[1], after: deed)
        default: return nil
        }
    }

    private func journalIndicator(_ number: String, after deed: Deed) -> String {
        say("\(deed.takesOf ? "de " : "")l’indicateur n°\u{A0}\(number)", "indicator no.\u{A0}\(number)")
    }

    func journalPractice(_ id: String) -> String { say("la pratique \(id)", "practice \(id)") }

    var validationOfPlan: String { say("Validation", "Validation") }
    var communicationOfPlan: String { say("Communication", "Communication") }
    var textAdded: String { say("texte ajouté", "text added") }
    var textRemoved: String { say("texte retiré", "text removed") }
    var textChanged: String { say("texte modifié", "text changed") }
    var reordered: String { say("ordre changé", "order changed") }
    func emptied(_ before: String) -> String { say("vidé, avant \(before)", "emptied, was \(before)") }
    func fromTo(_ before: String, _ after: String) -> String { say("de \(before) à \(after)", "from \(before) to \(after)") }
    func come(_ items: String) -> String { say("avec \(items)", "with \(items)") }
    func gone(_ items: String) -> String { say("sans \(items)", "without \(items)") }
}
