/// The cookies that Jalon sets: session, visit, language, and a word said once.
import Foundation
import Hummingbird
import JalonDomain

enum Cookies {
    static let session = "jalon_session"
    /// Of who is signed out: forms shown before signing in are bound to it.
    static let visit = "jalon_visit"
    static let language = "jalon_language"
    static let flash = "jalon_flash"

    static func session(_ token: String, secure: Bool) -> Cookie { make(session, token, maxAge: nil, secure) }
    static func endSession(secure: Bool) -> Cookie { make(session, "", maxAge: 0, secure) }
    static func visit(_ token: String, secure: Bool) -> Cookie { make(visit, token, maxAge: nil, secure) }
    static func language(_ language: Language, secure: Bool) -> Cookie {
        make(self.language, language.rawValue, maxAge: 365 * 86_400, secure)
    }

    /// Read once by the next page.
    static func flash(_ text: String, secure: Bool) -> Cookie {
        make(flash, Data(text.prefix(400).utf8).base64EncodedString(), maxAge: 60, secure)
    }
    static func endFlash(secure: Bool) -> Cookie { make(flash, "", maxAge: 0, secure) }

    static func flashText(_ cookie: String?) -> String? {
        guard let cookie, !cookie.isEmpty, let data = Data(base64Encoded: cookie) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    private static func make(_ name: String, _ value: String, maxAge: Int?, _ secure: Bool) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }
}
