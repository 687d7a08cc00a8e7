/// Bulk changes that were made: a plan's latest, and one of them with the button that undoes it.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func bulkChangesPage(_ context: PageContext, _ plan: Plan, _ records: [BulkRecord], zone: Zone) -> [UInt8] {
    let words = context.words
    return page(context, title: words.bulkChangesTitle) { html in
        html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, plan.number)))
        html.heading(words.bulkChangesTitle, over: plan.title, lead: words.bulkChangesLead)
        if records.isEmpty {
            html.empty(words.bulkChangesEmpty) {
                html.p { html.a(words.bulkToList, .href(Path.actions(context.slug, plan.number))) }
            }
        }
        html.ul(.class("liste")) {
            for record in records {
                html.li {
                    html.a(words.bulkNumber(record.id), .href(Path.bulkChange(context.slug, plan.number, record.id)))
                    html.text(" ")
                    html.small(words.bulkSaid(record, in: zone))
                }
            }
        }
    }
}

func bulkChangePage(_ context: PageContext, _ sheet: BulkSheet, zone: Zone) -> [UInt8] {
    let words = context.words
    let (plan, record) = (sheet.plan, sheet.record)
    return page(context, title: words.bulkNumber(record.id)) { html in
        html.breadcrumb(
            words, (words.actionsCrumb, .actions(context.slug, plan.number)),
            (words.bulkChangesTitle, .bulkChanges(context.slug, plan.number)))
        html.heading(words.bulkNumber(record.id), over: plan.title, lead: words.bulkSaid(record, in: zone))
        if record.undoneAt != nil {
            let kept = sheet.rows.filter { $0.kept?.isEmpty == false }.count
            html.p(words.bulkUndoneMeans(sheet.rows.count - kept, kept: kept), .class(kept > 0 ? "note al" : "note"))
        } else if plan.state != .closed {
            html.post(to: .undoBulk(context.slug, plan.number, record.id), context) {
                html.p(words.bulkUndoMeans)
                html.ligne {
                    html.button(words.bulkUndo)
                    html.buttonLink(words.bulkToList, Path.actions(context.slug, plan.number), secondary: true)
                }
            }
        }
        html.bulkTable(words, words.bulkChangeCaption, links: ActionLinks(context.slug, plan.number), sheet.rows) { row in
            (row.action, row.label)
        } outcome: { row in
            html.bulkChanges(row.changes, words)
            guard let kept = row.kept else { return }
            html.br()
            if kept.isEmpty {
                html.small(words.bulkGivenBack)
            } else {
                html.span(words.bulkKept(kept), .class("vg"))
            }
        }
    }
}

extension Words {
    var bulkChangesTitle: String { say("Changements groupés", "Bulk changes") }
    fileprivate var bulkChangesLead: String {
        say(
            "Chacun peut être annulé une fois\u{A0}: les actions retrouvent leurs valeurs, sauf ce qui a changé depuis.",
            "Each can be undone once: the actions get their values back, except what has changed since.")
    }
    fileprivate var bulkChangesEmpty: String {
        say(
            "Aucun changement groupé. Cochez des actions dans la liste pour en modifier plusieurs à la fois.",
            "No bulk change. Tick actions in the list to change several at once.")
    }
    fileprivate var bulkToList: String { say("Aller à la liste des actions", "Go to the list of actions") }
    fileprivate func bulkNumber(_ id: Int) -> String { say("Changement groupé n°\u{A0}\(id)", "Bulk change no.\u{A0}\(id)") }
    fileprivate func bulkSaid(_ record: BulkRecord, in zone: Zone) -> String {
        let actions = count(record.actions, "action", "actions")
        let made = say(
            "\(actions), par \(record.author), \(moment(record.at, in: zone)).",
            "\(actions), by \(record.author), \(moment(record.at, in: zone)).")
        guard let at = record.undoneAt, let by = record.undoneBy else { return made }
        return made + say(" Annulé par \(by), \(moment(at, in: zone)).", " Undone by \(by), \(moment(at, in: zone)).")
    }
    fileprivate var bulkUndo: String { say("Annuler ce changement", "Undo this change") }
    fileprivate var bulkUndoMeans: String {
        say(
            "Annuler rend à chaque action ses valeurs d’avant, sauf ce que quelqu’un a changé depuis.",
            "Undoing gives each action its former values back, except what someone has changed since.")
    }
    fileprivate func bulkUndoneMeans(_ restored: Int, kept: Int) -> String {
        let done = say(
            "\(count(restored, "action a retrouvé ses valeurs", "actions ont retrouvé leurs valeurs")) d’avant.",
            "\(count(restored, "action has its", "actions have their")) former values back.")
        guard kept > 0 else { return done }
        return done
            + say(
                " \(count(kept, "garde", "gardent")) ce qui a changé depuis\u{A0}: voyez ci-dessous, et corrigez à la main si besoin.",
                " \(count(kept, "keeps", "keep")) what changed since: see below, and correct by hand if needed.")
    }
    fileprivate var bulkChangeCaption: String { say("Ce qui a été changé, par numéro", "What was changed, by number") }
    fileprivate var bulkGivenBack: String { say("Valeurs d’avant rendues", "Former values given back") }
    fileprivate func bulkKept(_ fields: [Field]) -> String {
        let names = list(fields.map { field($0).lowercased() })
        return say("Changé depuis, laissé ainsi\u{A0}: \(names)", "Changed since, left so: \(names)")
    }
}
