/// The frame of public pages: no account, no form, no cookie; where their links lead, on the site or in a folder of files.
import HTML
import JalonDomain
import JalonWorkspace

/// A page or a file of a publication.
enum PublicPlace: Equatable {
    case home
    case action(Int)
    case csv, json, markdown, style
}

struct PublicLink: Destination {
    let url: String
}

struct PublicSite: Sendable {
    enum Kind: Sendable {
        /// Under this address.
        case online(slug: String, plan: Int)
        /// Files that lead to each other; `up` leads from the page at hand to the first one.
        case files(up: String)
        /// As a coordinator reads it before it is published.
        case preview(slug: String, plan: Int)
    }

    let kind: Kind
    let words: Words
    let plan: PublicPlan
    /// The whole address of the page, for link previews, where it is known.
    var address: String?

    func link(_ place: PublicPlace) -> PublicLink {
        switch kind {
        case .online(let slug, let plan):
            switch place {
            case .home: PublicLink(url: Path.published(slug, plan).url)
            case .action(let number): PublicLink(url: Path.publishedAction(slug, plan, number).url)
            case .csv: PublicLink(url: Path.publishedFile(slug, plan, .csv).url)
            case .json: PublicLink(url: Path.publishedFile(slug, plan, .json).url)
            case .markdown: PublicLink(url: Path.publishedFile(slug, plan, .markdown).url)
            case .style: PublicLink(url: Path.stylesheet.url)
            }
        case .files(let up):
            switch place {
            case .home: PublicLink(url: up + "index.html")
            case .action(let number): PublicLink(url: "\(up)actions/\(number).html")
            case .csv: PublicLink(url: up + "plan.csv")
            case .json: PublicLink(url: up + "plan.json")
            case .markdown: PublicLink(url: up + "plan.md")
            case .style: PublicLink(url: up + "style.css")
            }
        case .preview(let slug, let plan):
            switch place {
            case .action(let number): PublicLink(url: Path.publicationPreview(slug, plan, ["action": String(number)]).url)
            case .style: PublicLink(url: Path.stylesheet.url)
            case .home, .csv, .json, .markdown: PublicLink(url: Path.publicationPreview(slug, plan).url)
            }
        }
    }

    /// A whole page.
    func page(title: String, description: String, body: (HTMLWriter) -> Void) -> [UInt8] {
        HTMLWriter.render { html in
            html.doctype()
            html.html(.lang(words.language.rawValue)) {
                html.head {
                    html.meta(.charset("utf-8"))
                    html.meta(.name("viewport"), .content("width=device-width,initial-scale=1"))
                    html.title("\(title) – \(plan.organisation)")
                    html.meta(.name("description"), .content(description))
                    let preview: [(property: String, content: String)] = [
                        ("og:type", "article"), ("og:title", title), ("og:description", description), ("og:site_name", plan.organisation),
                        ("og:locale", words.say("fr_FR", "en_GB")), ("og:url", address ?? ""),
                    ]
                    for meta in preview where !meta.content.isEmpty { html.meta(.property(meta.property), .content(meta.content)) }
                    if case .preview = kind { html.meta(.name("robots"), .content("noindex")) }
                    html.link(.rel(.stylesheet), .href(link(.style)))
                    html.link(.rel(.icon), .href(NoIcon()))
                }
                html.body {
                    html.a(words.skipToContent, .class("evite"), .href(Fragment("contenu")))
                    html.header { html.div { html.a(plan.organisation, .class("logo"), .href(link(.home))) } }
                    html.main(.id("contenu")) {
                        if case .preview(let slug, let number) = kind { notice(html, slug, number) }
                        body(html)
                    }
                    html.footer { html.div { foot(html) } }
                }
            }
        }
    }

    private func notice(_ html: HTMLWriter, _ slug: String, _ number: Int) {
        html.div(.class("note al")) {
            html.p {
                html.text(words.publicPreviewNotice)
                html.text(" ")
                html.a(words.publicPreviewBack, .href(Path.publication(slug, number)))
            }
        }
    }

    private func foot(_ html: HTMLWriter) {
        html.p(words.publicFoot(plan))
        guard case .online(let slug, let number) = kind else { return }
        let other: Language = words.language == .fr ? .en : .fr
        html.ul {
            html.li {
                html.a(
                    words.languageName(other), .href(Path.published(slug, number, ["language": other.rawValue])),
                    .lang(other.rawValue), .rel(.alternate))
            }
        }
    }
}

extension Words {
    var publicPreviewNotice: String {
        say(
            "Aperçu\u{A0}: voici ce que tout le monde lira. Rien n’est encore publié.",
            "Preview: this is what everyone will read. Nothing is published yet.")
    }
    var publicPreviewBack: String { say("Revenir à la publication", "Back to the publication") }
    func publicFoot(_ plan: PublicPlan) -> String {
        say(
            "\(plan.organisation). Page publiée avec Jalon, sans script.",
            "\(plan.organisation). Page published with Jalon, without any script.")
    }
}
