/// The token of forms: proves that a form was shown to the session that sends it back.
///
/// Masked anew for each response, because a secret repeated in compressed pages can be guessed from their sizes (BREACH).

import Crypto
import Foundation

package enum FormToken {
    package static let fieldName = "token"
    private static let length = 32

    package static func issue(for cookie: String, using generator: inout some RandomNumberGenerator) -> String {
        // Eight bytes a draw: each draw asks the system.
        let mask = (0..<length / 8).flatMap { _ in
            let draw = generator.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: draw >> ($0 * 8)) }
        }
        return base64URL(mask + zip(mask, secret(of: cookie)).map { $0 ^ $1 })
    }

    package static func issue(for cookie: String) -> String {
        var generator = SystemRandomNumberGenerator()
        return issue(for: cookie, using: &generator)
    }

    /// Takes the same time wherever the token is wrong.
    package static func verify(_ token: String, for cookie: String) -> Bool {
        guard let bytes = bytes(base64URL: token), bytes.count == 2 * length else { return false }
        let unmasked = zip(bytes[..<length], bytes[length...]).map { $0 ^ $1 }
        var difference: UInt8 = 0
        for (left, right) in zip(unmasked, secret(of: cookie)) { difference |= left ^ right }
        return difference == 0
    }

    private static func secret(of cookie: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: Array(cookie.utf8))))
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let url: [UInt8] = Data(bytes).base64EncodedData().compactMap {
            switch $0 {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: $0
            }
        }
        return String(decoding: url, as: UTF8.self)
    }

    private static func bytes(base64URL text: String) -> [UInt8]? {
        guard text.utf8.count == 86 else { return nil }
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: standard + "==").map { Array($0) }
    }
}
