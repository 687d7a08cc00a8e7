/// The words of a table on its way in.
import JalonDomain
import JalonWorkspace

extension Words {
    var importCheck: String { say("Vérifier avant d’importer", "Check before importing") }

    /// « Rien n’est encore écrit. Jalon créerait 12 actions, en modifierait 3 et laisserait 1 ligne. »
    func importSummary(_ reading: ImportReading) -> String {
        let (create, update, skip) = (reading.count(.create), reading.count(.update), reading.count(.skip))
        return say(
            "Rien n’est encore écrit. Ce tableau crée \(count(create, "action", "actions")), en modifie \(number(update)) et laisse "
                + "\(count(skip, "ligne", "lignes")) de côté.",
            "Nothing is written yet. This table creates \(count(create, "action", "actions")), updates \(number(update)) and leaves "
                + "\(count(skip, "row", "rows")) out.")
    }
    var importCrossed: String {
        say(
            "Quelqu’un a modifié une action de ce tableau entre-temps. Relisez ce qui changerait, puis importez.",
            "Someone changed an action of this table in the meantime. Read what would change, then import.")
    }
    func importToMend(_ rows: Int) -> String {
        say(
            "\(count(rows, "ligne reste à corriger", "lignes restent à corriger"))\u{A0}: répondez aux questions, changez ce que lit une colonne, ou laissez la ligne de côté. Le tableau s’importe entier ou pas du tout.",
            "\(count(rows, "row remains", "rows remain")) to correct: answer the questions, change what a column holds, or leave the row out. The table is imported whole or not at all."
        )
    }
    func importNewParties(_ parties: [ImportReading.NewParty]) -> String {
        let shown = parties.prefix(12).map {
            say("\($0.name) (\(partyKind($0.kind).lowercased()))", "\($0.name) (\(partyKind($0.kind).lowercased()))")
        }
        let rest = parties.count - shown.count
        return labelled(
            say("Inconnus de Jalon, ils seront créés", "Not known to Jalon, they will be created"),
            list(shown + (rest > 0 ? [count(rest, say("autre", "other"), say("autres", "others"))] : [])) + ".")
    }

    func importNewAxes(_ axes: [Axis]) -> String {
        labelled(say("Axes ajoutés au plan", "Axes added to the plan"), list(axes.map(\.title))) + "."
    }

    // MARK: Buttons

    func importWrite(_ reading: ImportReading) -> String {
        let rows = reading.count(.create) + reading.count(.update)
        return say("Importer \(count(rows, "ligne", "lignes"))", "Import \(count(rows, "row", "rows"))")
    }
    var importReadAgain: String { say("Relire avec ces réponses", "Read again with these answers") }
    var importOther: String { say("Donner un autre tableau", "Give another table") }

    // MARK: Questions

    var importQuestions: String { say("Que veulent dire ces cellules\u{A0}?", "What do these cells mean?") }
    var importQuestionsHelp: String {
        say(
            "Chaque réponse vaut pour toutes les lignes. Un tiret dit que la cellule est vide.",
            "Each answer stands for all rows. A dash says that the cell is empty.")
    }
    func importQuestion(_ question: ImportForm.Question, _ rows: [Int]) -> String {
        let named = "\(question.column.header(self)), \(quote(importClipped(question.text)))"
        guard !rows.isEmpty else { return named }
        let more = rows.count > 6 ? "…" : ""
        let numbers = rows.prefix(6).map(String.init).joined(separator: ", ") + more
        return say(
            "\(named), \(plural(rows.count, "ligne", "lignes")) \(numbers)", "\(named), \(plural(rows.count, "row", "rows")) \(numbers)")
    }
    var importAddsAxes: String {
        say("Ajouter au plan les axes qu’il n’a pas encore", "Add to the plan the axes that it does not have yet")
    }
    var importToSay: String { say("À préciser", "To be specified") }
    var importSaysNothing: String { say("Laisser vide", "Leave empty") }

