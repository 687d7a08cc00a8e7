/// The templates of actions that an organisation keeps: start from one, rename it, put it away.
import HTML
import JalonDomain

struct TemplatesPage {
    /// A name to mend.
    struct Broken {
        let template: Int
        let typed: String
        let violations: [Violation]
    }

    private let context: PageContext
    private let words: Words
    private let templates: [ActionTemplate]
    private let archived: Bool
    private let broken: Broken?

    init(_ context: PageContext, _ templates: [ActionTemplate], archived: Bool, broken: Broken? = nil) {
        self.context = context
        words = context.words
        self.templates = templates
        self.archived = archived
        self.broken = broken
    }

    var bytes: [UInt8] {
        page(context, title: words.templatesTitle, failed: broken != nil) { html in
            html.heading(words.templatesTitle, lead: words.templatesLead)
            html.nav(.class("vues"), .ariaLabel(words.templatesViews)) {
                html.ul {
                    view(html, words.templatesInUse, [:], isHere: !archived)
                    view(html, words.templatesPutAway, ["archived": "1"], isHere: archived)
                }
            }
            if templates.isEmpty { nothing(html) } else { rows(html) }
        }
    }

    private func view(_ html: HTMLWriter, _ label: String, _ query: Query, isHere: Bool) {
        html.li { html.a(label, .href(Path.templates(context.slug, query)), .when(isHere, .current(.page))) }
    }

    private func nothing(_ html: HTMLWriter) {
        html.empty(archived ? words.noTemplatePutAway : words.noTemplate) {
            guard !archived, let plan = context.plan else { return }
            html.ligne { html.buttonLink(words.chooseAnAction, Path.actions(context.slug, plan.number)) }
        }
    }

    private func rows(_ html: HTMLWriter) {
        html.cards(archived ? words.templatesPutAway : words.templatesCaption) {
            html.column(words.subject(.template))
            html.column(words.field(.practices))
            html.column(words.whatToDo)
        } rows: {
            for template in templates {
                html.row {
                    html.rowHead {
                        html.text(template.name)
                        if template.name != template.content.label {
                            html.br()
                            html.small(template.content.label)
                        }
                    }
                    html.cell(template.content.practices.joined(separator: ", "), label: words.field(.practices))
                    html.cell {
                        if archived { restore(html, template) } else { acts(html, template) }
                    }
                }
            }
        }
    }

    private func acts(_ html: HTMLWriter, _ template: ActionTemplate) {
        html.div(.class("ligne")) {
            if let plan = context.plan {
                html.buttonLink(
                    words.startFrom, Path.newActionFrom(context.slug, plan.number, template: template.number), secondary: true)
            }
            html.post(to: .archiveTemplate(context.slug, template.number), context) {
                html.button(.class("lien")) {
                    html.text(words.putAway)
                    html.span(" \(words.quote(template.name))", .class("lu"))
                }
            }
        }
        let isBroken = broken?.template == template.number
        html.details(.open(isBroken)) {
            html.summary {
                html.text(words.rename)
                html.span(" \(words.quote(template.name))", .class("lu"))
            }
            html.post(to: .renameTemplate(context.slug, template.number), context) {
                html.hiddenInput("version", String(template.version))
                Fields(html, words, violations: isBroken ? broken?.violations ?? [] : []).cell(
                    .name, id: "name-\(template.number)", isBroken ? broken?.typed ?? "" : template.name,
                    label: words.field(.name), broken: isBroken ? broken?.violations ?? [] : [])
                html.ligne { html.button(words.rename, .class("sec")) }
            }
        }
    }

    private func restore(_ html: HTMLWriter, _ template: ActionTemplate) {
        html.post(to: .restoreTemplate(context.slug, template.number), context) {
            html.button(.class("sec")) {
                html.text(words.restore)
                html.span(" \(words.quote(template.name))", .class("lu"))
            }
        }
    }
}

extension Words {
    var templatesTitle: String { say("Modèles d’actions", "Action templates") }
    var startFromTemplate: String { say("Partir d’un modèle", "Start from a template") }
    fileprivate var templatesLead: String {
        say(
            "Ce que l’organisation refait d’un plan à l’autre\u{A0}: une action part d’un texte déjà écrit.",
            "What the organisation does again from plan to plan: an action starts from a text already written.")
    }
    fileprivate var templatesViews: String { say("Modèles", "Templates") }
    fileprivate var templatesInUse: String { say("En usage", "In use") }
    fileprivate var templatesPutAway: String { say("Archivés", "Archived") }
    fileprivate var templatesCaption: String { say("Par nom", "By name") }
    fileprivate var whatToDo: String { say("Gestes", "What to do") }
    fileprivate var noTemplate: String {
        say(
            "Aucun modèle pour l’instant. Ouvrez une action bien écrite, puis choisissez «\u{A0}Garder comme modèle\u{A0}» au bas de sa page.",
            "No template yet. Open a well-written action, then choose “Keep as a template” at the foot of its page.")
    }
    fileprivate var noTemplatePutAway: String { say("Aucun modèle archivé.", "No archived template.") }
    fileprivate var chooseAnAction: String { say("Voir les actions", "See the actions") }
    fileprivate var startFrom: String { say("Commencer une action", "Start an action") }
    fileprivate var rename: String { say("Renommer", "Rename") }
    fileprivate var putAway: String { say("Archiver", "Archive") }
    fileprivate var restore: String { say("Restaurer", "Restore") }

    func templateKept(_ name: String) -> String { say("\(quote(name)) est gardé comme modèle.", "\(quote(name)) is kept as a template.") }
    var templateRenamed: String { say("Modèle renommé.", "Template renamed.") }
    var templateArchived: String { say("Modèle archivé\u{A0}: il peut être restauré.", "Template archived: it can be restored.") }
    var templateRestored: String { say("Modèle restauré.", "Template restored.") }
}
