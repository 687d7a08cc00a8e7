/// A practice's changes as lines, each with what was and what is: a list shows them in cells, a practice's own page at length.
import HTML
import JalonDomain

struct DiffLine {
    let label: String
    /// One for each item of a list.
    let before: [[WordRun]]
    let after: [[WordRun]]

    init(_ label: String, before: [[WordRun]], after: [[WordRun]]) {
        self.label = label
        self.before = before
        self.after = after
    }

    /// Whole values, as a number or a priority.
    init(_ label: String, from before: String, to after: String) {
        self.init(label, before: [[WordRun(place: .before, text: before)]], after: [[WordRun(place: .after, text: after)]])
    }

    /// A text, of which only some words differ.
    init(_ label: String, rewording before: String, to after: String) {
        let runs = WordRun.runs(from: before, to: after)
        self.init(label, before: [runs.filter { $0.place != .after }], after: [runs.filter { $0.place != .before }])
    }

    /// What a list lost and gained.
    init(_ label: String, _ list: ListDiff, _ language: Language) {
        self.init(
            label, before: list.removed.items(language).map { [WordRun(place: .before, text: $0)] },
            after: list.added.items(language).map { [WordRun(place: .after, text: $0)] })
    }
}

extension Words {
    /// `atLength` tells of summaries and texts too.
    func lines(of entry: CatalogueDiff.Entry, themes: [Theme], atLength: Bool) -> [DiffLine] {
        guard let before = entry.before, let after = entry.after else { return [] }
        var lines: [DiffLine] = []
        if before.id != after.id { lines.append(DiffLine(practiceNumber, from: before.id, to: after.id)) }
        if before.theme != after.theme {
            func title(_ id: String) -> String { themes.first { $0.id == id }.map(themeTitle) ?? id }
            lines.append(DiffLine(theme, from: title(before.theme), to: title(after.theme)))
        }
        func text(_ label: String, _ before: String?, _ after: String?) {
            guard let before, let after, before != after else { return }
            lines.append(DiffLine(label, rewording: before, to: after))
        }
        text(field(.title), before.title.text(language), after.title.text(language))
        if before.priority != after.priority {
            lines.append(DiffLine(practicePriority, from: priority(before.priority), to: priority(after.priority)))
        }
        if before.difficulty != after.difficulty {
            func word(_ difficulty: Difficulty?) -> String { difficulty.map(self.difficulty) ?? notEstimated }
            lines.append(DiffLine(field(.difficulty), from: word(before.difficulty), to: word(after.difficulty)))
        }
        if entry.changes.contains(.indicators) { lines.append(DiffLine(suggestedIndicators, entry.indicators, language)) }
        if entry.changes.contains(.pilots) { lines.append(DiffLine(suggestedPilots, entry.pilots, language)) }
        if atLength {
            text(summaryOfPractice, before.summary?.text(language), after.summary?.text(language))
            text(guideText, before.text, after.text)
        }
        return lines
    }

    func practiceTitle(_ practice: Practice) -> String { "\(practice.id) \(practice.title.text(language))" }
    var practiceNumber: String { say("Numéro", "Number") }
    var summaryOfPractice: String { say("Résumé", "Summary") }
}

extension HTMLWriter {
    /// Words taken out and put in are marked.
    func runs(_ runs: [WordRun]) {
        for run in runs {
            switch run.place {
            case .both: text(run.text)
            case .before: del(run.text)
            case .after: ins(run.text)
            }
        }
    }

    /// One side of each line, for a cell.
    func side(_ lines: [DiffLine], _ side: KeyPath<DiffLine, [[WordRun]]>) {
        let told = lines.filter { !$0[keyPath: side].isEmpty }
        guard !told.isEmpty else { return text("–") }
        for line in told {
            div {
                small(line.label)
                for item in line[keyPath: side] {
                    br()
                    runs(item)
                }
            }
        }
    }
}
