/// A guide imported by pasting its text: first what is understood, then, once agreed, the import.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

enum CatalogueImportController {
    static func show(_ visit: Visit) async throws -> Response {
        try await answer(visit, CatalogueImportForm())
    }

    /// The first sending reads, the second writes: both read anew, so that what is written is what was sent.
    static func read(_ visit: Visit) async throws -> Response {
        let form = CatalogueImportForm(visit.form)
        do {
            let pasted = try form.pasted()
            guard form.isAgreed else {
                let seen = try await visit.workspace.preview(pasted, visit.visitor)
                let isWhole = seen.model.catalogue != nil
                return visit.answer(page(visit, seen, form, preview: seen.model), status: isWhole ? .ok : .unprocessableContent)
            }
            let entry = try await visit.workspace.importCatalogue(pasted, as: visit.visitor)
            return visit.redirect(
                to: .catalogue(visit.slug, entry.id), saying: visit.words.catalogueImported(entry.reference, entry.practices))
        } catch DomainError.invalid(let violations) {
            return try await answer(visit, form, violations, status: .unprocessableContent)
        }
    }

    private static func answer(
        _ visit: Visit, _ form: CatalogueImportForm, _ violations: [Violation] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let seen = try await visit.workspace.guides(visit.visitor)
        return visit.answer(page(visit, seen, form, violations: violations), status: status)
    }

    private static func page<Model>(
        _ visit: Visit, _ seen: Seen<Model>, _ form: CatalogueImportForm, preview: CataloguePreview? = nil, violations: [Violation] = []
    ) -> [UInt8] {
        CatalogueImportPage(context: visit.frame(seen, menu: .guide), form: form, preview: preview, violations: violations).bytes
    }
}

/// What is typed, kept as it is typed.
struct CatalogueImportForm: Sendable, Equatable {
    /// Of the file that is sent, else what is pasted.
    var bytes: [UInt8] = []
    /// « guide-nr@2 ».
    var reference = ""
    var columns: [CatalogueColumn: String] = [:]
    var skipsInvalid = false
    /// Sent by the button that comes with what was understood.
    var isAgreed = false

    init() {}

    init(_ form: FormBody) {
        let sent = form.upload("upload")?.bytes ?? []
        // The page shows what was sent as text, and sends it again.
        bytes = sent.isEmpty ? Array(form.untouched(Field.file.rawValue).utf8) : tableInUTF8(sent)
        reference = form[Field.catalogue.rawValue]
        for column in CatalogueColumn.allCases {
            let heading = form[Self.name(column)]
            if !heading.isEmpty { columns[column] = heading }
        }
        skipsInvalid = form["skip"] == "1"
        isAgreed = form["agree"] == "1"
    }

    static func name(_ column: CatalogueColumn) -> String { "column-\(column.rawValue)" }

    func pasted() throws(DomainError) -> PastedCatalogue {
        var violations: [Violation] = []
        let named = CatalogueReference(reference)
        if reference.isEmpty {
            violations.append(Violation(.catalogue, .required))
        } else if named == nil {
            violations.append(Violation(.catalogue, .notAnEdition(reference)))
        }
        if bytes.allSatisfy({ $0 <= 0x20 }) { violations.append(Violation(.file, .required)) }
        guard let named, violations.isEmpty else { throw .invalid(violations) }
        return PastedCatalogue(bytes: bytes, reference: named, columns: columns, skipsInvalid: skipsInvalid)
    }
}
