/// One request at work: who asks, in which language, for what; and the ways to answer.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace
import Logging
import NIOCore

struct JalonContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Of the other end of the connection.
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}

struct Visit: Sendable {
    var workspace: Workspace
    let configuration: WebConfiguration
    let request: Request
    let context: JalonContext
    let access: Access
    let words: Words
    /// The session's token, when the browser sent one.
    let session: String?
    /// What form tokens are made from: the session, or the visit of who is signed out.
    let formSecret: String
    /// Set when the browser had no cookie of its own yet.
    let newVisit: Bool
    /// What the form sent, its token checked; empty for GET.
    var form = FormBody([:])
    /// What stands after the question mark.
    let query: FormBody
    var flash: PageContext.Flash?

    // MARK: The address

    var slug: String { context.parameters.get("org") ?? "" }

    /// The address asked for, with its query.
    var path: String { request.uri.string }

    func plan() throws -> Int { try number("plan", .plan) }

    func actionID() throws -> ActionID { ActionID(plan: try plan(), number: try number("action", .action)) }

    /// A number in the address; anything else is nowhere.
    func number(_ name: String, _ subject: Subject) throws -> Int {
        guard let number = context.parameters.get(name).flatMap({ Int($0) }), number > 0 else { throw DomainError.notFound(subject) }
        return number
    }

    /// Who knocks, with the permission that the route declares.
    var visitor: Visitor {
        guard case .member(let permission) = access else { return .session(token: session, organisation: slug, needs: .administer) }
        return .session(token: session, organisation: slug, needs: permission)
    }

    /// The version that a form read.
    var reading: Int? { Int(form["version"]) }

    /// Where failures to sign in are counted: the proxy's word is taken only from a trusted proxy.
    var address: String {
        if configuration.trustsProxy, let name = HTTPField.Name.forwardedFor,
            let forwarded = request.headers[name]?.split(separator: ",").last
        {
            return String(forwarded.filter { $0 != " " })
        }
        return context.peer ?? "unknown"
    }

    /// A whole address to hand over: of the site as people type it, else as this browser asked for it.
    func link(to path: Path) -> String { root + path.url }

    /// Where such addresses begin.
    var root: String { configuration.publicURL ?? request.head.authority.map { "http://\($0)" } ?? configuration.root }

    /// The browser and its system, coarsely, for the list of one's own sessions.
    var browser: String { browserName(request.headers[.userAgent] ?? "") }

    // MARK: Answers

    /// The frame of a page about what was read.
    func frame<Model>(_ seen: Seen<Model>, menu: MenuEntry? = nil, plan: Plan? = nil) -> PageContext {
        let open = plan.map { (number: $0.number, title: $0.title) } ?? seen.openPlan.map { (number: $0.number, title: $0.title) }
        return PageContext(
            words: words,
            organisation: .init(
                slug: seen.organisation.slug, name: seen.organisation.name, isOneOfSeveral: seen.isOneOfSeveral),
            member: .init(name: seen.actor.name, role: seen.actor.role), plan: open.map { .init(number: $0.number, title: $0.title) },
            menu: menu, formToken: FormToken.issue(for: formSecret), path: path, today: seen.today, flash: flash)
    }

    /// The frame of a page outside any organisation.
    func frame(guest: Guest?) -> PageContext {
        // That of the address where it is one of theirs: a page that does not exist keeps the menu of those that do.
        let named = path.split(separator: "/").first.map(String.init)
        let organisation = guest?.organisations.first { $0.slug == named } ?? guest?.organisations.first
        let standing = organisation.flatMap { guest?.standing[$0.id] }
        return PageContext(
            words: words,
            organisation: organisation.map {
                .init(slug: $0.slug, name: $0.name, isOneOfSeveral: (guest?.organisations.count ?? 0) > 1)
            },
            member: guest.map { .init(name: $0.name, role: standing?.role ?? .reader) },
            plan: standing?.openPlan.map { .init(number: $0.number, title: $0.title) }, formToken: FormToken.issue(for: formSecret),
            path: path,
            today: workspace.clock().day(offset: 0), flash: flash)
    }

    /// A file to read or to keep, under a name when it is to be kept.
    func file(_ bytes: [UInt8], _ type: String, named name: String?) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        if let name { response.headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        return response
    }

    func answer(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A page that shows a secret once: no browser keeps it.
    func answerOnce(_ bytes: [UInt8]) -> Response {
        var response = answer(bytes)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// After a change: back to a page, with a word on what happened.
    func redirect(to path: Path, saying flash: String? = nil) -> Response {
        redirect(toAddress: path.url, saying: flash)
    }

    func redirect(toAddress address: String, saying flash: String? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address])
        if let flash { response.setCookie(Cookies.flash(flash, secure: configuration.isSecure)) }
        return response
    }
}

/// « Firefox, Linux »; the more particular names first, since most browsers also give those of others.
func browserName(_ agent: String) -> String {
    let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
        ("Safari", "Safari"), ("Lynx", "Lynx"), ("w3m", "w3m"), ("curl", "curl"),
    ]
    let systems = [
        ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]
    return [browsers, systems].compactMap { names in names.first { agent.contains($0.0) }?.1 }.joined(separator: ", ")
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For")
}
