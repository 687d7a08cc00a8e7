/// A catalogue pasted into a page: read, shown as understood, then written or not.
import JalonCatalogue
package import JalonDomain
package import JalonStore
import SQL

/// What was pasted or sent: what a file of any form holds, and what to call it.
package struct PastedCatalogue: Sendable, Equatable {
    package var bytes: [UInt8]
    package var reference: CatalogueReference
    /// The headings of a table that are not the guide's.
    package var columns: [CatalogueColumn: String]
    /// Whether what is not understood is left aside.
    package var skipsInvalid: Bool

    package init(bytes: [UInt8], reference: CatalogueReference, columns: [CatalogueColumn: String], skipsInvalid: Bool) {
        self.bytes = bytes
        self.reference = reference
        self.columns = columns
        self.skipsInvalid = skipsInvalid
    }
}

/// What was understood of it, before anything is written.
package struct CataloguePreview: Sendable {
    /// `nil` when nothing can be imported as it is.
    package let catalogue: Catalogue?
    /// What is not understood, each with its line.
    package let problems: [LocalisedText]
    /// What was understood in spite of its form.
    package let notes: [LocalisedText]
    /// Whether the rest can be imported without what is not understood.
    package let canSkip: Bool
}

extension Workspace {
    /// Nothing is written.
    package func preview(_ pasted: PastedCatalogue, _ visitor: Visitor) async throws -> Seen<CataloguePreview> {
        let preview = CataloguePreview(pasted)
        return try await look(visitor, needs: .manageCatalogues) { scene in
            try scene.requireNew(pasted.reference)
            return preview
        }
    }

    package func importCatalogue(_ pasted: PastedCatalogue, as visitor: Visitor) async throws -> CatalogueEntry {
        guard let catalogue = CataloguePreview(pasted).catalogue else {
            try await check(visitor, needs: .manageCatalogues)
            throw DomainError.invalid(.file, .emptySelection)
        }
        return try await importCatalogue(catalogue, as: visitor)
    }
}

extension CataloguePreview {
    fileprivate init(_ pasted: PastedCatalogue) {
        func said(_ problems: [CatalogueProblem]) -> [LocalisedText] {
            problems.map { LocalisedText(fr: $0.text(.fr), en: $0.text(.en)) }
        }
        do throws(CatalogueError) {
            let reading = try CatalogueReader.read(
                pasted.bytes, file: CatalogueReader.pastedName(pasted.bytes), name: pasted.reference.name,
                version: pasted.reference.version, skipInvalid: pasted.skipsInvalid, columns: pasted.columns)
            self.init(
                catalogue: reading.catalogue, problems: said(reading.skipped), notes: said(reading.notes), canSkip: true)
        } catch {
            self.init(catalogue: nil, problems: said(error.problems), notes: [], canSkip: error.canSkip)
        }
    }
}
