/// The list of guides: which versions stand side by side, and which plan answers to which.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func cataloguesPage(_ context: PageContext, _ shelf: GuideShelf, zone: Zone) -> [UInt8] {
    let words = context.words
    return page(context, title: words.cataloguesTitle) { html in
        html.heading(words.cataloguesTitle, lead: words.cataloguesLead(shelf.guides.count))
        if shelf.guides.isEmpty { html.empty(words.noCatalogue) } else { html.guides(context, shelf, zone: zone) }
        if shelf.guides.count > 1 { html.comparison(context, shelf.guides) }
        html.section(.class("texte")) {
            html.h2(words.importTitle)
            if context.may(.manageCatalogues) {
                html.ligne { html.buttonLink(words.catalogueImport, Path.catalogueImport(context.slug), secondary: true) }
            }
            html.p(words.importHelp)
            html.pre {
                html.code("jalon catalogue import guide.json --name guide-nr --version 2")
                html.br()
                html.code("jalon catalogue import charte.csv --map id=Numéro --map title=Critère")
            }
            html.p(words.importConsequence)
        }
    }
}

extension HTMLWriter {
    fileprivate func guides(_ context: PageContext, _ shelf: GuideShelf, zone: Zone) {
        let words = context.words
        cards(words.cataloguesCaption) {
            column(words.field(.catalogue))
            column(words.practicesColumn, number: true)
            column(words.publishedColumn)
            column(words.importedColumn)
            column(words.answeringPlansColumn)
        } rows: {
            for guide in shelf.guides {
                row {
                    rowHead {
                        a(guide.title.text(words.language), .href(Path.catalogue(context.slug, guide.id)))
                        br()
                        small(guide.reference.description)
                    }
                    number(guide.practices, label: words.practicesColumn, words)
                    cell(label: words.publishedColumn) {
                        if let day = guide.publishedOn { self.day(day, words, short: true) } else { text("–") }
                    }
                    cell(label: words.importedColumn) { day(zone.day(of: guide.importedAt), words, short: true) }
                    cell(label: words.answeringPlansColumn) { plans(context, shelf.plans.filter { $0.catalogue == guide.id }) }
                }
            }
        }
    }

    /// The last imported against the one before it, unless chosen otherwise.
    fileprivate func comparison(_ context: PageContext, _ guides: [CatalogueEntry]) {
        let words = context.words
        let fields = Fields(self, words)
        let last = guides[0]
        let earlier = guides.dropFirst().first { $0.name == last.name } ?? guides[1]
        section {
            h2(words.compareTitle)
            search(.diffChoice(context.slug), label: words.compareTitle) {
                let choices = guides.map { Choice(String($0.id), "\($0.reference)") }
                fields.select(.from, String(earlier.id), among: choices, label: words.compareFrom)
                fields.select(.to, String(last.id), among: choices, label: words.compareTo)
                div { button(words.compare, .class("sec")) }
            }
        }
    }

    private func plans(_ context: PageContext, _ plans: [Plan]) {
        guard !plans.isEmpty else { return text("–") }
        for (index, plan) in plans.enumerated() {
            if index > 0 { br() }
            a(plan.title, .href(Path.plan(context.slug, plan.number)))
            if plan.state == .closed { text(" (\(context.words.planState(.closed).lowercased()))") }
        }
    }
}

extension Words {
    var cataloguesTitle: String { say("Guides de bonnes pratiques", "Guides of good practices") }
    func cataloguesLead(_ number: Int) -> String {
        say(
            "\(count(number, "édition disponible", "éditions disponibles")). Un plan répond à une édition, et y reste tant qu’on ne l’en change pas.",
            "\(count(number, "edition available", "editions available")). A plan answers to one edition, and stays with it until moved.")
    }
    var noCatalogue: String { say("Aucun guide pour l’instant. Importez-en un\u{A0}:", "No guide yet. Import one:") }
    var cataloguesCaption: String { say("Les guides, du dernier importé au premier", "Guides, the last imported first") }
    var practicesColumn: String { say("Pratiques", "Practices") }
    var publishedColumn: String { say("Paru le", "Published on") }
    var importedColumn: String { say("Importé le", "Imported on") }
    var answeringPlansColumn: String { say("Plans qui y répondent", "Plans that answer to it") }
    var compareTitle: String { say("Ce qui change d’une édition à l’autre", "What changes from one edition to another") }
    var compareFrom: String { say("De", "From") }
    var compareTo: String { say("À", "To") }
    var compare: String { say("Comparer", "Compare") }
    var importTitle: String { say("Importer un guide ou une autre édition", "Import a guide or another edition") }
    var importHelp: String {
        say(
            "Sur le serveur, une commande lit le dossier Markdown du guide, son export JSON ou CSV, le référentiel d’écoconception (RGESN) en JSON, un tableau CSV quelconque ou un fichier de Jalon\u{A0}:",
            "On the server, one command reads the guide’s Markdown folder, its JSON or CSV export, the ecodesign framework (RGESN) in JSON, any CSV table or a file of Jalon’s own:"
        )
    }
    var importConsequence: String {
        say(
            "L’édition importée s’ajoute aux autres. Les plans existants ne changent pas\u{A0}; un plan passe d’une édition à l’autre par choix, dans ses réglages.",
            "The imported edition stands beside the others. Existing plans do not change; a plan moves to another edition by choice, in its settings."
        )
    }
}
