/// The small forms of a meeting: another day or place, and who came.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func meetingFormPage(
    _ context: PageContext, _ sheet: MeetingSheet, _ form: MeetingForm, reason: String, _ violations: [Violation] = [],
    crossed: Bool = false
) -> [UInt8] {
    let words = context.words
    let meeting = sheet.meeting
    return page(context, title: words.meetingEdit, failed: crossed || !violations.isEmpty) { html in
        html.meetingBreadcrumb(context, sheet)
        html.heading(words.meetingEdit, over: words.meeting(sheet.committee.name, meeting.id.number), lead: words.day(meeting.on))
        let fields = Fields(html, words, violations: violations)
        fields.errorSummary()
        if crossed {
            html.div(.class("note al"), .role(.alert)) {
                html.p(words.meetingCrossed)
                html.p(
                    [words.day(meeting.on), meeting.time.map(words.clock) ?? "", meeting.place].filter { !$0.isEmpty }
                        .joined(separator: ", "))
            }
        }
        html.post(to: .meeting(context.slug, meeting.id, .edit), context, .class("etroit")) {
            html.hiddenInput("version", String(meeting.version))
            fields.row {
                fields.day(.on, form.on, example: meeting.on, required: true)
                fields.text(.time, form.time, help: words.labelled(words.example, words.say("14 h", "14:00")), maxLength: 8)
            }
            fields.text(.place, form.place, maxLength: 500)
            fields.text(.reason, reason, help: meeting.state == .convened ? words.meetingReasonHelp : nil, maxLength: 1000)
            fields.buttons(words.meetingSave, cancel: .meeting(context.slug, meeting.id))
        }
    }
}

func attendancePage(_ context: PageContext, _ sheet: MeetingSheet, _ form: AttendanceForm, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    let meeting = sheet.meeting
    return page(context, title: words.field(.attendance), failed: !violations.isEmpty) { html in
        html.meetingBreadcrumb(context, sheet)
        html.heading(words.field(.attendance), over: words.meeting(sheet.committee.name, meeting.id.number))
        let fields = Fields(html, words, violations: violations)
        fields.errorSummary()
        guard meeting.state == .held || !violations.isEmpty else { return html.notNow(context, sheet, needs: .held) }
        html.post(to: .meeting(context.slug, meeting.id, .attendance), context) {
            html.div(.id("attendance")) {
                fields.errors(violations.filter { $0.field == .attendance }, id: "attendance")
                for member in sheet.committee.members {
                    let name = sheet.names[member.party] ?? ""
                    let line = form.lines[member.party]
                    html.fieldset(.class("champs hautes")) {
                        html.legend {
                            html.text(name + " ")
                            html.small(words.committeeRole(member.role))
                        }
                        html.hiddenInput("party", String(member.party))
                        html.div(.class("champ")) {
                            html.label(words.attendancePresence, .for("presence-\(member.party)"))
                            html.select(.id("presence-\(member.party)"), .name("presence-\(member.party)")) {
                                html.option(words.attendanceUnknown, .value(""))
                                for presence in Presence.allCases {
                                    html.option(
                                        words.presence(presence), .value(presence.rawValue),
                                        .selected(presence.rawValue == line?.presence))
                                }
                            }
                        }
                        html.div(.class("champ")) {
                            html.label(words.attendanceBy, .for("by-\(member.party)"))
                            html.input(
                                .id("by-\(member.party)"), .name("by-\(member.party)"), .value(line?.by ?? ""), .maxLength(200))
                        }
                    }
                }
            }
            fields.buttons(words.attendanceSave, cancel: .meeting(context.slug, meeting.id))
        }
    }
}

extension HTMLWriter {
    /// A form that is for another moment of the meeting's life.
    func notNow(_ context: PageContext, _ sheet: MeetingSheet, needs state: MeetingState) {
        let words = context.words
        empty(words.rule(.meetingIs(sheet.meeting.state, needs: [state]))) {
            ligne { buttonLink(words.meetingBack, Path.meeting(context.slug, sheet.meeting.id)) }
        }
    }

    func meetingBreadcrumb(_ context: PageContext, _ sheet: MeetingSheet) {
        breadcrumb(
            context.words, (sheet.committee.name, .committee(context.slug, sheet.committee.id)),
            (context.words.meeting(sheet.committee.name, sheet.meeting.id.number), .meeting(context.slug, sheet.meeting.id)))
    }
}

extension Words {
    fileprivate var meetingEdit: String { say("Date et lieu de la séance", "Day and place of the meeting") }
    var meetingBack: String { say("Revenir à la séance", "Back to the meeting") }
    fileprivate var meetingSave: String { say("Enregistrer", "Save") }
    var meetingCrossed: String {
        say(
            "La séance a changé entre-temps. Voici ce qui est enregistré\u{A0}; ce que vous avez écrit est encore là.",
            "The meeting changed in the meantime. This is what is saved; what you wrote is still here.")
    }
    fileprivate var meetingReasonHelp: String {
        say(
            "Obligatoire pour un report\u{A0}: la séance est convoquée. Elle sera à convoquer de nouveau.",
            "Required to put it off: the meeting is convened. It is then to be convened again.")
    }
    fileprivate var attendancePresence: String { say("Présence", "Presence") }
    fileprivate var attendanceUnknown: String { say("Non relevée", "Not recorded") }
    fileprivate var attendanceBy: String { say("Représenté par", "Represented by") }
    fileprivate var attendanceSave: String { say("Enregistrer les présences", "Save attendance") }
}
