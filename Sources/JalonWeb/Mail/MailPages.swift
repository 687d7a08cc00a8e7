/// The list of messages, and one of them.
import HTML
import JalonDomain
import JalonExchange
import JalonWorkspace

struct MailsPage {
    let context: PageContext
    let listing: MailListing
    let state: MailState?
    let zone: Zone

    private var words: Words { context.words }

    var bytes: [UInt8] {
        page(context, title: words.mailsTitle) { html in
            html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)))
            html.heading(words.mailsTitle, over: context.organisation?.name, lead: words.mailsLead)
            states(html)
            if listing.lines.isEmpty { return html.empty(state == nil ? words.mailsNone : words.mailsNoneSo) }
            table(html)
            if listing.hasMore, let last = listing.lines.last {
                html.pages(
                    words, previous: nil, next: .mails(context.slug, ["state": state?.rawValue ?? "", "before": String(last.mail.id)]))
            }
        }
    }

    private func states(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.mailsStates)) {
            html.ul {
                html.li { html.a(words.mailsAll, .href(Path.mails(context.slug)), .when(state == nil, .current(.page))) }
                for one in MailState.allCases {
                    guard let count = listing.counts[one] else { continue }
                    html.li {
                        html.a(
                            "\(words.mailState(one)) (\(words.number(count)))", .href(Path.mails(context.slug, ["state": one.rawValue])),
                            .when(state == one, .current(.page)))
                    }
                }
            }
        }
    }

    private func table(_ html: HTMLWriter) {
        html.cards(words.mailsCaption) {
            html.column(words.mailTo)
            html.column(words.mailWhat)
            html.column(words.field(.state))
            html.column(words.mailMoment)
        } rows: {
            for line in listing.lines {
                html.row {
                    html.rowHead { html.a(line.to.name, .href(Path.mail(context.slug, line.mail.id))) }
                    html.cell(line.subject.isEmpty ? words.mailKind(line.mail.kind) : line.subject, label: words.mailWhat)
                    html.cell(words.mailState(line.mail.state), line.mail.state.mark)
                    html.cell(words.moment(line.mail.changedAt, in: zone), label: words.mailMoment)
                }
            }
        }
    }
}

struct MailPage {
    let context: PageContext
    let reading: MailReading
    /// As it would leave now.
    let letter: Letter?
    let zone: Zone

    private var words: Words { context.words }
    private var mail: Mail { reading.line.mail }

    var bytes: [UInt8] {
        let subject = reading.line.subject.isEmpty ? letter?.subject ?? words.mailKind(mail.kind) : reading.line.subject
        let text = reading.words.isEmpty ? letter?.text : reading.words
        return page(context, title: subject) { html in
            html.breadcrumb(
                words, (MenuEntry.settings.label(words), .settings(context.slug)), (words.mailsTitle, .mails(context.slug)))
            html.heading(subject, over: words.mailKind(mail.kind))
            html.dl(.class("fiche")) {
                html.term(words.mailTo, "\(reading.line.to.name) <\(reading.line.to.email)>")
                html.term(words.field(.state), words.mailState(mail.state))
                html.term(words.mailMoment, words.moment(mail.changedAt, in: zone))
                if mail.attempts > 0 { html.term(words.mailAttempts, words.number(mail.attempts)) }
                if mail.state == .waiting { html.term(words.mailNext, words.moment(mail.dueAt, in: zone)) }
                if !mail.error.isEmpty { html.term(words.mailSaid, mail.error) }
            }
            if mail.state == .uncertain { html.p(words.mailUncertainHelp, .class("note")) }
            html.section {
                html.h2(mail.state == .sent ? words.mailText : words.mailDraft)
                if let text { html.div(.class("texte")) { html.pre(text) } } else { html.p(words.mailNothingLeft) }
            }
            deeds(html)
        }
    }

    private func deeds(_ html: HTMLWriter) {
        guard mail.state != .sent, mail.state != .sending else { return }
        html.div(.class("ligne")) {
            html.post(to: .mail(context.slug, mail.id, .again), context) {
                html.button(mail.state == .waiting ? words.mailNow : words.mailAgain)
            }
            html.post(to: .mail(context.slug, mail.id, .delivered), context) { html.button(words.mailMark, .class("sec")) }
        }
        html.p(words.mailMarkHelp, .class("aide"))
    }
}

