/// The pack of a meeting, as it was frozen: to read on a screen, or to print on A4 with page numbers.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PackController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.pack(of: try visit.meetingID(), visit.visitor)
        let page = PackPage(visit.frame(seen, of: seen.model.plan), seen.model, zone: seen.zone)
        return visit.answer(page.bytes)
    }
}

struct PackPage {
    private let context: PageContext
    private let words: Words
    private let sheet: PackSheet
    private let zone: Zone

    init(_ context: PageContext, _ sheet: PackSheet, zone: Zone) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.zone = zone
    }

    private var pack: MeetingPack { sheet.pack }
    private var title: String { words.packTitle(words.meeting(pack.committee, pack.meeting.number)) }

    var bytes: [UInt8] {
        page(context, title: title) { html in
            html.breadcrumb(
                words, (sheet.committee.name, .committee(context.slug, sheet.committee.id)),
                (words.meeting(pack.committee, pack.meeting.number), .meeting(context.slug, pack.meeting)))
            html.heading(
                title, over: pack.plan,
                lead: words.weekday(pack.on).capitalisedFirst + (pack.time.map { ", " + words.clock($0) } ?? "")
            ) {
                if !pack.place.isEmpty { html.p(pack.place) }
                html.p(words.packFrozen(words.moment(sheet.at, in: zone)))
            }
            agenda(html)
            changed(html)
            standing(html)
            followUps(html)
            members(html)
        }
    }

    private func agenda(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.agenda))
            let actions = Dictionary(uniqueKeysWithValues: pack.actions.map { ($0.number, $0) })
            let indicators = Dictionary(uniqueKeysWithValues: (pack.indicators ?? []).map { ($0.number, $0) })
            html.agenda(pack.agenda, actions, indicators, on: pack.asOf, pack.tallies, next: pack.next, words) {
                $0.destination(context.slug, plan: sheet.plan.number)
            }
        }
    }

    // MARK: Since the last pack

    private func changed(_ html: HTMLWriter) {
        html.section {
            html.h2(words.packChanged)
            guard let difference = sheet.difference, let since = sheet.since else { return html.p(words.packFirst) }
            html.p(words.packChangedLead(difference.actions.count, words.moment(since, in: zone)))
            guard !difference.actions.isEmpty else { return }
            let journal = JournalWords(words, zone: zone)
            html.ul(.class("liste")) {
                for action in difference.actions {
                    html.li {
                        html.a(
                            "\(words.actionNumber(action.number)), \(action.label)",
                            .href(Path.action(context.slug, ActionID(plan: sheet.plan.number, number: action.number))))
                        html.br()
                        html.small(said(action, journal))
                    }
                }
            }
            if difference.next != nil { html.p(words.packMore) }
        }
    }

    /// What came or went whole in a word; else field by field, what matters to a committee.
    private func said(_ action: ActionDifference, _ journal: JournalWords) -> String {
        if action.kinds == [.added] { return words.packAdded }
        if action.kinds == [.archived] { return words.archived }
        let telling: Set<Field> = [.level, .progress, .pilot, .due, .implementedOn, .outcome, .reason, .label, .impact]
        let changes = action.changes.filter { telling.contains($0.field) }
        return changes.isEmpty ? words.packElsewhere : changes.map { journal.change($0) }.joined(separator: " · ")
    }

    // MARK: Where the plan stood

    private func standing(_ html: HTMLWriter) {
        let levels = EngagementLevel.allCases.map { level in
            DashboardCounts(pack.tallies.lazy.filter { $0.level == level }).actions
        }
        html.section {
            html.h2(words.agenda(.progress))
            html.p(words.dashboardLead(DashboardCounts(pack.tallies)))
            html.div(.class("g g21")) {
                DashboardProgress(context, plan: sheet.plan.number, pack.axes, pack.tallies).write(html)
                html.figure {
                    html.engagement(levels, words)
                    html.figcaption(words.engagementDescription(levels))
                }
            }
        }
    }

    private func followUps(_ html: HTMLWriter) {
        guard !pack.followUps.isEmpty else { return }
        html.section {
            html.h2(words.agenda(.followUp))
            html.ul(.class("liste")) {
                for decision in pack.followUps {
                    html.li {
                        html.b(decision.id.short)
                        html.text(" " + words.decision(decision, showsCost: sheet.showsCost))
                        let rest = [
                            decision.bearer.flatMap { pack.bearers[$0] },
                            decision.due.map { words.labelled(words.decisionFor, words.day($0)) },
                        ].compactMap { $0 }
                        if !rest.isEmpty {
                            html.br()
                            html.small(rest.joined(separator: " · "))
                        }
                        html.text(" ")
                        html.lateness(decision.lateness(on: pack.asOf), words)
                    }
                }
            }
        }
    }

    private func members(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.members))
            html.ul(.class("liste")) {
                for member in pack.members { html.li { html.text("\(member.name), \(words.committeeRole(member.role).lowercased())") } }
            }
        }
    }
}

extension Words {
    fileprivate func packTitle(_ meeting: String) -> String { say("Dossier de séance, \(meeting)", "Pack, \(meeting)") }
    var packLink: String { say("Lire le dossier", "Read the pack") }
    fileprivate func packFrozen(_ moment: String) -> String {
        say("Figé le \(moment)\u{A0}: il ne change plus.", "Frozen on \(moment): it no longer changes.")
    }
    fileprivate var packChanged: String { say("Ce qui a changé depuis le dernier dossier", "What changed since the last pack") }
    fileprivate var packFirst: String { say("C’est le premier dossier de ce comité.", "This is the committee’s first pack.") }
    fileprivate func packChangedLead(_ number: Int, _ moment: String) -> String {
        say(
            "\(count(number, "action a changé", "actions ont changé")) depuis le \(moment).",
            "\(count(number, "action", "actions")) changed since \(moment).")
    }
    fileprivate var packAdded: String { say("Action ajoutée", "Action added") }
    fileprivate var packElsewhere: String { say("Précisions apportées", "Details filled in") }
    fileprivate var packMore: String {
        say("D’autres actions ont changé\u{A0}: voyez le journal du plan.", "Other actions changed: see the plan’s journal.")
    }
}
