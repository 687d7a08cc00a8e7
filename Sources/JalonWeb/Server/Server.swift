/// The server: the table of routes behind log, compression, security headers and error pages.
import Foundation
import HTTPTypes
package import Hummingbird
import JalonDomain
import JalonStore
package import JalonWorkspace
package import Logging
import NIOCore

package struct WebConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// The address that people type, as « https://jalon.example.org »; decides whether cookies are for TLS only.
    package var publicURL: String?
    /// Whether `X-Forwarded-For` is believed: only behind one's own proxy.
    package var trustsProxy: Bool

    package init(host: String, port: Int, publicURL: String?, trustsProxy: Bool) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.trustsProxy = trustsProxy
    }

    /// Where links that leave by mail begin.
    package var root: String { publicURL ?? "http://\(host):\(port)" }

    var isSecure: Bool { publicURL?.lowercased().hasPrefix("https://") ?? false }
}

package func makeApplication(
    _ workspace: Workspace, _ configuration: WebConfiguration, logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    Application(
        router: makeRouter(workspace, configuration),
        configuration: ApplicationConfiguration(address: .hostname(configuration.host, port: configuration.port), serverName: nil),
        onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) }, logger: logger)
}

private func makeRouter(_ workspace: Workspace, _ configuration: WebConfiguration) -> Router<JalonContext> {
    let router = Router(context: JalonContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        GzipMiddleware<JalonContext>()
        SecurityHeaders<JalonContext>()
        ErrorPages(workspace: workspace, configuration: configuration)
    }
    router.get(RouterPath(Style.path)) { request, _ in Style.response(to: request) }
    for route in routes {
        router.on(RouterPath(route.pattern), method: route.method) { request, context in
            try await answer(request, context, by: route, workspace, configuration)
        }
    }
    return router
}

private func answer(
    _ request: Request, _ context: JalonContext, by route: Route, _ workspace: Workspace, _ configuration: WebConfiguration
) async throws -> Response {
    var visit = try Visit(request, context, route.access, workspace, configuration)
    var response: Response
    if route.method == .post {
        visit.form = try await FormBody(request)
        response =
            try await FormToken.verify(visit.form.untouched(FormToken.fieldName), for: visit.formSecret)
            ? take(visit, by: route) : visit.offerAgain(isStale: true)
    } else {
        response = try await handle(visit, by: route)
    }
    guard route.access != .publication else { return response }
    if visit.newVisit { response.setCookie(Cookies.visit(visit.formSecret, secure: configuration.isSecure)) }
    if visit.flash != nil, response.status == .ok { response.setCookie(Cookies.endFlash(secure: configuration.isSecure)) }
    return response
}

/// A form whose token is sound: taken; shown again without being taken, when it was interrupted before; or kept while its sender signs in.
private func take(_ sent: Visit, by route: Route) async throws -> Response {
    var visit = sent
    let isResumed = visit.form.has(HeldForm.resuming)
    if isResumed {
        visit.workspace.isRehearsal = true
        visit.flash = PageContext.Flash(kind: .warning, text: visit.words.formResumed)
    }
    do {
        var response = try await handle(visit, by: route)
        if isResumed, response.status == .unprocessableContent { response.status = .ok }
        return response
    } catch DomainError.unauthenticated {
        return try await visit.offerAgain(isStale: false)
    } catch DomainError.invalid(let violations) where isResumed && violations.isEmpty {
        // Nothing was to be typed there: a button is pressed again.
        return visit.redirect(to: .organisation(visit.slug), saying: visit.words.formNotResumed)
    }
}

private func handle(_ visit: Visit, by route: Route) async throws -> Response {
    if route.access == .account, try await visit.workspace.guest(visit.session) == nil { throw DomainError.unauthenticated }
    return try await route.handle(visit)
}

/// A form whose token does not fit the session: shown to someone else, or before signing in again.
struct StaleForm: Error {}

extension Visit {
    init(
        _ request: Request, _ context: JalonContext, _ access: Access, _ workspace: Workspace, _ configuration: WebConfiguration
    ) throws {
        let cookies = request.cookies
        func cookie(_ name: String) -> String? { cookies[name].map(\.value).flatMap { $0.isEmpty ? nil : $0 } }
        guard let query = FormBody(encoded: (request.uri.query ?? "").utf8) else { throw HTTPError(.contentTooLarge) }
        let session = cookie(Cookies.session)
        let visit = cookie(Cookies.visit)
        self.workspace = workspace
        self.configuration = configuration
        self.request = request
        self.context = context
        self.access = access
        self.query = query
        self.session = session
        newVisit = session == nil && visit == nil
        formSecret = session ?? visit ?? Data(workspace.chance(24)).base64EncodedString()
        flash = Cookies.flashText(cookie(Cookies.flash)).map { PageContext.Flash(kind: .done, text: $0) }
        words = Words(
            cookie(Cookies.language).flatMap { Language(rawValue: $0) } ?? Self.preferred(request.headers[.acceptLanguage]))
    }

    /// The reader's first choice among ours; French when the browser asks for neither.
    static func preferred(_ header: String?) -> Language {
        var best: (language: Language, quality: Double)?
        for part in (header ?? "").lowercased().split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            guard let tag = pieces.first, let language = Language(rawValue: String(tag.prefix(2))) else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? .fr
    }
}
