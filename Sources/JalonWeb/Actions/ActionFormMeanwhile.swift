/// What someone else saved while a form was being filled: shown beside what was typed, so that sending again is a choice.
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
    struct Difference {
        let field: Field
        let stored: String
        /// `nil` when the form does not ask for it.
        let typed: String?
        let author: String?
        let at: Instant?
    }

    let differences: [Difference]
    let zone: Zone

    /// `read` is the version that the form was made from.
    init(_ seen: Seen<ActionSheet>, since read: Int, typed: [FormAnswer], stored: [FormAnswer], _ words: Words) {
        let journal = JournalWords(words, zone: seen.zone)
        zone = seen.zone
        let later = seen.model.journal.map { $0.prefix(max(0, seen.model.action.version - read)) }
        func change(_ fields: [Field]) -> JournalEntry? {
            later?.first { $0.changes.contains { fields.contains($0.field) } }
        }
        var found: [Difference] = []
        for (mine, theirs) in zip(typed, stored) where mine.text != theirs.text {
            let entry = change(mine.told)
            // What only this form changes is no conflict; without a journal nobody can tell.
            guard entry != nil || later == nil else { continue }
            found.append(
                Difference(field: mine.field, stored: theirs.text, typed: mine.text, author: entry?.author, at: entry?.at))
        }
        // What the form does not ask for, but changed under it.
        let asked = Set(typed.flatMap(\.told))
        for entry in later ?? [] {
            for change in entry.changes where !asked.contains(change.field) && !found.contains(where: { $0.field == change.field }) {
                found.append(
                    Difference(
                        field: change.field, stored: journal.value(change.after, of: change.field), typed: nil, author: entry.author,
                        at: entry.at))
            }
        }
        differences = found
    }
}

extension Fields {
    init(_ html: HTMLWriter, _ words: Words, violations: [Violation], meanwhile: Meanwhile?) {
        self.init(html, words, violations: violations)
        for difference in meanwhile?.differences ?? [] where difference.typed != nil {
            stored[difference.field] = words.storedNow(difference.stored, by: difference.author)
        }
    }

    /// On top of the form: who saved what, and what to do.
    func meanwhile(_ meanwhile: Meanwhile?) {
        guard let meanwhile else { return }
        html.div(.class("note al"), .role(.alert), .labelledBy("co"), .tabindex(-1), .id("conflit")) {
            html.h2(words.savedMeanwhile, .id("co"))
            html.p(meanwhile.differences.isEmpty ? words.savedElsewhereOnly : words.savedMeanwhileHelp)
            if !meanwhile.differences.isEmpty {
                html.ul(.class("liste")) {
                    for difference in meanwhile.differences { html.li { line(difference, meanwhile.zone) } }
                }
            }
        }
    }

    private func line(_ difference: Meanwhile.Difference, _ zone: Zone) {
        if difference.typed != nil {
            html.a(words.field(difference.field), .href(Fragment(difference.field.rawValue)))
        } else {
            html.b(words.field(difference.field))
        }
        if let author = difference.author, let at = difference.at {
            html.text(" ")
            html.small("\(author), \(words.moment(at, in: zone))")
        }
        html.br()
        html.text(words.storedNow(difference.stored, by: nil))
        if let typed = difference.typed {
            html.br()
            html.text(words.typedHere(typed))
        }
    }
}

extension Words {
    var savedMeanwhile: String { say("Quelqu’un a enregistré entre-temps", "Someone saved in the meantime") }
    var savedMeanwhileHelp: String {
        say(
            "Rien n’est perdu\u{A0}: votre saisie est ci-dessous, telle quelle. Comparez, corrigez, puis enregistrez\u{A0}: elle l’emportera.",
            "Nothing is lost: what you typed is below, as it was. Compare, mend, then save: what you typed will stand."
        )
    }
    fileprivate var savedElsewhereOnly: String {
        say(
            "Rien n’est perdu\u{A0}: votre saisie est ci-dessous, et rien ne s’y oppose. Relisez, puis enregistrez.",
            "Nothing is lost: what you typed is below, and nothing stands against it. Read it again, then save.")
    }
    func storedNow(_ text: String, by author: String?) -> String {
        let who = author.map { say("Enregistré entre-temps par \($0)", "Stored meanwhile by \($0)") } ?? say("Enregistré", "Stored")
        return labelled(who, text.isEmpty ? say("vide", "empty") : quote(text)) + (author == nil ? "" : ".")
    }
    fileprivate func typedHere(_ text: String) -> String {
        labelled(say("Votre saisie", "Typed by you"), text.isEmpty ? say("vide", "empty") : quote(text))
    }
}
