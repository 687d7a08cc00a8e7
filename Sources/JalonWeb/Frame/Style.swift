/// Serves the stylesheet: compressed once, kept by browsers under a name that changes with its bytes.

import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

extension Style {
    private static let bytes = Array(sheet.utf8)
    private static let compressed = Gzip.compress(bytes, level: 9)

    /// `/style-1f2e3d4c5b6a7988.css`.
    package static let path: String = {
        let digest = SHA256.hash(data: bytes).prefix(8)
        let name = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "/style-\(name).css"
    }()

    static func response(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
        ]
        guard Gzip.isAccepted(by: request), let compressed else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: compressed)))
    }
}
