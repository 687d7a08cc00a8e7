/// The page of a unit, a person or a position: what they carry over the open plans, and how heavy the coming quarters are.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CarryingController {
    static func unit(_ visit: Visit) async throws -> Response { try await show(visit, isUnit: true) }
    static func person(_ visit: Visit) async throws -> Response { try await show(visit, isUnit: false) }

    private static func show(_ visit: Visit, isUnit: Bool) async throws -> Response {
        let seen = try await visit.workspace.carrying(visit.number(isUnit ? "unit" : "party", .party), isUnit: isUnit, visit.visitor)
        return visit.answer(CarryingPage(context: visit.frame(seen, menu: .actions), sheet: seen.model).bytes)
    }
}

struct CarryingPage {
    let context: PageContext
    let sheet: CarryingSheet

    private var words: Words { context.words }
    private var party: Party { sheet.party }

    var bytes: [UInt8] {
        page(context, title: party.name) { html in
            html.breadcrumb(words, (words.planView(.directory), .directory(context.slug)))
            html.heading(party.name, over: words.partyKind(party.kind), lead: words.carryingLead(sheet.carried)) { standing(html) }
            if !sheet.plans.isEmpty { plans(html) }
            if !sheet.open.isEmpty { open(html) }
            LoadPicture(words, sheet.load).write(html)
            html.div(.class("g g2")) {
                members(html)
                actions(html, words.carryingContributions, sheet.contributions)
                actions(html, words.carryingPerimeters, sheet.perimeters)
            }
        }
    }

    /// Where they stand in the directory.
    private func standing(_ html: HTMLWriter) {
        let places = [party.position, party.unit].compactMap { $0.flatMap { sheet.names[$0] } }
        let mayEdit = context.may(.administer)
        guard mayEdit || !places.isEmpty else { return }
        html.ligne {
            for place in places { html.a(place.name, .class("lien"), .href(Path.party(context.slug, place))) }
            if mayEdit { html.a(words.partyEdit, .class("lien"), .href(Path.partySettings(context.slug, party.id))) }
        }
    }

    private func plans(_ html: HTMLWriter) {
        html.section {
            html.h2(words.carryingPlans)
            html.ul(.class("liste")) {
                for (plan, carried) in sheet.plans {
                    html.li {
                        html.a(plan.title, .href(list(plan.number) { _ in }))
                        html.p(.class("ligne")) { lists(html, plan.number, carried) }
                    }
                }
            }
        }
    }

    /// Each number leads to its list.
    private func lists(_ html: HTMLWriter, _ plan: Int, _ carried: Carried) {
        func link(_ number: Int, _ label: String, _ narrow: (inout ActionFilter) -> Void) {
            if number > 0 { html.a(label, .class("lien"), .href(list(plan, narrow))) }
        }
        link(carried.open, words.carriedOpen(carried.open)) { $0.closed = false }
        link(carried.late, words.carryingLate(carried.late)) { $0.late = true }
        link(carried.awaitingDecision, words.carriedAwaiting(carried.awaitingDecision)) { $0.awaitsDecision = true }
        link(carried.closed, words.carriedClosed(carried.closed)) { $0.closed = true }
    }

    /// A unit's list holds what is below it, as this page does.
    private func list(_ plan: Int, _ narrow: (inout ActionFilter) -> Void) -> Path {
        var filter = ActionFilter()
        if party.kind == .unit { filter.unit = party.id } else { filter.pilot = party.id }
        narrow(&filter)
        return .actions(context.slug, plan, filter.address)
    }

    private func open(_ html: HTMLWriter) {
        html.section {
            html.h2(words.carryingOpen)
            html.cards(words.mineCaption) {
                html.column(words.field(.label))
                html.column(words.actionListColumn(.level))
                html.column(words.field(.progress))
                html.column(words.field(.due))
                if party.kind == .unit { html.column(words.field(.pilot)) }
            } rows: {
                for action in sheet.open {
                    html.row {
                        html.rowHead { html.a(action.label, .href(Path.action(context.slug, action.id))) }
                        html.cell(words.level(action.level), .level(action.level))
                        html.cell {
                            if action.awaitsDecision {
                                html.awaitingDecision(words)
                            } else {
                                html.progress(action.progress, percent: action.percent, words)
                            }
                        }
                        html.cell(label: words.field(.due)) {
                            if let due = action.due { html.day(due, words, short: true) } else { html.text(words.noDue) }
                            html.text(" ")
                            html.shortLateness(action.lateness(on: context.today), words)
                        }
                        if party.kind == .unit { html.cell(action.pilotName ?? words.noPilot, label: words.field(.pilot)) }
                    }
                }
            }
            let open = sheet.carried.open
            if open > sheet.open.count { html.p(words.mineFirst(sheet.open.count, of: open), .class("aide")) }
        }
    }

    // MARK: Around them

    private func members(_ html: HTMLWriter) {
        guard !sheet.members.isEmpty else { return }
        html.section {
            html.h2(party.kind == .unit ? words.carryingInUnit : words.carryingHolders)
            html.ul(.class("liste")) {
                for member in sheet.members.prefix(Self.mostMembers) {
                    html.li {
                        html.a(member.name, .href(Path.party(context.slug, member)))
                        html.text(" ")
                        html.small(words.partyKind(member.kind))
                    }
                }
            }
            if sheet.members.count > Self.mostMembers {
                html.p(words.carryingOthers(sheet.members.count - Self.mostMembers), .class("aide"))
            }
        }
    }

    private static let mostMembers = 50

    private func actions(_ html: HTMLWriter, _ title: String, _ actions: [ActionGlance]) {
        guard !actions.isEmpty else { return }
        html.section {
            html.h2(title)
            html.ul(.class("liste")) {
                for action in actions.prefix(CarryingSheet.most) {
                    html.li {
                        html.a(action.label, .href(Path.action(context.slug, action.id)))
                        html.br()
                        html.small(action.pilotName ?? words.noPilot)
                    }
                }
            }
            if actions.count > CarryingSheet.most { html.p(words.carryingMore, .class("aide")) }
        }
    }
}

extension Words {
    func carryingLead(_ carried: Carried) -> String {
        carried == Carried()
            ? say("Aucune action d’un plan ouvert ici.", "No action of an open plan here.") : self.carried(carried) + "."
    }

    var carryingPlans: String { say("Dans les plans ouverts", "In the open plans") }
    func carryingLate(_ number: Int) -> String { say("\(self.number(number)) en retard", "\(self.number(number)) late") }
    var carryingOpen: String { say("Actions ouvertes", "Open actions") }
    var carryingContributions: String { say("Contribue à", "Contributes to") }
    var carryingPerimeters: String { say("Dans le périmètre de", "Within the perimeter of") }
    var carryingInUnit: String { say("Dans cette direction", "In this unit") }
    var carryingHolders: String { say("Qui occupe cette fonction", "Who holds this position") }
    var carryingMore: String { say("Il y en a d’autres.", "There are others.") }
    func carryingOthers(_ number: Int) -> String { say("Et \(self.number(number)) de plus.", "And \(self.number(number)) more.") }
}
