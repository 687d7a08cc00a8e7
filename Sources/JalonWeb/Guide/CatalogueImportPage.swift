/// The page where a guide's text is pasted: its form, and what was understood of it before anything is written.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct CatalogueImportPage {
    let context: PageContext
    let form: CatalogueImportForm
    let preview: CataloguePreview?
    let violations: [Violation]
    /// The first of those, and how many more.
    private static let most = 30

    private var words: Words { context.words }
    private var failed: Bool { !violations.isEmpty || (preview.map { $0.catalogue == nil } ?? false) }

    var bytes: [UInt8] {
        page(context, title: words.catalogueImport, failed: failed) { html in
            html.breadcrumb(words, (words.cataloguesTitle, .catalogues(context.slug)))
            html.heading(words.catalogueImport, lead: words.catalogueImportLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .catalogueImport(context.slug), context, .multipart) {
                if let preview { understood(fields, preview) }
                asked(fields)
            }
        }
    }

    private func asked(_ fields: Fields) {
        let html = fields.html
        fields.text(
            .catalogue, form.reference, label: words.catalogueReference, required: true, help: words.catalogueReferenceHelp, maxLength: 100)
        fields.textarea(
            .file, String(decoding: form.bytes, as: UTF8.self), label: words.catalogueText, rows: 10, help: words.catalogueTextHelp)
        html.div(.class("champ")) {
            html.label(words.catalogueFile, .for("upload"))
            html.input(.type(.file), .id("upload"), .name("upload"), .accept(".json,.csv,.tsv,.yaml,.yml,.txt"))
        }
        html.details(.class("plis"), .open(!form.columns.isEmpty)) {
            html.summary(words.catalogueColumns)
            html.p(words.catalogueColumnsHelp, .class("aide"))
            html.div(.class("champs")) {
                for column in CatalogueColumn.allCases {
                    fields.text(
                        .practices, form.columns[column] ?? "", label: words.column(column), name: CatalogueImportForm.name(column),
                        maxLength: 200)
                }
            }
        }
        html.ligne {
            html.button(words.catalogueRead, .class(preview?.catalogue == nil ? "" : "sec"))
            html.text(" ")
            html.buttonLink(words.cancel, Path.catalogues(context.slug), secondary: true)
        }
    }

    private func understood(_ fields: Fields, _ preview: CataloguePreview) {
        let html = fields.html
        html.section {
            html.h2(words.catalogueUnderstood)
            if let catalogue = preview.catalogue { themes(html, catalogue) }
            told(html, words.catalogueProblems(preview.problems.count), preview.problems, alert: true)
            told(html, words.catalogueNotes, preview.notes, alert: false)
            if !preview.problems.isEmpty, preview.canSkip {
                fields.checkbox("skip", words.catalogueSkip, checked: form.skipsInvalid)
            }
            if preview.catalogue != nil {
                html.ligne { html.button(words.catalogueAgree, .name("agree"), .value("1")) }
            }
        }
    }

    private func themes(_ html: HTMLWriter, _ catalogue: Catalogue) {
        html.cards(words.catalogueLead(themes: catalogue.themes.count, practices: catalogue.practices.count)) {
            html.column(words.theme)
            html.column(words.practicesColumn, number: true)
            for priority in PracticePriority.allCases { html.column(words.priority(priority), number: true) }
        } rows: {
            for theme in catalogue.themes {
                let practices = catalogue.practices.filter { $0.theme == theme.id }
                html.row {
                    html.rowHead { html.text(words.themeTitle(theme)) }
                    html.number(practices.count, label: words.practicesColumn, words)
                    for priority in PracticePriority.allCases {
                        html.number(practices.count { $0.priority == priority }, label: words.priority(priority), words)
                    }
                }
            }
        }
    }

    private func told(_ html: HTMLWriter, _ title: String, _ sentences: [LocalisedText], alert: Bool) {
        guard !sentences.isEmpty else { return }
        html.div(.class(alert ? "note al" : "note"), .when(alert, .role(.alert))) {
            html.h3(title)
            html.ul {
                for sentence in sentences.prefix(Self.most) { html.li(sentence.text(words.language)) }
                if sentences.count > Self.most { html.li(words.catalogueMore(sentences.count - Self.most)) }
            }
        }
    }
}

extension Words {
    var catalogueImport: String { say("Importer un guide", "Import a guide") }
    fileprivate var catalogueImportLead: String {
        say(
            "Collez-en le texte ou choisissez son fichier\u{A0}: Jalon montre ce qu’il en comprend avant d’écrire quoi que ce soit.",
            "Paste its text or choose its file: Jalon shows what it understands before anything is written.")
    }
    fileprivate var catalogueReference: String { say("Nom et version", "Name and version") }
    fileprivate var catalogueReferenceHelp: String {
        say("Un nom court, un @, une version\u{A0}: guide-nr@2.", "A short name, an @, a version: guide-nr@2.")
    }
    fileprivate var catalogueText: String { say("Texte du guide", "The guide’s text") }
    fileprivate var catalogueTextHelp: String {
        say(
            "Son export JSON ou CSV, un tableau copié d’un tableur, le référentiel d’écoconception (RGESN) en JSON ou un fichier YAML de Jalon. Au-delà de 1\u{A0}Mo, la commande jalon catalogue import le lit sur le serveur.",
            "Its JSON or CSV export, a table copied from a spreadsheet, the ecodesign framework (RGESN) in JSON, or a YAML file of Jalon’s. Beyond 1\u{A0}MB, the command jalon catalogue import reads it on the server."
        )
    }
    fileprivate var catalogueFile: String { say("Ou choisir un fichier", "Or choose a file") }
    fileprivate var catalogueColumns: String { say("Colonnes du tableau", "Columns of the table") }
    fileprivate var catalogueColumnsHelp: String {
        say(
            "Si les titres ne sont pas ceux du guide, recopiez celui de chaque colonne utile.",
            "Where the headings are not the guide’s, copy that of each useful column.")
    }
    fileprivate var catalogueRead: String { say("Relire avant d’importer", "Read before importing") }
    fileprivate var catalogueUnderstood: String { say("Ce que Jalon comprend", "What Jalon understands") }
    fileprivate func catalogueProblems(_ number: Int) -> String {
        say(
            "\(count(number, "ligne n’est pas comprise", "lignes ne sont pas comprises"))",
            "\(count(number, "line is", "lines are")) not understood")
    }
    fileprivate var catalogueNotes: String { say("À savoir", "Worth knowing") }
    fileprivate var catalogueSkip: String { say("Laisser ces lignes de côté", "Set these lines aside") }
    fileprivate func catalogueMore(_ number: Int) -> String { say("et \(self.number(number)) de plus", "and \(self.number(number)) more") }
    fileprivate var catalogueAgree: String { say("Importer ce guide", "Import this guide") }
    func catalogueImported(_ reference: CatalogueReference, _ practices: Int) -> String {
        say(
            "\(reference) est importé\u{A0}: \(count(practices, "bonne pratique", "bonnes pratiques")).",
            "\(reference) is imported: \(count(practices, "practice", "practices")).")
    }
}
