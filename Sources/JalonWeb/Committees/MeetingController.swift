/// A meeting: its page, and what leads it from a date in the calendar to a session held.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MeetingController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.meeting()
        return visit.answer(MeetingPage(visit.frame(seen, of: seen.model.plan), seen.model).bytes)
    }

    static func edit(_ visit: Visit) async throws -> Response {
        let seen = try await visit.meeting()
        let meeting = seen.model.meeting
        let form = MeetingForm(on: meeting.on, time: meeting.time, place: meeting.place, visit.words)
        return visit.answer(meetingFormPage(visit.frame(seen, of: seen.model.plan), seen.model, form, reason: ""))
    }

    static func move(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        let form = MeetingForm(visit.form)
        let reason = visit.form["reason"]
        func again(_ violations: [Violation], crossed: Bool) async throws -> [UInt8] {
            let seen = try await visit.meeting()
            return meetingFormPage(
                visit.frame(seen, of: seen.model.plan), seen.model, form, reason: reason, violations, crossed: crossed)
        }
        do {
            _ = try await visit.workspace.moveMeeting(id, reading: visit.reading, try form.edit(), reason: reason, as: visit.visitor)
            return visit.redirect(to: .meeting(visit.slug, id), saying: visit.words.meetingMoved)
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await again(violations, crossed: false), status: .unprocessableContent)
        } catch DomainError.conflict {
            return visit.answer(try await again([], crossed: true), status: .conflict)
        }
    }

    static func cancel(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.meetingCancelled) {
            _ = try await visit.workspace.cancelMeeting($0, reason: visit.form["reason"], as: visit.visitor)
        }
    }

    static func convene(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.meetingConvened) { _ = try await visit.workspace.convene($0, as: visit.visitor) }
    }

    static func hold(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.meetingOpened) { _ = try await visit.workspace.hold($0, as: visit.visitor) }
    }

    private static func lead(_ visit: Visit, saying flash: String, _ verb: (MeetingID) async throws -> Void) async throws -> Response {
        let id = try visit.meetingID()
        do {
            try await verb(id)
            return visit.redirect(to: .meeting(visit.slug, id), saying: flash)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.meeting()
            let page = MeetingPage(
                visit.frame(seen, of: seen.model.plan), seen.model, reason: visit.form["reason"], violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }
}

enum AttendanceController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.meeting()
        let form = AttendanceForm(seen.model)
        return visit.answer(attendancePage(visit.frame(seen, of: seen.model.plan), seen.model, form, []))
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        let form = AttendanceForm(visit.form)
        do {
            _ = try await visit.workspace.setAttendance(try form.attendance(), of: id, as: visit.visitor)
            return visit.redirect(to: .meeting(visit.slug, id), saying: visit.words.attendanceSaved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.meeting()
            return visit.answer(
                attendancePage(visit.frame(seen, of: seen.model.plan), seen.model, form, violations), status: .unprocessableContent)
        }
    }
}

/// Who came, as typed: a presence for each seat, and who came instead.
struct AttendanceForm: Sendable {
    var lines: [Int: (presence: String, by: String)]

    init(_ sheet: MeetingSheet) {
        lines = sheet.attendance.mapValues { ($0.presence.rawValue, $0.by) }
    }

    init(_ form: FormBody) {
        lines = [:]
        for party in form.all("party").compactMap({ Int($0) }) {
            lines[party] = (form["presence-\(party)"], form["by-\(party)"])
        }
    }

    func attendance() throws(DomainError) -> [Attendance] {
        guard !lines.isEmpty else { throw .invalid(.attendance, .required) }
        return lines.sorted { $0.key < $1.key }.compactMap { party, line in
            Presence(rawValue: line.presence).map { Attendance(party: party, presence: $0, by: $0 == .represented ? line.by : "") }
        }
    }
}

extension Visit {
    func meetingID() throws -> MeetingID { MeetingID(try committeeID(), number: try number("meeting", .meeting)) }

    func meeting() async throws -> Seen<MeetingSheet> { try await workspace.meeting(try meetingID(), visitor) }
}

extension Words {
    fileprivate var meetingMoved: String { say("La séance est modifiée.", "The meeting is changed.") }
    fileprivate var meetingCancelled: String { say("La séance est annulée.", "The meeting is cancelled.") }
    fileprivate var meetingConvened: String {
        say("La séance est convoquée, son ordre du jour ne change plus.", "The meeting is convened, its agenda no longer changes.")
    }
    fileprivate var meetingOpened: String {
        say(
            "La séance est ouverte\u{A0}: relevez les présences, consignez les décisions.",
            "The session is open: take attendance, record decisions.")
    }
    fileprivate var attendanceSaved: String { say("Les présences sont enregistrées.", "Attendance is saved.") }
}
