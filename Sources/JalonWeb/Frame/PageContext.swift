/// What every page needs to know of who reads it and where it stands.

import HTML
import JalonDomain

struct PageContext: Sendable {
    struct Organisation: Sendable, Equatable {
        let slug: String
        let name: String
        /// Whether the reader is a member of other organisations too.
        var isOneOfSeveral = false
    }

    struct Member: Sendable, Equatable {
        let name: String
        let role: Role
    }

    struct OpenPlan: Sendable, Equatable {
        let number: Int
        let title: String
    }

    /// A word on what just happened, shown once.
    struct Flash: Sendable, Equatable {
        enum Kind: String, Sendable { case done, warning }
        let kind: Kind
        let text: String
    }

    var words: Words
    var organisation: Organisation?
    /// Nobody when signed out.
    var member: Member?
    var plan: OpenPlan?
    var menu: MenuEntry?
    /// Masked anew for each response; empty when there is no session to protect.
    var formToken: String
    /// Of this page, with its query: where the change of language comes back to.
    var path: String
    var today: Day
    var flash: Flash?

    init(
        words: Words, organisation: Organisation? = nil, member: Member? = nil, plan: OpenPlan? = nil, menu: MenuEntry? = nil,
        formToken: String, path: String, today: Day, flash: Flash? = nil
    ) {
        self.words = words
        self.organisation = organisation
        self.member = member
        self.plan = plan
        self.menu = menu
        self.formToken = formToken
        self.path = path
        self.today = today
        self.flash = flash
    }

    /// The short name of the organisation in addresses.
    var slug: String { organisation?.slug ?? "" }

    /// Whether to show what that permission opens; the workspace still decides.
    func may(_ permission: Permission) -> Bool { member?.role.grants(permission) ?? false }
}

enum MenuEntry: Sendable, CaseIterable {
    case dashboard, actions, mine, indicators, committees, assessment, guide, plans, search, settings, account

    func label(_ words: Words) -> String {
        switch self {
        case .dashboard: words.say("Tableau de bord", "Dashboard")
        case .actions: words.say("Actions", "Actions")
        case .mine: words.say("Mes actions", "My actions")
        case .indicators: words.indicatorsTitle
        case .committees: words.committeesTitle
        case .assessment: words.assessmentTitle
        case .guide: words.say("Guide", "Guide")
        case .plans: words.say("Plans", "Plans")
        case .search: words.search
        case .settings: words.say("Réglages", "Settings")
        case .account: words.say("Mon compte", "My account")
        }
    }

    /// Where it leads, for who is signed in; the dashboard and the list are of the open plan.
    func destination(_ context: PageContext) -> Path? {
        guard context.member != nil, let organisation = context.organisation else { return nil }
        switch self {
        case .dashboard: return context.plan.map { .plan(organisation.slug, $0.number) }
        case .actions: return context.plan.map { .actions(organisation.slug, $0.number) }
        case .mine: return context.plan.map { _ in .mine(organisation.slug) }
        case .indicators: return .indicators(organisation.slug)
        case .committees: return context.plan.map { .committees(organisation.slug, $0.number) }
        case .assessment: return .assessment(organisation.slug)
        case .guide: return .catalogues(organisation.slug)
        // Where a plan is open, its dashboard leads to the others.
        case .plans: return context.plan == nil ? .plans(organisation.slug) : nil
        case .search: return .search(organisation.slug)
        case .settings: return context.may(.editPlan) ? .settings(organisation.slug) : nil
        case .account: return .account
        }
    }
}
