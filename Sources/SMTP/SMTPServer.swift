/// The mail server that letters leave by, through libcurl.
import CCurl
import Foundation
package import JalonDomain
package import JalonExchange

/// Where letters leave from, and how: `smtp://user:password@host:587` (STARTTLS), `smtps://host:465` (TLS).
package struct SMTPServer: Sendable {
    package let url: String
    package let user: String
    package let password: String
    package let sender: Letter.Address
    /// Off only for a relay on one's own machine, where nothing travels.
    package let requiresTLS: Bool

    /// `nil` when the address is not one of a mail server. `certificates` is a file of authorities to trust besides the machine's own.
    package init?(_ address: String, password: String?, sender: Letter.Address, certificates: String? = nil) {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
            let scheme = parts.scheme, ["smtp", "smtps"].contains(scheme)
        else { return nil }
        var server = URLComponents()
        server.scheme = scheme
        server.host = host
        server.port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        guard let url = server.string else { return nil }
        self.url = url
        user = parts.user ?? ""
        self.password = password ?? parts.password ?? ""
        self.sender = sender
        self.certificates = certificates
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        requiresTLS = !(isLocal && scheme == "smtp" && user.isEmpty)
    }

    private let certificates: String?
    /// Seconds, to reach the server and for the whole of a message.
    private static let mostToConnect = 15
    private static let most = 60

    /// Hands a letter over, and says what became of it; never throws, so that nothing is left undecided.
    package func send(_ letter: Letter) async -> Delivery {
        await withCheckedContinuation { continuation in
            // The library blocks: on a thread of its own.
            Thread.detachNewThread { continuation.resume(returning: hand(letter)) }
        }
    }

    private func hand(_ letter: Letter) -> Delivery {
        guard let curl = curl_easy_init() else { return .later("libcurl") }
        defer { curl_easy_cleanup(curl) }
        let source = Source(letter.written(from: sender))
        let recipients = curl_slist_append(nil, "<\(letter.to.email)>")
        defer { curl_slist_free_all(recipients) }
        _ = jalon_curl_text(curl, CURLOPT_URL, url)
        _ = jalon_curl_text(curl, CURLOPT_MAIL_FROM, "<\(sender.email)>")
        _ = jalon_curl_list(curl, CURLOPT_MAIL_RCPT, recipients)
        if !user.isEmpty {
            _ = jalon_curl_text(curl, CURLOPT_USERNAME, user)
            _ = jalon_curl_text(curl, CURLOPT_PASSWORD, password)
        }
        _ = jalon_curl_number(curl, CURLOPT_USE_SSL, requiresTLS ? Int(CURLUSESSL_ALL.rawValue) : Int(CURLUSESSL_TRY.rawValue))
        if !requiresTLS {
            // A relay of this very machine may show a certificate of its own making.
            _ = jalon_curl_number(curl, CURLOPT_SSL_VERIFYPEER, 0)
            _ = jalon_curl_number(curl, CURLOPT_SSL_VERIFYHOST, 0)
        }
        if let certificates { _ = jalon_curl_text(curl, CURLOPT_CAINFO, certificates) }
        _ = jalon_curl_number(curl, CURLOPT_CONNECTTIMEOUT, Self.mostToConnect)
        _ = jalon_curl_number(curl, CURLOPT_TIMEOUT, Self.most)
        _ = jalon_curl_number(curl, CURLOPT_NOSIGNAL, 1)
        _ = jalon_curl_number(curl, CURLOPT_UPLOAD, 1)
        _ = jalon_curl_object(curl, CURLOPT_READDATA, Unmanaged.passUnretained(source).toOpaque())
        _ = jalon_curl_read(curl) { buffer, size, count, data in
            guard let buffer, let data else { return 0 }
            return Unmanaged<Source>.fromOpaque(data).takeUnretainedValue().fill(buffer, size * count)
        }
        let code = withExtendedLifetime(source) { curl_easy_perform(curl) }
        return delivery(code, reply: jalon_curl_reply(curl), isWhole: source.isWhole)
    }

    /// What libcurl's word and the server's last reply mean for the letter.
    private func delivery(_ code: CURLcode, reply: Int, isWhole: Bool) -> Delivery {
        if code == CURLE_OK { return .accepted }
        let words = String(cString: curl_easy_strerror(code)) + (reply > 0 ? " (\(reply))" : "")
        // Handed over whole and never answered for: the server may have kept it.
        if isWhole && !(400..<600).contains(reply) { return .uncertain(words) }
        switch code {
        case CURLE_LOGIN_DENIED, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED: return .later(words)
        default: return (500..<600).contains(reply) ? .refused(words) : .later(words)
        }
    }
}

/// The bytes of a letter, as libcurl asks for them.
private final class Source {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isWhole: Bool { place == bytes.count }

    func fill(_ buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        let count = min(room, bytes.count - place)
        bytes[place..<place + count].withUnsafeBytes {
            UnsafeMutableRawPointer(buffer).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(buffer), byteCount: count)
        }
        place += count
        return count
    }
}
