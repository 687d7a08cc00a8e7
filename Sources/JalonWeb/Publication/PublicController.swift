/// What the public reads, without an account: pages and files of what was published, kept by browsers and asked again each time.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace
import NIOCore

enum PublicController {
    static func show(_ visit: Visit) async throws -> Response {
        try await answer(visit, "text/html; charset=utf-8") { site, _ in PublicPage(site: site).bytes }
    }

    static func action(_ visit: Visit) async throws -> Response {
        let number = try visit.number("action", .action)
        return try await answer(visit, "text/html; charset=utf-8") { site, _ in
            guard let bytes = PublicPage(site: site).bytes(of: number) else { throw DomainError.notFound(.page) }
            return bytes
        }
    }

    static func csv(_ visit: Visit) async throws -> Response { try await file(visit, .csv) }
    static func json(_ visit: Visit) async throws -> Response { try await file(visit, .json) }
    static func markdown(_ visit: Visit) async throws -> Response { try await file(visit, .markdown) }

    private static func file(_ visit: Visit, _ form: DocumentForm) async throws -> Response {
        try await answer(visit, form.type) { site, published in PublicationFiles.bytes(of: published, form, site.words) }
    }

    /// Withdrawing works at once, and so does publishing: whoever kept a page asks whether it still stands.
    private static func answer(
        _ visit: Visit, _ type: String, _ write: (PublicSite, Published) throws -> [UInt8]
    ) async throws -> Response {
        let number = try visit.plan()
        let words = Words(Language(rawValue: visit.query["language"]) ?? Visit.preferred(visit.request.headers[.acceptLanguage]))
        let standing = try await visit.workspace.publication(visit.slug, number).publication
        let tag = "W/\"\(standing.id)-\(standing.at.seconds)-\(words.language.rawValue)-\(Style.path.suffix(12).prefix(8))\""
        var headers: HTTPFields = [
            .eTag: tag, .cacheControl: "public, no-cache", .vary: "Accept-Language, Accept-Encoding",
            .contentLanguage: words.language.rawValue,
        ]
        if visit.request.headers[.ifNoneMatch]?.contains(tag) == true { return Response(status: .notModified, headers: headers) }
        let published = try await visit.workspace.published(visit.slug, number)
        let site = PublicSite(
            kind: .online(slug: visit.slug, plan: number), words: words, plan: published.content,
            address: visit.link(to: .published(visit.slug, number)))
        let bytes = try write(site, published)
        headers[.contentType] = type
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
