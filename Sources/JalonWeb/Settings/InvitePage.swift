/// The form that invites, and the page that shows a link once, to hand over.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func invitePage(_ context: PageContext, _ directory: Directory, _ form: InvitationForm, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    return page(context, title: words.invite, failed: !violations.isEmpty) { html in
        html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)), (words.membersTitle, .members(context.slug)))
        html.heading(words.invite, over: context.organisation?.name, lead: words.inviteLead)
        html.div(.class("etroit")) {
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .invitations(context.slug), context) {
                fields.text(.name, form.name, required: true, help: words.inviteNameHelp, maxLength: 200, suggestions: strangers(directory))
                fields.text(.email, form.email, type: .email, required: true, help: words.inviteEmailHelp, maxLength: 254)
                fields.radios(
                    .role, form.role, among: Role.allCases.map { Choice($0.rawValue, words.role($0), help: words.roleHelp($0)) },
                    required: true)
                fields.standing(.position, form.position, among: directory.all(.position))
                fields.standing(.unit, form.unit, among: directory.all(.unit))
                fields.buttons(words.inviteMake, cancel: .members(context.slug))
            }
        }
    }
}

/// Persons whom the plan names and who do not sign in yet.
private func strangers(_ directory: Directory) -> [String] {
    directory.all(.person).filter { !directory.members.contains($0.id) }.prefix(50).map(\.name)
}

enum HandedLinkKind { case invitation, reset }

func handedLinkPage(_ context: PageContext, _ link: HandedLink, _ address: String, kind: HandedLinkKind, zone: Zone) -> [UInt8] {
    let words = context.words
    let title = kind == .invitation ? words.inviteLink(link.name) : words.resetLink(link.name)
    return page(context, title: title) { html in
        html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)), (words.membersTitle, .members(context.slug)))
        html.heading(title, lead: words.linkLead)
        html.div(.class("texte")) {
            html.div(.class("champ")) {
                html.label(words.linkToCopy, .for("link"))
                html.input(.id("link"), .value(address), .readonly, .autocomplete(.off))
            }
            html.dl(.class("fiche")) {
                html.term(words.field(.email), link.email)
                html.term(words.invitationUntil, words.moment(link.expiresAt, in: zone))
            }
            html.p(kind == .invitation ? words.inviteNext : words.resetNext)
            html.ligne { html.buttonLink(words.linkDone, Path.members(context.slug)) }
        }
    }
}

extension Words {
    var invite: String { say("Inviter", "Invite") }
    var inviteLead: String {
        say(
            "Jalon prépare un lien à usage unique, valable sept jours. Vous le remettez vous-même.",
            "Jalon prepares a one-time link, valid for seven days. You hand it over yourself.")
    }
    var inviteNameHelp: String {
        say(
            "Tel qu’il figure dans les actions, si le plan nomme déjà cette personne.",
            "As it stands in actions, if the plan names this person already.")
    }
    var inviteEmailHelp: String {
        say(
            "Celle qui servira à se connecter. Un compte existant rejoint l’organisation tel quel.",
            "The one to sign in with. An account that exists joins as it is.")
    }
    var inviteMake: String { say("Créer l’invitation", "Create the invitation") }
    func inviteLink(_ name: String) -> String { say("Invitation de \(name)", "Invitation for \(name)") }
    func resetLink(_ name: String) -> String { say("Nouveau mot de passe de \(name)", "New password for \(name)") }
    var linkLead: String {
        say(
            "Copiez ce lien maintenant\u{A0}: Jalon n’en garde qu’une empreinte et ne pourra plus le montrer.",
            "Copy this link now: Jalon keeps a digest only and cannot show it again.")
    }
    var linkToCopy: String { say("Lien à remettre", "Link to hand over") }
    var inviteNext: String {
        say(
            "Remettez-le à cette personne seulement\u{A0}: il donne le rôle choisi à qui l’ouvre. Une nouvelle invitation remplace celle-ci.",
            "Hand it to that person only: it gives the role chosen to whoever opens it. A new invitation replaces this one.")
    }
    var resetNext: String {
        say(
            "Remettez-le à cette personne seulement\u{A0}: il ouvre son compte. Un nouveau lien remplace celui-ci.",
            "Hand it to that person only: it opens the account. A new link replaces this one.")
    }
    var linkDone: String { say("J’ai copié le lien", "I have copied the link") }
}
