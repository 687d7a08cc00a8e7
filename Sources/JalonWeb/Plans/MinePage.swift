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

private func minePage(_ context: PageContext, _ plans: [OwnActions]) -> [UInt8] {
    let words = context.words
    let carried = plans.reduce(Carried()) { $0 + $1.carried }
    return page(context, title: words.mineTitle) { html in
        html.heading(words.mineTitle, over: context.member?.name, lead: words.mineLead(carried.open, late: carried.late))
        if carried.open == 0 { html.empty(words.mineEmpty) }
        for own in plans where !own.rows.isEmpty {
            html.section {
                html.h2 { html.a(own.plan.title, .href(Path.plan(context.slug, own.plan.number))) }
                html.mine(context, own.plan, own.rows)
                if own.carried.open > own.rows.count {
                    html.p {
                        html.text(words.mineFirst(own.rows.count, of: own.carried.open) + " ")
                        html.a(words.mineAll, .href(Path.actions(context.slug, own.plan.number)))
                    }
                }
            }
        }
        if carried.closed > 0 { html.p(words.mineClosed(carried.closed), .class("aide")) }
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
                            a(.class("lien"), .href(links[row.number].at("nouvelles"))) {
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

    func mineFirst(_ shown: Int, of all: Int) -> String {
        say(
            "Voici les \(number(shown)) premières échéances sur \(number(all)).",
            "These are the \(number(shown)) that are due first, of \(number(all)).")
    }

    var mineAll: String { say("Voir toutes les actions du plan", "See all the plan’s actions") }

    func mineClosed(_ number: Int) -> String {
        say(
            "\(plural(number, "S’y ajoute", "S’y ajoutent")) \(count(number, "action close", "actions closes")).",
            "Plus \(count(number, "closed action", "closed actions")).")
    }
}
