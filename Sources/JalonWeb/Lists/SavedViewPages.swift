/// The pages of saved views: those that the reader sees, one to rename or share, and the question before it is deleted.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

/// A view as it is typed.
struct SavedViewForm: Sendable {
    var name: String
    var shared: Bool
    /// What the list's address says; for a new view only.
    var query = ""
    /// The view of that name, if there is one, takes this list.
    var replaces = false

    init(name: String, shared: Bool, query: String) {
        self.name = name
        self.shared = shared
        self.query = query
    }

    init(_ view: SavedView) { self.init(name: view.name, shared: view.shared, query: view.query) }

    /// Of what was typed, only what a list's address can say is kept.
    init(_ form: FormBody) {
        let query = FormBody(encoded: form["query"].utf8.drop { $0 == UInt8(ascii: "?") }) ?? FormBody([:])
        self.init(name: form["name"], shared: form["shared"] == "1", query: ActionListQuery(query).query.address.suffix)
        replaces = form["replace"] == "1"
    }

    var edit: SavedViewEdit { SavedViewEdit(name: name, shared: shared) }

    func write(_ fields: Fields, _ context: PageContext) {
        if !query.isEmpty { fields.html.hiddenInput("query", query) }
        fields.text(.name, name, label: fields.words.viewName, required: true, maxLength: 60, autocomplete: .off)
        if context.may(.editPlan) {
            fields.checkbox("shared", fields.words.viewShare, checked: shared, help: fields.words.viewShareHelp)
        }
    }
}

func savedViewsPage(_ context: PageContext, _ sheet: SavedViewSheet, _ actor: Actor) -> [UInt8] {
    let words = context.words
    let plan = sheet.plan.number
    return page(context, title: words.viewsTitle) { html in
        html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, plan)))
        html.heading(words.viewsTitle, over: sheet.plan.title, lead: words.viewsLead)
        if sheet.views.isEmpty {
            html.empty(words.viewsEmpty) { html.p { html.a(words.viewsToList, .href(Path.actions(context.slug, plan))) } }
        }
        html.ul(.class("liste")) {
            for view in sheet.views {
                html.li {
                    html.a(view.name, .href(Path.actions(context.slug, plan, view.address)))
                    html.text(" ")
                    html.small(view.shared ? words.viewIsShared : words.viewIsOwn)
                    if view.owner == actor.account || context.may(.editPlan) {
                        html.text(" ")
                        html.a(.href(Path.view(context.slug, plan, view.id))) {
                            html.text(words.viewEdit)
                            // Links of the same name would lead to different places.
                            html.span(" – " + view.name, .class("lu"))
                        }
                    }
                }
            }
        }
    }
}

struct SavedViewPage {
    enum Subject {
        case new
        case existing(SavedView)
    }

    private let context: PageContext
    private let plan: Plan
    private let subject: Subject
    private let form: SavedViewForm
    private let violations: [Violation]
    private let changedMeanwhile: Bool

    init(
        _ context: PageContext, _ plan: Plan, _ subject: Subject, _ form: SavedViewForm, _ violations: [Violation] = [],
        changedMeanwhile: Bool = false
    ) {
        self.context = context
        self.plan = plan
        self.subject = subject
        self.form = form
        self.violations = violations
        self.changedMeanwhile = changedMeanwhile
    }

    var bytes: [UInt8] {
        let words = context.words
        let view: SavedView? = if case .existing(let view) = subject { view } else { nil }
        let back = view == nil ? Path.actions(context.slug, plan.number) : .views(context.slug, plan.number)
        let title = view == nil ? words.viewsSave : words.viewTitle
        return page(context, title: title, failed: !violations.isEmpty || changedMeanwhile) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, plan.number)), (words.viewsTitle, .views(context.slug, plan.number)))
            html.heading(title, over: view?.name ?? plan.title)
            let here: Path = view.map { .view(context.slug, plan.number, $0.id) } ?? .views(context.slug, plan.number)
            html.post(to: here, context, .class("texte")) {
                if let view { html.hiddenInput("version", String(view.version)) }
                let fields = Fields(html, words, violations: violations)
                fields.errorSummary()
                if changedMeanwhile, let view { html.p(words.viewMeanwhile(view), .class("note al"), .role(.alert)) }
                form.write(fields, context)
                if violations.contains(where: { if case .alreadyTaken = $0.rule { true } else { false } }), view == nil {
                    fields.checkbox("replace", words.viewReplace, checked: form.replaces)
                }
                fields.buttons(words.save, cancel: back)
            }
            if let view {
                html.p { html.a(words.viewDelete, .class("lien"), .href(Path.deleteView(context.slug, plan.number, view.id))) }
            }
        }
    }
}

