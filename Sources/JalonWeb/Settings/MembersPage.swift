/// The members and the invitations that wait; and one member's rights.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

/// More members are searched for and paged; a page shows as many.
private let size = 50

func membersPage(_ context: PageContext, _ list: MemberList, zone: Zone, text: String, after: Int?) -> [UInt8] {
    let words = context.words
    let found = list.members.filter { text.isEmpty || $0.name.folded.contains(text.folded) || $0.email.contains(text.folded) }
    let start = after.flatMap { account in found.firstIndex { $0.account == account } }.map { $0 + 1 } ?? 0
    let rows = found[start...].prefix(size)
    func path(after member: Int? = nil) -> Path {
        var query: Query = ["q": text]
        query.add("after", member.map { String($0) })
        return .members(context.slug, query)
    }
    return page(context, title: words.membersTitle) { html in
        html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)))
        html.heading(words.membersTitle, over: context.organisation?.name, lead: words.membersLead(list.members.count)) {
            html.ligne { html.buttonLink(words.invite, Path.invitations(context.slug)) }
        }
        if list.members.count > size || !text.isEmpty {
            html.search(.members(context.slug), label: words.membersSearch) {
                html.div {
                    html.label(words.membersSearch, .for("q"))
                    html.input(.id("q"), .name("q"), .type(.search), .value(text))
                }
                html.div { html.button(words.actionListShow) }
            }
        }
        if rows.isEmpty { html.empty(words.partiesNoneFits) } else { html.members(context, rows, list.names) }
        html.pages(
            words, previous: start > 0 ? path() : nil, next: start + rows.count < found.count ? path(after: rows.last?.account) : nil)
        if !list.invitations.isEmpty { html.invitations(context, list.invitations, zone) }
        html.hint(words.rightsQuestion) { html.rights(words) }
    }
}

extension HTMLWriter {
    fileprivate func members(_ context: PageContext, _ members: ArraySlice<Member>, _ names: [Int: String]) {
        let words = context.words
        cards(words.membersCaption) {
            column(words.field(.name))
            column(words.field(.email))
            column(words.field(.role))
            column(words.field(.position))
            column(words.field(.unit))
        } rows: {
            for member in members {
                row {
                    rowHead { a(member.name, .href(Path.member(context.slug, member.account))) }
                    cell(member.email)
                    cell(words.role(member.role), label: words.field(.role))
                    cell(member.party.position.flatMap { names[$0] } ?? "–", label: words.field(.position))
                    cell(member.party.unit.flatMap { names[$0] } ?? "–", label: words.field(.unit))
                }
            }
        }
    }

