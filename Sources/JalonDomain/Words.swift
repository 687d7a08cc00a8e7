/// The words of the interface: every displayed word is one line, with both languages side by side.

package struct Words: Sendable, Equatable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// Only the words of the reader's language are put together.
    package func say(_ fr: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String { language == .fr ? fr() : en() }
}

// MARK: What actions and stages are made of

extension Words {
    package func level(_ level: EngagementLevel) -> String {
        switch level {
        case .reflection: say("Réflexion", "Study")
        case .experimentation: say("Expérimentation", "Experiment")
        case .implementation: say("Réalisation", "Implementation")
        }
    }

    package func progress(_ progress: Progress) -> String {
        switch progress {
        case .toDo: say("À faire", "To do")
        case .inProgress: say("En cours", "In progress")
        case .done: say("Fini", "Done")
        }
    }

    /// « En cours, 62 % ».
    package func progress(_ progress: Progress, percent: Int?) -> String {
        guard progress == .inProgress, let percent else { return self.progress(progress) }
        return "\(self.progress(progress)), \(self.percent(percent))"
    }

    package func phase(_ phase: Stage.Phase) -> String {
        switch phase {
        case .ended: say("Étape terminée", "Stage ended")
        case .current: say("Étape en cours", "Current stage")
        case .planned: say("Étape prévue", "Planned stage")
        }
    }

    package func outcome(_ outcome: Outcome) -> String {
        switch outcome {
        case .generalise: say("Généraliser", "Roll out")
        case .experiment: say("Expérimenter", "Experiment")
        case .extend: say("Prolonger", "Extend")
        case .stop: say("Ne pas poursuivre", "Do not pursue")
        case .goBack: say("Revenir à l’expérimentation", "Go back to experiment")
        }
    }

    /// What the decision opens, in a sentence.
    package func outcomeHelp(_ outcome: Outcome) -> String {
        switch outcome {
        case .generalise: say("Une étape de réalisation commence.", "An implementation stage starts.")
        case .experiment: say("Une étape d’expérimentation commence, sur un périmètre.", "An experiment stage starts, on a perimeter.")
        case .extend: say("Une nouvelle expérimentation commence.", "A new experiment starts.")
        case .stop: say("L’action s’arrête ici, avec sa raison.", "The action stops here, with its reason.")
        case .goBack: say("L’action revient à l’expérimentation, avec sa raison.", "The action goes back to experiment, with its reason.")
        }
    }

    package func commitment(_ commitment: Commitment) -> String {
        switch commitment {
        case .monitoring: say("Suivi", "Monitoring")
        case .development: say("Développement", "Development")
        case .improvement: say("Amélioration", "Improvement")
        }
    }

    package func priority(_ priority: PracticePriority) -> String {
        switch priority {
        case .priority: say("Prioritaire", "Priority")
        case .recommended: say("Recommandée", "Recommended")
        case .further: say("Aller plus loin", "Going further")
        }
    }

    /// « Non évaluée » for none.
    package func practiceState(_ state: PracticeState?) -> String {
        switch state {
        case .inPlace: say("En place", "In place")
        case .partly: say("En partie", "Partly")
        case .notInPlace: say("Pas en place", "Not in place")
        case .notApplicable: say("Non applicable", "Not applicable")
        case nil: say("Non évaluée", "Not assessed")
        }
    }

    package func coverage(_ coverage: Coverage) -> String {
        switch coverage {
        case .answered: say("Dans le plan", "In the plan")
        case .inPlace: alreadyInPlace
        case .notApplicable: practiceState(.notApplicable)
        case .uncovered: say("Non couverte", "Not covered")
        }
    }

    package func difficulty(_ difficulty: Difficulty) -> String {
        switch difficulty {
        case .easy: say("Facile", "Easy")
        case .medium: say("Moyenne", "Medium")
        case .hard: say("Difficile", "Hard")
        }
    }

    package func visibility(_ visibility: Visibility) -> String {
        switch visibility {
        case .public: say("Publique", "Public")
        case .internal: say("Interne", "Internal")
        }
    }

