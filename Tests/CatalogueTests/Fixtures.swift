/// Where the tests find their guides: the committed fixtures, and the official one when it lies beside the project.

import Foundation
import JalonCatalogue
import JalonDomain

enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures").path

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    static func read(_ name: String, skipInvalid: Bool = false) throws -> CatalogueReading {
        try CatalogueReader.read(path: path(name), name: nil, version: nil, skipInvalid: skipInvalid)
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }
}

enum OfficialGuide {
    /// `../shared/guide`, seen from the package's root; the project's tests do not need it.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/guide").path

    static var isHere: Bool { FileManager.default.fileExists(atPath: folder) }

    static func read(_ name: String) throws -> CatalogueReading {
        try CatalogueReader.read(path: "\(folder)/\(name)", name: "guide-nr", version: "1", skipInvalid: false)
    }
}
