/// The page that leads to each setting, and the form of what the organisation chose for itself.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func settingsPage(_ context: PageContext, _ tally: SettingsTally) -> [UInt8] {
    let words = context.words
    let slug = context.slug
    var entries: [(title: String, path: Path, sentence: String)] = []
    if context.may(.administer) {
        entries.append((words.organisationSettings, .organisationSettings(slug), words.organisationSettingsHelp))
        entries.append((words.membersTitle, .members(slug), words.membersHelp(tally.members, tally.invitations)))
        entries.append((words.mailsTitle, .mails(slug), words.mailsHelp))
    }
    entries.append((words.partiesTitle, .parties(slug), words.partiesHelp(tally.parties)))
    if context.may(.administer) { entries.append((words.qualityRulesTitle, .qualityRules(slug), words.qualityRulesLead)) }
    entries.append((words.weightsTitle, .weights(slug), words.weightsLead))
    entries.append((words.settingsGuides, .catalogues(slug), words.settingsGuidesHelp(tally.catalogues)))
    entries.append((words.journalTitle, .journal(slug), words.journalLead))
    return page(context, title: MenuEntry.settings.label(words)) { html in
        html.heading(MenuEntry.settings.label(words), over: context.organisation?.name, lead: words.settingsLead)
        html.ul(.class("liste texte")) {
            for entry in entries {
                html.li {
                    html.a(entry.title, .href(entry.path))
                    html.br()
                    html.small(entry.sentence)
                }
            }
        }
        if !context.may(.administer) { html.p(words.settingsOfAdministrators, .class("aide")) }
    }
}

struct OrganisationPage {
    private let context: PageContext
    private let words: Words
    private let sheet: OrganisationSheet
    private let form: OrganisationForm
    private let violations: [Violation]
    private let crossed: Bool

    init(
        _ context: PageContext, _ sheet: OrganisationSheet, _ form: OrganisationForm, violations: [Violation] = [], crossed: Bool = false
    ) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    var bytes: [UInt8] {
        page(context, title: words.organisationSettings, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)))
            html.heading(words.organisationSettings, lead: words.organisationSettingsHelp)
            html.div(.class("etroit")) {
                var fields = Fields(html, words, violations: violations)
                fields.errorSummary()
                if crossed {
                    html.div(.class("note al"), .role(.alert)) {
                        html.h2(words.planCrossed)
                        html.p(words.planCrossedHelp)
                    }
                    fields.stored = stored
                }
                html.post(to: .organisationSettings(context.slug), context) {
                    html.hiddenInput("version", String(sheet.settings.version))
                    content(fields)
                    fields.buttons(crossed ? words.saveMine : words.planSave, cancel: .settings(context.slug))
                }
                html.p(words.organisationSlug(context.slug), .class("aide"))
            }
        }
    }

    private func content(_ fields: Fields) {
        fields.text(
            .name, form.name, label: words.organisationName, required: true, help: words.organisationNameHelp, maxLength: 200,
            autocomplete: .organization)
        fields.text(.timeZone, form.timeZone, required: true, help: words.timeZoneHelp, maxLength: 60, suggestions: timeZones)
        fields.radios(
            .language, form.language, among: Language.allCases.map { Choice($0.rawValue, words.languageName($0)) }, required: true,
            help: words.organisationLanguageHelp)
        fields.select(
            .catalogue, form.catalogue, among: sheet.catalogues.map { Choice(String($0.id), words.planCatalogue($0)) },
            blank: words.lastImportedGuide, label: words.guideOfNewPlans)
        fields.select(
            .cadence, form.cadence, among: Cadence.allCases.map { Choice($0.rawValue, words.cadence($0)) },
            blank: words.dashboardNoCommittee,
            help: words.cadenceHelp)
    }

    /// What someone else saved meanwhile, beside each field that differs.
    private var stored: [Field: String] {
        let standing = OrganisationForm(sheet.settings)
        var stored: [Field: String] = [:]
        if standing.name != form.name { stored[.name] = said(standing.name) }
        if standing.timeZone != form.timeZone { stored[.timeZone] = said(standing.timeZone) }
        if standing.language != form.language { stored[.language] = said(words.languageName(sheet.settings.language)) }
        if standing.catalogue != form.catalogue {
            stored[.catalogue] = said(
                sheet.catalogues.first { $0.id == sheet.settings.catalogue }.map(words.planCatalogue) ?? words.lastImportedGuide)
        }
        if standing.cadence != form.cadence {
            stored[.cadence] = said(sheet.settings.cadence.map(words.cadence) ?? words.dashboardNoCommittee)
        }
        return stored
    }

    private func said(_ value: String) -> String { words.labelled(words.planStanding, words.quote(value)) + "." }
}

extension Words {
    var saveMine: String { say("Enregistrer ma version", "Save my version") }
    var nothingTyped: String { say("(vide)", "(empty)") }
    var settingsLead: String { say("Ce qui fait tourner Jalon dans votre organisation.", "What makes Jalon run in your organisation.") }
    var settingsOfAdministrators: String {
        say(
            "L’administration gère les membres, les droits et l’organisation elle-même.",
            "Members, rights and the organisation itself are set by its administrators.")
    }
    var organisationSettings: String { say("L’organisation", "The organisation") }
    var organisationSettingsHelp: String {
        say(
            "Son nom, son fuseau horaire, sa langue, le guide de ses nouveaux plans et la fréquence de ses comités.",
            "Its name, time zone, language, the guide of its new plans and the frequency of its committees.")
    }
    var settingsGuides: String { say("Guides de bonnes pratiques", "Guides of good practices") }
    func settingsGuidesHelp(_ number: Int) -> String {
        say("\(count(number, "guide est disponible", "guides sont disponibles")).", "\(count(number, "guide", "guides")) available.")
    }
    func organisationSlug(_ slug: String) -> String {
        say(
            "Dans les adresses, l’organisation reste \(quote(slug))\u{A0}: les liens déjà envoyés fonctionnent toujours.",
            "In addresses the organisation stays \(quote(slug)): links already sent go on working.")
    }
    var organisationLanguageHelp: String {
        say(
            "Celle des personnes que vous invitez, tant qu’elles n’en choisissent pas une autre.",
            "That of the people you invite, until they choose another.")
    }
    var cadenceHelp: String {
        say("La pratique a.2 du guide demande de la fixer.", "Practice a.2 of the guide asks to set it.")
    }
    var guideOfNewPlans: String { say("Guide des nouveaux plans", "Guide of new plans") }
    var lastImportedGuide: String { say("Le dernier importé", "The last imported") }
}
