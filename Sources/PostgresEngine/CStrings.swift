// Bindings and parameters as libpq wants them: an array of C strings, laid one after the other in a single buffer.

import SQL

func withParameters<Result>(_ values: [SQLValue], _ body: ([UnsafePointer<CChar>?]) throws -> Result) throws -> Result {
    try withCStrings(
        values.map { value in
            switch value {
            case .null: nil
            case .integer(let number): String(number)
            case .real(let number): number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : "\(number)"
            case .boolean(let flag): flag ? "t" : "f"
            case .text(let text):
                // The server would take what precedes it for the whole text.
                if text.utf8.contains(0) { throw SQLError.nulInText } else { text }
            }
        }, body)
}

func withCStrings<Result>(_ texts: [String?], _ body: ([UnsafePointer<CChar>?]) throws -> Result) rethrows -> Result {
    var bytes: [CChar] = []
    bytes.reserveCapacity(texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) + 1 })
    var starts: [Int?] = []
    for text in texts {
        starts.append(text == nil ? nil : bytes.count)
        if let text {
            bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
            bytes.append(0)
        }
    }
    return try bytes.withUnsafeBufferPointer { buffer in
        try body(starts.map { start in start.flatMap { start in buffer.baseAddress.map { $0 + start } } })
    }
}
