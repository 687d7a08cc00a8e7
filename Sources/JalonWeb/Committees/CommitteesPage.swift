/// The committees of a plan: what each is for, when it meets next, how many meetings were held.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func committeesPage(_ context: PageContext, _ listing: CommitteeListing) -> [UInt8] {
    let words = context.words
    let plan = listing.plan
    let mayAdd = context.may(.decide) && plan.state != .closed
    return page(context, title: words.committeesTitle) { html in
        html.heading(words.committeesTitle, over: plan.title, lead: words.committeesLead(Array(listing.frequencies.values))) {
            guard !listing.committees.isEmpty else { return }
            html.ligne {
                if mayAdd { html.buttonLink(words.committeeAdd, Path.newCommittee(context.slug, plan.number), secondary: true) }
                html.a(words.feedsTitle, .class("lien"), .href(Path.feeds(context.slug)))
            }
        }
        guard !listing.committees.isEmpty else {
            return html.empty(mayAdd ? words.committeesEmptyForEditors : words.committeesEmpty) {
                if mayAdd { html.ligne { html.buttonLink(words.committeeAdd, Path.newCommittee(context.slug, plan.number)) } }
            }
        }
        html.cards(words.committeesCaption) {
            html.column(words.subject(.committee))
            html.column(words.committeeCadence)
            html.column(words.committeeNext)
            html.column(words.committeeLastTwelve)
            html.column(words.field(.members), number: true)
        } rows: {
            for committee in listing.committees {
                let frequency = listing.frequencies[committee.id]
                html.row {
                    html.rowHead { html.a(committee.name, .href(Path.committee(context.slug, committee.id))) }
                    html.cell(committee.archived ? words.archived : words.cadenceOrChosen(committee.cadence))
                    html.cell(label: words.committeeNext) {
                        if let next = frequency?.next { html.day(next, words, short: true) } else { html.text(words.committeeNoNext) }
                    }
                    html.cell(label: words.committeeLastTwelve) {
                        guard let frequency else { return }
                        html.text(words.heldOf(frequency.lastTwelveMonths))
                        html.slippage(frequency, words)
                    }
                    html.number(committee.members.count, label: words.field(.members), words)
                }
            }
        }
    }
}

extension HTMLWriter {
    /// A warning when the promised cadence slips; nothing otherwise.
    func slippage(_ frequency: CommitteeFrequency, _ words: Words) {
        guard let since = frequency.lateSince else { return }
        br()
        span(words.committeeSlips(frequency, since), .class("vg"))
    }
}

extension Words {
    var committeesTitle: String { say("Comités", "Committees") }
    func committeesLead(_ frequencies: [CommitteeFrequency]) -> String? {
        guard !frequencies.isEmpty else { return nil }
        let held = frequencies.reduce(0) { $0 + $1.lastTwelveMonths.held }
        let planned = frequencies.reduce(0) { $0 + $1.lastTwelveMonths.planned }
        return say("En douze mois\u{A0}: ", "In twelve months: ") + heldOf(MeetingCount(planned: planned, held: held)) + "."
    }
    var committeeAdd: String { say("Créer un comité", "Create a committee") }
    var committeesEmptyForEditors: String {
        say(
            "Aucun comité. Créez-en un, avec sa fréquence\u{A0}: Jalon propose le calendrier des séances, puis leur ordre du jour.",
            "No committee. Create one, with its cadence: Jalon proposes the calendar of meetings, then their agenda.")
    }
    var committeesEmpty: String {
        say("Aucun comité ne suit encore ce plan.", "No committee follows this plan yet.")
    }
    var committeesCaption: String { say("Qui décide, et quand", "Who decides, and when") }
    var committeeCadence: String { say("Fréquence", "Cadence") }
    var committeeNext: String { say("Prochaine séance", "Next meeting") }
    var committeeNoNext: String { say("Aucune date", "No date") }
    var committeeLastTwelve: String { say("Douze derniers mois", "Last twelve months") }
    func committeeSlips(_ frequency: CommitteeFrequency, _ since: Day) -> String {
        say("Séance attendue depuis le \(day(since))", "A meeting was due on \(day(since))")
    }
}