extension MailState {
    fileprivate var mark: Attribute {
        switch self {
        case .failed: .class("hc")
        case .uncertain: .class("vg")
        default: .none
        }
    }
}

extension HTMLWriter {
    /// Which messages one receives.
    func mailChoices(_ context: PageContext, _ refused: Set<MailKind>) {
        let words = context.words
        section(.id("messages")) {
            h2(words.mailsTitle)
            p(words.mailChoicesHelp, .class("texte"))
            post(to: .mailChoices, context, .class("etroit")) {
                let fields = Fields(self, words)
                for kind in MailKind.allCases {
                    fields.checkbox(kind.rawValue, words.mailKind(kind), checked: !refused.contains(kind), help: words.mailKindHelp(kind))
                }
                fields.buttons(words.planSave)
            }
        }
    }
}

extension Words {
    var mailsTitle: String { say("Messages", "Messages") }
    fileprivate var mailsLead: String {
        say(
            "Ce que Jalon écrit aux membres\u{A0}: convocations, relevés, actions confiées, rappel du lundi. Sans serveur de courriel, lisez et copiez chaque message ici.",
            "What Jalon writes to members: convocations, minutes, actions entrusted, the Monday reminder. Without a mail server, read and copy each message here."
        )
    }
    var mailsHelp: String { say("Ce qui est parti, ce qui attend, ce qui a échoué.", "What left, what waits, what failed.") }
    fileprivate var mailsStates: String { say("Par état", "By state") }
    fileprivate var mailsAll: String { say("Tous", "All") }
    fileprivate var mailsCaption: String { say("Les derniers d’abord", "The latest first") }
    fileprivate var mailsNone: String {
        say(
            "Aucun message encore. Convoquez une séance ou confiez une action\u{A0}: le message paraîtra ici.",
            "No message yet. Convene a meeting or entrust an action: the message will show here.")
    }
    fileprivate var mailsNoneSo: String { say("Aucun message dans cet état.", "No message in this state.") }
    fileprivate var mailTo: String { say("Pour", "For") }
    fileprivate var mailWhat: String { say("Objet", "Subject") }
    fileprivate var mailMoment: String { say("Dernier changement", "Last change") }
    fileprivate var mailAttempts: String { say("Tentatives", "Attempts") }
    fileprivate var mailNext: String { say("Pas avant", "Not before") }
    fileprivate var mailSaid: String { say("Réponse du serveur", "The server’s answer") }
    fileprivate var mailText: String { say("Tel qu’il est parti", "As it left") }
    fileprivate var mailDraft: String { say("Tel qu’il se lit", "As it reads") }
    fileprivate var mailNothingLeft: String { say("Il n’y a plus rien à dire.", "There is nothing left to say.") }
    fileprivate var mailUncertainHelp: String {
        say(
            "L’envoi a été coupé\u{A0}: ce message est peut-être arrivé. Jalon ne le renvoie pas de lui-même.",
            "Sending was cut short: this message may have arrived. Jalon does not send it again by itself.")
    }
    fileprivate var mailNow: String { say("Envoyer sans attendre", "Send without waiting") }
    fileprivate var mailAgain: String { say("Envoyer de nouveau", "Send again") }
    fileprivate var mailMark: String { say("Marquer comme transmis", "Mark as delivered") }
    fileprivate var mailMarkHelp: String {
        say("Si vous l’avez remis par un autre moyen.", "If you delivered it by other means.")
    }
    var mailWillLeave: String { say("Le message partira au prochain passage.", "The message will leave with the next round.") }
    var mailMarked: String { say("Le message est marqué comme transmis.", "The message is marked as delivered.") }
    fileprivate var mailChoicesHelp: String {
        say("Décochez ce que vous ne voulez pas recevoir par courriel.", "Untick what you do not want by e-mail.")
    }
    var mailChoicesSaved: String { say("Vos choix sont enregistrés.", "Your choices are saved.") }
    fileprivate func mailKindHelp(_ kind: MailKind) -> String {
        switch kind {
        case .convocation: say("Séances de vos comités, avec leur dossier.", "Meetings of your committees, with their pack.")
        case .minutes: say("Relevés approuvés de vos comités.", "Approved minutes of your committees.")
        case .assignment: say("Quand une action vous est confiée.", "When an action is entrusted to you.")
        case .digest: say("Le lundi, s’il y a de quoi.", "On Mondays, when there is something.")
        }
    }
}
