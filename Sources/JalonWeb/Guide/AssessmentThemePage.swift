/// One theme of the état des lieux: all its practices in one form, with what was said of each; read only for who may not answer.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct AssessmentThemePage {
    let context: PageContext
    let model: ThemeAssessment
    let form: AssessmentForm
    /// Which guide, when the address names one.
    let query: Query

    private var words: Words { context.words }
    private var sheet: AssessmentSheet { model.sheet }
    private var conflicts: [AssessmentForm.Row] { form.rows.filter { $0.meanwhile != nil } }

    func render() -> [UInt8] {
        page(context, title: words.themeTitle(model.theme), failed: !form.isSound) { html in
            html.breadcrumb(words, (words.assessmentTitle, .assessment(context.slug, query)))
            html.heading(
                words.themeTitle(model.theme), over: words.assessmentTitle,
                lead: words.themeAssessmentLead(model.practices.count { model.histories[$0.id] != nil }, of: model.practices.count))
            html.hint(words.assessmentQuestion, about: PracticeState.allCases, words.practiceState, words.meaning)
            if context.may(.manageCatalogues) { fill(html) } else { read(html) }
            others(html)
        }
    }

    // MARK: The form

    private func fill(_ html: HTMLWriter) {
        if !form.isSound { summary(html) }
        if !conflicts.isEmpty { meanwhile(html) }
        html.post(to: .themeAssessment(context.slug, model.theme.id, query), context) {
            html.div(.class("etroit")) {
                Fields(html, words, violations: form.violations).day(
                    .on, form.on, example: context.today, label: words.assessedOn, required: true, help: words.assessedOnHelp)
            }
            for practice in model.practices {
                if let row = form.rows.first(where: { $0.practice == practice.id }) { self.row(html, practice, row) }
            }
            html.ligne {
                html.button(words.saveAndContinue, .name("then"), .value("next"))
                html.button(words.saveAssessment, .class("sec"))
            }
        }
    }

    private func row(_ html: HTMLWriter, _ practice: PracticeEntry, _ row: AssessmentForm.Row) {
        let fields = Fields(html, words, violations: row.violations)
        let history = model.histories[practice.id] ?? []
        html.fieldset(.class("grand"), .id("p-\(practice.id)")) {
            html.legend { title(html, practice) }
            html.hiddenInput("practice", practice.id)
            html.hiddenInput("reading-\(practice.id)", String(row.reading))
            if let entry = row.meanwhile {
                html.p(words.storedNow(words.said(entry), by: entry.author), .class("aide"))
            } else if let last = history.first {
                html.p(words.assessedBy(last), .class("aide"))
            }
            html.div(.class("champs choix")) {
                for state in PracticeState.allCases { choice(html, row, state.rawValue, words.practiceState(state)) }
                // What was said is not unsaid: only a practice that nobody assessed may stay so.
                if row.reading == 0 { choice(html, row, "", words.practiceState(nil)) }
            }
            fields.errors(row.violations.filter { $0.field == .state || $0.field == .on }, id: "state-\(practice.id)")
            html.details(.open(row.meanwhile != nil || !row.violations.isEmpty)) {
                html.summary(words.commentAndEvidence)
                fields.textarea(.comment, row.comment, name: "comment-\(practice.id)", help: words.assessmentCommentHelp)
                fields.text(.proof, row.link, label: words.evidenceLink, name: "proof-\(practice.id)", inputMode: .url)
            }
            if history.count > 1 {
                html.details {
                    html.summary(words.assessmentHistory(history.count))
                    html.assessments(history, edition: sheet.entry.version, words)
                }
            }
        }
    }

    private func choice(_ html: HTMLWriter, _ row: AssessmentForm.Row, _ value: String, _ label: String) {
        html.label {
            html.input(
                .type(.radio), .name("state-\(row.practice)"), .value(value), .checked(row.state == value),
                .invalid(row.violations.contains { $0.field == .state }))
            html.text(label)
        }
    }

    private func title(_ html: HTMLWriter, _ practice: PracticeEntry) {
        html.a(
            "\(practice.id) \(practice.title.text(words.language))", .href(Path.practice(context.slug, sheet.entry.id, practice.id)))
        html.text(" ")
        html.small(words.priority(practice.priority))
    }

    // MARK: What is to be mended, what someone else said

    private func summary(_ html: HTMLWriter) {
        let broken = form.rows.filter { !$0.violations.isEmpty }
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(broken.reduce(form.violations.count) { $0 + $1.violations.count }), .id("er"))
            html.ul(.class("liste")) {
                for violation in form.violations { html.li { html.a(words.violation(violation), .href(Fragment("on"))) } }
                for row in broken {
                    for violation in row.violations {
                        html.li {
                            html.a("\(row.practice) – \(words.violation(violation))", .href(Fragment(place(of: violation, row.practice))))
                        }
                    }
                }
            }
        }
    }

    private func place(of violation: Violation, _ practice: String) -> String {
        switch violation.field {
        case .on: "on"
        case .comment, .proof: "\(violation.field.rawValue)-\(practice)"
        default: "p-\(practice)"
        }
    }

    private func meanwhile(_ html: HTMLWriter) {
        html.div(.class("note al"), .role(.alert), .labelledBy("co"), .tabindex(-1), .id("conflit")) {
            html.h2(words.savedMeanwhile, .id("co"))
            html.p(words.crossedHelp)
            html.ul(.class("liste")) {
                for row in conflicts {
                    guard let entry = row.meanwhile else { continue }
                    html.li {
                        html.a(row.practice, .href(Fragment("p-\(row.practice)")))
                        html.text(" \(words.storedNow(words.said(entry), by: entry.author))")
                    }
                }
            }
        }
    }

    // MARK: Reading, and the way on

    private func read(_ html: HTMLWriter) {
        for practice in model.practices {
            html.section {
                html.h2 { title(html, practice) }
                if let history = model.histories[practice.id] {
                    html.assessments(history, edition: sheet.entry.version, words)
                } else {
                    html.p(words.practiceState(nil))
                }
            }
        }
    }

    private func others(_ html: HTMLWriter) {
        html.nav(.class("pages ligne"), .ariaLabel(words.otherThemes)) {
            guard let place = sheet.themes.firstIndex(of: model.theme) else { return }
            if place > 0 { link(html, sheet.themes[place - 1], .prev) }
            if place + 1 < sheet.themes.count { link(html, sheet.themes[place + 1], .next) }
        }
    }

    private func link(_ html: HTMLWriter, _ theme: Theme, _ rel: Attribute.Rel) {
        html.a(words.themeTitle(theme), .href(Path.themeAssessment(context.slug, theme.id, query)), .rel(rel))
    }
}

