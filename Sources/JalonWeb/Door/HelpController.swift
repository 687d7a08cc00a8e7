/// The pages that anyone may read: help, accessibility, personal data.
import Hummingbird
import JalonWorkspace

enum HelpController {
    static func help(_ visit: Visit) async throws -> Response { visit.answer(helpPage(try await frame(visit))) }

    static func accessibility(_ visit: Visit) async throws -> Response { visit.answer(helpAccessibilityPage(try await frame(visit))) }

    static func privacy(_ visit: Visit) async throws -> Response { visit.answer(helpPrivacyPage(try await frame(visit))) }

    private static func frame(_ visit: Visit) async throws -> PageContext {
        visit.frame(guest: try await visit.workspace.guest(visit.session))
    }
}
