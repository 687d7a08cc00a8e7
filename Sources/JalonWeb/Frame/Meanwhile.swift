/// What someone else saved while a form was being filled: what was taken over, put together or is to be chosen, and what stands beside.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

/// One answer of a form, as it is read, and the fields of the journal that tell of its changes.
struct FormAnswer {
    let field: Field
    let text: String
    let told: [Field]

    init(_ field: Field, _ text: String, told: [Field] = []) {
        self.field = field
        self.text = text
        self.told = told + [field]
    }
}

struct Meanwhile {
    enum Kind {
        /// One of two answers is to be chosen.
        case asked
        /// Both are shown, and what was typed will stand.
        case crossed
        case taken, together
        /// The form does not ask for it.
        case elsewhere
    }

    struct Difference {
        let field: Field
        let kind: Kind
        let stored: String
        let typed: String
        let author: String?
        let at: Instant?
    }

    private(set) var differences: [Difference] = []
    let zone: Zone

    /// Of a form that is put together; the journal, where it can be read, says who and when. `read` is the version that it was made from.
    init<Form: MergedForm>(
        _ merge: FormMerge<Form>, typed: [FormAnswer], stored: [FormAnswer], journal: [JournalEntry]?, _ words: Words, zone: Zone
    ) {
        self.zone = zone
        for (mine, theirs) in zip(typed, stored) {
            let kind: Kind? =
                merge.asked.contains(mine.field)
                ? .asked : merge.taken.contains(mine.field) ? .taken : merge.together.contains(mine.field) ? .together : nil
            if let kind { add(kind, mine.field, stored: theirs.text, typed: mine.text, Self.entry(of: mine.told, in: journal)) }
        }
        addOthers(than: typed, in: journal, JournalWords(words, zone: zone))
    }

    /// The questions that were left without a choice, again.
    init(unanswered: [Field], typed: [FormAnswer], stored: [FormAnswer], zone: Zone) {
        self.zone = zone
        for (mine, theirs) in zip(typed, stored) where unanswered.contains(mine.field) {
            add(.asked, mine.field, stored: theirs.text, typed: mine.text, nil)
        }
    }

    /// Of answers that cannot be put together: those that the journal says changed, or all that differ where nobody can tell.
    init(_ seen: Seen<ActionSheet>, since read: Int, typed: [FormAnswer], stored: [FormAnswer], _ words: Words) {
        zone = seen.zone
        let journal = seen.model.journal(since: read)
        for (mine, theirs) in zip(typed, stored) where mine.text != theirs.text {
            let entry = Self.entry(of: mine.told, in: journal)
            guard entry != nil || journal == nil else { continue }
            add(.crossed, mine.field, stored: theirs.text, typed: mine.text, entry)
        }
        addOthers(than: typed, in: journal, JournalWords(words, zone: zone))
    }

    /// What the form does not ask for, but changed under it.
    private mutating func addOthers(than typed: [FormAnswer], in journal: [JournalEntry]?, _ said: JournalWords) {
        let known = Set(typed.flatMap(\.told))
        for entry in journal ?? [] {
            for change in entry.changes where !known.contains(change.field) && !differences.contains(where: { $0.field == change.field }) {
                add(.elsewhere, change.field, stored: said.value(change.after, of: change.field), typed: "", entry)
            }
        }
    }

    private mutating func add(_ kind: Kind, _ field: Field, stored: String, typed: String, _ entry: JournalEntry?) {
        differences.append(Difference(field: field, kind: kind, stored: stored, typed: typed, author: entry?.author, at: entry?.at))
    }

    private static func entry(of fields: [Field], in journal: [JournalEntry]?) -> JournalEntry? {
        journal?.first { $0.changes.contains { fields.contains($0.field) } }
    }

    var asks: Bool { differences.contains { $0.kind == .asked } }
    var crosses: Bool { differences.contains { $0.kind == .crossed } }
}

extension ActionSheet {
    /// The entries of what changed since a version was read; `nil` for who may not read them.
    func journal(since read: Int) -> [JournalEntry]? { journal.map { Array($0.prefix(max(0, action.version - read))) } }
}

extension Fields {
    init(_ html: HTMLWriter, _ words: Words, violations: [Violation], meanwhile: Meanwhile?) {
        self.init(html, words, violations: violations)
        for difference in meanwhile?.differences ?? [] {
            switch difference.kind {
            case .asked: continue
            case .crossed: stored[difference.field] = words.storedNow(difference.stored, by: difference.author)
            case .taken: stored[difference.field] = words.takenFrom(difference.author)
            case .together: stored[difference.field] = words.putTogether(difference.author)
            case .elsewhere: continue
            }
        }
    }

