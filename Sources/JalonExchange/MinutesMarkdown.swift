/// The minutes of a meeting (relevé de décisions) as Markdown: read on the page, exported, and frozen as they are once approved.
package import JalonDomain

package struct MinutesText: Sendable {
    package struct Seat: Sendable {
        let name: String
        let role: CommitteeRole
        let presence: Presence?
        let by: String

        package init(name: String, role: CommitteeRole, presence: Presence?, by: String) {
            self.name = name
            self.role = role
            self.presence = presence
            self.by = by
        }
    }

    package struct Point: Sendable {
        let kind: AgendaKind
        let title: String
        let comment: String

        package init(kind: AgendaKind, title: String, comment: String) {
            self.kind = kind
            self.title = title
            self.comment = comment
        }
    }

    package struct Line: Sendable {
        let number: String
        let subject: String
        let words: String
        let reason: String
        let bearer: String?
        let due: Day?
        let supersedes: String?

        package init(number: String, subject: String, words: String, reason: String, bearer: String?, due: Day?, supersedes: String?) {
            self.number = number
            self.subject = subject
            self.words = words
            self.reason = reason
            self.bearer = bearer
            self.due = due
            self.supersedes = supersedes
        }
    }

    let title: String
    let plan: String
    let on: Day
    let time: ClockTime?
    let place: String
    let attendance: [Seat]
    let agenda: [Point]
    let decisions: [Line]
    let text: String
    let next: Day?
    let approvedOn: Day?

    package init(
        title: String, plan: String, on: Day, time: ClockTime?, place: String, attendance: [Seat], agenda: [Point], decisions: [Line],
        text: String, next: Day?, approvedOn: Day?
    ) {
        self.title = title
        self.plan = plan
        self.on = on
        self.time = time
        self.place = place
        self.attendance = attendance
        self.agenda = agenda
        self.decisions = decisions
        self.text = text
        self.next = next
        self.approvedOn = approvedOn
    }
}

package func minutesMarkdown(_ minutes: MinutesText, _ words: Words) -> String {
    var lines = ["# " + escaped(words.say("Relevé de décisions, \(minutes.title)", "Minutes, \(minutes.title)")), ""]
    var facts = [minutes.plan, words.weekday(minutes.on) + (minutes.time.map { ", " + words.clock($0) } ?? "")]
    if !minutes.place.isEmpty { facts.append(minutes.place) }
    lines.append(facts.map(escaped).joined(separator: " · "))
    if let day = minutes.approvedOn {
        lines += ["", escaped(words.say("Relevé approuvé le \(words.day(day)).", "Minutes approved on \(words.day(day))."))]
    }

    lines += ["", "## " + words.field(.attendance), ""]
    for seat in minutes.attendance {
        let instead = seat.by.isEmpty ? "" : words.say(" par \(seat.by)", " by \(seat.by)")
        let presence = seat.presence.map { words.presence($0).lowercased() + instead } ?? words.say("non relevé", "not recorded")
        lines.append("- " + escaped("\(seat.name) (\(words.committeeRole(seat.role).lowercased()))") + " – " + escaped(presence))
    }

    lines += ["", "## " + words.say("Décisions", "Decisions"), ""]
    if minutes.decisions.isEmpty { lines.append(words.say("Aucune décision.", "No decision.")) }
    for decision in minutes.decisions {
        var rest: [String] = []
        if !decision.reason.isEmpty { rest.append(words.labelled(words.field(.reason), decision.reason)) }
        if let bearer = decision.bearer { rest.append(words.labelled(words.field(.bearer), bearer)) }
        if let due = decision.due { rest.append(words.say("pour le \(words.day(due))", "by \(words.day(due))")) }
        if let other = decision.supersedes { rest.append(words.say("remplace la décision \(other)", "supersedes decision \(other)")) }
        let whole = [[decision.subject, decision.words].filter { !$0.isEmpty }.joined(separator: " – ")] + rest
        lines.append("- **\(decision.number)** " + escaped(whole.joined(separator: " · ")))
    }

    lines += ["", "## " + words.field(.agenda), ""]
    var kind: AgendaKind?
    for point in minutes.agenda {
        if point.kind != kind { lines.append("- " + escaped(words.agenda(point.kind))) }
        kind = point.kind
        let line = [point.title, point.comment].filter { !$0.isEmpty }.joined(separator: " – ")
        if !line.isEmpty { lines.append("  - " + escaped(line)) }
    }

    if !minutes.text.isEmpty { lines += ["", "## " + words.say("Compléments", "Further notes"), "", minutes.text] }
    if let next = minutes.next {
        lines += ["", escaped(words.say("Prochaine séance\u{A0}: \(words.weekday(next)).", "Next meeting: \(words.weekday(next))."))]
    }
    return lines.joined(separator: "\n") + "\n"
}

/// A text that Markdown shows as it was typed, on one line.
private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
        if character.isNewline {
            escaped.append(" ")
            continue
        }
        if "\\`*_{}[]<>#|~&!".contains(character) { escaped.append("\\") }
        escaped.append(character)
    }
    return escaped
}
