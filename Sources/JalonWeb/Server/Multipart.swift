/// The parts of a `multipart/form-data` body (RFC 7578), each with its name, its file's name if it has one, and its bytes.

enum Multipart {
    struct Part {
        let name: String
        /// The last component of its file's name; `nil` for a field.
        let file: String?
        let bytes: [UInt8]
    }

    /// What separates the parts; `nil` for another type of body.
    static func boundary(of type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data"), let boundary = parameter("boundary", of: type) else { return nil }
        return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }

    /// What is before the first boundary, after the last, or without a name, is nothing.
    static func parts(of body: [UInt8], boundary: String) -> [Part] {
        let mark = Array("--\(boundary)".utf8)
        let end = Array("\r\n\r\n".utf8)
        var parts: [Part] = []
        var start = place(of: mark, in: body, from: 0)
        while let here = start {
            let next = place(of: [0x0D, 0x0A] + mark, in: body, from: here + mark.count)
            defer { start = next.map { $0 + 2 } }
            guard let next, let headers = place(of: end, in: body, from: here + mark.count, to: next + 2), headers + 4 <= next else {
                continue
            }
            let lines = String(decoding: body[(here + mark.count)..<headers], as: UTF8.self)
            guard let disposition = lines.split(whereSeparator: \.isNewline).first(where: { isDisposition($0) }).map(String.init),
                let name = parameter("name", of: disposition)
            else { continue }
            let file = parameter("filename", of: disposition).map { $0.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "" }
            parts.append(Part(name: name, file: file.map { String($0.prefix(200)) }, bytes: Array(body[(headers + 4)..<next])))
        }
        return parts
    }

    private static func isDisposition(_ line: Substring) -> Bool { line.lowercased().hasPrefix("content-disposition:") }

    /// `name="a"`, `name=a`; browsers write a quote as `%22`.
    private static func parameter(_ name: String, of line: String) -> String? {
        var rest = line[...]
        while let mark = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: mark)...].drop { $0 == " " }
            guard rest.lowercased().hasPrefix("\(name)=") else { continue }
            let value = rest.dropFirst(name.count + 1)
            let text = value.first == "\"" ? value.dropFirst().prefix { $0 != "\"" } : value.prefix { $0 != ";" && $0 != " " }
            return String(text).replacing("%22", with: "\"")
        }
        return nil
    }

    private static func place(of mark: [UInt8], in body: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
        guard let first = mark.first else { return nil }
        var index = start
        while index <= (end ?? body.count) - mark.count {
            if body[index] == first, body[index..<(index + mark.count)].elementsEqual(mark) { return index }
            index += 1
        }
        return nil
    }
}
