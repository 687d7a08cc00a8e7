/// The library of factors: what one thing brings, by lever and indicator, with its source; a figure that supersedes another; many from a table.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum FactorController {
    static func list(_ visit: Visit) async throws -> Response { visit.answer(try await page(visit, nil, [])) }

    static func add(_ visit: Visit) async throws -> Response {
        do {
            let form = visit.form
            let today = try await visit.workspace.factors(visit.visitor).today
            let factor = try GainFactor(of: { $0 == .per ? "" : form[$0.field.rawValue] }, on: today)
            let added = try await visit.workspace.addFactor(factor, as: visit.visitor)
            return visit.redirect(to: .factors(visit.slug), saying: visit.words.factorAdded(added))
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await page(visit, visit.form, violations), status: .unprocessableContent)
        }
    }

    static func start(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.factors(visit.visitor)
        return visit.answer(factorImportPage(visit.frame(seen), "", nil, []))
    }

    static func read(_ visit: Visit) async throws -> Response {
        let bytes = visit.form.upload("file").map(\.bytes) ?? Array(visit.form.untouched("table").utf8)
        let frame = visit.frame(try await visit.workspace.factors(visit.visitor))
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            guard !bytes.isEmpty else { throw DomainError.invalid(.file, .emptyTable) }
            let writes = visit.form.has("write")
            let reading = try await visit.workspace.importFactors(bytes, commit: writes, as: visit.visitor)
            guard !writes else {
                return visit.redirect(
                    to: .factors(visit.slug), saying: visit.words.factorsAdded(reading.added.count + reading.superseding.count))
            }
            return visit.answer(
                factorImportPage(frame, text, reading, []), status: reading.problems.isEmpty ? .ok : .unprocessableContent)
        } catch let refusal as FactorTableRefusal {
            return visit.answer(factorImportPage(frame, text, refusal.reading, []), status: .unprocessableContent)
        } catch DomainError.invalid(let violations) {
            return visit.answer(factorImportPage(frame, text, nil, violations), status: .unprocessableContent)
        }
    }

    private static func page(_ visit: Visit, _ form: FormBody?, _ violations: [Violation]) async throws -> [UInt8] {
        let seen = try await visit.workspace.factors(visit.visitor)
        return FactorsPage(context: visit.frame(seen), factors: seen.model, form: form, violations: violations).bytes
    }
}

private struct FactorsPage {
    let context: PageContext
    let factors: [GainFactor]
    let form: FormBody?
    let violations: [Violation]

    private var words: Words { context.words }

    var bytes: [UInt8] {
        page(context, title: words.factorsTitle, failed: !violations.isEmpty) { html in
            html.heading(words.factorsTitle, over: context.organisation?.name, lead: words.factorsLead) {
                if context.may(.editPlan) {
                    html.ligne {
                        html.a(words.factorNew, .class("b"), .href(Fragment("nouveau")))
                        html.a(words.factorsImport, .class("lien"), .href(Path.factors(context.slug, .importing)))
                    }
                }
            }
            Fields(html, words, violations: violations).errorSummary()
            html.cards(words.factorsTitle) {
                for title in [words.field(.lever), words.field(.indicator), words.factorForOne, words.field(.scope), words.field(.source)] {
                    html.column(title)
                }
            } rows: {
                for factor in factors {
                    html.row {
                        html.rowHead {
                            html.text(factor.lever)
                            if factor.version > 1 { html.small(" " + words.factorVersion(factor)) }
                        }
                        html.cell(words.gainIndicator(factor.indicator))
                        html.cell {
                            html.text(words.gain(factor.value, in: factor.indicator.unit))
                            html.small(" (\(factor.counted))")
                        }
                        html.cell(words.gainScope(factor.scope) + ", " + words.gainRhythm(factor.rhythm).lowercased())
                        html.cell {
                            html.text(words.gainSource(factor))
                            if !factor.note.isEmpty { html.small(" " + factor.note) }
                        }
                    }
                }
            }
            if context.may(.editPlan) { new(html) }
        }
    }

