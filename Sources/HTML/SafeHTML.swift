/// Bytes that are already safe HTML: only a renderer that escapes everything makes them.

package struct SafeHTML: Sendable, Equatable {
    let bytes: [UInt8]

    /// For the Markdown renderer alone, in its safe mode: no page builds HTML from bytes.
    package init(fromSafeRenderer bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var isEmpty: Bool { bytes.isEmpty }
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
