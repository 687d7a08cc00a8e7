/// The engagement path of an action: each stage with its dates, its result and its decision, then the planned ones.
import HTML
import JalonDomain
import JalonWorkspace

struct ActionPagePath {
    let page: ActionPage
    let mayDecide: Bool
    let mayReport: Bool
    let mayPlan: Bool

    private var words: Words { page.words }

    func write(_ html: HTMLWriter) {
        let action = page.action
        html.section {
            html.h2(words.field(.path))
            html.ol(.class("chemin")) {
                for (index, stage) in action.path.enumerated() {
                    let isHere = index == action.currentIndex && stage.phase == .current
                    html.li(.class(isHere ? "ici" : ""), .when(isHere, .current(.step))) { self.stage(stage, html) }
                }
            }
            links(html)
            if !page.action.isClosed {
                html.p(.class("ecran")) { html.a(words.field(.needs), .class("lien"), .href(Path.needs(page.context.slug, page.id))) }
            }
            html.hint(words.pathQuestion) { html.pathWords(words) }
        }
    }

    private func stage(_ stage: Stage, _ html: HTMLWriter) {
        html.b(words.level(stage.level), .level(stage.level))
        html.br()
        html.small(words.phase(stage.phase) + words.span(of: stage))
        html.p {
            var first = true
            func line(_ label: String?, _ text: String) {
                guard !text.isEmpty else { return }
                if !first { html.br() }
                first = false
                if let label {
                    html.b(words.labelled(label, ""))
                }
                html.text(text)
            }
            if stage.phase == .current {
                line(nil, words.progress(stage.progress, percent: stage.percent))
            }
            if let commitment = stage.commitment { line(words.alreadyInPlace, words.commitment(commitment)) }
            if stage.phase == .planned, let pilot = stage.pilot { line(words.field(.pilot), page.name(pilot)) }
            line(words.field(.perimeter), stage.perimeter.isEmpty ? "" : page.names(stage.perimeter))
            line(words.field(.mobilised), stage.mobilised)
            line(words.field(.deliverable), stage.deliverable.title)
            line(words.field(.method), stage.deliverable.method)
            line(words.field(.result), stage.deliverable.result)
            if let decision = stage.decision {
                line(words.field(.outcome), words.outcome(decision.outcome))
                line(nil, words.taken(decision))
                line(words.field(.reason), decision.reason)
            }
        }
        if stage.awaitsDecision { awaited(html) }
    }

    private func awaited(_ html: HTMLWriter) {
        html.p(.class("note")) {
            html.awaitingDecision(words)
            if mayDecide {
                html.br()
                html.a(words.decideLink, .class("lien"), .href(Path.decision(page.context.slug, page.id)))
            }
        }
    }

    private func links(_ html: HTMLWriter) {
        guard mayReport || mayPlan || mayDecide else { return }
        html.p(.class("ligne ecran")) {
            if mayReport { html.a(words.stageLink, .class("lien"), .href(Path.stage(page.context.slug, page.id))) }
            if mayPlan { html.a(words.pathLink, .class("lien"), .href(Path.path(page.context.slug, page.id))) }
            if mayDecide, !page.action.awaitsDecision {
                html.a(words.turnBackLink, .class("lien"), .href(Path.decision(page.context.slug, page.id)))
            }
        }
    }
}

extension Words {
    fileprivate var decideLink: String { say("Enregistrer la décision", "Record the decision") }
    fileprivate var stageLink: String { say("Compléter l’étape", "Complete the stage") }
    fileprivate var pathLink: String { say("Prévoir les étapes suivantes", "Plan the next stages") }
    fileprivate var turnBackLink: String { say("Revenir en arrière ou arrêter", "Go back or stop") }

    /// « , depuis le 3 janvier 2026, attendue pour le 31 décembre 2026 ».
    fileprivate func span(of stage: Stage) -> String {
        switch (stage.startedOn, stage.doneOn) {
        case (_, let end?) where stage.phase == .current: return say(", finie le \(shortDay(end))", ", done on \(shortDay(end))")
        case (let start?, let end?) where start == end: return say(", le \(shortDay(end))", ", \(shortDay(end))")
        case (let start?, let end?): return ", \(shortDay(start)) – \(shortDay(end))"
        case (let start?, nil):
            let due = stage.forecast.map { say(", pour le \(shortDay($0))", ", due \(shortDay($0))") } ?? ""
            return say(", depuis le \(shortDay(start))", ", since \(shortDay(start))") + due
        case (nil, _):
            let start = stage.plannedStart.map { say(", dès le \(shortDay($0))", ", from \(shortDay($0))") } ?? ""
            return start + (stage.forecast.map { say(", pour le \(shortDay($0))", ", due \(shortDay($0))") } ?? "")
        }
    }

    /// « Comité n° 4, le 12 mars 2026, réunion de printemps ».
    fileprivate func taken(_ decision: Decision) -> String {
        let meeting = decision.meeting.isEmpty ? "" : ", \(decision.meeting)"
        return say("\(decision.by), le \(day(decision.on))\(meeting)", "\(decision.by), \(day(decision.on))\(meeting)")
    }
}
