/// Reads a guide in whichever of its forms lies at a path: a folder of Markdown, JSON, CSV, or Jalon's YAML.

import Foundation
import JalonDomain

package enum CatalogueReader {
    /// - Parameters:
    ///   - name: the name to give it, else what the data says, else what the file's name says.
    ///   - skipInvalid: whether to set invalid practices aside; without it, one is enough to refuse the whole.
    package static func read(path: String, name: String?, version: String?, skipInvalid: Bool) throws -> CatalogueReading {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw missing(path, CatalogueReason.missing)
        }
        let source = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let draft =
            isFolder.boolValue
            ? MarkdownGuide.draft(of: try markdownFiles(in: source), folder: source)
            : try self.draft(of: try bytes(of: source), file: source)
        return try read(draft, source: source, name: name, version: version, skipInvalid: skipInvalid)
    }

    /// The form is told by the file's extension.
    static func draft(of bytes: [UInt8], file: String) throws(CatalogueError) -> CatalogueDraft {
        switch URL(fileURLWithPath: file).pathExtension.lowercased() {
        case "json": try GuideJSON.draft(of: bytes, file: file)
        case "csv": try GuideCSV.draft(of: bytes, file: file)
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
