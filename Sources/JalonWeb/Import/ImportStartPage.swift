/// Where a table of actions is given: pasted, or as a file.
import HTML
import JalonDomain
import JalonWorkspace

struct ImportStartPage {
    private let context: PageContext
    private let words: Words
    private let plan: Plan
    private let form: ImportForm
    private let violations: [Violation]

    init(_ context: PageContext, _ plan: Plan, _ form: ImportForm, violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.plan = plan
        self.form = form
        self.violations = violations
    }

    var bytes: [UInt8] {
        page(context, title: words.importTitleOfPage, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, plan.number)))
            html.heading(words.importTitleOfPage, over: plan.title, lead: words.importLead)
            html.div(.class("g g21")) {
                html.post(to: .importTable(context.slug, plan.number), context, .multipart) {
                    let fields = Fields(html, words, violations: violations)
                    fields.errorSummary()
                    fields.textarea(.file, form.pasted, label: words.pastedTable, name: "table", rows: 10, help: words.pastedHelp)
                    html.div(.class("champ")) {
                        html.label(words.orFile, .for("file"))
                        html.p(words.fileHelp, .class("aide"), .id("file-a"))
                        html.input(
                            .type(.file), .id("file"), .name("file"), .accept(".csv,.tsv,.txt,text/csv,text/plain"),
                            .describedBy("file-a"))
                    }
                    fields.buttons(words.readTable, cancel: .actions(context.slug, plan.number))
                }
                html.div(.class("carte texte")) { help(html) }
            }
        }
    }

    private func help(_ html: HTMLWriter) {
        html.h2(words.knownColumns)
        html.p(words.knownColumnsHelp)
        html.details {
            html.summary(words.allColumns)
            html.p(words.list(TableColumn.allCases.filter(\.isRead).map { $0.header(words) }) + ".", .class("aide"))
        }
        html.p(words.bigTables)
        html.pre { html.code("jalon import actions.csv --plan \(plan.number) --dry-run") }
    }
}

extension Words {
    var importTable: String { say("Importer un tableau", "Import a table") }
    var importTableInstead: String {
        say("Le plan existe déjà dans un tableur\u{A0}? Importez-le", "The plan is in a spreadsheet? Import it")
    }
    fileprivate var importTitleOfPage: String { say("Importer un tableau d’actions", "Import a table of actions") }
    fileprivate var importLead: String {
        say(
            "Jalon montre ce qu’il a compris, ligne par ligne, avant d’écrire quoi que ce soit.",
            "Jalon shows what it understood, row by row, before it writes anything.")
    }
    fileprivate var pastedTable: String { say("Coller le tableau", "Paste the table") }
    fileprivate var pastedHelp: String {
        say(
            "Copiez les cellules du tableur, en-têtes compris, et collez-les ici.",
            "Copy the cells of the spreadsheet, headings included, and paste them here.")
    }
    fileprivate var orFile: String { say("Ou choisir un fichier CSV", "Or choose a CSV file") }
    fileprivate var fileHelp: String {
        say("Tout séparateur, UTF-8 ou Windows-1252, 1\u{A0}Mo au plus.", "Any separator, UTF-8 or Windows-1252, 1 MB at most.")
    }
    fileprivate var readTable: String { say("Lire le tableau", "Read the table") }
    fileprivate var knownColumns: String { say("Ce que Jalon reconnaît", "What Jalon recognises") }
    fileprivate var knownColumnsHelp: String {
        say(
            "Une ligne d’en-têtes, puis une action par ligne. Une colonne suffit\u{A0}: le libellé. Avec la colonne «\u{A0}Numéro\u{A0}» de l’export, une ligne modifie son action.",
            "A row of headings, then one action per row. One column is enough: the label. With the export’s column “Number”, a row updates its action."
        )
    }
    fileprivate var allColumns: String { say("Toutes les colonnes lues", "All the columns read") }
    fileprivate var bigTables: String { say("Un grand tableau se lit depuis le serveur\u{A0}:", "A big table is read on the server:") }
}
