/// A route: method, pattern, the permission it needs, and the handler that answers.
package import HTTPTypes
import Hummingbird
package import JalonDomain

/// What a route needs of who knocks. There is no other way to declare a route: nothing is open by default.
package enum Access: Sendable, Equatable {
    case everyone
    /// Anyone, for what was published: no session is looked at, and no cookie given.
    case publication
    /// Signed in, in no particular organisation.
    case account
    /// A member of the organisation in the address, with that permission.
    case member(Permission)
}

package struct Route: Sendable {
    package let method: HTTPRequest.Method
    /// With `:org`, `:plan`, `:action`, `:committee`, `:meeting`, `:indicator`, `:view`, `:bulk`, `:catalogue`, `:edition`, `:practice`, `:theme`,
    /// `:template`, `:unit`, `:party`, `:member`, `:version`, `:mail` or `:token` where the address varies.
    package let pattern: String
    package let access: Access
    let handle: @Sendable (Visit) async throws -> Response

    /// Whether an address is one of its pattern.
    func matches(_ path: String) -> Bool {
        let (own, asked) = (pattern.split(separator: "/"), path.split(separator: "/"))
        return own.count == asked.count && zip(own, asked).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    static func get(_ pattern: String, _ access: Access, _ handle: @escaping @Sendable (Visit) async throws -> Response) -> Route {
        Route(method: .get, pattern: pattern, access: access, handle: handle)
    }

    static func post(_ pattern: String, _ access: Access, _ handle: @escaping @Sendable (Visit) async throws -> Response) -> Route {
        Route(method: .post, pattern: pattern, access: access, handle: handle)
    }
}
