/// What studies and experiments taught, across plans: so that nobody repeats a study.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum LessonsController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.lessons(visit.query["q"], from: max(0, Int(visit.query["start"]) ?? 0), visit.visitor)
        return visit.answer(lessonsPage(visit.frame(seen), seen.model))
    }
}

private func lessonsPage(_ context: PageContext, _ found: LessonPage) -> [UInt8] {
    let words = context.words
    func path(_ start: Int) -> Path {
        .lessons(context.slug, ["q": found.asked.text, "start": start > 0 ? String(start) : ""])
    }
    return page(context, title: words.lessonsTitle) { html in
        html.heading(words.lessonsTitle, over: context.organisation?.name, lead: words.lessonsLead)
        html.search(.lessons(context.slug), label: words.lessonsSearch) {
            html.div {
                html.label(words.lessonsSearch, .for("q"))
                html.input(.id("q"), .name("q"), .type(.search), .value(found.asked.text))
            }
            html.div { html.button(words.lessonsFind, .class("sec")) }
        }
        if found.lessons.isEmpty {
            return html.empty(found.asked.words.isEmpty ? words.lessonsNone : words.lessonsNotFound) {
                if !found.asked.words.isEmpty { html.p { html.a(words.lessonsAll, .class("lien"), .href(Path.lessons(context.slug))) } }
            }
        }
        for lesson in found.lessons {
            html.section {
                html.h2 {
                    html.a(
                        lesson.label,
                        .href(Path.action(context.slug, ActionID(plan: lesson.plan, number: lesson.key.action))))
                }
                html.dl(.class("fiche")) {
                    for (label, text) in words.facts(lesson) where !text.isEmpty { html.term(label, text) }
                    html.term(words.subject(.plan), found.plans[lesson.plan] ?? words.planNumber(lesson.plan))
                }
            }
        }
        if found.start > 0 || found.hasMore {
            let size = Workspace.lessonsOfAPage
            html.pages(
                words, previous: found.start > 0 ? path(max(0, found.start - size)) : nil,
                next: found.hasMore ? path(found.start + size) : nil)
        }
    }
}

extension Words {
    var lessonsLead: String {
        say(
            "Ce que les réflexions et les expérimentations ont appris, dans tous les plans.",
            "What studies and experiments taught, across all plans.")
    }
    var lessonsSearch: String { say("Chercher dans les méthodes et les résultats", "Search methods and results") }
    var lessonsFind: String { say("Chercher", "Search") }
    var lessonsNone: String {
        say(
            "Rien encore. Le résultat d’une réflexion ou d’une expérimentation apparaît ici dès qu’il est écrit sur l’action.",
            "Nothing yet. The result of a study or an experiment appears here once it is written on its action.")
    }
    var lessonsNotFound: String { say("Aucun retour d’expérience ne contient ces mots.", "No lesson holds these words.") }
    var lessonsAll: String { say("Voir tous les retours d’expérience", "See all lessons") }

    fileprivate func facts(_ lesson: Lesson) -> [(String, String)] {
        let dates = [lesson.startedOn, lesson.doneOn].compactMap { $0 }.map { day($0) }
        let decision = [lesson.outcome.map { outcome($0) }, lesson.decidedBy, lesson.decidedOn.map { day($0) }].compactMap { $0 }
        return [
            (field(.level), level(lesson.level)), (field(.method), lesson.method), (field(.result), lesson.result),
            (field(.outcome), decision.joined(separator: ", ")), (field(.perimeter), lesson.perimeter.joined(separator: " · ")),
            (say("Dates", "Dates"), dates.joined(separator: " – ")),
        ]
    }
}
