/// The routes that run an organisation: what it chose, its directory, its members and those it invites.
import JalonDomain

let settingsRoutes: [Route] = [
    .get("/:org/settings", .member(.editPlan), SettingsController.show),
    .get("/:org/settings/organisation", .member(.administer), SettingsController.organisation),
    .post("/:org/settings/organisation", .member(.administer), SettingsController.saveOrganisation),
    .get("/:org/settings/directory", .member(.editPlan), PartyListController.list),
    .post("/:org/settings/directory", .member(.administer), PartyListController.add),
    .get("/:org/settings/directory/:party", .member(.editPlan), PartyController.show),
    .post("/:org/settings/directory/:party", .member(.administer), PartyController.save),
    .post("/:org/settings/directory/:party/merge", .member(.administer), PartyController.merge),
    .post("/:org/settings/directory/:party/archive", .member(.administer), PartyController.archive),
    .post("/:org/settings/directory/:party/restore", .member(.administer), PartyController.restore),
    .get("/:org/settings/members", .member(.administer), MemberController.list),
    .get("/:org/settings/members/:member", .member(.administer), MemberController.show),
    .post("/:org/settings/members/:member", .member(.administer), MemberController.setRole),
    .post("/:org/settings/members/:member/removal", .member(.administer), MemberController.remove),
    .post("/:org/settings/members/:member/reset", .member(.administer), MemberController.makeResetLink),
    .get("/:org/settings/invitations", .member(.administer), InvitationController.new),
    .post("/:org/settings/invitations", .member(.administer), InvitationController.invite),
    .post("/:org/settings/invitations/revocation", .member(.administer), InvitationController.revoke),
    .get("/:org/settings/messages", .member(.administer), MailController.list),
    .get("/:org/settings/messages/:mail", .member(.administer), MailController.show),
    .post("/:org/settings/messages/:mail/again", .member(.administer), MailController.sendAgain),
    .post("/:org/settings/messages/:mail/delivered", .member(.administer), MailController.markSent),
]
