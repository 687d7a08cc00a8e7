/// What a form sends: names and values in their order, trimmed, with one kind of newline.

import HTTPTypes
import Hummingbird
import NIOCore

package struct FormBody: Sendable, Equatable {
    /// A bigger body is answered 413.
    package static let largest = 1024 * 1024
    private static let mostFields = 5000

    /// A file that was chosen: its name is only shown.
    package struct Upload: Sendable, Equatable {
        package let name: String
        package let bytes: [UInt8]
    }

    private let pairs: [(name: String, value: String)]
    private var uploads: [String: Upload] = [:]

    /// Reads a form: `application/x-www-form-urlencoded`, or `multipart/form-data` where it may hold a file.
    init(_ request: Request) async throws {
        let type = request.headers[.contentType] ?? ""
        let boundary = Multipart.boundary(of: type)
        guard boundary != nil || type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw HTTPError(.unsupportedMediaType)
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.largest { throw HTTPError(.contentTooLarge) }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: Self.largest)
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
        let bytes = buffer.readableBytesView
        guard let form = boundary.map({ FormBody(multipart: Array(bytes), boundary: $0) }) ?? FormBody(encoded: bytes) else {
            throw HTTPError(.contentTooLarge)
        }
        self = form
    }

    /// `nil` when there are more parts than any page of this site sends.
    package init?(multipart bytes: [UInt8], boundary: String) {
        let parts = Multipart.parts(of: bytes, boundary: boundary)
        guard parts.count <= Self.mostFields else { return nil }
        pairs = parts.filter { $0.file == nil }.map { ($0.name, Self.tidied($0.bytes)) }
        for part in parts {
            guard let file = part.file, !file.isEmpty || !part.bytes.isEmpty else { continue }
            uploads[part.name] = Upload(name: file, bytes: part.bytes)
        }
    }

    package init(_ pairs: KeyValuePairs<String, String>) {
        self.pairs = pairs.map { ($0.key, $0.value) }
    }

    init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs
    }

    /// What the names of a form's fields start with, when they carry what the form said as it was read.
    static let readPrefix = "was-"

    /// The fields whose names start so, without that start; `nil` when there are none.
    func under(_ prefix: String) -> FormBody? {
        let found = pairs.filter { $0.name.hasPrefix(prefix) }.map { (name: String($0.name.dropFirst(prefix.count)), value: $0.value) }
        return found.isEmpty ? nil : FormBody(found)
    }

    /// Every name and value, in order.
    var fields: [(name: String, value: String)] { pairs }

    /// `nil` when there are more fields than any page of this site sends.
    package init?(encoded bytes: some Collection<UInt8>) {
        let parts = bytes.split(separator: UInt8(ascii: "&"))
        guard parts.count <= Self.mostFields else { return nil }
        pairs = parts.map { part in
            let mark = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = mark == part.endIndex ? part[mark...] : part[part.index(after: mark)...]
            return (Self.decode(part[..<mark]), Self.decode(value))
        }
    }

    /// The value of that name, trimmed; empty when the form has none.
    package subscript(_ name: String) -> String { Self.trim(untouched(name)) }

    /// As typed, for a password.
    package func untouched(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// Every value of that name, in order, trimmed; empty ones are kept, so that repeated fields stay in step.
    package func all(_ name: String) -> [String] { pairs.lazy.filter { $0.name == name }.map { Self.trim($0.value) } }

    /// The file chosen under that name, if any.
    package func upload(_ name: String) -> Upload? { uploads[name] }

    package func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// The lines of a text, trimmed, without the empty ones.
    package func lines(_ name: String) -> [String] {
        self[name].split(separator: "\n").map { Self.trim(String($0)) }.filter { !$0.isEmpty }
    }

    /// The names, in order, each once.
    package var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { seen.insert($0).inserted }
    }

    package static func == (left: FormBody, right: FormBody) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0 == $1 } && left.uploads == right.uploads
    }

    /// Percents and pluses; bytes that are not UTF-8 are mended, newlines become one kind, and NUL, which PostgreSQL refuses, is dropped.
    private static func decode(_ bytes: some Collection<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            var byte = bytes[index]
            index = bytes.index(after: index)
            if byte == UInt8(ascii: "+") {
                byte = UInt8(ascii: " ")
            } else if byte == UInt8(ascii: "%"), let next = bytes.index(index, offsetBy: 2, limitedBy: bytes.endIndex),
                let high = digit(bytes[index]), let low = digit(bytes[bytes.index(after: index)])
            {
                byte = high << 4 | low
                index = next
            }
            decoded.append(byte)
        }
        return tidied(decoded)
    }

    private static func tidied(_ bytes: [UInt8]) -> String {
        var tidied: [UInt8] = []
        tidied.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            let isReturn = byte == UInt8(ascii: "\r")
            if byte != 0, byte != UInt8(ascii: "\n") || !afterReturn { tidied.append(isReturn ? UInt8(ascii: "\n") : byte) }
            if byte != 0 { afterReturn = isReturn }
        }
        return String(decoding: tidied, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func trim(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
