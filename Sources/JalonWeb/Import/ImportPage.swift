/// What a table would make of the plan, before it is written: columns, questions, rows, and who would become known.
import HTML
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct ImportPage {
    let context: PageContext
    let reading: ImportReading
    let table: CSVTable
    let form: ImportForm
    let choices: ImportChoices
    let zone: Zone
    /// It was to be written, and could not.
    let isRefused: Bool
    /// Someone changed an action of the table meanwhile.
    let isCrossed: Bool

    /// More questions than that are answered in the spreadsheet.
    private static let mostQuestions = 40

    var words: Words { context.words }
    var plan: Plan { reading.plan }
    private var isReady: Bool { reading.isReady }

    var bytes: [UInt8] {
        page(context, title: words.importCheck, failed: isRefused || isCrossed) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, plan.number)),
                (words.importTable, .importTable(context.slug, plan.number)))
            html.heading(words.importCheck, over: plan.title, lead: words.importSummary(reading))
            html.post(to: .importTable(context.slug, plan.number), context, .multipart) {
                html.hiddenInput("table", table.text)
                html.hiddenInput("name", form.name)
                html.hiddenInput("standing", String(reading.standing))
                notes(html)
                questions(html)
                settings(html)
                buttons(html)
                ImportRows(page: self).write(html)
                columns(html)
            }
        }
    }

    private func notes(_ html: HTMLWriter) {
        if isCrossed { html.p(words.importCrossed, .class("note al"), .role(.alert)) }
        let toMend = reading.toMend
        if !reading.violations.isEmpty || !toMend.isEmpty {
            html.div(.class("note al"), .role(.alert)) {
                for violation in reading.violations { html.p(words.rule(violation.rule)) }
                if !toMend.isEmpty { html.p(words.importToMend(toMend.count)) }
            }
        }
        if !isReady, reading.violations.isEmpty, toMend.isEmpty { html.p(words.nothingToImport, .class("note"), .role(.status)) }
        if let warning = words.warning(of: reading) { html.p(warning, .class("note")) }
        if !reading.newAxes.isEmpty { html.p(words.importNewAxes(reading.newAxes), .class("note")) }
        if !reading.newParties.isEmpty { html.p(words.importNewParties(reading.newParties), .class("note")) }
    }

    private func buttons(_ html: HTMLWriter) {
        html.ligne {
            if isReady {
                html.button(words.importWrite(reading), .name("step"), .value("write"))
                html.button(words.importReadAgain, .class("sec"), .name("step"), .value("read"))
            } else {
                html.button(words.importReadAgain, .name("step"), .value("read"))
            }
            html.buttonLink(words.importOther, Path.importTable(context.slug, plan.number), secondary: true)
        }
    }

    // MARK: What is asked

    /// Each word asked once, with what was already said of it.
    private var asked: [(question: ImportForm.Question, rows: [Int], rule: Rule?)] {
        var all = form.questions.filter { !$0.meaning.isEmpty }.map { (question: $0, rows: [Int](), rule: Rule?.none) }
        for row in reading.rows {
            for cell in row.notUnderstood {
                guard case .notUnderstood(let rule) = cell.sense, cell.column != .number, rule != .notByTable else { continue }
                if let index = all.firstIndex(where: { $0.question.column == cell.column && $0.question.text.folded == cell.value.folded })
                {
                    all[index].rows.append(row.row)
                    all[index].rule = rule
                } else if all.count < Self.mostQuestions {
                    all.append((ImportForm.Question(column: cell.column, text: cell.value, meaning: ""), [row.row], rule))
                }
            }
        }
        return all
    }

    private func questions(_ html: HTMLWriter) {
        let asked = asked
        guard !asked.isEmpty || choices.addsAxes else { return }
        html.fieldset(.class("grand")) {
            html.legend(words.importQuestions)
            html.p(words.importQuestionsHelp, .class("aide"))
            if choices.addsAxes || asked.contains(where: { $0.question.column == .axis }) {
                Fields(html, words).checkbox("addsAxes", words.importAddsAxes, checked: choices.addsAxes)
            }
            for (index, one) in asked.enumerated() {
                let id = "question-\(index + 1)"
                html.hiddenInput("about", one.question.column.rawValue)
                html.hiddenInput("text", one.question.text)
                html.div(.class("champ")) {
                    html.label(words.importQuestion(one.question, one.rows), .for(id))
                    if let rule = one.rule { html.p(words.rule(rule), .class("aide"), .id("\(id)-a")) }
                    answer(html, one.question, id, .when(one.rule != nil, .describedBy("\(id)-a")))
                }
            }
        }
    }

    private func answer(_ html: HTMLWriter, _ question: ImportForm.Question, _ id: String, _ describedBy: Attribute) {
        let among = words.importAnswers(question.column, plan)
        guard !among.isEmpty else {
            return html.input(.id(id), .name("meaning"), .value(question.meaning), describedBy, .autocomplete(.off))
        }
        html.select(.id(id), .name("meaning"), describedBy) {
            html.option(words.importToSay, .value(""))
            for choice in among + [Choice(ImportForm.nothing, words.importSaysNothing)] {
                html.option(choice.label, .value(choice.value), .selected(choice.value == question.meaning))
            }
        }
    }

    private func settings(_ html: HTMLWriter) {
        let fields = Fields(html, words)
        let severalPilots = reading.rows.contains { row in
            row.notUnderstood.contains { if case .notUnderstood(.severalPilots) = $0.sense { true } else { false } }
        }
        guard reading.count(.create) > 0 else { return }
        html.fieldset(.class("grand")) {
            html.legend(words.importSettings)
            fields.row {
                fields.select(
                    .level, choices.level.rawValue, among: EngagementLevel.allCases.map { Choice($0.rawValue, words.level($0)) },
                    label: words.importLevel, help: words.importLevelHelp)
                fields.select(
                    .pilot, choices.newPilots.rawValue, among: PartyKind.allCases.map { Choice($0.rawValue, words.partyKind($0)) },
                    label: words.importPilots, name: "pilots", help: words.importPilotsHelp)
            }
            if severalPilots || choices.firstPilots {
                fields.checkbox("firstPilots", words.importFirstPilots, checked: choices.firstPilots)
            }
        }
    }

    // MARK: Columns

    private func columns(_ html: HTMLWriter) {
        let taken = Set(reading.columns.filter(\.isRead).compactMap(\.column))
        html.section {
            html.h2(words.importColumns)
            html.p(words.importColumnsHelp, .class("aide"))
            html.cards(words.importColumnsCaption(headings: reading.headingRow)) {
                html.column(words.importHeading)
                html.column(words.importHolds)
                html.column(words.example)
            } rows: {
                for column in reading.columns {
                    html.row {
                        html.rowHead { html.text(column.name) }
                        html.cell(label: words.importHolds) {
                            html.hiddenInput("column", column.name)
                            html.select(.name("field"), .ariaLabel(words.importHoldsOf(column.name))) {
                                html.option(words.importLeftOut, .value(""))
                                // What another column says already is not said twice.
                                let own = column.isRead ? column.column : nil
                                for field in TableColumn.allCases where field == own || (field.isRead && !taken.contains(field)) {
                                    html.option(field.header(words), .value(field.rawValue), .selected(field == own))
                                }
                            }
                            if let why = words.unread(column), column.column != nil { html.small(why) }
                        }
                        html.cell(words.importClipped(column.example), label: words.example)
                    }
                }
            }
            html.ligne { html.button(words.importReadAgain, .class("sec"), .name("step"), .value("read")) }
        }
    }
}
