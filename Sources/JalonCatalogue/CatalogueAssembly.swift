/// From drafts to a catalogue: every check is here, so that the four forms of a guide obey the same rules.

import JalonDomain

struct CatalogueAssembly {
    private let draft: CatalogueDraft
    private var problems: [CatalogueProblem]
    private var notes: [CatalogueProblem]
    private var themes: [String: Theme] = [:]
    private var practices: [String: (practice: Practice, file: String)] = [:]
    /// Words of other references that were read as the guide's: each is said once.
    private var translated: Set<String> = []

    /// - Parameters:
    ///   - source: the file or folder read, for what has no better place.
    ///   - reference: the name and version to give.
    static func assemble(
        _ draft: CatalogueDraft, source: String, as reference: CatalogueReference, skipInvalid: Bool
    ) throws(CatalogueError) -> CatalogueReading {
        var assembly = CatalogueAssembly(draft: draft)
        assembly.takeThemes()
        for practice in draft.practices { assembly.take(practice) }
        if !assembly.problems.isEmpty, !skipInvalid || assembly.practices.isEmpty {
            throw CatalogueError(kind: .invalid, problems: assembly.problems, canSkip: !assembly.practices.isEmpty)
        }
        guard !assembly.practices.isEmpty else { throw .invalid(source, nil, CatalogueReason.noPractice) }
        return assembly.reading(as: reference)
    }

    private init(draft: CatalogueDraft) {
        self.draft = draft
        problems = draft.problems
        notes = draft.notes
    }

    private mutating func takeThemes() {
        for theme in draft.themes {
            guard let id = PracticeID.theme(theme.id.text) else {
                problems.append(.init(file: theme.file, line: theme.id.line, reason: CatalogueReason.badTheme(theme.id.text)))
                continue
            }
            guard let title = theme.title else { continue }
            if let kept = themes[id]?.title.fr {
                guard kept.folded != title.fr.folded else { continue }
                let reason = CatalogueReason.themeAgain(id, kept: kept, other: title.fr)
                notes.append(.init(file: theme.file, line: theme.id.line, reason: reason))
            } else {
                themes[id] = Theme(id: id, title: title)
            }
        }
    }

    private mutating func take(_ draft: PracticeDraft) {
        let before = problems.count
        let id = checkedID(draft)
        if draft.title == nil { report(draft, draft.line, CatalogueReason.noTitle) }
        let priority = checkedPriority(draft)
        let difficulty = checkedDifficulty(draft)
        checkLink(draft)
        guard problems.count == before, let id, let title = draft.title, let priority else { return }
        if let first = practices[id.text] {
            return report(draft, draft.id?.line ?? draft.line, CatalogueReason.duplicate(id.text, first: first.file))
        }
        takeTheme(of: draft, id: id)
        let practice = Practice(
            id: id.text, theme: id.theme, title: title, priority: priority, difficulty: difficulty, pilots: draft.pilots,
            indicators: draft.indicators, link: draft.link?.text, summary: draft.summary, text: draft.text)
        practices[id.text] = (practice, "\(draft.file):\(draft.id?.line ?? draft.line)")
    }

    private mutating func checkedID(_ draft: PracticeDraft) -> PracticeID? {
        guard let written = draft.id else {
            report(draft, draft.line, CatalogueReason.noID)
            return nil
        }
        switch PracticeID.read(written.text, theme: draft.themeID) {
        case .success(let id): return id
        case .failure(.malformed): report(draft, written.line, CatalogueReason.badID(written.text))
        case .failure(.withoutTheme): report(draft, written.line, CatalogueReason.idWithoutTheme(written.text))
        }
        return nil
    }

    private mutating func checkedPriority(_ draft: PracticeDraft) -> PracticePriority? {
        guard let written = draft.priority else {
            if self.draft.assumesPriority { return .recommended }
            report(draft, draft.line, CatalogueReason.noPriority)
            return nil
        }
        if let priority = PracticePriority(word: written.text) { return priority }
        guard let priority = CatalogueReason.priority(ofReference: written.text) else {
            report(draft, written.line, CatalogueReason.badPriority(written.text))
            return nil
        }
        translate(written, of: draft, CatalogueReason.read(priority: written.text, as: priority))
        return priority
    }

    /// A practice may say nothing of its difficulty; a word that means nothing is a mistake.
    private mutating func checkedDifficulty(_ draft: PracticeDraft) -> Difficulty? {
        guard let written = draft.difficulty else { return nil }
        if let difficulty = Difficulty(word: written.text) { return difficulty }
        guard let difficulty = CatalogueReason.difficulty(ofReference: written.text) else {
            report(draft, written.line, CatalogueReason.badDifficulty(written.text))
            return nil
        }
        translate(written, of: draft, CatalogueReason.read(difficulty: written.text, as: difficulty))
        return difficulty
    }

    private mutating func translate(_ written: Located, of draft: PracticeDraft, _ reason: LocalisedText) {
        guard translated.insert(reason.fr).inserted else { return }
        notes.append(CatalogueProblem(file: draft.file, line: written.line, reason: reason))
    }

    /// Links end up in pages: nothing but the web's own addresses comes in.
    private mutating func checkLink(_ draft: PracticeDraft) {
        guard let link = draft.link else { return }
        let start = link.text.prefix(8).lowercased()
        let isWeb = start.hasPrefix("https://") || start.hasPrefix("http://")
        let isClean = link.text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace }
        if !isWeb || !isClean { report(draft, link.line, CatalogueReason.badLink(link.text)) }
    }

    /// The id's own theme counts; a theme that no page declares takes the best name its practices give.
    private mutating func takeTheme(of draft: PracticeDraft, id: PracticeID) {
        if let place = draft.themeID.flatMap(PracticeID.theme), place != id.theme {
            let reason = CatalogueReason.otherTheme(id.text, folder: place)
            notes.append(.init(file: draft.file, line: draft.id?.line, reason: reason))
        }
        guard themes[id.theme] == nil else { return }
        let title = draft.themeTitle ?? id.theme
        themes[id.theme] = Theme(id: id.theme, title: LocalisedText(fr: title, en: nil))
        notes.append(.init(file: draft.file, line: nil, reason: CatalogueReason.themeUnnamed(id.theme, kept: title)))
    }

    private mutating func report(_ draft: PracticeDraft, _ line: Int, _ reason: LocalisedText) {
        problems.append(CatalogueProblem(file: draft.file, line: line, reason: reason))
    }

    private func reading(as reference: CatalogueReference) -> CatalogueReading {
        let catalogue = Catalogue(
            name: reference.name, version: reference.version, date: draft.date?.text,
            title: draft.title ?? LocalisedText(fr: reference.name, en: nil),
            themes: Array(themes.values), practices: practices.values.map(\.practice))
        return CatalogueReading(catalogue: catalogue, skipped: problems, notes: notes)
    }
}
