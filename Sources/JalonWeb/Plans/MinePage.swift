/// « Mes actions »: what the reader pilots over the open plans, each a step away from giving news.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MineController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.ownActions(visit.visitor)
        return visit.answer(minePage(visit.frame(seen, menu: .mine), seen.model))
    }
}

private func minePage(_ context: PageContext, _ plans: [(plan: Plan, rows: [ActionRow])]) -> [UInt8] {
    let words = context.words
    let open = plans.map { (plan: $0.plan, rows: $0.rows.filter { !$0.closed }) }
    let count = open.reduce(0) { $0 + $1.rows.count }
    let late = open.reduce(0) { $0 + $1.rows.count { $0.lateness(on: context.today) > 0 } }
    return page(context, title: words.mineTitle) { html in
        html.heading(words.mineTitle, over: context.member?.name, lead: words.mineLead(count, late: late))
        if count == 0 { html.empty(words.mineEmpty) }
        for (plan, rows) in open where !rows.isEmpty {
            html.section {
                html.h2 { html.a(plan.title, .href(Path.plan(context.slug, plan.number))) }
                html.mine(context, plan, rows)
            }
        }
        let closed = plans.reduce(0) { $0 + $1.rows.count } - count
        if closed > 0 { html.p(words.mineClosed(closed), .class("aide")) }
    }
}

extension HTMLWriter {
    fileprivate func mine(_ context: PageContext, _ plan: Plan, _ rows: [ActionRow]) {
        let words = context.words
        let links = ActionLinks(context.slug, plan.number)
        let reports = context.may(.reportOnOwn)
        cards(words.mineCaption) {
            column(words.field(.label))
            column(words.actionListColumn(.level))
            column(words.field(.progress))
            column(words.field(.due))
            if reports { column(words.mineNews) }
        } rows: {
            for row in rows {
                self.row {
                    rowHead { a(row.label, .href(links[row.number])) }
                    cell(words.level(row.level), .level(row.level))
                    cell {
                        if row.awaitsDecision {
                            awaitingDecision(words)
                        } else {
                            progress(row.progress, percent: row.percent, words)
                        }
                    }
                    cell(label: words.field(.due)) {
                        if let due = row.due { day(due, words, short: true) } else { text(words.noDue) }
                        text(" ")
                        shortLateness(row.lateness(on: context.today), words)
                    }
                    if reports {
                        cell {
                            a(.class("lien"), .href(Path.report(context.slug, ActionID(plan: plan.number, number: row.number)))) {
                                text(words.mineNews)
                                // Links of the same name would lead to different places.
                                span(" – " + row.label, .class("lu"))
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Words {
    var mineTitle: String { say("Mes actions", "My actions") }
    var mineNews: String { say("Donner des nouvelles", "Give news") }
    var mineCaption: String { say("Par échéance", "By due date") }

    func mineLead(_ number: Int, late: Int) -> String {
        if number == 0 { return say("Aucune action ouverte ne vous attend.", "No open action waits for you.") }
        let carried = say(
            "Vous portez \(count(number, "action ouverte", "actions ouvertes"))",
            "You carry \(count(number, "open action", "open actions"))")
        if late == 0 { return say("\(carried), aucune en retard.", "\(carried), none late.") }
        return say("\(carried), dont \(self.number(late)) en retard.", "\(carried), \(self.number(late)) of them late.")
    }

    var mineEmpty: String {
        say(
            "Vous ne portez aucune action ouverte. Celles dont vous êtes pilote, à votre nom, par votre fonction ou par votre service, viendront ici.",
            "You carry no open action. Those that you pilot, by name, by your position or by your unit, will come here.")
    }

    func mineClosed(_ number: Int) -> String {
        say(
            "S’y ajoutent \(count(number, "action close", "actions closes")).",
            "Besides, \(count(number, "closed action", "closed actions")).")
    }
}
