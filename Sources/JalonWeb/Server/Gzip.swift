/// Compresses responses that are text, with zlib: level 4 costs about half a millisecond a page and saves three quarters of it.

import CZlib
import HTTPTypes
import Hummingbird
import NIOCore

enum Gzip {
    /// `nil` when zlib has no memory: the response then goes as it is.
    static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        bytes.withUnsafeBytes { compress($0, level: level) }
    }

    static func compress(_ source: UnsafeRawBufferPointer, level: Int32) -> [UInt8]? {
        guard let input = source.bindMemory(to: UInt8.self).baseAddress, let length = UInt32(exactly: source.count) else { return nil }
        var stream = z_stream()
        // 15 bits of window, and 16 more ask for gzip's own header.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(length)))
        var finished = false
        let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            stream.next_in = UnsafeMutablePointer(mutating: input)
            stream.avail_in = length
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(bound)
            finished = deflate(&stream, Z_FINISH) == Z_STREAM_END
            count = bound - Int(stream.avail_out)
        }
        return finished ? output : nil
    }

    static func isAccepted(by request: Request) -> Bool {
        guard let accepted = request.headers[.acceptEncoding]?.lowercased() else { return false }
        for item in accepted.split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.trimmingSpaces }
            guard let coding = parts.first, coding == "gzip" || coding == "*" else { continue }
            // `q=0` refuses.
            return !parts.dropFirst().contains { $0.hasPrefix("q=") && (Double($0.dropFirst(2)) ?? 0) == 0 }
        }
        return false
    }
}

struct GzipMiddleware<Context: RequestContext>: RouterMiddleware {
    /// Below, a response fits in one packet anyway.
    private let smallest = 1024
    /// Above, holding the whole of it would cost too much memory.
    private let largest = 8 * 1024 * 1024

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        guard let length = response.body.contentLength, (smallest...largest).contains(length), isText(response),
            response.headers[.contentEncoding] == nil
        else { return response }
        // Whatever was answered, a cache must know that it depends on this.
        if response.headers[.vary] == nil { response.headers[.vary] = "Accept-Encoding" }
        guard Gzip.isAccepted(by: request), request.method != .head else { return response }

        let collector = BodyCollector(capacity: length)
        try await response.body.write(collector)
        let plain = collector.buffer
        guard let compressed = plain.withUnsafeReadableBytes({ Gzip.compress($0, level: 4) }) else {
            response.body = ResponseBody(byteBuffer: plain)
            return response
        }
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: compressed))
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = String(compressed.count)
        return response
    }

    private func isText(_ response: Response) -> Bool {
        guard let type = response.headers[.contentType] else { return false }
        return type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("image/svg")
    }
}

/// Keeps what a body writes.
private final class BodyCollector: ResponseBodyWriter {
    private(set) var buffer: ByteBuffer

    init(capacity: Int) {
        buffer = ByteBuffer()
        buffer.reserveCapacity(capacity)
    }

    func write(_ part: ByteBuffer) async throws { buffer.writeImmutableBuffer(part) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Substring {
    var trimmingSpaces: Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