    package var awaitingDecision: String { say("Décision attendue", "Awaiting decision") }
    package var notEstimated: String { say("Non estimé", "Not estimated") }
    /// Of an impact or an effort; unknown is not low.
    package func estimate(_ value: Int?) -> String { value.map { say("\($0) sur 5", "\($0) out of 5") } ?? notEstimated }
    package var alreadyInPlace: String { say("Déjà en place", "Already in place") }
    package var inForce: String { say("En vigueur", "In force") }
    package var stopped: String { say("Non poursuivie", "Not pursued") }
    package var archived: String { say("Archivée", "Archived") }
    package var noPilot: String { say("Sans pilote", "No pilot") }
    package var noDue: String { say("Sans échéance", "No due date") }
    package var noDirection: String { say("Sans direction", "No unit") }
    package var noAxis: String { say("Sans axe", "No axis") }
    package var noIndicator: String { say("Sans indicateur", "No indicator") }
    package var late: String { say("En retard", "Late") }

    /// « en retard de 16 jours ».
    package func late(days: Int) -> String {
        say("en retard de \(count(days, "jour", "jours"))", "\(count(days, "day", "days")) late")
    }

    /// « 16 j », beside a due date.
    package func lateShort(days: Int) -> String { say("\(number(days))\u{A0}j", "\(number(days))\u{A0}d") }

    /// How far a forecast is from what was first promised.
    package func slippage(days: Int) -> String {
        if days == 0 { return say("comme prévu au départ", "as first planned") }
        let distance = count(abs(days), say("jour", "day"), say("jours", "days"))
        return days > 0
            ? say("\(distance) après l’échéance initiale", "\(distance) after the baseline due date")
            : say("\(distance) avant l’échéance initiale", "\(distance) before the baseline due date")
    }

    /// « Action n° 18 ».
    package func actionNumber(_ number: Int) -> String { say("Action n°\u{A0}\(number)", "Action no.\u{A0}\(number)") }
    package func planNumber(_ number: Int) -> String { say("Plan n°\u{A0}\(number)", "Plan no.\u{A0}\(number)") }
}

// MARK: Links between actions

extension Words {
    /// From the action whose page says it: `isOwn` where the link starts there.
    package func link(_ kind: ActionLinkKind, isOwn: Bool) -> String {
        switch (kind, isOwn) {
        case (.dependsOn, true): say("Dépend de", "Depends on")
        case (.dependsOn, false): say("Attendue par", "Needed by")
        case (.duplicates, _): say("Fait double emploi avec", "Duplicates")
        case (.relatesTo, _): say("Liée à", "Related to")
        case (.splitFrom, true): say("Issue de la division de", "Split from")
        case (.splitFrom, false): say("Divisée en", "Split into")
        case (.mergedInto, true): say("Fusionnée dans", "Merged into")
        case (.mergedInto, false): say("A réuni", "Took in")
        }
    }

    /// « Copie de Garder les ordinateurs six ans », within what a label may hold.
    package func copy(of label: String) -> String { String(say("Copie de \(label)", "Copy of \(label)").prefix(200)) }
}

// MARK: Plans and people

extension Words {
    package func planState(_ state: PlanState) -> String {
        switch state {
        case .draft: say("Brouillon", "Draft")
        case .proposed: say("Proposé", "Proposed")
        case .validated: say("Validé", "Validated")
        case .communicated: say("Communiqué", "Communicated")
        case .closed: say("Clos", "Closed")
        }
    }

    package func role(_ role: Role) -> String {
        switch role {
        case .administrator: say("Administration", "Administrator")
        case .coordinator: say("Coordination", "Coordinator")
        case .pilot: say("Pilote", "Pilot")
        case .reader: say("Lecture", "Reader")
        case .auditor: say("Audit", "Auditor")
        }
    }

    package func partyKind(_ kind: PartyKind) -> String {
        switch kind {
        case .person: say("Personne", "Person")
        case .position: say("Fonction", "Position")
        case .unit: say("Direction ou service", "Unit")
        }
    }

    package func languageName(_ language: Language) -> String {
        switch language {
        case .fr: "Français"
        case .en: "English"
        }
    }

