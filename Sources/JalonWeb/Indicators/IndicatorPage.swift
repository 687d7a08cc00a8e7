/// The page of an indicator: where it stands, its chart and its measures, what it promises, what it means; the form that measures comes
/// first on a phone.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct IndicatorPage {
    /// Measures in the table; the others are in the file.
    private static let shown = 24
    /// What the names of the two small forms of its promises start with.
    static let targetPrefix = "target-"
    static let startPrefix = "start-"

    private let context: PageContext
    private let words: Words
    private let sheet: IndicatorSheet
    private let zone: Zone
    private let form: MeasureForm
    /// What was sent, when there is something to mend.
    private let typed: FormBody?
    private let violations: [Violation]
    private let measures: Bool

    init(
        _ context: PageContext, _ sheet: IndicatorSheet, zone: Zone, measure: MeasureForm? = nil, typed: FormBody? = nil,
        violations: [Violation] = []
    ) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.zone = zone
        form =
            measure
            ?? MeasureForm(today: sheet.today, source: sheet.measures.first?.source ?? sheet.indicator.definition.source, context.words)
        measures = measure != nil
        self.typed = typed
        self.violations = violations
    }

    private var indicator: Indicator { sheet.indicator }
    private var definition: IndicatorDefinition { indicator.definition }
    private var slug: String { context.slug }
    private var mayEdit: Bool { context.may(.editPlan) && !indicator.archived }

    var bytes: [UInt8] {
        page(context, title: indicator.name, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.indicatorsTitle, .indicators(slug)))
            heading(html)
            let prefix =
                measures
                ? "" : [Self.targetPrefix, Self.startPrefix].first { typed?.under($0) != nil } ?? ""
            Fields(html, words, violations: violations, prefix: prefix).errorSummary()
            html.div(.class(sheet.mayMeasure ? "g g21 gm" : "g g21")) {
                if sheet.mayMeasure { measure(html) }
                html.div {
                    chart(html)
                    table(html)
                    corrected(html)
                }
                html.div {
                    targets(html)
                    facts(html)
                    served(html)
                }
            }
            deeds(html)
        }
    }

    private func heading(_ html: HTMLWriter) {
        let over = "\(words.indicatorLevelLong(definition.level)) · \(words.say("n°", "no."))\u{A0}\(indicator.number)"
        html.heading(indicator.name, over: over, lead: words.situation(of: sheet)) {
            html.ligne {
                html.status(sheet.row.status, words)
                if let next = indicator.nextMeasure(after: sheet.row.last) {
                    html.span {
                        html.text(words.measureNext + " ")
                        html.day(next, words)
                    }
                }
                if indicator.archived { html.span(words.archived, .class("mot")) }
            }
            html.div(.class("ligne ecran")) {
                if sheet.mayMeasure { html.a(words.measureNow, .class("b"), .href(Fragment("mesurer"))) }
                if mayEdit { html.buttonLink(words.indicatorEdit, Path.indicator(slug, indicator.number, .edit), secondary: true) }
            }
        }
    }

    // MARK: Measure

    /// Another value is already there for the day that was typed.
    private var corrects: Bool {
        violations.contains {
            switch $0.rule {
            case .figure(.dayTaken), .figure(.correctionNeedsReason): true
            default: false
            }
        } || typed?.has("correcting") == true && measures
    }

    private func measure(_ html: HTMLWriter) {
        html.section(.class("carte ecran"), .id("mesurer")) {
            html.h2(words.measureNow)
            html.post(to: .indicator(slug, indicator.number, .measures), context) {
                let fields = Fields(html, words, violations: measures ? violations : [])
                value(fields)
                fields.day(.on, form.on, example: sheet.today, label: words.measureDay, required: true)
                if corrects {
                    html.hiddenInput("correcting", "1")
                    fields.text(
                        .reason, form.reason, label: words.measureReason, required: true, help: words.measureReasonHelp, maxLength: 500)
                }
                fields.text(.source, form.source, help: words.measureSourceHelp, maxLength: 500)
                html.details {
                    html.summary(words.measureMore)
                    fields.textarea(.comment, form.comment, rows: 2, maxLength: 2000)
                    fields.text(.evidence, form.evidence, label: words.measureEvidence, help: words.measureEvidenceHelp, maxLength: 500)
                    fields.day(.from, form.from, example: sheet.today, label: words.measureFrom)
                    fields.checkbox(Field.estimated.rawValue, words.measureEstimated, checked: form.isEstimated)
                    for (index, category) in definition.categories.enumerated() {
                        html.div(.class("champ")) {
                            html.label(category, .for("part-\(index)"))
                            html.input(
                                .id("part-\(index)"), .name("part"), .value(form.parts[category] ?? ""), .inputMode(.decimal))
                        }
                    }
                }
                html.ligne { html.button(corrects ? words.measureCorrect : words.measureSave) }
            }
            let several: Query = [Field.indicator.rawValue: String(indicator.number)]
            html.p { html.a(words.measureSeveral, .class("lien"), .href(Path.indicators(slug, .importing, several))) }
        }
    }

    private func value(_ fields: Fields) {
        let help = words.valueHelp(definition)
        switch definition.type {
        case .boolean:
            fields.radios(
                .value, form.value.folded == "1" ? "oui" : form.value.folded, among: [Choice("oui", words.yes), Choice("non", words.no)],
                required: true)
        case .text: fields.textarea(.value, form.value, required: true, maxLength: 2000)
        default:
            fields.text(
                .value, form.value, label: words.valueLabel(definition), required: true, help: help, maxLength: 60, inputMode: .decimal)
        }
    }

    // MARK: What was measured

    private func chart(_ html: HTMLWriter) {
        guard let chart = IndicatorChart(words, sheet) else { return }
        html.section {
            html.h2(words.chartHeading)
            chart.write(html)
            if let ahead = words.ahead(sheet) { html.p(ahead) }
        }
    }

    private func table(_ html: HTMLWriter) {
        html.section {
            html.h2(words.measuresHeading)
            guard !sheet.measures.isEmpty else { return html.p(words.measuresNone, .class("aide")) }
            html.cards(words.measuresCaption) {
                html.column(words.measureDay)
                html.column(words.field(.value), number: true)
                html.column(words.field(.source))
            } rows: {
                for measure in sheet.measures.prefix(Self.shown) { row(html, measure) }
            }
            if sheet.measures.count > Self.shown {
                html.p { html.a(words.measuresAll(sheet.measures.count), .class("lien"), .href(Path.indicators(slug, .csv))) }
            }
        }
    }

    private func row(_ html: HTMLWriter, _ measure: Measurement) {
        html.row {
            html.rowHead {
                if let from = measure.from {
                    html.text(words.period(from, measure.on))
                } else {
                    html.day(measure.on, words, short: true)
                }
            }
            html.cell(label: words.field(.value), .class("n")) {
                html.b(words.measured(measure.value, of: definition))
                if measure.isEstimated {
                    html.br()
                    html.small(words.measureEstimatedShort)
                }
                if !measure.parts.isEmpty {
                    html.br()
                    html.small(
                        definition.categories.compactMap { name in
                            measure.parts[name].map { words.labelled(name, words.figure($0, of: definition)) }
                        }.joined(separator: ", "))
                }
            }
            html.cell(label: words.field(.source)) {
                html.text(measure.source.isEmpty ? "–" : measure.source)
                if !measure.comment.isEmpty {
                    html.br()
                    html.small(measure.comment)
                }
                if let link = ExternalLink(measure.evidence) {
                    html.br()
                    html.a(words.measureEvidenceShort, .href(link), .rel(.external))
                }
                html.br()
                let author = measure.author.isEmpty ? words.measureComputed : measure.author
                html.small("\(author), \(words.shortDay(zone.day(of: measure.at)))")
            }
        }
    }

    private func corrected(_ html: HTMLWriter) {
        guard !sheet.corrected.isEmpty else { return }
        html.details {
            html.summary(words.correctedTitle(sheet.corrected.count))
            html.ul(.class("liste")) {
                for old in sheet.corrected.prefix(Self.shown) {
                    let reason = sheet.measures.first { $0.on == old.on }?.reason ?? ""
                    html.li(words.correctedLine(old, definition, reason: reason))
                }
            }
        }
    }

    // MARK: What is promised

    private func targets(_ html: HTMLWriter) {
        html.section {
            html.h2(words.targetsHeading)
            if indicator.trajectory.isEmpty { html.p(words.targetsNone, .class("aide")) }
            html.dl(.class("fiche")) {
                if let start = indicator.baseline {
                    html.term(words.baselineTerm) {
                        html.text(words.figure(start.value, of: definition) + ", ")
                        html.day(start.on, words, short: true)
                    }
                }
                for target in indicator.targets { self.target(html, target) }
            }
            if mayEdit, [.higher, .lower].contains(definition.direction) { promise(html) }
        }
    }

    private func target(_ html: HTMLWriter, _ target: IndicatorTarget) {
        html.dt { html.day(target.on, words, short: true) }
        html.dd {
            html.b(words.figure(target.value, of: definition))
            if let last = sheet.row.last?.value, let done = indicator.done(last, of: target) {
                html.text(" ")
                html.small(words.targetDone(done))
            }
            if mayEdit {
                html.post(to: .indicator(slug, indicator.number, .targetRemoval), context) {
                    html.hiddenInput("on", target.on.iso)
                    html.button(.class("lien")) {
                        html.text(words.targetWithdraw)
                        html.span(" " + words.shortDay(target.on), .class("lu"))
                    }
                }
            }
        }
    }

    private func promise(_ html: HTMLWriter) {
        let (aim, start) = (typed?.under(Self.targetPrefix), typed?.under(Self.startPrefix))
        html.details(.open(aim != nil)) {
            html.summary(words.targetAdd)
            html.post(to: .indicator(slug, indicator.number, .targets), context) {
                let fields = Fields(html, words, violations: aim == nil ? [] : violations, prefix: Self.targetPrefix)
                fields.row {
                    fields.text(
                        .target, aim?[Field.target.rawValue] ?? "", label: words.valueLabel(definition), required: true, maxLength: 60,
                        inputMode: .decimal)
                    fields.day(.on, aim?[Field.on.rawValue] ?? "", example: sheet.today + 365, label: words.targetDay, required: true)
                }
                html.button(words.targetSave)
            }
        }
        html.details(.open(start != nil)) {
            html.summary(words.baselineEdit)
            html.post(to: .indicator(slug, indicator.number, .baseline), context) {
                let fields = Fields(html, words, violations: start == nil ? [] : violations, prefix: Self.startPrefix)
                let stands = indicator.baseline
                fields.row {
                    fields.text(
                        .baseline, start?[Field.baseline.rawValue] ?? stands.map { words.plain($0.value) } ?? "",
                        label: words.valueLabel(definition), maxLength: 60, inputMode: .decimal)
                    fields.day(
                        .on, start?[Field.on.rawValue] ?? stands.map { words.typedDay($0.on) } ?? "", example: sheet.today + -365,
                        label: words.baselineDay)
                }
                html.button(words.baselineSave, .class("sec"))
            }
        }
    }

    // MARK: What it is

    private func facts(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.meaning))
            if !definition.meaning.isEmpty { html.p(definition.meaning) }
            html.dl(.class("fiche")) {
                html.term(words.field(.type), words.indicatorType(definition.type))
                let unit = definition.type == .percentage ? "%" : words.unit(definition.unit)
                if !unit.isEmpty { html.term(words.field(.measureUnit), unit) }
                html.term(words.field(.direction), words.indicatorDirection(definition.direction))
                for (field, limit) in [
                    (Field.low, definition.low), (.high, definition.high), (.warning, definition.warning), (.alert, definition.alert),
                ] {
                    if let limit { html.term(words.field(field), words.figure(limit, of: definition)) }
                }
                if let formula = definition.formula { html.term(words.field(.formula)) { computed(html, formula) } }
                if let cadence = definition.cadence { html.term(words.measureCadence, words.cadence(cadence)) }
                if let responsible = definition.responsible.flatMap({ sheet.names[$0] }) {
                    html.term(words.field(.responsible), responsible)
                }
                if !definition.method.isEmpty { html.term(words.field(.method), definition.method) }
                if !definition.source.isEmpty { html.term(words.field(.source), definition.source) }
                if !definition.categories.isEmpty { html.term(words.field(.categories), words.list(definition.categories)) }
                if !definition.practices.isEmpty { html.term(words.field(.practices), words.list(definition.practices)) }
            }
        }
    }

    private func computed(_ html: HTMLWriter, _ formula: IndicatorFormula) {
        html.text(words.indicatorOperation(formula.operation))
        if let plan = formula.plan {
            html.text(", ")
            html.a(words.planNumber(plan), .href(Path.plan(slug, plan)))
        }
        for term in formula.terms {
            html.br()
            let weight = term.weight == 1 ? "" : " × \(words.plain(term.weight))"
            html.a("\(sheet.sources[term.indicator] ?? String(term.indicator))\(weight)", .href(Path.indicator(slug, term.indicator)))
        }
    }

    private func served(_ html: HTMLWriter) {
        html.section {
            html.h2(words.servedHeading)
            guard !sheet.served.isEmpty else { return html.p(words.servedNone, .class("aide")) }
            html.ul(.class("liste")) {
                for action in sheet.served { html.li { html.a(action.label, .href(Path.action(slug, action.id))) } }
            }
        }
    }

    private func deeds(_ html: HTMLWriter) {
        guard context.may(.editPlan) else { return }
        html.section(.class("ecran")) {
            html.post(to: .indicator(slug, indicator.number, indicator.archived ? .restore : .archive), context) {
                html.button(indicator.archived ? words.indicatorRestore : words.indicatorArchive, .class("sec"))
            }
            if !indicator.archived { html.p(words.indicatorArchiveHelp, .class("aide")) }
        }
    }
}