extension HTMLWriter {
    /// All that was said of a practice, the latest first; `edition` is the one that needs no mention.
    func assessments(_ history: [AssessmentEntry], edition: String, _ words: Words) {
        ul(.class("liste")) {
            for entry in history {
                li {
                    b(words.practiceState(entry.assessment.state))
                    text(" ")
                    small {
                        day(entry.assessment.on, words)
                        text(" · \(entry.author)")
                        if entry.catalogueVersion != edition { text(" · \(words.editionRead(entry.catalogueVersion))") }
                    }
                    if !entry.assessment.comment.isEmpty {
                        br()
                        text(entry.assessment.comment)
                    }
                    if let link = ExternalLink(entry.assessment.link) {
                        br()
                        a(words.seeEvidence, .href(link), .rel(.external))
                    }
                }
            }
        }
    }
}

extension Words {
    var assessmentQuestion: String { say("Quelle réponse choisir\u{A0}?", "Which answer to choose?") }
    func meaning(of state: PracticeState) -> String {
        switch state {
        case .inPlace: say("Faite partout où elle s’applique, et tenue dans la durée.", "Done wherever it applies, and kept up.")
        case .partly: say("Commencée, ou faite à certains endroits seulement.", "Started, or done in some places only.")
        case .notInPlace: say("Pas commencée. Le plan pourra la retenir.", "Not started. The plan may take it up.")
        case .notApplicable: say("Sans objet chez vous. Dites pourquoi en commentaire.", "Does not concern you. Say why in a comment.")
        }
    }
    func themeAssessmentLead(_ assessed: Int, of all: Int) -> String {
        say(
            "\(count(assessed, "pratique évaluée", "pratiques évaluées")) sur \(number(all)). Répondez à celles que vous connaissez\u{A0}: le reste peut attendre.",
            "\(count(assessed, "practice", "practices")) assessed out of \(number(all)). Answer those you know about: the rest can wait."
        )
    }
    var assessedOn: String { say("Date de l’état des lieux", "Date of the assessment") }
    var assessedOnHelp: String { say("Pour les réponses nouvelles seulement.", "For new answers only.") }
    var saveAndContinue: String { say("Enregistrer et continuer", "Save and continue") }
    var saveAssessment: String { say("Enregistrer", "Save") }
    var commentAndEvidence: String { say("Commentaire et preuve", "Comment and evidence") }
    var assessmentCommentHelp: String {
        say(
            "Ce qui est là, ce qui manque. Pour une pratique non applicable, la raison.",
            "What is there, what is missing. For a practice that does not apply, the reason.")
    }
    var evidenceLink: String { say("Lien vers une preuve", "Link to evidence") }
    var seeEvidence: String { say("Voir la preuve", "See the evidence") }
    func editionRead(_ version: String) -> String { say("édition \(version) du guide", "edition \(version) of the guide") }
    func assessmentHistory(_ number: Int) -> String {
        say("Historique (\(count(number, "réponse", "réponses")))", "History (\(count(number, "answer", "answers")))")
    }
    /// « Évaluée le 1er février 2026 par Camille Ostrowski. Deux services sur sept. »
    func assessedBy(_ entry: AssessmentEntry) -> String {
        let when = say(
            "Évaluée le \(day(entry.assessment.on)) par \(entry.author).", "Assessed on \(day(entry.assessment.on)) by \(entry.author).")
        return [when, entry.assessment.comment].filter { !$0.isEmpty }.joined(separator: " ")
    }
    /// « En partie. Deux services sur sept. »
    func said(_ entry: AssessmentEntry) -> String {
        ([practiceState(entry.assessment.state) + ".", entry.assessment.comment, entry.assessment.link].filter { !$0.isEmpty })
            .joined(separator: " ")
    }
    var otherThemes: String { say("Autres thématiques", "Other themes") }
}
