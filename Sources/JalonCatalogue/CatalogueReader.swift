/// Reads a guide in whichever of its forms lies at a path: a folder of Markdown, JSON, CSV, or Jalon's YAML.

import Foundation
package import JalonDomain

package enum CatalogueReader {
    /// - Parameters:
    ///   - name: the name to give it, else what the data says, else what the file's name says.
    ///   - skipInvalid: whether to set invalid practices aside; without it, one is enough to refuse the whole.
    ///   - columns: the headings of a table that are not the guide's.
    package static func read(
        path: String, name: String?, version: String?, skipInvalid: Bool, columns: [CatalogueColumn: String] = [:]
    ) throws -> CatalogueReading {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw missing(path, CatalogueReason.missing)
        }
        let source = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard isFolder.boolValue else {
            return try read(
                try bytes(of: source), file: source, name: name, version: version, skipInvalid: skipInvalid, columns: columns)
        }
        guard columns.isEmpty else { throw CatalogueError.invalid(source, nil, CatalogueReason.onlyTables) }
        let draft = MarkdownGuide.draft(of: try markdownFiles(in: source), folder: source)
        return try read(draft, source: source, name: name, version: version, skipInvalid: skipInvalid)
    }

    /// What a file holds, or what was pasted: `file` tells its form, and names it in what is said of it.
    package static func read(
        _ bytes: [UInt8], file: String, name: String?, version: String?, skipInvalid: Bool, columns: [CatalogueColumn: String]
    ) throws(CatalogueError) -> CatalogueReading {
        let draft = try self.draft(of: bytes, file: file, columns)
        return try read(draft, source: file, name: name, version: version, skipInvalid: skipInvalid)
    }

    /// The name to give to a pasted text, by what it begins with.
    package static func pastedName(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return switch text.trimmed.unicodeScalars.first {
        case "{", "[": "texte.json"
        default:
            text.split(separator: "\n").contains { $0.hasPrefix("practices:") || $0.hasPrefix("themes:") } ? "texte.yaml" : "texte.csv"
        }
    }

    /// The form is told by the file's extension.
    static func draft(
        of bytes: [UInt8], file: String, _ columns: [CatalogueColumn: String] = [:]
    ) throws(CatalogueError) -> CatalogueDraft {
        let form = URL(fileURLWithPath: file).pathExtension.lowercased()
        guard columns.isEmpty || form == "csv" else { throw .invalid(file, nil, CatalogueReason.onlyTables) }
        return switch form {
        case "json": try GuideJSON.draft(of: bytes, file: file)
        case "csv": try GuideCSV.draft(of: bytes, file: file, columns)
        case "yaml", "yml": try JalonDocument.draft(of: bytes, file: file)
        default: throw .invalid(file, nil, CatalogueReason.unknownForm)
        }
    }

    static func read(
        _ draft: CatalogueDraft, source: String, name: String?, version: String?, skipInvalid: Bool
    ) throws(CatalogueError) -> CatalogueReading {
        var draft = draft
        if let date = draft.date, !isDay(date.text) {
            draft.notes.append(.init(file: source, line: date.line, reason: CatalogueReason.badDate(date.text)))
            draft.date = nil
        }
        let reference = try CatalogueNaming.reference(of: draft, source: source, name: name, version: version)
        return try CatalogueAssembly.assemble(draft, source: source, as: reference, skipInvalid: skipInvalid)
    }

    private static func bytes(of path: String) throws(CatalogueError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw missing(path, CatalogueReason.unreadable) }
        guard data.count <= 20_000_000 else { throw .invalid(path, nil, CatalogueReason.tooLarge) }
        return Array(data)
    }

    /// Every Markdown file below the folder, hidden ones apart; symbolic links to folders are not followed.
    private static func markdownFiles(in folder: String) throws(CatalogueError) -> [MarkdownGuide.File] {
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        let keys: [URLResourceKey] = [.isDirectoryKey]
        guard FileManager.default.isReadableFile(atPath: folder),
            let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        else { throw missing(folder, CatalogueReason.unreadable) }
        let depth = root.standardizedFileURL.pathComponents.count
        var files: [MarkdownGuide.File] = []
        for case let url as URL in walk where ["md", "markdown"].contains(url.pathExtension.lowercased()) {
            guard (try? url.resourceValues(forKeys: Set(keys)))?.isDirectory != true else { continue }
            let path = url.standardizedFileURL.pathComponents.dropFirst(depth).joined(separator: "/")
            files.append(MarkdownGuide.File(path: path, bytes: try bytes(of: url.path)))
        }
        return files
    }

    private static func missing(_ path: String, _ reason: LocalisedText) -> CatalogueError {
        CatalogueError(kind: .missing, problems: [CatalogueProblem(file: path, line: nil, reason: reason)], canSkip: false)
    }
}
