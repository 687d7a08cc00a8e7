/// JSON as a tree with lines, read from any place in some bytes: the guide's CSV holds bare JSON arrays in its cells.
///
/// Foundation's parser gives neither lines nor where a value ends, and would turn the id 1.10 into 1.1.

import JalonDomain

struct JSONSource {
    let bytes: [UInt8]
    var position: Int
    var line: Int
    /// Where reading must stop, for a value inside a larger text.
    let end: Int

    init(bytes: [UInt8], position: Int, line: Int, end: Int) {
        self.bytes = bytes
        self.position = position
        self.line = line
        self.end = end
    }

    /// A text that is nothing but JSON.
    init(_ text: String, line: Int) {
        let bytes = Array(text.utf8)
        self.init(bytes: bytes, position: 0, line: line, end: bytes.count)
    }

    var isAtEnd: Bool { position >= end }

    struct Failure: Error {
        var line: Int
        var reason: LocalisedText
    }

    /// A whole document.
    static func parse(_ text: String, file: String) throws(CatalogueError) -> SourceNode {
        var source = JSONSource(text, line: 1)
        do throws(Failure) {
            let node = try source.value(depth: 0)
            source.skipBlanks()
            guard source.isAtEnd else {
                throw source.failure("du texte suit la fin du document", "text follows the document’s end")
            }
            return node
        } catch {
            throw .invalid(file, error.line, error.reason)
        }
    }

    mutating func value(depth: Int) throws(Failure) -> SourceNode {
        skipBlanks()
        guard depth < 50 else { throw Failure(line: line, reason: CatalogueReason.tooDeep) }
        guard let byte = peek else { throw failure("le document s’arrête trop tôt", "the document stops too early") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""):
            let start = line
            return .text(try string(), line: start)
        default: return try word()
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> SourceNode {
        let start = line
        position += 1
        var pairs: [(key: String, value: SourceNode)] = []
        while true {
            skipBlanks()
            if take("}") { return .map(pairs, line: start) }
            if !pairs.isEmpty {
                guard take(",") else { throw failure("virgule ou accolade fermante attendue", "expected a comma or a closing brace") }
                skipBlanks()
            }
            guard peek == UInt8(ascii: "\"") else { throw failure("une clé entre guillemets est attendue", "expected a quoted key") }
            let key = try string()
            skipBlanks()
            guard take(":") else { throw failure("deux-points attendus après la clé \(key)", "expected a colon after key \(key)") }
            pairs.append((key, try value(depth: depth + 1)))
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> SourceNode {
        let start = line
        position += 1
        var nodes: [SourceNode] = []
        while true {
            skipBlanks()
            if take("]") { return .list(nodes, line: start) }
            if !nodes.isEmpty {
                guard take(",") else { throw failure("virgule ou crochet fermant attendu", "expected a comma or a closing bracket") }
            }
            nodes.append(try value(depth: depth + 1))
        }
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
            case 0x0A: throw failure("guillemet jamais refermé", "a quote is never closed")
            default: text.append(byte)
            }
        }
        throw failure("guillemet jamais refermé", "a quote is never closed")
    }

    private mutating func escape() throws(Failure) -> [UInt8] {
        guard let byte = peek else { throw failure("guillemet jamais refermé", "a quote is never closed") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return Array(String(try unicode()).utf8)
        default: throw failure("échappement inconnu après la barre oblique inverse", "unknown escape after a backslash")
        }
    }

    /// `\uXXXX`, or two of them when the first is the half of a pair.
    private mutating func unicode() throws(Failure) -> Unicode.Scalar {
        let first = try hexadecimal()
        guard (0xD800...0xDBFF).contains(first) else { return try scalar(first) }
        guard take("\\"), take("u") else { throw failure("caractère \\u incomplet", "incomplete \\u character") }
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else { throw failure("caractère \\u incomplet", "incomplete \\u character") }
        return try scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private func scalar(_ value: UInt32) throws(Failure) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw failure("caractère \\u incomplet", "incomplete \\u character") }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        let after = position + 4
        guard after <= end, let value = UInt32(String(decoding: bytes[position..<after], as: UTF8.self), radix: 16) else {
            throw failure("caractère \\u incomplet", "incomplete \\u character")
        }
        position = after
        return value
    }

    /// A number, true, false or null, as it is written.
    private mutating func word() throws(Failure) -> SourceNode {
        let start = position
        while let byte = peek, isWord(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        switch text {
        case "null": return .null(line: line)
        case "true", "false": return .text(text, line: line)
        default:
            let startsAsNumber = text.utf8.first.map { $0 == 0x2D || (0x30...0x39).contains($0) } ?? false
            guard startsAsNumber, Double(text) != nil else { throw failure("une valeur est attendue", "expected a value") }
            return .text(text, line: line)
        }
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"), 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }

    mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            if byte == 0x0A { line += 1 }
            position += 1
        }
    }

    private var peek: UInt8? { position < end ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private func failure(_ fr: String, _ en: String) -> Failure {
        Failure(line: line, reason: CatalogueReason.json(fr, en))
    }
}