    package func subject(_ subject: Subject) -> String {
        switch subject {
        case .organisation: say("Organisation", "Organisation")
        case .plan: say("Plan", "Plan")
        case .action: say("Action", "Action")
        case .catalogue: say("Guide", "Guide")
        case .theme: say("Thématique", "Theme")
        case .practice: say("Bonne pratique", "Practice")
        case .party: say("Personne, fonction ou service", "Person, position or unit")
        case .axis: say("Axe", "Axis")
        case .member: say("Membre", "Member")
        case .account: say("Compte", "Account")
        case .page: say("Page", "Page")
        case .view: say("Vue", "View")
        case .bulkChange: say("Changement groupé", "Bulk change")
        case .template: say("Modèle", "Template")
        case .version: say("Version", "Version")
        case .committee: say("Comité", "Committee")
        case .meeting: say("Séance", "Meeting")
        case .decision: say("Décision", "Decision")
        case .mail: say("Message", "Message")
        case .indicator: say("Indicateur", "Indicator")
        case .target: say("Cible", "Target")
        case .measure: say("Mesure", "Measure")
        case .gain: say("Gain", "Gain")
        case .scenario: say("Scénario", "Scenario")
        }
    }
}

// MARK: Fields

extension Words {
    package func field(_ field: Field) -> String {
        switch field {
        case .label: say("Libellé", "Label")
        case .description: say("Description", "Description")
        case .axis: say("Axe", "Axis")
        case .practices: say("Bonnes pratiques", "Practices")
        case .pilot: say("Pilote", "Pilot")
        case .contributors: say("Contributeurs", "Contributors")
        case .perimeter: say("Périmètre", "Perimeter")
        case .level: say("Niveau d’engagement", "Engagement level")
        case .progress: say("Avancement", "Progress")
        case .percent: say("Pourcentage", "Percentage")
        case .path: say("Chemin d’engagement", "Engagement path")
        case .identifiedOn: say("Date d’identification", "Identified on")
        case .plannedStart: say("Début prévu", "Planned start")
        case .due: say("Échéance", "Due date")
        case .baseline: say("Échéance initiale", "Baseline due date")
        case .forecast: say("Échéance revue", "Forecast due date")
        case .reason: say("Raison", "Reason")
        case .implementedOn: say("Date de mise en œuvre", "In force since")
        case .startedOn: say("Commencée le", "Started on")
        case .doneOn: say("Finie le", "Done on")
        case .milestones: say("Jalons", "Milestones")
        case .objectives: say("Objectifs", "Objectives")
        case .evidence: say("Preuves", "Evidence")
        case .indicators: say("Indicateurs", "Indicators")
        case .difficulty: say("Difficulté", "Difficulty")
        case .impact: say("Effet attendu", "Impact")
        case .effort: say("Effort", "Effort")
        case .cost: say("Coût", "Cost")
        case .visibility: say("Visibilité", "Visibility")
        case .tags: say("Étiquettes", "Tags")
        case .note: say("Note", "Note")
        case .archived: say("Archivage", "Archived")
        case .mobilised: say("Personnes mobilisées", "People mobilised")
        case .deliverable: say("Livrable", "Deliverable")
        case .method: say("Méthode", "Method")
        case .result: say("Résultat", "Result")
        case .commitment: say("Engagement pris", "Commitment")
        case .outcome: say("Décision", "Decision")
        case .decidedBy: say("Décidé par", "Decided by")
        case .decidedOn: say("Décidé le", "Decided on")
        case .meeting: say("Réunion", "Meeting")
        case .title: say("Titre", "Title")
        case .from: say("Début", "Start")
        case .to: say("Fin", "End")
        case .purpose: say("Raison d’être", "Purpose")
        case .commonObjectives: say("Objectifs communs", "Common objectives")
        case .axes: say("Axes", "Axes")
        case .catalogue: say("Guide", "Guide")
        case .state: say("État", "State")
        case .body: say("Instance", "Body")
        case .person: say("Personne", "Person")
        case .on: say("Date", "Date")
        case .channels: say("Canaux", "Channels")
        case .audience: say("Destinataires", "Audience")
        case .comment: say("Commentaire", "Comment")
        case .proof: say("Preuve", "Proof")
        case .name: say("Nom", "Name")
        case .email: say("Adresse électronique", "E-mail address")
        case .password: say("Mot de passe", "Password")
        case .role: say("Rôle", "Role")
        case .unit: say("Direction ou service", "Unit")
        case .position: say("Fonction", "Position")
        case .timeZone: say("Fuseau horaire", "Time zone")
        case .rule: say("Règle", "Rule")
        case .days: say("Jours", "Days")
        case .slug: say("Nom court dans l’adresse", "Short name in the address")
        case .plan: say("Plan", "Plan")
        case .file: say("Fichier", "File")
        case .links: say("Liens", "Links")
        case .parts: say("Parties", "Parts")
        case .actions: say("Actions", "Actions")
        case .query: say("Présentation", "Layout")
        case .shared: say("Partage", "Sharing")
        case .confirmed: say("Confirmation", "Confirmation")
        case .mail: say("Message", "Message")
        case .language: say("Langue", "Language")
        case .cadence: say("Fréquence des comités", "Frequency of committees")
        case .into: say("Fusionner avec", "Merge into")
        case .time: say("Heure", "Time")
        case .length: say("Durée en minutes", "Length in minutes")
        case .place: say("Lieu ou lien", "Place or link")
        case .members: say("Membres", "Members")
        case .agenda: say("Ordre du jour", "Agenda")
        case .attendance: say("Présences", "Attendance")
        case .decision: say("Décision", "Decision")
        case .bearer: say("Portée par", "Carried by")
        case .minutes: say("Relevé de décisions", "Minutes")
        case .version: say("Version", "Version")
        case .publication: say("Ce que la publication dit", "What the publication says")
        case .lessons: say("Retours d’expérience publiés", "Published lessons")
        case .capacity: say("Jours par direction", "Days by unit")
        case .budget: say("Budget", "Budget")
        case .closures: say("Périodes sans démarrage", "Periods without a start")
        case .needs: say("Moyens nécessaires", "Means needed")
        case .quarters: say("Durée en trimestres", "Length in quarters")
        case .staffDays: say("Jours par trimestre", "Days per quarter")
        case .notBefore: say("Pas avant", "Not before")
        case .notAfter: say("Pas après", "Not after")
        case .obligation: say("Obligation", "Obligation")
        case .excluded: say("Hors des propositions", "Left out of proposals")
        case .indicator: say("Indicateur", "Indicator")
        case .type: say("Type", "Type")
        case .measureUnit: say("Unité", "Unit")
        case .decimals: say("Décimales", "Decimals")
        case .direction: say("Sens", "Direction")
        case .meaning: say("Définition", "Definition")
        case .source: say("Source", "Source")
        case .responsible: say("Responsable", "Responsible")
        case .categories: say("Ventilation", "Breakdown")
        case .verdict: say("Appréciation", "Assessment")
        case .scenario: say("Scénario", "Scenario")
        case .aim: say("Ce qui compte", "What counts")
        case .preference: say("Ce qui passe d’abord", "What comes first")
        case .people: say("Jours", "People-days")
        case .money: say("Budget", "Budget")
        case .seconds: say("Temps de recherche, en secondes", "Time to search, in seconds")
        case .work: say("Quantité de travail", "Amount of work")
        case .gain: say("Gain", "Gain")
        case .lever: say("Levier", "Lever")
        case .counted: say("On compte", "Counted")
        case .quantity: say("Quantité", "Quantity")
        case .realised: say("Quantité réalisée", "Quantity realised")
        case .key: say("Clé", "Key")
        case .scope: say("Portée", "Scope")
        case .rhythm: say("Rythme", "Rhythm")
        case .year: say("Année", "Year")
        case .licence: say("Licence", "Licence")
        case .share: say("Part retenue", "Share counted")
        case .difficultyStep: say("Difficulté, de 1 à 5", "Difficulty, 1 to 5")
        case .costStep: say("Coût, de 1 à 5", "Cost, 1 to 5")
        case .participants: say("Qui a participé", "Who took part")
        case .weights: say("Poids", "Weights")
        case .formula: say("Calcul", "Computation")
        case .low: say("Minimum", "Minimum")
        case .high: say("Maximum", "Maximum")
        case .warning: say("Seuil de vigilance", "Warning threshold")
        case .alert: say("Seuil d’alerte", "Alert threshold")
        case .target: say("Cible", "Target")
        case .value: say("Valeur", "Value")
        case .numerator: say("Nombre concerné", "Number concerned")
        case .denominator: say("Nombre total", "Total number")
        case .estimated: say("Estimation", "Estimate")
        }
    }
}
