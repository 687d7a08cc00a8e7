/// A table of measures: pasted or chosen, read and shown, then recorded whole or not at all.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct MeasureImportPage {
    private let context: PageContext
    private let words: Words
    private let table: String
    private let only: Int?
    private let reading: MeasureReading?
    private let violations: [Violation]

    init(_ context: PageContext, _ table: String, only: Int? = nil, reading: MeasureReading? = nil, violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.table = table
        self.only = only
        self.reading = reading
        self.violations = violations
    }

    /// How many would be recorded.
    private var ready: Int { reading.map { $0.problemCount == 0 ? $0.measures.values.reduce(0, +) : 0 } ?? 0 }

    var bytes: [UInt8] {
        page(context, title: words.measuresImport, failed: !violations.isEmpty || (reading?.problemCount ?? 0) > 0) { html in
            html.breadcrumb(words, (words.indicatorsTitle, .indicators(context.slug)))
            html.heading(words.measuresImport, lead: words.measuresImportLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if let reading { result(html, reading) }
            html.post(to: .indicators(context.slug, .importing), context, .multipart) {
                fields.textarea(.file, table, label: words.measuresTable, name: "table", rows: 10, help: words.measuresTableHelp)
                html.div(.class("champ")) {
                    html.label(words.measuresFile, .for("file"))
                    html.input(.type(.file), .id("file"), .name("file"), .accept(".csv,.tsv,.txt,text/csv,text/plain"))
                }
                html.div(.class("etroit")) {
                    fields.text(
                        .indicator, only.map { String($0) } ?? "", label: words.measuresOnly, help: words.measuresOnlyHelp, maxLength: 9,
                        inputMode: .numeric)
                }
                html.ligne {
                    if ready > 0 {
                        html.button(words.measuresRecord(ready), .name("write"), .value("1"))
                        html.button(words.measuresRead, .class("sec"))
                    } else {
                        html.button(words.measuresRead)
                    }
                    html.buttonLink(words.cancel, Path.indicators(context.slug), secondary: true)
                }
            }
        }
    }

    private func result(_ html: HTMLWriter, _ reading: MeasureReading) {
        guard reading.problemCount > 0 else {
            return html.p(words.measuresUnderstood(ready, known: reading.known), .class("note"), .role(.status))
        }
        html.div(.class("note al"), .role(.alert)) {
            html.h2(words.measuresWrong(reading.problemCount))
            html.ul(.class("liste")) {
                for problem in reading.problems.prefix(30) {
                    html.li(words.labelled(words.measuresRow(problem.row), problem.violations.map(words.violation).joined(separator: " ")))
                }
            }
            if reading.problemCount > 30 { html.p(words.measuresMore(reading.problemCount - 30)) }
        }
    }
}

extension Words {
    fileprivate var measuresImportLead: String {
        say(
            "Une colonne pour l’indicateur, une pour la date, une pour la valeur. Rien n’est écrit avant que tout soit compris.",
            "A column for the indicator, one for the day, one for the value. Nothing is written before all is understood.")
    }
    fileprivate var measuresTable: String { say("Coller le tableau", "Paste the table") }
    fileprivate var measuresTableHelp: String {
        say(
            "En-têtes compris\u{A0}: indicateur, date, valeur\u{A0}; aussi source, commentaire, preuve, estimation, nombre concerné, nombre total.",
            "Headings included: indicator, date, value; also source, comment, evidence, estimate, number concerned, total number.")
    }
    fileprivate var measuresFile: String { say("Ou choisir un fichier CSV", "Or choose a CSV file") }
    fileprivate var measuresOnly: String { say("Toutes les lignes sont de l’indicateur n°", "All rows are of indicator no.") }
    fileprivate var measuresOnlyHelp: String {
        say(
            "Quand le tableau n’a pas de colonne pour le dire. Deux colonnes sans en-têtes suffisent alors\u{A0}: dates, valeurs.",
            "When the table has no column that tells. Two columns without headings are then enough: days, values.")
    }
    fileprivate var measuresRead: String { say("Lire le tableau", "Read the table") }
    fileprivate func measuresRecord(_ number: Int) -> String {
        say("Enregistrer \(count(number, "mesure", "mesures"))", "Record \(count(number, "measure", "measures"))")
    }
    fileprivate func measuresUnderstood(_ number: Int, known: Int) -> String {
        let already =
            known > 0
            ? say(" \(count(known, "est déjà enregistrée", "sont déjà enregistrées")).", " \(count(known, "is", "are")) recorded already.")
            : ""
        return number == 0
            ? say("Rien à enregistrer.", "Nothing to record.") + already
            : say(
                "Tout est compris\u{A0}: \(count(number, "mesure", "mesures")) à enregistrer.",
                "All is understood: \(count(number, "measure", "measures")) to record.") + already
    }
    fileprivate func measuresWrong(_ number: Int) -> String {
        say("\(count(number, "ligne est à corriger", "lignes sont à corriger"))", "\(count(number, "row", "rows")) to correct")
    }
    fileprivate func measuresRow(_ number: Int) -> String { say("Ligne \(self.number(number))", "Row \(self.number(number))") }
    fileprivate func measuresMore(_ number: Int) -> String {
        say("Et \(count(number, "autre ligne", "autres lignes")).", "And \(count(number, "other row", "other rows")).")
    }
}
