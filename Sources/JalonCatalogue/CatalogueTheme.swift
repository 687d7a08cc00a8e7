/// A theme as a cell or a criterion names it: « 1 Stratégie », « 1-Stratégie », « Stratégie ».

import JalonDomain

struct CatalogueTheme {
    /// What stands before the name; for a bare name, the name itself, in letters and hyphens.
    let id: String?
    let title: String

    init(_ written: String, id: String? = nil) {
        let text = written.trimmed
        let mark = text.prefix { $0.isNumber }
        let after = text.dropFirst(mark.count)
        let rest = after.drop { $0 == "." || $0 == "-" || $0 == "–" || $0 == ":" || $0.isWhitespace }
        let isNumbered = !mark.isEmpty && !rest.isEmpty && rest.count < after.count
        title = isNumbered ? String(rest) : text
        if let id {
            self.id = id
        } else if isNumbered {
            self.id = String(mark)
        } else {
            let words = text.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            let slug = words.reduce("") { $0.count + $1.count < 20 ? ($0.isEmpty ? "" : $0 + "-") + $1 : $0 }
            self.id = slug.isEmpty ? nil : slug
        }
    }

    /// Only a bare number needs it.
    func id(for practice: Located?) -> String? {
        guard let practice, case .failure(.withoutTheme) = PracticeID.read(practice.text, theme: nil) else { return nil }
        return id
    }

    /// The theme that a practice's own id says, under this title; none where nothing names it.
    func drafts(of id: Located, file: String) -> [ThemeDraft] {
        guard !title.isEmpty, case .success(let read) = PracticeID.read(id.text, theme: self.id) else { return [] }
        return [ThemeDraft(file: file, id: Located(text: read.theme, line: id.line), title: LocalisedText(fr: title, en: nil))]
    }
}
