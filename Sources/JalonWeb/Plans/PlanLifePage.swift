/// The page of a plan's life: where it stands, what was recorded, what comes next.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PlanLifePage {
    private let context: PageContext
    private let words: Words
    private let sheet: PlanVersions
    private let form: PlanLifeForm
    private let violations: [Violation]
    private let crossed: Bool

    private var plan: Plan { sheet.plan }

    init(_ context: PageContext, _ sheet: PlanVersions, _ form: PlanLifeForm, violations: [Violation] = [], crossed: Bool = false) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    var bytes: [UInt8] {
        page(context, title: words.planLife, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(words.planLife, over: plan.title, lead: words.planLifeLead(plan.state)) {
                html.ligne {
                    html.a(words.versionsTitle, .class("lien"), .href(Path.versions(context.slug, plan.number)))
                    html.a(words.publicationTitle, .class("lien"), .href(Path.publication(context.slug, plan.number)))
                    html.a(words.slippageTitle, .class("lien"), .href(Path.slippage(context.slug, plan.number)))
                }
            }
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if crossed { html.div(.class("note al"), .role(.alert)) { html.p(words.planLifeCrossed) } }
            steps(html)
            html.hint(words.planLifeQuestion, about: PlanState.allCases, words.planState, words.meaning)
            html.revision(sheet.revision, context, plan.number)
            records(html)
            next(fields)
        }
    }

    /// The five states in a row, the present one marked.
    private func steps(_ html: HTMLWriter) {
        html.ol(.class("chemin")) {
            for state in PlanState.allCases {
                let isHere = state == plan.state
                html.li(.class(isHere ? "ici" : ""), .when(isHere, .current(.step))) {
                    html.b(words.planState(state))
                    html.br()
                    html.small(words.planStateHelp(state))
                }
            }
        }
    }

    private func records(_ html: HTMLWriter) {
        if let validation = plan.validation {
            html.section {
                html.h2(words.planValidation)
                html.dl(.class("fiche")) {
                    if let version = sheet.versions.first {
                        html.term(words.subject(.version)) {
                            html.a(
                                words.versionNumber(version.number), .href(Path.version(context.slug, plan.number, version.number)))
                        }
                    }
                    html.term(words.field(.on)) { html.day(validation.on, words) }
                    html.term(words.field(.body), validation.body)
                    if !validation.person.isEmpty { html.term(words.field(.person), validation.person) }
                }
            }
        }
        if !sheet.communications.isEmpty {
            html.section {
                html.h2(words.registerTitle)
                html.register(sheet.communications, words)
            }
        }
    }

    // MARK: What can be done from here

    private func next(_ fields: Fields) {
        switch plan.state {
        case .draft: proposal(fields)
        case .proposed:
            validation(fields)
            withdrawal(fields)
        case .validated, .communicated:
            communication(fields)
            proposal(fields)
            closure(fields)
        case .closed: break
        }
    }

    private func proposal(_ fields: Fields) {
        step(fields, words.planPropose, plan.hasBeenValidated ? words.planProposeAgainHelp : words.planProposeHelp, to: .proposal) {
            fields.buttons(words.planProposeButton)
        }
    }

    private func withdrawal(_ fields: Fields) {
        step(fields, words.planWithdraw, words.planWithdrawHelp, to: .withdrawal) {
            fields.html.ligne { fields.html.button(words.planWithdrawButton, .class("sec")) }
        }
    }

    private func validation(_ fields: Fields) {
        step(fields, words.planValidate, words.planValidateHelp, to: .validation) {
            if sheet.revision?.isUnderWay == true { fields.html.p(words.planValidateCandidate, .class("note")) }
            fields.text(.body, form.body, required: true, help: words.planBodyHelp, maxLength: 200)
            fields.text(.person, form.person, help: words.planPersonHelp, maxLength: 200)
            fields.day(.on, form.on, example: context.today, required: true)
            fields.buttons(words.planValidateButton)
        }
    }

    private func communication(_ fields: Fields) {
        step(fields, words.planCommunicate, words.planCommunicateHelp, to: .communication) {
            fields.day(.on, form.on, example: context.today, required: true)
            fields.text(.audience, form.audience, required: true, help: words.planAudienceHelp, maxLength: 500)
            fields.text(.channels, form.channels, required: true, help: words.planChannelsHelp, maxLength: 500)
            fields.text(.proof, form.proof, help: words.planProofHelp, maxLength: 2000, inputMode: .url)
            fields.buttons(words.planCommunicateButton)
        }
    }

    private func closure(_ fields: Fields) {
        let html = fields.html
        html.section {
            html.details(.class("plis"), .open(violations.contains { $0.field == .confirmed })) {
                html.summary(words.planClose)
                html.p(words.planCloseHelp)
                form(html, to: .closure) {
                    fields.checkbox("confirmed", words.planCloseConfirm, checked: false)
                    html.ligne { html.button(words.planCloseButton, .class("grave")) }
                }
            }
        }
    }

    private enum Step { case proposal, withdrawal, validation, communication, closure }

    private func step(_ fields: Fields, _ title: String, _ help: String, to step: Step, content: () -> Void) {
        fields.html.section {
            fields.html.h2(title)
            fields.html.p(help, .class("texte"))
            form(fields.html, to: step, content: content)
        }
    }

    private func form(_ html: HTMLWriter, to step: Step, content: () -> Void) {
        html.post(to: path(step), context, .class("etroit")) {
            html.hiddenInput("version", String(plan.version))
            content()
        }
    }

    private func path(_ step: Step) -> Path {
        switch step {
        case .proposal: .proposal(context.slug, plan.number)
        case .withdrawal: .withdrawal(context.slug, plan.number)
        case .validation: .validation(context.slug, plan.number)
        case .communication: .communication(context.slug, plan.number)
        case .closure: .closure(context.slug, plan.number)
        }
    }
}

