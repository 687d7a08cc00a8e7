/// The workshop: one grid where impact and feasibility of all actions are judged, on screen or on paper, and the workshops that were held.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum WorkshopController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await read(visit)
        let sheet = seen.model
        let rows = sheet.rows.filter { sheet.kept.contains($0.number) }
        let part = WorkshopPart(visit.query, of: rows.count)
        return visit.answer(page(visit, seen, WorkshopForm(Array(rows[part.range]), visit.words, today: seen.today), part))
    }

    static func save(_ visit: Visit) async throws -> Response {
        let form = WorkshopForm(visit.form).checked()
        func again(_ form: WorkshopForm, _ status: HTTPResponse.Status, _ violations: [Violation] = []) async throws -> Response {
            let seen = try await read(visit)
            return visit.answer(
                page(visit, seen, form, WorkshopPart(visit.query, of: seen.model.kept.count), violations), status: status)
        }
        guard form.isSound else { return try await again(form, .unprocessableContent) }
        do {
            let judged = try await visit.workspace.judge(
                form.inputs, of: try visit.plan(), in: .workshop, closing: try form.closing(), as: visit.visitor)
            return visit.redirect(toAddress: visit.path, saying: visit.words.judgedSaved(judged))
        } catch DomainError.invalid(let violations) {
            return try await again(form, .unprocessableContent, violations)
        } catch DomainError.conflict {
            return try await again(form.rebased(on: try await read(visit).model.rows), .conflict)
        }
    }

    private static func read(_ visit: Visit) async throws -> Seen<WorkshopSheet> {
        try await visit.workspace.workshop(of: try visit.plan(), ActionListQuery(visit.query).query.filter, visit.visitor)
    }

    private static func page(
        _ visit: Visit, _ seen: Seen<WorkshopSheet>, _ form: WorkshopForm, _ part: WorkshopPart, _ violations: [Violation] = []
    ) -> [UInt8] {
        let plan = seen.model.plan
        return WorkshopPage(
            context: visit.frame(seen, menu: .actions, plan: plan), sheet: seen.model, form: form, part: part,
            violations: violations
        ).bytes
    }
}

/// Which part of the grid a page holds, and whether it is left empty for paper.
struct WorkshopPart {
    static let size = 60

    let number: Int
    let pages: Int
    let isBlank: Bool
    let range: Range<Int>

    init(_ query: FormBody, of count: Int) {
        pages = max(1, (count + Self.size - 1) / Self.size)
        number = min(max(1, Int(query["page"]) ?? 1), pages)
        isBlank = query["blank"] == "1"
        range = (number - 1) * Self.size..<min(number * Self.size, count)
    }
}

struct WorkshopPage {
    let context: PageContext
    let sheet: WorkshopSheet
    let form: WorkshopForm
    let part: WorkshopPart
    let violations: [Violation]

    private var words: Words { context.words }
    private var plan: Plan { sheet.plan }
    private var mayJudge: Bool { context.may(.editPlan) && plan.state != .closed && !part.isBlank }
    private var broken: [WorkshopForm.Row] { form.rows.filter { !$0.violations.isEmpty } }
    private var crossed: [WorkshopForm.Row] { form.rows.filter { !$0.meanwhile.isEmpty } }

    var bytes: [UInt8] {
        page(context, title: words.workshopTitle, failed: !broken.isEmpty || !crossed.isEmpty || !violations.isEmpty) { html in
            html.breadcrumb(words, (words.rankingTitle, .ranking(context.slug, plan.number, sheet.filter.address)))
            html.heading(words.workshopTitle, over: plan.title, lead: words.workshopLead) {
                html.ligne {
                    html.a(
                        part.isBlank ? words.workshopFilled : words.workshopBlank, .class("lien ecran"),
                        .href(path(part.number, blank: !part.isBlank)))
                }
            }
            if !broken.isEmpty { summary(html) }
            Fields(html, words, violations: violations).errorSummary()
            if !crossed.isEmpty { meanwhile(html) }
            anchors(html)
            if form.rows.isEmpty {
                html.empty(words.rankingNothing)
            } else if mayJudge {
                html.post(to: path(part.number), context) {
                    grid(html)
                    html.ligne { html.button(words.save) }
                    closing(html)
                }
            } else {
                grid(html)
            }
            if part.pages > 1 {
                html.pages(
                    words, previous: part.number > 1 ? path(part.number - 1) : nil,
                    next: part.number < part.pages ? path(part.number + 1) : nil
                ) {
                    html.text(
                        words.rankingPart(part.range.lowerBound + 1, part.range.upperBound, of: sheet.kept.count)
                            + (mayJudge ? words.workshopSaveFirst : ""))
                }
            }
            past(html)
        }
    }