func savedViewDeletionPage(_ context: PageContext, _ desk: SavedViewDesk) -> [UInt8] {
    let words = context.words
    let plan = desk.plan.number
    return page(context, title: words.viewDeletionTitle) { html in
        html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, plan)), (words.viewsTitle, .views(context.slug, plan)))
        html.heading(words.viewDeletionTitle, over: desk.view.name)
        html.p(desk.view.shared ? words.viewDeletionShared : words.viewDeletionOwn)
        html.post(to: .deleteView(context.slug, plan, desk.view.id), context) {
            html.ligne {
                html.button(words.viewDelete, .class("grave"))
                html.text(" ")
                html.buttonLink(words.cancel, Path.views(context.slug, plan), secondary: true)
            }
        }
    }
}

extension Words {
    var viewsSave: String { say("Enregistrer cette vue", "Save this view") }
    var viewsManage: String { say("Gérer les vues", "Manage views") }
    fileprivate var viewsTitle: String { say("Vues enregistrées", "Saved views") }
    fileprivate var viewsLead: String {
        say(
            "Une vue garde les filtres, l’ordre, les colonnes et les groupes d’une liste d’actions.",
            "A view keeps the filters, order, columns and groups of a list of actions.")
    }
    fileprivate var viewsEmpty: String {
        say(
            "Aucune vue enregistrée. Filtrez la liste des actions, puis choisissez \(quote(viewsSave)) sous le tableau.",
            "No saved view. Filter the list of actions, then choose \(quote(viewsSave)) below the table.")
    }
    fileprivate var viewsToList: String { say("Aller à la liste des actions", "Go to the list of actions") }
    fileprivate var viewName: String { say("Nom de la vue", "Name of the view") }
    fileprivate var viewShare: String { say("Partager avec l’organisation", "Share with the organisation") }
    fileprivate var viewShareHelp: String {
        say("Chaque membre la trouvera au-dessus de la liste.", "Every member will find it above the list.")
    }
    fileprivate var viewIsShared: String { say("partagée", "shared") }
    fileprivate var viewIsOwn: String { say("pour vous", "yours alone") }
    fileprivate var viewEdit: String { say("Modifier", "Edit") }
    fileprivate var viewTitle: String { say("Modifier la vue", "Edit the view") }
    fileprivate var viewReplace: String { say("Remplacer la vue de ce nom", "Replace the view of that name") }
    fileprivate func viewMeanwhile(_ view: SavedView) -> String {
        let state = view.shared ? viewIsShared : say("non partagée", "not shared")
        return say(
            "Quelqu’un a modifié cette vue entre-temps\u{A0}: \(quote(view.name)), \(state). Votre saisie est ci-dessous\u{A0}; enregistrez pour qu’elle l’emporte.",
            "Someone changed this view in the meantime: \(quote(view.name)), \(state). What you typed is below; save for it to stand.")
    }
    fileprivate var viewDelete: String { say("Supprimer la vue", "Delete the view") }
    fileprivate var viewDeletionTitle: String { say("Supprimer cette vue\u{A0}?", "Delete this view?") }
    fileprivate var viewDeletionOwn: String {
        say("Les actions ne changent pas\u{A0}: seule la vue disparaît.", "The actions do not change: only the view goes.")
    }
    fileprivate var viewDeletionShared: String {
        say(
            "Elle disparaît pour tous les membres. Les actions ne changent pas.",
            "It goes for every member. The actions do not change.")
    }
}