    fileprivate func invitations(_ context: PageContext, _ invitations: [PendingInvitation], _ zone: Zone) {
        let words = context.words
        section {
            h2(words.invitationsTitle)
            cards(words.invitationsCaption) {
                column(words.field(.name))
                column(words.field(.email))
                column(words.field(.role))
                column(words.invitedBy)
                column(words.invitationUntil)
                column(words.invitationRevoke)
            } rows: {
                for pending in invitations {
                    let invitation = pending.invitation
                    row {
                        rowHead { text(invitation.name) }
                        cell(invitation.email)
                        cell(words.role(invitation.role), label: words.field(.role))
                        cell(pending.by, label: words.invitedBy)
                        cell(label: words.invitationUntil) {
                            if pending.hasExpired {
                                span(words.invitationExpired, .class("vg"))
                            } else {
                                text(words.moment(invitation.expiresAt, in: zone))
                            }
                        }
                        cell {
                            post(to: .revocation(context.slug), context) {
                                hiddenInput("email", invitation.email)
                                button(.class("lien")) {
                                    text(words.invitationRevoke)
                                    span(" – \(invitation.name)", .class("lu"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

struct MemberPage {
    private let context: PageContext
    private let words: Words
    private let member: Member
    private let isSelf: Bool
    private let violations: [Violation]

    init(_ context: PageContext, _ member: Member, isSelf: Bool, violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.member = member
        self.isSelf = isSelf
        self.violations = violations
    }

    var bytes: [UInt8] {
        page(context, title: member.name, failed: !violations.isEmpty) { html in
            html.breadcrumb(
                words, (MenuEntry.settings.label(words), .settings(context.slug)), (words.membersTitle, .members(context.slug)))
            html.heading(member.name, over: words.membersTitle, lead: words.memberLead(member.email)) {
                html.ligne {
                    html.a(words.memberInDirectory, .class("lien"), .href(Path.partySettings(context.slug, member.party.id)))
                }
            }
            let fields = Fields(html, words, violations: violations)
            summary(html)
            html.post(to: .member(context.slug, member.account), context, .class("etroit")) {
                fields.radios(
                    .role, member.role.rawValue, among: Role.allCases.map { Choice($0.rawValue, words.role($0), help: words.roleHelp($0)) },
                    required: true)
                fields.buttons(words.planSave)
            }
            reset(html)
            html.section {
                html.h2(words.memberRemove)
                html.p(words.memberRemoveHelp, .class("texte"))
                html.post(to: .memberRemoval(context.slug, member.account), context, .class("etroit")) {
                    fields.checkbox("confirmed", words.memberRemoveConfirm(member.name), checked: false)
                    html.ligne { html.button(words.memberRemove, .class("grave")) }
                }
            }
        }
    }

    private func summary(_ html: HTMLWriter) {
        guard let violation = violations.first else { return }
        html.div(.class("note al"), .role(.alert), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(violations.count))
            switch violation.field {
            case .confirmed: html.p { html.a(words.rule(violation.rule), .href(Fragment(Field.confirmed.rawValue))) }
            default: html.p(words.rule(violation.rule))
            }
        }
    }

    private func reset(_ html: HTMLWriter) {
        html.section {
            html.h2(words.memberReset)
            if isSelf {
                html.p {
                    html.text(words.memberResetOwn + " ")
                    html.a(words.changePassword, .href(Path.password))
                }
            } else {
                html.p(words.memberResetHelp, .class("texte"))
                html.post(to: .memberReset(context.slug, member.account), context) {
                    html.ligne { html.button(words.memberResetMake, .class("sec")) }
                }
            }
        }
    }
}

extension Words {
    var membersTitle: String { say("Membres et droits", "Members and rights") }
    func membersHelp(_ members: Int, _ invitations: Int) -> String {
        let people = count(members, say("membre", "member"), say("membres", "members"))
        guard invitations > 0 else { return "\(people)." }
        return
            "\(people), \(count(invitations, say("invitation en attente", "pending invitation"), say("invitations en attente", "pending invitations")))."
    }
    func membersLead(_ number: Int) -> String {
        say(
            "\(count(number, "personne se connecte", "personnes se connectent")), chacune avec le rôle que vous lui donnez.",
            "\(count(number, "person signs in", "people sign in")), each with the role that you give.")
    }
    var membersSearch: String { say("Nom ou adresse", "Name or address") }
    var membersCaption: String { say("Par nom", "By name") }
    var invitationsTitle: String { say("Invitations en attente", "Pending invitations") }
    var invitationsCaption: String {
        say("Une invitation acceptée quitte cette liste", "An invitation leaves this list once it is accepted")
    }
    var invitedBy: String { say("Invitation de", "Invited by") }
    var invitationUntil: String { say("Valable jusqu’au", "Valid until") }
    var invitationExpired: String { say("Expirée", "Expired") }
    var invitationRevoke: String { say("Annuler", "Revoke") }
    func memberLead(_ email: String) -> String { say("Se connecte avec \(email).", "Signs in with \(email).") }
    var memberInDirectory: String { say("Voir sa place dans l’annuaire", "See their place in the directory") }
    func roleHelp(_ role: Role) -> String {
        switch role {
        case .administrator: say("Tout, et les réglages de l’organisation.", "Everything, and the organisation’s settings.")
        case .coordinator: say("Le plan, les actions, les décisions.", "The plan, actions and decisions.")
        case .pilot: say("Donne des nouvelles de ses actions, lit le reste.", "Gives news of their own actions, reads the rest.")
        case .reader: say("Lit le plan, sans les notes internes ni le journal.", "Reads the plan, without internal notes or the journal.")
        case .auditor: say("Lit tout, journal compris, sans rien changer.", "Reads everything, the journal too, and changes nothing.")
        }
    }
    var memberReset: String { say("Mot de passe perdu", "Lost password") }
    var memberResetOwn: String { say("C’est votre compte.", "This is your account.") }
    var memberResetHelp: String {
        say(
            "Créez un lien à usage unique à lui remettre, valable un jour\u{A0}: il sert à choisir un nouveau mot de passe. Ses sessions se ferment tout de suite.",
            "Create a one-time link to hand over, valid for a day: it lets them choose a new password. Their sessions close at once.")
    }
    var memberResetMake: String { say("Créer le lien", "Create the link") }
    var memberRemove: String { say("Retirer des membres", "Remove from the members") }
    var memberRemoveHelp: String {
        say(
            "Cette personne ne lira plus rien ici. Ses actions, ses notes et sa signature restent.",
            "This person will no longer read anything here. Their actions, notes and signature stay.")
    }
    func memberRemoveConfirm(_ name: String) -> String { say("\(name) perd ses droits ici", "\(name) loses their rights here") }
}
