/// The front door: leads in whoever is known, and answers for the whole installation.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace
import NIOCore

enum DoorController {
    static func home(_ visit: Visit) async throws -> Response {
        guard let guest = try await visit.workspace.guest(visit.session) else {
            guard try await visit.workspace.isEmpty() else { return visit.redirect(to: .signIn) }
            return visit.answer(emptyInstallationPage(visit.frame(guest: nil)))
        }
        if guest.organisations.count == 1, let only = guest.organisations.first { return visit.redirect(to: .organisation(only.slug)) }
        return visit.answer(organisationsPage(visit.frame(guest: guest), guest.organisations))
    }

    static func changeLanguage(_ visit: Visit) async throws -> Response {
        var response = visit.redirect(toAddress: visit.back.url)
        if let language = Language(rawValue: visit.form["language"]) {
            response.setCookie(Cookies.language(language, secure: visit.configuration.isSecure))
        }
        return response
    }

    /// For whoever watches the server: `ok` once the database has answered.
    static func health(_ visit: Visit) async throws -> Response {
        let isWell = (try? await visit.workspace.isEmpty()) != nil
        return Response(
            status: isWell ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: isWell ? "ok\n" : "the database does not answer\n")))
    }
}

extension Visit {
    /// Where the form or the address asks to come back to, on this site only; else home.
    var back: LocalPath {
        LocalPath(form["back"]) ?? LocalPath(query["back"]) ?? .home
    }
}

extension LocalPath {
    static let home = LocalPath(path: .home)
}
