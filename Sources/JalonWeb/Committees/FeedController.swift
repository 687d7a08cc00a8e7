/// Calendars to subscribe to: the page that makes and revokes their addresses, and what an address answers.
import Crypto
import HTML
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace
import NIOCore

enum FeedController {
    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.feeds(visit.visitor)
        return visit.answer(feedsPage(visit.frame(seen, menu: .committees), seen.model, zone: seen.zone))
    }

    /// Answers the page itself, not a redirection: the address is shown this once.
    static func make(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.feeds(visit.visitor)
        let subject = try subject(visit)
        let token = try await visit.workspace.makeFeed(subject, visit.words.language, as: visit.visitor)
        let address = visit.link(to: .feed(token: token))
        return visit.answerOnce(feedMadePage(visit.frame(seen, menu: .committees), address))
    }

    static func revoke(_ visit: Visit) async throws -> Response {
        _ = try await visit.workspace.feeds(visit.visitor)
        try await visit.workspace.revokeFeed(try subject(visit), as: visit.visitor)
        return visit.redirect(to: .feeds(visit.slug), saying: visit.words.feedRevoked)
    }

    /// « person », or a committee as « 1/2 ».
    private static func subject(_ visit: Visit) throws -> FeedSubject {
        let typed = visit.form["subject"]
        if typed == "person" { return .person }
        let numbers = typed.split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2 else { throw DomainError.notFound(.committee) }
        return .committee(CommitteeID(plan: numbers[0], number: numbers[1]))
    }

    /// Nobody signs in here: the address is the key. It is kept out of caches between; whoever has the last one is told so.
    static func show(_ visit: Visit) async throws -> Response {
        let token = (visit.context.parameters.get("token") ?? "").replacing(".ics", with: "")
        let file = try await visit.workspace.feed(
            token, meetingLink: { visit.link(to: .meeting($0, $1)) }, actionLink: { visit.link(to: .action($0, $1)) })
        let digest = SHA256.hash(data: file.bytes).prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let tag = "\"\(digest)\""
        var headers: HTTPFields = [.cacheControl: "private, no-cache", .eTag: tag]
        if visit.request.headers[.ifNoneMatch]?.contains(tag) == true { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "text/calendar; charset=utf-8"
        headers[.contentDisposition] = "inline; filename=\"jalon.ics\""
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}

func feedsPage(_ context: PageContext, _ listing: FeedListing, zone: Zone) -> [UInt8] {
    let words = context.words
    return page(context, title: words.feedsTitle) { html in
        html.heading(words.feedsTitle, over: context.organisation?.name, lead: words.feedsLead)
        html.cards(words.feedsCaption) {
            html.column(words.feedCalendar)
            html.column(words.field(.state))
            html.column(words.feedDeeds)
        } rows: {
            html.row { html.feed(context, listing, .person, words.feedOwn, nil, zone) }
            for committee in listing.committees {
                let plan = listing.plans.count > 1 ? listing.plans.first { $0.number == committee.id.plan }?.title : nil
                html.row { html.feed(context, listing, .committee(committee.id), committee.name, plan, zone) }
            }
        }
    }
}

extension HTMLWriter {
    fileprivate func feed(
        _ context: PageContext, _ listing: FeedListing, _ subject: FeedSubject, _ name: String, _ plan: String?, _ zone: Zone
    ) {
        let words = context.words
        let made = listing.made[subject]
        let code: String
        switch subject {
        case .person: code = "person"
        case .committee(let id): code = id.description
        }
        rowHead {
            text(name)
            if let plan {
                br()
                small(plan)
            }
        }
        cell(made.map { words.feedMade(words.moment($0, in: zone)) } ?? words.feedNone, label: words.field(.state))
        cell {
            post(to: .feeds(context.slug), context) {
                hiddenInput("subject", code)
                button(.class("lien")) {
                    text(made == nil ? words.feedMake : words.feedMakeAgain)
                    span(" " + name, .class("lu"))
                }
            }
            guard made != nil else { return }
            post(to: .feedRevocation(context.slug), context) {
                hiddenInput("subject", code)
                button(.class("lien")) {
                    text(words.feedRevoke)
                    span(" " + name, .class("lu"))
                }
            }
        }
    }
}

private func feedMadePage(_ context: PageContext, _ address: String) -> [UInt8] {
    let words = context.words
    return page(context, title: words.feedMadeTitle) { html in
        html.breadcrumb(words, (words.feedsTitle, .feeds(context.slug)))
        html.heading(words.feedMadeTitle, lead: words.linkLead)
        html.div(.class("texte")) {
            html.div(.class("champ")) {
                html.label(words.feedAddress, .for("link"))
                html.input(.id("link"), .value(address), .readonly, .autocomplete(.off))
            }
            html.p(words.feedHow)
            html.ligne { html.buttonLink(words.linkDone, Path.feeds(context.slug)) }
        }
    }
}

extension Words {
    var feedsTitle: String { say("Agendas à suivre", "Calendars to follow") }
    fileprivate var feedsLead: String {
        say(
            "Les séances, les échéances et les jalons dans votre agenda habituel, toujours à jour.",
            "Meetings, due dates and milestones in your usual calendar, always up to date.")
    }
    fileprivate var feedsCaption: String {
        say("Chaque agenda a une adresse secrète, à vous seul", "Each calendar has a secret address, yours alone")
    }
    fileprivate var feedCalendar: String { say("Agenda", "Calendar") }
    fileprivate var feedDeeds: String { say("Adresse", "Address") }
    fileprivate var feedOwn: String { say("Mon agenda", "My calendar") }
    fileprivate func feedMade(_ moment: String) -> String { say("Adresse créée le \(moment)", "Address made on \(moment)") }
    fileprivate var feedNone: String { say("Pas d’adresse", "No address") }
    fileprivate var feedMake: String { say("Créer l’adresse", "Make the address") }
    fileprivate var feedMakeAgain: String { say("Remplacer l’adresse", "Replace the address") }
    fileprivate var feedRevoke: String { say("Révoquer", "Revoke") }
    fileprivate var feedRevoked: String { say("Cette adresse n’ouvre plus rien.", "This address no longer opens anything.") }
    fileprivate var feedMadeTitle: String { say("Adresse de l’agenda", "Address of the calendar") }
    fileprivate var feedAddress: String { say("Adresse à copier dans votre agenda", "Address to copy into your calendar") }
    fileprivate var feedHow: String {
        say(
            "Dans votre agenda, choisissez « S’abonner » ou « Ajouter depuis une adresse », puis collez-la. Qui la connaît lit cet agenda\u{A0}: gardez-la pour vous.",
            "In your calendar, choose “Subscribe” or “Add from URL”, then paste it. Whoever knows it reads this calendar: keep it to yourself."
        )
    }
}
