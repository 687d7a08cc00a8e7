/// YAML as a tree with lines; a syntax error says its line in the file, wherever the YAML starts there.

import JalonDomain
import Yams

enum YAMLSource {
    /// - Parameter firstLine: the file's line on which this YAML starts.
    static func parse(_ yaml: String, file: String, firstLine: Int) throws(CatalogueError) -> SourceNode? {
        let shift = firstLine - 1
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return nil }
            return try convert(node, shift: shift, depth: 0, file: file)
        } catch let error as CatalogueError {
            throw error
        } catch let error as YamlError {
            let (line, reason) = explain(error)
            // The parser finds what is never closed after the last line.
            let last = yaml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).lastIndex { !$0.isEmpty } ?? 0
            throw .invalid(file, line.map { min($0, last + 1) + shift } ?? firstLine, reason)
        } catch {
            throw .invalid(file, firstLine, CatalogueReason.yaml("\(error)"))
        }
    }

    private static func convert(_ node: Node, shift: Int, depth: Int, file: String) throws(CatalogueError) -> SourceNode {
        let line = (node.mark?.line ?? 1) + shift
        guard depth < 20 else { throw .invalid(file, line, CatalogueReason.tooDeep) }
        switch node {
        case .scalar(let scalar):
            let absent = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return absent ? .null(line: line) : .text(scalar.string, line: line)
        case .sequence(let sequence):
            var nodes: [SourceNode] = []
            for child in sequence { nodes.append(try convert(child, shift: shift, depth: depth + 1, file: file)) }
            return .list(nodes, line: line)
        case .mapping(let mapping):
            var pairs: [(key: String, value: SourceNode)] = []
            for (key, value) in mapping {
                pairs.append((key.scalar?.string ?? "", try convert(value, shift: shift, depth: depth + 1, file: file)))
            }
            return .map(pairs, line: line)
        case .alias:
            return .null(line: line)
        }
    }

    private static func explain(_ error: YamlError) -> (Int?, LocalisedText) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            (mark.line, CatalogueReason.yaml(problem))
        case .reader(let problem, let offset, _, let yaml):
            (offset.map { 1 + yaml.prefix($0).count { $0.isNewline } }, CatalogueReason.yaml(problem))
        case .duplicatedKeysInMapping(let keys, let context):
            (context.mark.line, CatalogueReason.yamlTwice(keys))
        default:
            (nil, CatalogueReason.yaml("\(error)"))
        }
    }
}
