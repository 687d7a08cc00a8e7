/// What reading a guide gives: the catalogue, what was set aside, what was noticed; or the error that says why nothing was read.

package import JalonDomain

/// One thing wrong, or worth saying, at one place of one file.
package struct CatalogueProblem: Sendable, Equatable {
    package var file: String
    package var line: Int?
    package var reason: LocalisedText

    package init(file: String, line: Int?, reason: LocalisedText) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// `file:line: reason`, the form that editors and terminals know how to open.
    package func text(_ language: Language) -> String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(reason.text(language))"
    }
}

package struct CatalogueReading: Sendable {
    package var catalogue: Catalogue
    /// What was set aside because it is invalid; empty unless the reader was asked to skip it.
    package var skipped: [CatalogueProblem]
    /// What was understood in spite of its form, and deserves a look.
    package var notes: [CatalogueProblem]
}

package struct CatalogueError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// The path does not exist or cannot be read (sysexits 66).
        case missing
        /// What it holds cannot be understood (sysexits 65).
        case invalid
    }

    package var kind: Kind
    package var problems: [CatalogueProblem]
    /// Whether what remains once the problems are set aside can be imported.
    package var canSkip: Bool

    /// Every problem on its line, then what to do.
    package func message(_ language: Language) -> String {
        var lines = problems.map { $0.text(language) }
        if kind == .invalid {
            lines.append(CatalogueReason.advice(count: problems.count, canSkip: canSkip).text(language))
        }
        return lines.joined(separator: "\n")
    }

    package var description: String { message(.fr) }

    static func invalid(_ file: String, _ line: Int?, _ reason: LocalisedText) -> CatalogueError {
        CatalogueError(kind: .invalid, problems: [CatalogueProblem(file: file, line: line, reason: reason)], canSkip: false)
    }
}