    private func path(_ number: Int, blank: Bool = false) -> Path {
        .workshop(
            context.slug, plan.number,
            sheet.filter.address.adding("page", number > 1 ? String(number) : nil).adding(
                "blank", blank || part.isBlank && number != part.number ? "1" : nil))
    }

    // MARK: The grid

    /// What each step means, beside the grid.
    private func anchors(_ html: HTMLWriter) {
        html.details(.open(part.isBlank || sheet.workshops.isEmpty)) {
            html.summary(words.anchorsTitle)
            html.cards(words.anchorsCaption) {
                html.column(words.anchorsStep, number: true)
                for criterion in JudgedCriterion.allCases { html.column(words.criterion(criterion)) }
            } rows: {
                for step in JudgedCriterion.steps {
                    html.row {
                        html.rowHead { html.text(String(step)) }
                        for criterion in JudgedCriterion.allCases {
                            html.cell(words.anchor(criterion, step), label: words.criterion(criterion))
                        }
                    }
                }
            }
        }
    }

    private func grid(_ html: HTMLWriter) {
        let labels = Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.number, $0.label) })
        html.cards(words.gridCaption) {
            html.column(words.subject(.action))
            for criterion in JudgedCriterion.allCases {
                html.th(.role(.columnheader), .scope(.col), .id(criterion.rawValue)) {
                    html.text(words.criterion(criterion))
                    html.br()
                    html.small(words.question(criterion))
                }
            }
        } rows: {
            for row in form.rows {
                html.row {
                    html.th(.role(.rowheader), .scope(.row), .id("r\(row.number)")) {
                        html.text("\(row.number). \(labels[row.number] ?? "")")
                        if mayJudge { html.hiddenInput("read-\(row.number)", WorkshopForm.written(row.reading)) }
                        for (criterion, step) in row.meanwhile.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                            html.br()
                            html.small(stored(row, criterion, step), .class("vg"))
                        }
                        for violation in row.violations {
                            html.br()
                            html.small(words.violation(violation), .class("hc"))
                        }
                    }
                    for criterion in JudgedCriterion.allCases { box(html, row, criterion) }
                }
            }
        }
    }

    private func box(_ html: HTMLWriter, _ row: WorkshopForm.Row, _ criterion: JudgedCriterion) {
        let typed = part.isBlank ? "" : row.typed[criterion] ?? ""
        html.cell(label: words.criterion(criterion)) {
            guard mayJudge else { return html.text(part.isBlank ? "" : typed.isEmpty ? "–" : typed) }
            let isBroken = row.violations.contains { $0.field == criterion.field }
            let name = WorkshopForm.name(criterion, row.number)
            html.input(
                .name(name), .when(isBroken || row.meanwhile[criterion] != nil, .id(name)), .when(!typed.isEmpty, .value(typed)),
                .inputMode(.numeric), .maxLength(1), .labelledBy("\(criterion.rawValue) r\(row.number)"), .invalid(isBroken))
        }
    }

    /// « Enregistré entre-temps par Camille : Effort 4 sur 5 ».
    private func stored(_ row: WorkshopForm.Row, _ criterion: JudgedCriterion, _ step: Int) -> String {
        let said = "\(words.criterion(criterion)) \(words.estimate(step > 0 ? step : nil).lowercased())"
        let judgement = sheet.judgements[row.number]?[criterion]
        return words.storedNow(said, by: judgement?.step == step ? judgement?.author : nil)
    }

    // MARK: What is to be mended, what someone else judged

    private func summary(_ html: HTMLWriter) {
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(broken.reduce(0) { $0 + $1.violations.count }), .id("er"))
            html.ul(.class("liste")) {
                for row in broken {
                    for (criterion, violation) in row.violations.compactMap({ violation in
                        JudgedCriterion.allCases.first { $0.field == violation.field }.map { ($0, violation) }
                    }) {
                        html.li {
                            html.a(
                                "\(row.number). \(words.violation(violation))", .href(Fragment(WorkshopForm.name(criterion, row.number))))
                        }
                    }
                }
            }
        }
    }

    private func meanwhile(_ html: HTMLWriter) {
        html.div(.class("note al"), .role(.alert), .labelledBy("co"), .tabindex(-1), .id("conflit")) {
            html.h2(words.savedMeanwhile, .id("co"))
            html.p(words.crossedHelp)
            html.ul(.class("liste")) {
                for row in crossed {
                    for (criterion, step) in row.meanwhile.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                        html.li {
                            html.a(String(row.number), .href(Fragment(WorkshopForm.name(criterion, row.number))))
                            html.text(" \(stored(row, criterion, step)) ")
                            html.text(
                                words.labelled(
                                    words.gridTyped, row.typed[criterion].flatMap { $0.isEmpty ? nil : $0 } ?? words.nothingTyped))
                        }
                    }
                }
            }
        }
    }

    // MARK: Workshops

    private func closing(_ html: HTMLWriter) {
        let fields = Fields(html, words, violations: violations)
        html.fieldset(.class("grand ecran")) {
            html.legend(words.closingTitle)
            html.p(words.closingHelp(sheet.waiting))
            html.div(.class("etroit")) {
                fields.textarea(.participants, form.participants, rows: 3, help: words.participantsHelp, maxLength: 20_000)
                fields.day(.on, form.on, example: context.today, label: words.workshopDay)
            }
            html.ligne { html.button(words.closingButton, .class("sec"), .name("close"), .value("1")) }
        }
    }

    private func past(_ html: HTMLWriter) {
        guard !sheet.workshops.isEmpty, !part.isBlank else { return }
        html.section(.class("ecran")) {
            html.h2(words.pastWorkshops)
            html.ul(.class("liste")) {
                for workshop in sheet.workshops {
                    html.li {
                        html.b(words.workshopOf(workshop))
                        html.br()
                        html.text(words.list(workshop.participants))
                        html.br()
                        html.small(words.workshopSaid(workshop))
                    }
                }
            }
        }
    }
}

