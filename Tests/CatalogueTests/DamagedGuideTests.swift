/// Damaged files: cut anywhere, or with bytes changed, they are refused or read, and never bring the program down.

import JalonDomain
import Testing

@testable import JalonCatalogue

@Suite struct DamagedGuideTests {
    @Test(arguments: ["potager-v2.csv", "potager-tableur.csv", "potager-v2.json", "potager.yaml"])
    func cutAnywhere(name: String) throws {
        let bytes = try Fixture.bytes(name)
        for end in stride(from: 0, to: bytes.count, by: 3) { read(Array(bytes[..<end]), as: name) }
    }

    @Test(arguments: ["potager-v2.csv", "potager-tableur.csv", "potager-v2.json", "potager.yaml"])
    func bytesChanged(name: String) throws {
        let bytes = try Fixture.bytes(name)
        var random = Steps(state: 7)
        for _ in 0..<400 { read(damaged(bytes, using: &random), as: name) }
    }

    @Test(arguments: ["preparer-la-terre.md", "composter.md"])
    func pages(name: String) throws {
        let bytes = try Fixture.bytes("potager/semis-et-terre/\(name)")
        var random = Steps(state: 11)
        for end in 0..<bytes.count { page(Array(bytes[..<end])) }
        for _ in 0..<400 { page(damaged(bytes, using: &random)) }
    }

    private func read(_ bytes: [UInt8], as name: String) {
        guard let draft = try? CatalogueReader.draft(of: bytes, file: name) else { return }
        let reading = try? CatalogueReader.read(draft, source: name, name: nil, version: nil, skipInvalid: true)
        #expect(reading?.catalogue.practices.isEmpty != true)
    }

    private func page(_ bytes: [UInt8]) {
        let draft = MarkdownGuide.draft(of: [.init(path: "a/page.md", bytes: bytes)], folder: "")
        #expect(draft.practices.count <= 1)
    }

    private func damaged(_ bytes: [UInt8], using random: inout Steps) -> [UInt8] {
        var bytes = bytes
        let marks = Array("\"[],:-\\\n\t{}#&*!|>%@`\0".utf8) + [0xC2, 0xFF]
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = marks.randomElement(using: &random) ?? 0
        }
        return bytes
    }
}

/// The same chance at every run, so that a failure can be found again.
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