    /// Where there are few: what a cell may say.
    func importAnswers(_ column: TableColumn, _ plan: Plan) -> [Choice] {
        switch column {
        case .progress: Progress.allCases.map { Choice($0.rawValue, progress($0)) }
        case .level: EngagementLevel.allCases.map { Choice($0.rawValue, level($0)) }
        case .difficulty: Difficulty.allCases.map { Choice($0.rawValue, difficulty($0)) }
        case .visibility: Visibility.allCases.map { Choice($0.rawValue, visibility($0)) }
        case .commitment: Commitment.allCases.map { Choice($0.rawValue, commitment($0)) }
        case .axis: plan.axes.map { Choice(String($0.number), $0.title) }
        case .impact, .effort: (1...5).map { Choice(String($0), estimate($0)) }
        default: []
        }
    }

    // MARK: Settings

    var importSettings: String { say("Ce que le tableau ne dit pas", "What the table does not say") }
    var importLevel: String { say("Niveau, quand une ligne n’en dit pas", "Level, when a row gives none") }
    var importLevelHelp: String { say("Une réflexion engage le moins.", "A study commits the least.") }
    var importPilots: String { say("Un pilote inconnu est", "An unknown pilot is") }
    var importPilotsHelp: String {
        say(
            "Sauf si l’en-tête le dit. Une personne n’est jamais nommée dans le plan publié.",
            "Unless the heading says so. A person is never named in the published plan.")
    }
    var importFirstPilots: String {
        say(
            "Quand une cellule nomme plusieurs pilotes, le premier pilote et les autres contribuent",
            "When a cell names several pilots, the first pilots and the others contribute")
    }

    // MARK: Columns

    var importColumns: String { say("Ce que lit chaque colonne", "What each column holds") }
    var importColumnsHelp: String {
        say(
            "Pour donner à une colonne ce qu’une autre lit déjà, laissez d’abord l’autre de côté, puis relisez.",
            "To give a column what another holds, leave the other out first, then read again.")
    }
    func importColumnsCaption(headings row: Int) -> String {
        say("Les en-têtes sont à la ligne \(number(row))", "The headings are on row \(number(row))")
    }
    var importHeading: String { say("Colonne", "Column") }
    var importHolds: String { say("Contient", "Holds") }
    func importHoldsOf(_ column: String) -> String { say("Ce que contient \(quote(column))", "What \(quote(column)) holds") }
    var importLeftOut: String { say("Laisser de côté", "Leave out") }

    // MARK: Rows

    var importRows: String { say("Ligne par ligne", "Row by row") }
    var importRowsCaption: String {
        say("Cochez une ligne pour la laisser de côté, puis relisez", "Tick a row to leave it out, then read again")
    }
    func importShown(_ rows: Int, of all: Int) -> String {
        say(
            "\(number(rows)) lignes montrées sur \(number(all)), celles à corriger d’abord.",
            "\(number(rows)) rows shown out of \(number(all)), those to correct first.")
    }
    var importRow: String { say("Ligne", "Row") }
    var importWill: String { say("Ce qui sera fait", "What will be done") }
    var importUnderstood: String { say("Compris", "Understood") }
    var importToMendColumn: String { say("À corriger", "To correct") }
    func importLeave(_ row: Int) -> String { say("Laisser la ligne \(row) de côté", "Leave row \(row) out") }
    func importWill(_ row: ImportedRow, isLeft: Bool) -> String {
        if row.will == .skip, !isLeft { return say("Rien, déjà ainsi", "Nothing, already so") }
        guard row.will == .update, let action = row.action else { return will(row.will) }
        return say("Modifier n°\u{A0}\(action.id.number)", "Update no.\u{A0}\(action.id.number)")
    }
    func importTwin(_ number: Int) -> String {
        say("Même libellé que l’action n°\u{A0}\(number)", "Same label as action no.\u{A0}\(number)")
    }
    func importReadAs(_ cell: ImportedCell, _ meaning: String) -> String {
        say(
            "\(quote(importClipped(cell.value))) lu comme\u{A0}: \(meaning)", "\(quote(importClipped(cell.value))) read as: \(meaning)")
    }
    func importClipped(_ text: String) -> String { text.count > 80 ? text.prefix(79) + "…" : text }
}
