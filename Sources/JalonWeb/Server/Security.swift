/// What every response tells browsers: nothing but this site's own style and forms, and pages that no shared cache keeps.
///
/// Browsers forget what was typed into a page that they may not store at all: theirs may, until the session is closed.

import HTTPTypes
import Hummingbird

struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private static var policy: String {
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let referrerPolicy = HTTPField.Name.referrerPolicy { response.headers[referrerPolicy] = "same-origin" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "private, max-age=0, must-revalidate" }
        return response
    }
}

extension HTTPField.Name {
    /// Read once, not with every response.
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy")
}