extension Words {
    var planLife: String { say("Vie du plan", "Life of the plan") }
    func planLifeLead(_ state: PlanState) -> String {
        switch state {
        case .draft:
            say(
                "Le plan est un brouillon. Proposez-le quand il est prêt à être lu.",
                "The plan is a draft. Propose it once it is ready to be read.")
        case .proposed:
            say(
                "Le plan est proposé. L’instance qui le valide peut se prononcer.",
                "The plan is proposed. The body that validates it can decide.")
        case .validated:
            say("Le plan est validé. Faites-le connaître.", "The plan is validated. Make it known.")
        case .communicated:
            say("Le plan est validé et communiqué. Le travail continue.", "The plan is validated and communicated. Work goes on.")
        case .closed: say("Le plan est clos. Il se lit, il ne change plus.", "The plan is closed. It can be read, no longer changed.")
        }
    }
    func planStateHelp(_ state: PlanState) -> String {
        switch state {
        case .draft: say("On l’écrit", "Being written")
        case .proposed: say("On le lit", "Being read")
        case .validated: say("On s’engage", "Committed to")
        case .communicated: say("On le fait savoir", "Made known")
        case .closed: say("On le garde", "Kept")
        }
    }
    var planLifeQuestion: String { say("Qu’est-ce qui change d’un état à l’autre\u{A0}?", "What changes from one state to the next?") }
    func meaning(of state: PlanState) -> String {
        switch state {
        case .draft:
            say(
                "Tout se change, échéances comprises\u{A0}: rien n’est encore promis.",
                "All can change, due dates included: nothing is promised yet.")
        case .proposed:
            say(
                "Le plan est soumis à l’instance qui valide. Il revient en brouillon si elle le demande.",
                "The plan is before the body that validates it. It goes back to draft if that body asks.")
        case .validated:
            say(
                "Les échéances deviennent des promesses\u{A0}: en changer une demande une raison, et l’échéance initiale reste visible.",
                "Due dates become promises: changing one takes a reason, and the baseline stays visible.")
        case .communicated:
            say(
                "On a dit à qui, comment et quand le plan a été présenté. Le travail continue.",
                "Who was told of the plan, how and when is recorded. Work goes on.")
        case .closed:
            say(
                "Le plan ne se change plus. Il se lit et s’exporte toujours.",
                "The plan changes no more. It can still be read and exported.")
        }
    }
    var planLifeCrossed: String {
        say(
            "Le plan a changé entre-temps. Relisez son état ci-dessous, puis recommencez si besoin\u{A0}: ce que vous avez écrit est encore là.",
            "The plan changed in the meantime. Read its state below, then try again if needed: what you wrote is still here.")
    }
    var planPropose: String { say("Proposer le plan", "Propose the plan") }
    var planProposeHelp: String {
        say(
            "Le plan est figé tel quel pour l’instance qui le valide\u{A0}: ce qu’elle valide est ce qu’elle a lu. Vous pouvez retirer la proposition.",
            "The plan is frozen as it is for the body that validates it: what it validates is what it read. You can withdraw the proposal."
        )
    }
    var planProposeAgainHelp: String {
        say(
            "Après une révision, le plan repasse devant l’instance qui le valide. La validation en place demeure jusque-là.",
            "After a revision, the plan goes again to the body that validates it. The present validation stands until then.")
    }
    var planProposeButton: String { say("Proposer", "Propose") }
    var planProposed: String { say("Le plan est proposé.", "The plan is proposed.") }
    var planWithdraw: String { say("Retirer la proposition", "Withdraw the proposal") }
    var planWithdrawHelp: String { say("Le plan revient à l’état d’avant.", "The plan returns to its former state.") }
    var planWithdrawButton: String { say("Retirer", "Withdraw") }
    var planWithdrawn: String { say("La proposition est retirée.", "The proposal is withdrawn.") }
    var planValidation: String { say("Validation", "Validation") }
    var planValidate: String { say("Enregistrer la validation", "Record the validation") }
    var planValidateHelp: String {
        say(
            "Dès la première validation, une échéance qui bouge demande une raison\u{A0}: l’échéance promise reste visible.",
            "From the first validation on, a due date that moves needs a reason: the promised date stays visible.")
    }
    var planValidateCandidate: String {
        say(
            "Ce qui est validé est le plan tel qu’il a été proposé. Les changements faits depuis restent pour la version suivante. Pour les inclure, retirez la proposition et proposez à nouveau.",
            "What is validated is the plan as it was proposed. Changes made since stay for the next version. To include them, withdraw the proposal and propose again."
        )
    }
    var planBodyHelp: String { say("Qui a validé. Exemple\u{A0}: comité de direction.", "Who validated. Example: management board.") }
    var planPersonHelp: String { say("Qui présidait ou a signé.", "Who chaired or signed.") }
    var planValidateButton: String { say("Valider le plan", "Validate the plan") }
    var planValidated: String { say("Le plan est validé. Faites-le connaître.", "The plan is validated. Make it known.") }
    var planCommunicate: String { say("Enregistrer la communication", "Record the communication") }
    var planCommunicateHelp: String {
        say(
            "À qui le plan a été présenté, et comment, une ligne à chaque fois. Une preuve sert aux audits.",
            "To whom the plan was presented, and how, a line each time. A proof serves audits.")
    }
    var planAudienceHelp: String { say("Exemple\u{A0}: l’ensemble des équipes.", "Example: all teams.") }
    var planChannelsHelp: String { say("Exemple\u{A0}: intranet, réunion des équipes.", "Example: intranet, team meeting.") }
    var planProofHelp: String {
        say("Adresse d’une page ou d’un document, https://…", "Address of a page or a document, https://…")
    }
    var planCommunicateButton: String { say("Enregistrer la communication", "Record the communication") }
    var planCommunicated: String { say("La communication est enregistrée.", "The communication is recorded.") }
    var planClose: String { say("Clore le plan", "Close the plan") }
    var planCloseHelp: String {
        say(
            "Un plan clos se lit et s’exporte encore, mais ni lui ni ses actions ne changent plus. On ne rouvre pas un plan\u{A0}: on en crée un autre.",
            "A closed plan can still be read and exported, but neither it nor its actions change any more. A plan is not reopened: another one is created."
        )
    }
    var planCloseConfirm: String { say("Je confirme\u{A0}: ce plan ne changera plus.", "I confirm: this plan will no longer change.") }
    var planCloseButton: String { say("Clore définitivement", "Close for good") }
    var planClosedNow: String { say("Le plan est clos.", "The plan is closed.") }
}
