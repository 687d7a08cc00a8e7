/// The fields that give news, the same in the short form and in the whole stage.
import HTML
import JalonDomain

extension Fields {
    /// Where it stands, how far, a fact; the due date folds away until it moves.
    func reportBasics(_ form: ReportForm, _ stage: Stage, planValidated: Bool, today: Day) {
        radios(
            .progress, form.progress, among: Progress.allCases.map { Choice($0.rawValue, words.progress($0)) }, label: words.whereIsIt)
        text(.percent, form.percent, label: words.percentDone, maxLength: 6, inputMode: .numeric)
        textarea(.note, form.note, label: words.factToNote, rows: 2, help: words.factToNoteHelp, maxLength: 10_000)
        let moved = form.forecast != (stage.forecast.map(words.typedDay) ?? "") || !form.reason.isEmpty
        let broken = violations.contains { [.forecast, .reason].contains($0.field) }
        html.details(.open(moved || broken)) {
            html.summary(words.moveDue)
            day(.forecast, form.forecast, example: today + 90, label: words.field(stage.baseline == nil ? .due : .forecast))
            if planValidated, stage.baseline != nil {
                text(.reason, form.reason, label: words.whyMoved, help: words.whyMovedHelp, maxLength: 1000)
            }
        }
    }
}

extension Words {
    fileprivate var whereIsIt: String { say("Où en est l’étape\u{A0}?", "Where does the stage stand?") }
    fileprivate var percentDone: String { say("Avancement, en\u{A0}%", "Progress, in %") }
    fileprivate var factToNote: String { say("Un fait à noter", "A fact to note") }
    fileprivate var factToNoteHelp: String {
        say("Facultatif. Reste interne, avec votre nom et la date.", "Optional. Stays internal, with your name and the date.")
    }
    fileprivate var moveDue: String { say("Changer l’échéance", "Change the due date") }
    fileprivate var whyMoved: String { say("Raison du changement", "Reason for the change") }
    fileprivate var whyMovedHelp: String {
        say("Le plan est validé\u{A0}: une nouvelle date s’explique.", "The plan is validated: a new date comes with its reason.")
    }
}
