/// The frame of every page: head, top with its menu, main, foot.

import HTML
import JalonDomain

/// A whole page, ready to send. `failed` says in its title that an answer is to be mended.
func page(_ context: PageContext, title: String, failed: Bool = false, body: (HTMLWriter) -> Void) -> [UInt8] {
    HTMLWriter.render { html in
        let words = context.words
        html.doctype()
        html.html(.lang(words.language.rawValue)) {
            html.head {
                html.meta(.charset("utf-8"))
                html.meta(.name("viewport"), .content("width=device-width,initial-scale=1"))
                html.title(pageTitle(context, title, failed: failed))
                html.link(.rel(.stylesheet), .href(Path.stylesheet))
                html.link(.rel(.icon), .href(NoIcon()))
            }
            html.body {
                html.a(words.skipToContent, .class("evite"), .href(Fragment("contenu")))
                html.top(context)
                html.main(.id("contenu")) {
                    if let flash = context.flash { html.flash(flash) }
                    body(html)
                }
                html.foot(context)
            }
        }
    }
}

private func pageTitle(_ context: PageContext, _ title: String, failed: Bool) -> String {
    var parts = failed ? [context.words.errorTitle] : []
    parts.append(title)
    if let plan = context.plan, plan.title != title { parts.append(plan.title) }
    parts.append("Jalon")
    return parts.joined(separator: " – ")
}

extension HTMLWriter {
    fileprivate func top(_ context: PageContext) {
        let words = context.words
        header {
            div {
                a(.class("logo"), .href(MenuEntry.dashboard.destination(context) ?? Path.home)) {
                    logo()
                    span {
                        text("Jalon")
                        if let organisation = context.organisation { small(organisation.name) }
                    }
                }
                button(words.menu, .type(.button), .class("sec menu"), .popoverTarget("menu"))
                nav(.id("menu"), .popover, .ariaLabel(words.mainMenu)) {
                    button(words.close, .type(.button), .class("sec menu"), .popoverTarget("menu"), .popoverTargetAction(.hide))
                    ul {
                        entries(context)
                        li(.class("compte")) { account(context) }
                    }
                }
            }
        }
    }

    private func entries(_ context: PageContext) {
        for entry in MenuEntry.allCases where entry != .account {
            guard let destination = entry.destination(context) else { continue }
            li { a(entry.label(context.words), .href(destination), .when(entry == context.menu, .current(.page))) }
        }
    }

    /// What is about the reader folds under their name, so that the menu stays on one line.
    private func account(_ context: PageContext) {
        let words = context.words
        guard let member = context.member else {
            a(words.signIn, .href(Path.signIn), .when(context.path == Path.signIn.url, .current(.page)))
            return languageSwitch(context)
        }
        details {
            summary(member.name)
            ul {
                li { a(MenuEntry.account.label(words), .href(Path.account), .when(context.menu == .account, .current(.page))) }
                if context.organisation?.isOneOfSeveral == true { li { a(words.changeOrganisation, .href(Path.home)) } }
                li { languageSwitch(context) }
                li { post(to: Path.signOut, context) { button(words.signOut, .class("lien")) } }
            }
        }
    }

    private func languageSwitch(_ context: PageContext) {
        let other: Language = context.words.language == .fr ? .en : .fr
        post(to: Path.language, context) {
            hiddenInput("back", context.path)
            button(
                context.words.languageName(other), .class("lien"), .name("language"), .value(other.rawValue), .lang(other.rawValue))
        }
    }

    fileprivate func foot(_ context: PageContext) {
        let words = context.words
        footer {
            div {
                ul {
                    li { a(words.help, .href(Path.help)) }
                    li { a(words.accessibilityAudit, .href(Path.accessibility)) }
                    li { a(words.privacy, .href(Path.privacy)) }
                }
                p(
                    (["Jalon", context.organisation?.name, words.day(context.today)] as [String?]).compactMap { $0 }.joined(
                        separator: " · "))
            }
        }
    }

    /// The surveyor's pole, on its ground.
    private func logo() {
        ornament(width: 24, height: 36) {
            path(.class("v"), .d("M9 1h6v6H9zM9 13h6v6H9zM9 25h6l-3 9z"))
            path(.class("a f"), .d("M9.5 1.5h5V25L12 34 9.5 25z"))
            path(.class("l"), .d("M1 30c3-2 5-2 8-2m6 0c3 0 5-1 8-3"))
        }
    }

    fileprivate func flash(_ flash: PageContext.Flash) {
        switch flash.kind {
        case .done: p(flash.text, .class("note"), .role(.status))
        case .warning: p(flash.text, .class("note al"), .role(.alert))
        }
    }
}

// MARK: What pages are headed with

extension HTMLWriter {
    /// « Actions › Réduction des achats »: the pages above this one.
    func breadcrumb(_ words: Words, _ steps: (label: String, path: Path)...) {
        nav(.class("fil"), .ariaLabel(words.breadcrumb)) {
            for (index, step) in steps.enumerated() {
                if index > 0 { text(" › ") }
                a(step.label, .href(step.path))
            }
        }
    }

    /// The planted title, with what it belongs to above it and a sentence below.
    func heading(_ title: String, over: String? = nil, lead: String? = nil) {
        heading(title, over: over, lead: lead) {}
    }

    /// The same, with marks and buttons below; each row of them is `ligne { … }`.
    func heading(_ title: String, over: String? = nil, lead: String? = nil, content: () -> Void) {
        div(.class("tete")) {
            if let over { p(over) }
            h1(title)
            if let lead { p(lead, .class("chapo")) }
            content()
        }
    }

    /// A row of marks, buttons or links.
    func ligne(content: () -> Void) { p(.class("ligne"), content: content) }

    /// A link that looks like the button it stands for.
    func buttonLink(_ label: String, _ destination: some Destination, secondary: Bool = false) {
        a(label, .class(secondary ? "b sec" : "b"), .href(destination))
    }

    /// Nothing to show yet: why, and what to do.
    func empty(_ sentence: String, content: () -> Void = {}) {
        div(.class("vide")) {
            p(sentence)
            content()
        }
    }

    /// The page before and the page after of a list paged by key.
    func pages(_ words: Words, previous: Path?, next: Path?, content: () -> Void = {}) {
        nav(.class("pages ligne"), .ariaLabel(words.resultPages)) {
            if let previous { a(words.previousPage, .href(previous), .rel(.prev)) }
            if let next { a(words.nextPage, .href(next), .rel(.next)) }
            content()
        }
    }
}

extension Words {
    var skipToContent: String { say("Aller au contenu", "Skip to content") }
    var menu: String { say("Menu", "Menu") }
    var close: String { say("Fermer", "Close") }
    var mainMenu: String { say("Principal", "Main") }
    var breadcrumb: String { say("Fil d’Ariane", "Breadcrumb") }
    var signIn: String { say("Se connecter", "Sign in") }
    var signOut: String { say("Se déconnecter", "Sign out") }
    var changeOrganisation: String { say("Changer d’organisation", "Change organisation") }
    var help: String { say("Aide", "Help") }
    var accessibilityAudit: String { say("Accessibilité\u{A0}: audit à mener", "Accessibility: audit to be done") }
    var privacy: String { say("Données personnelles", "Personal data") }
    var errorTitle: String { say("Erreur", "Error") }
    var resultPages: String { say("Pages de résultats", "Result pages") }
    var previousPage: String { say("Page précédente", "Previous page") }
    var nextPage: String { say("Page suivante", "Next page") }
}