    /// On top of the form, inside it: who saved what, and what is to be chosen.
    func meanwhile(_ meanwhile: Meanwhile?) {
        guard let meanwhile else { return }
        html.div(.class("note al"), .role(.alert), .labelledBy("co"), .tabindex(-1), .id("conflit")) {
            html.h2(words.savedMeanwhile, .id("co"))
            html.p(meanwhile.asks ? words.chooseHelp : meanwhile.crosses ? words.crossedHelp : words.mergedHelp)
            for difference in meanwhile.differences where difference.kind == .asked { choice(difference, meanwhile.zone) }
            let told = meanwhile.differences.filter { $0.kind != .asked }
            if !told.isEmpty {
                html.ul(.class("liste")) { for difference in told { html.li { line(difference, meanwhile.zone) } } }
            }
        }
    }

    /// Neither answer stands by default.
    private func choice(_ difference: Meanwhile.Difference, _ zone: Zone) {
        let part = FormPart(difference.field)
        html.hiddenInput("asked", difference.field.rawValue)
        html.fieldset(.class("champ choix")) {
            html.legend(words.field(difference.field))
            who(difference, zone)
            for (value, sentence) in [
                ("mine", words.keepMine(difference.typed)), ("theirs", words.takeTheirs(difference.stored, difference.author)),
            ] {
                html.label {
                    html.input(.type(.radio), .name(part.choiceName), .value(value), .required)
                    html.span(sentence)
                }
            }
        }
    }

    private func who(_ difference: Meanwhile.Difference, _ zone: Zone) {
        if let author = difference.author, let at = difference.at { html.small("\(author), \(words.moment(at, in: zone))") }
    }

    private func line(_ difference: Meanwhile.Difference, _ zone: Zone) {
        if difference.kind == .elsewhere {
            html.b(words.field(difference.field))
        } else {
            html.a(words.field(difference.field), .href(Fragment(difference.field.rawValue)))
        }
        html.text(" ")
        who(difference, zone)
        html.br()
        switch difference.kind {
        case .taken: html.text(words.taken(difference.stored))
        case .together: html.text(words.together(difference.stored, difference.typed))
        case .asked, .crossed, .elsewhere: html.text(words.storedNow(difference.stored, by: nil))
        }
        if difference.kind == .crossed {
            html.br()
            html.text(words.typedHere(difference.typed))
        }
    }
}

extension Words {
    var savedMeanwhile: String { say("Quelqu’un a enregistré entre-temps", "Someone saved in the meantime") }
    fileprivate var chooseHelp: String {
        say(
            "Rien n’est perdu\u{A0}: tout est réuni ci-dessous. Vous avez tous deux changé certaines réponses\u{A0}: choisissez, puis enregistrez.",
            "Nothing is lost: all is put together below. You both changed some answers: choose, then save.")
    }
    var crossedHelp: String {
        say(
            "Rien n’est perdu\u{A0}: votre saisie est ci-dessous, telle quelle. Comparez, corrigez, puis enregistrez\u{A0}: elle l’emportera.",
            "Nothing is lost: what you typed is below, as it was. Compare, correct, then save: what you typed will stand."
        )
    }
    fileprivate var mergedHelp: String {
        say(
            "Rien n’est perdu\u{A0}: vos réponses et les siennes sont réunies ci-dessous. Relisez, puis enregistrez.",
            "Nothing is lost: your answers and theirs are put together below. Read them again, then save.")
    }
    fileprivate func said(_ text: String) -> String { text.isEmpty ? say("vide", "empty") : quote(text) }
    fileprivate func keepMine(_ text: String) -> String {
        say("Garder ce qui est écrit ci-dessous\u{A0}: \(said(text))", "Keep what is written below: \(said(text))")
    }
    fileprivate func takeTheirs(_ text: String, _ author: String?) -> String {
        labelled(
            author.map { say("Prendre la réponse de \($0)", "Take \($0)’s answer") } ?? say("Prendre l’autre", "Take the other"), said(text)
        )
    }
    fileprivate func takenFrom(_ author: String?) -> String {
        author.map { say("Repris de \($0).", "Taken from \($0).") } ?? say("Repris de l’autre saisie.", "Taken from the other answers.")
    }
    fileprivate func putTogether(_ author: String?) -> String {
        author.map { say("Réuni avec ce qu’a écrit \($0).", "Put together with what \($0) wrote.") }
            ?? say("Réuni avec l’autre saisie.", "Put together with the other answers.")
    }
    fileprivate func taken(_ text: String) -> String { labelled(say("Repris", "Taken over"), said(text)) }
    fileprivate func together(_ theirs: String, _ mine: String) -> String {
        say("Réuni\u{A0}: \(said(theirs)) et \(said(mine)).", "Put together: \(said(theirs)) and \(said(mine)).")
    }
    func storedNow(_ text: String, by author: String?) -> String {
        let who = author.map { say("Enregistré entre-temps par \($0)", "Saved in the meantime by \($0)") } ?? say("Enregistré", "Saved")
        return labelled(who, said(text)) + (author == nil ? "" : ".")
    }
    fileprivate func typedHere(_ text: String) -> String { labelled(say("Votre saisie", "Typed by you"), said(text)) }
}
