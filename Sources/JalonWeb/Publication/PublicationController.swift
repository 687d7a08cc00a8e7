/// Publishing, at the door of who decides: what is said, who seems to be named, the preview, and the act.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PublicationController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await read(visit)
        return visit.answer(PublicationPage(frame(visit, seen), seen.model).bytes)
    }

    static func preview(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        guard let plan = try await read(visit).model.preview else {
            return visit.redirect(to: .publication(visit.slug, number), saying: visit.words.publicationNoVersion)
        }
        let page = PublicPage(site: PublicSite(kind: .preview(slug: visit.slug, plan: number), words: visit.words, plan: plan))
        guard let action = Int(visit.query["action"]) else { return visit.answer(page.bytes) }
        guard let bytes = page.bytes(of: action) else { throw DomainError.notFound(.action) }
        return visit.answer(bytes)
    }

    static func choose(_ visit: Visit) async throws -> Response {
        let fields = visit.form.all("fields").compactMap { PublicField(rawValue: $0) }
        let lessons = visit.form.all("lessons").compactMap { text -> LessonKey? in
            let parts = text.split(separator: "/").compactMap { Int($0) }
            return parts.count == 2 ? LessonKey(action: parts[0], stage: parts[1]) : nil
        }
        return try await act(visit, saying: visit.words.publicationChosen) { number in
            try await visit.workspace.setPublicationChoice(
                of: number, reading: visit.reading, fields: Set(fields), lessons: Set(lessons), as: visit.visitor)
        }
    }

    static func clear(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: visit.words.publicationCleared) { number in
            try await visit.workspace.clear(hit: visit.form["hit"], of: number, as: visit.visitor)
        }
    }

    static func publish(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: visit.words.publicationDone) { number in
            _ = try await visit.workspace.publish(number, as: visit.visitor)
        }
    }

    static func withdraw(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: visit.words.publicationWithdrawn) { number in
            try await visit.workspace.withdrawPublication(of: number, as: visit.visitor)
        }
    }

    private static func act(_ visit: Visit, saying flash: String, _ verb: (Int) async throws -> Void) async throws -> Response {
        let number = try visit.plan()
        do {
            try await verb(number)
            return visit.redirect(to: .publication(visit.slug, number), saying: flash)
        } catch DomainError.invalid(let violations) {
            let seen = try await read(visit)
            let page = PublicationPage(frame(visit, seen), seen.model, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await read(visit)
            return visit.answer(PublicationPage(frame(visit, seen), seen.model, crossed: true).bytes, status: .conflict)
        }
    }

    private static func read(_ visit: Visit) async throws -> Seen<PublicationDesk> {
        try await visit.workspace.publicationDesk(of: try visit.plan(), visit.visitor)
    }

    private static func frame(_ visit: Visit, _ seen: Seen<PublicationDesk>) -> PageContext {
        visit.frame(seen, plan: seen.model.plan)
    }
}