extension Words {
    var workshopTitle: String { say("Atelier de priorisation", "Priorities workshop") }
    fileprivate var workshopLead: String {
        say(
            "Une case, un chiffre de 1 à 5. Laissez vide ce que personne ne sait dire.",
            "One box, one digit from 1 to 5. Leave empty what nobody can tell.")
    }
    fileprivate var workshopBlank: String { say("Grille vierge, à imprimer", "Empty grid, to print") }
    fileprivate var workshopFilled: String { say("Grille remplie", "Filled grid") }
    fileprivate var workshopSaveFirst: String { say(". Enregistrez avant de changer de page.", ". Save before you turn the page.") }
    fileprivate var anchorsTitle: String { say("Ce que veulent dire les chiffres", "What the digits mean") }
    fileprivate var anchorsCaption: String {
        say(
            "Un grand effet vaut 5\u{A0}; un effort, une difficulté, un coût lourds valent 5",
            "A great impact is 5; a heavy effort, difficulty or cost is 5")
    }
    fileprivate var anchorsStep: String { say("Chiffre", "Digit") }
    fileprivate var gridCaption: String { say("Les actions ouvertes du plan", "The plan’s open actions") }
    fileprivate var gridTyped: String { say("Votre saisie", "Typed by you") }
    fileprivate var closingTitle: String { say("Clore l’atelier", "Close the workshop") }
    fileprivate func closingHelp(_ waiting: Int) -> String {
        let so =
            waiting > 0
            ? say(
                " \(count(waiting, "case est déjà enregistrée", "cases sont déjà enregistrées")).",
                " \(count(waiting, "box is", "boxes are")) saved already.") : ""
        return say(
            "La grille est enregistrée, et ce qui a été jugé depuis le dernier atelier porte cette date.",
            "The grid is saved, and what was judged since the last workshop bears this date.") + so
    }
    fileprivate var participantsHelp: String {
        say(
            "Une personne ou une direction par ligne. Ces noms restent dans l’organisation\u{A0}: rien de public ne les montre.",
            "One person or unit per line. These names stay within the organisation: nothing public shows them.")
    }
    fileprivate var workshopDay: String { say("Jour de l’atelier", "Day of the workshop") }
    fileprivate var closingButton: String { say("Enregistrer et clore l’atelier", "Save and close the workshop") }
    fileprivate var pastWorkshops: String { say("Ateliers tenus", "Workshops held") }
    fileprivate func workshopOf(_ workshop: Workshop) -> String {
        say(
            "Atelier n°\u{A0}\(number(workshop.number)), le \(day(workshop.on))",
            "Workshop no.\u{A0}\(number(workshop.number)), on \(day(workshop.on))")
    }
    fileprivate func workshopSaid(_ workshop: Workshop) -> String {
        say(
            "\(count(workshop.judgements, "jugement", "jugements")), clos par \(workshop.author)",
            "\(count(workshop.judgements, "judgement", "judgements")), closed by \(workshop.author)")
    }
    fileprivate func judgedSaved(_ judged: Judged) -> String {
        let saved =
            judged.count == 0
            ? say("Rien n’a changé.", "Nothing changed.")
            : say(
                "\(count(judged.count, "jugement enregistré", "jugements enregistrés")).",
                "\(count(judged.count, "judgement", "judgements")) saved.")
        guard let workshop = judged.workshop else { return saved }
        return saved
            + say(" L’atelier n°\u{A0}\(number(workshop.number)) est clos.", " Workshop no.\u{A0}\(number(workshop.number)) is closed.")
    }
}
