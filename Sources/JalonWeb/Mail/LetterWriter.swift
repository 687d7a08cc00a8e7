/// A message in its reader's words: plain text, and the same as light HTML without style or pictures.
import HTML
package import JalonDomain
package import JalonExchange
import JalonStore
package import JalonWorkspace

/// What a letter says, before it is text or HTML.
private struct LetterBody {
    enum Part {
        case words(String)
        case link(String, to: String)
        case list(String, [Line])
    }

    struct Line {
        var label: String
        var link: String?
        var detail = ""
    }

    var subject: String
    var parts: [Part]
}

/// Writes the letters of an installation, whose links begin with `root`: « https://jalon.example.org ».
package struct LetterWriter: Sendable {
    private let root: String

    package init(root: String) {
        self.root = root
    }

    package var links: MailLinks { MailLinks { [root] in root + Path.meeting($0, $1).url } }

    package func letter(_ sheet: MailSheet, at now: Instant) -> Letter {
        let words = Words(sheet.language)
        let body = body(sheet, words)
        var calendar: [UInt8]?
        if case .convocation(let meeting, let event) = sheet.content {
            calendar = ICalendar.write(name: meeting.committee.name, [event])
        }
        return Letter(
            id: sheet.mail.messageID, date: now, to: sheet.to, subject: "\(body.subject) – \(sheet.organisation.name)",
            text: text(body, sheet, words), html: html(body, sheet, words), calendar: calendar, language: sheet.language)
    }

    // MARK: What it says

    private func body(_ sheet: MailSheet, _ words: Words) -> LetterBody {
        let slug = sheet.organisation.slug
        switch sheet.content {
        case .convocation(let meeting, _): return convocation(meeting, slug, words)
        case .minutes(let meeting):
            let name = words.meeting(meeting.committee.name, meeting.meeting.id.number)
            let lines = meeting.decisions.map { decision in
                LetterBody.Line(
                    label: words.decision(decision, showsCost: false), link: nil,
                    detail: decision.action.map { words.actionNumber($0) + ", " + (meeting.labels[$0] ?? "") } ?? "")
            }
            return LetterBody(
                subject: words.labelled(words.mailKind(.minutes), name),
                parts: [.words(words.letterMinutes(name, meeting.meeting.on))]
                    + (lines.isEmpty ? [] : [.list(words.letterDecisions, lines)])
                    + [.link(words.letterReadMinutes, to: root + Path.meeting(slug, meeting.meeting.id, .minutes).url)])
        case .assignment(let actions):
            return LetterBody(
                subject: words.letterAssigned(actions.count),
                parts: [
                    .words(words.letterAssignment(actions.count)),
                    .list(words.mailKind(.assignment), actions.map { line($0, slug, sheet.today, words) }),
                    .link(words.mineTitle, to: root + Path.mine(slug).url),
                ])
        case .digest(let digest): return self.digest(digest, sheet, slug, words)
        }
    }

    private func convocation(_ sheet: MeetingSheet, _ slug: String, _ words: Words) -> LetterBody {
        let meeting = sheet.meeting
        let name = words.meeting(sheet.committee.name, meeting.id.number)
        let when = words.weekday(meeting.on) + (meeting.time.map { ", " + words.clock($0) } ?? "")
        var parts: [LetterBody.Part] = [.words(words.letterMeeting(meeting.state, name, when))]
        if !meeting.place.isEmpty, meeting.state != .cancelled { parts.append(.words(words.labelled(words.field(.place), meeting.place))) }
        if !meeting.reason.isEmpty { parts.append(.words(words.labelled(words.field(.reason), meeting.reason))) }
        if meeting.state == .convened {
            let agenda = sheet.agenda.map { item in
                let subject = sheet.subject(of: item)
                let link = item.destination(slug, plan: meeting.id.plan).map { root + $0.url }
                return LetterBody.Line(
                    label: subject.isEmpty ? words.agenda(item.kind) : subject, link: link,
                    detail: link == nil ? "" : words.agenda(item.kind))
            }
            parts.append(.list(words.field(.agenda), agenda))
            if sheet.hasPack { parts.append(.link(words.letterReadPack, to: root + Path.meeting(slug, meeting.id, .pack).url)) }
        } else {
            parts.append(.link(name, to: root + Path.meeting(slug, meeting.id).url))
        }
        return LetterBody(subject: words.letterMeetingSubject(meeting.state, name, words.day(meeting.on)), parts: parts)
    }

    private func digest(_ digest: Digest, _ sheet: MailSheet, _ slug: String, _ words: Words) -> LetterBody {
        func list(_ title: String, _ actions: [ActionGlance]) -> [LetterBody.Part] {
            actions.isEmpty ? [] : [.list(title, actions.map { line($0, slug, sheet.today, words) })]
        }
        var parts = list(words.letterLate, digest.late) + list(words.letterSoon, digest.soon)
        parts += list(words.letterAwaiting, digest.awaitingDecision)
        if !digest.borne.isEmpty {
            parts.append(
                .list(
                    words.letterBorne,
                    digest.borne.map { borne in
                        LetterBody.Line(
                            label: borne.decision.words,
                            link: root + Path.meeting(slug, borne.decision.id.meeting).url,
                            detail: [
                                words.meeting(borne.committee, borne.decision.id.meeting.number),
                                borne.decision.due.map { words.labelled(words.field(.due), words.day($0)) },
                            ].compactMap { $0 }.joined(separator: ", "))
                    }))
        }
        if !digest.sittings.isEmpty {
            parts.append(
                .list(
                    words.letterSittings,
                    digest.sittings.map { sitting in
                        LetterBody.Line(
                            label: words.meeting(sitting.committee, sitting.meeting.id.number),
                            link: root + Path.meeting(slug, sitting.meeting.id).url, detail: words.weekday(sitting.meeting.on))
                    }))
        }
        if !digest.measures.isEmpty {
            parts.append(
                .list(
                    words.letterMeasures,
                    digest.measures.map { own in
                        LetterBody.Line(
                            label: own.row.indicator.name, link: root + Path.indicator(slug, own.row.indicator.number).url,
                            detail: [
                                words.indicatorStatus(own.row.status),
                                own.due.map { words.labelled(words.field(.due), words.day($0)) },
                            ].compactMap { $0 }.joined(separator: ", "))
                    }))
        }
        return LetterBody(
            subject: words.mailKind(.digest), parts: parts + [.link(words.mineTitle, to: root + Path.mine(slug).url)])
    }

    private func line(_ action: ActionGlance, _ slug: String, _ today: Day, _ words: Words) -> LetterBody.Line {
        let due = action.due.map { words.labelled(words.field(.due), words.day($0)) }
        let late = action.lateness(on: today)
        return LetterBody.Line(
            label: action.label, link: root + Path.action(slug, action.id).url,
            detail: [words.level(action.level), due, late > 0 ? words.letterLateBy(late) : nil].compactMap { $0 }.joined(separator: ", "))
    }

    // MARK: How it is written

    private func text(_ body: LetterBody, _ sheet: MailSheet, _ words: Words) -> String {
        var lines = [words.letterGreeting(sheet.to.name), ""]
        for part in body.parts {
            switch part {
            case .words(let text): lines += [text, ""]
            case .link(let label, let link): lines += [words.labelled(label, link), ""]
            case .list(let title, let items):
                lines.append(title)
                for item in items {
                    lines.append("- " + [item.label, item.detail].filter { !$0.isEmpty }.joined(separator: " – "))
                    if let link = item.link { lines.append("  " + link) }
                }
                lines.append("")
            }
        }
        lines += ["-- ", words.letterWhy(sheet.organisation.name), words.labelled(words.letterChoose, root + Path.account.url)]
        return lines.joined(separator: "\n") + "\n"
    }

    private func html(_ body: LetterBody, _ sheet: MailSheet, _ words: Words) -> String {
        let bytes = HTMLWriter.render { html in
            html.doctype()
            html.html(.lang(words.language.rawValue)) {
                html.head {
                    html.meta(.charset("utf-8"))
                    html.title(body.subject)
                }
                html.body {
                    html.p(words.letterGreeting(sheet.to.name))
                    for part in body.parts { write(part, html) }
                    html.p {
                        html.small {
                            html.text(words.letterWhy(sheet.organisation.name) + " ")
                            html.a(words.letterChoose, .href(Whole(root + Path.account.url)))
                        }
                    }
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ part: LetterBody.Part, _ html: HTMLWriter) {
        switch part {
        case .words(let text): html.p(text)
        case .link(let label, let link): html.p { html.a(label, .href(Whole(link))) }
        case .list(let title, let items):
            html.h2(title)
            html.ul {
                for item in items {
                    html.li {
                        if let link = item.link { html.a(item.label, .href(Whole(link))) } else { html.text(item.label) }
                        if !item.detail.isEmpty { html.text(" – " + item.detail) }
                    }
                }
            }
        }
    }
}

/// A whole address of this installation, from a typed path.
private struct Whole: Destination {
    let url: String

    init(_ url: String) {
        self.url = url
    }
}

extension Words {
    fileprivate func letterGreeting(_ name: String) -> String { say("Bonjour \(name),", "Dear \(name),") }

    fileprivate func letterMeetingSubject(_ state: MeetingState, _ name: String, _ day: String) -> String {
        switch state {
        case .cancelled: say("Annulée\u{A0}: \(name)", "Cancelled: \(name)")
        case .planned: say("Déplacée\u{A0}: \(name), le \(day)", "Moved: \(name), \(day)")
        default: say("Convocation\u{A0}: \(name), le \(day)", "Convocation: \(name), \(day)")
        }
    }

    fileprivate func letterMeeting(_ state: MeetingState, _ name: String, _ when: String) -> String {
        switch state {
        case .cancelled: say("La séance \(name), prévue \(when), est annulée.", "The meeting \(name), planned for \(when), is cancelled.")
        case .planned:
            say(
                "La séance \(name) est déplacée\u{A0}: elle se tiendra \(when). Une nouvelle convocation suivra.",
                "The meeting \(name) has moved to \(when). Another convocation will follow.")
        default: say("Vous êtes convié à la séance \(name), \(when).", "You are invited to the meeting \(name), \(when).")
        }
    }

    fileprivate var letterReadPack: String { say("Lire le dossier de séance", "Read the pack") }
    fileprivate func letterMinutes(_ name: String, _ day: Day) -> String {
        say(
            "Le relevé de décisions de \(name), du \(self.day(day)), est approuvé.",
            "The minutes of \(name), of \(self.day(day)), are approved.")
    }
    fileprivate var letterDecisions: String { say("Décisions", "Decisions") }
    fileprivate var letterReadMinutes: String { say("Lire le relevé", "Read the minutes") }
    fileprivate func letterAssigned(_ number: Int) -> String {
        say(
            count(number, "action vous est confiée", "actions vous sont confiées"),
            "\(count(number, "action", "actions")) entrusted to you")
    }
    fileprivate func letterAssignment(_ number: Int) -> String {
        say(
            "Vous pilotez \(number == 1 ? "cette action" : "ces actions"), à votre nom ou par votre fonction. Donner des nouvelles prend moins d’une minute.",
            "You pilot \(number == 1 ? "this action" : "these actions"), by name or by position. Giving news takes less than a minute.")
    }
    fileprivate var letterLate: String { say("En retard", "Late") }
    fileprivate var letterSoon: String { say("À finir dans les deux semaines", "Due within two weeks") }
    fileprivate var letterAwaiting: String { say("En attente de décision", "Awaiting a decision") }
    fileprivate var letterBorne: String { say("Décisions de comité que vous portez", "Committee decisions that you carry") }
    fileprivate var letterMeasures: String {
        say("Vos indicateurs\u{A0}: mesures attendues, hors cible", "Your indicators: measures awaited, off target")
    }
    fileprivate var letterSittings: String { say("Séances à venir", "Meetings to come") }
    fileprivate func letterLateBy(_ days: Int) -> String {
        say("\(self.days(days)) de retard", "\(self.days(days)) late")
    }
    fileprivate func letterWhy(_ organisation: String) -> String {
        say(
            "Jalon vous écrit parce que vous êtes membre de \(organisation).",
            "Jalon writes to you because you are a member of \(organisation).")
    }
    fileprivate var letterChoose: String { say("Choisir ce que vous recevez", "Choose what you receive") }
}