    private func new(_ html: HTMLWriter) {
        html.section(.id("nouveau")) {
            html.h2(words.factorNew)
            html.p(words.factorNewHelp, .class("aide"))
            html.post(to: .factors(context.slug), context) {
                let fields = Fields(html, words, violations: violations)
                func text(
                    _ field: Field, required: Bool = false, help: String? = nil, number: Bool = false, suggestions: [String] = []
                ) {
                    fields.text(
                        field, form?[field.rawValue] ?? "", required: required, help: help, maxLength: number ? 30 : 300,
                        inputMode: number ? .decimal : nil, suggestions: suggestions)
                }
                text(.lever, required: true, suggestions: Array(Set(factors.map(\.lever))).sorted())
                fields.row {
                    text(.counted, required: true, help: words.factorCountedHelp)
                    text(
                        .indicator, required: true, help: words.factorIndicatorHelp,
                        suggestions: GainIndicator.known.map(words.gainIndicator))
                    text(.measureUnit, required: true, help: words.factorUnitHelp)
                }
                fields.row {
                    text(.value, required: true, help: words.factorValueHelp, number: true)
                    text(.low, number: true)
                    text(.high, number: true)
                }
                fields.row {
                    fields.radios(
                        .scope, form?[Field.scope.rawValue] ?? "",
                        among: GainScope.allCases.map { Choice($0.rawValue, words.gainScope($0)) },
                        required: true)
                    fields.radios(
                        .rhythm, form?[Field.rhythm.rawValue] ?? "",
                        among: GainRhythm.allCases.map { Choice($0.rawValue, words.gainRhythm($0)) },
                        required: true)
                }
                fields.row {
                    text(.source, required: true)
                    text(.year, number: true)
                    text(.licence)
                }
                fields.textarea(.note, form?[Field.note.rawValue] ?? "", rows: 2, maxLength: 2000)
                html.ligne { html.button(words.factorAdd) }
            }
        }
    }
}

private func factorImportPage(_ context: PageContext, _ table: String, _ reading: FactorReading?, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    let ready = reading.map { $0.problems.isEmpty ? $0.added.count + $0.superseding.count : 0 } ?? 0
    return page(context, title: words.factorsImport, failed: !violations.isEmpty || reading?.problems.isEmpty == false) { html in
        html.breadcrumb(words, (words.factorsTitle, .factors(context.slug)))
        html.heading(words.factorsImport, lead: words.factorsImportLead)
        let fields = Fields(html, words, violations: violations)
        fields.errorSummary()
        if let reading {
            if reading.problems.isEmpty {
                html.div(.class("note"), .role(.status)) {
                    html.p(words.factorsUnderstood(reading))
                    if ready > 0 {
                        html.ul(.class("liste")) {
                            for factor in (reading.added + reading.superseding).prefix(50) { html.li(words.factorSaid(factor)) }
                        }
                    }
                }
            } else {
                html.div(.class("note al"), .role(.alert)) {
                    html.h2(words.factorsWrong(reading.problems.count))
                    html.ul(.class("liste")) {
                        for problem in reading.problems.prefix(50) {
                            html.li(
                                words.labelled(
                                    words.factorRow(problem.row), problem.violations.map(words.violation).joined(separator: " ")))
                        }
                    }
                }
            }
        }
        html.post(to: .factors(context.slug, .importing), context, .multipart) {
            fields.textarea(.file, table, label: words.factorsTable, name: "table", rows: 10, help: words.factorsTableHelp)
            html.div(.class("champ")) {
                html.label(words.factorsFile, .for("file"))
                html.input(.type(.file), .id("file"), .name("file"), .accept(".csv,.tsv,.txt,text/csv,text/plain"))
            }
            html.ligne {
                if ready > 0 {
                    html.button(words.factorsRecord(ready), .name("write"), .value("1"))
                    html.button(words.factorsRead, .class("sec"))
                } else {
                    html.button(words.factorsRead)
                }
                html.buttonLink(words.cancel, Path.factors(context.slug), secondary: true)
            }
        }
    }
}
