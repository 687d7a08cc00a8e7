// Every route, with every role, with nobody, and with the real ids of another organisation: what HTTP answers, against a table typed by hand.

import Foundation
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import SQL
import Testing

/// Forms are sent empty, with a sound token: 422 is the answer to who may, whose form lacks something.
/// Columns: administrator, coordinator, pilot, reader, auditor; nobody; an administrator of another organisation, at this one's address.
private let expectations = """
    GET  /                                             303 303 303 303 303 303 303
    GET  /health                                       200 200 200 200 200 200 200
    POST /language                                     303 303 303 303 303 303 303
    GET  /setup/:token                                 410 410 410 410 410 410 410
    POST /setup/:token                                 410 410 410 410 410 410 410
    GET  /sign-in                                      303 303 303 303 303 200 303
    POST /sign-in                                      422 422 422 422 422 422 422
    POST /sign-out                                     303 303 303 303 303 303 303
    GET  /invitation/:token                            410 410 410 410 410 410 410
    POST /invitation/:token                            410 410 410 410 410 410 410
    GET  /reset/:token                                 410 410 410 410 410 410 410
    POST /reset/:token                                 410 410 410 410 410 410 410
    GET  /account                                      200 200 200 200 200 303 200
    POST /account                                      422 422 422 422 422 401 422
    GET  /account/email                                200 200 200 200 200 303 200
    POST /account/email                                422 422 422 422 422 401 422
    POST /account/sessions                             303 303 303 303 303 401 303
    POST /account/messages                             303 303 303 303 303 401 303
    GET  /account/password                             200 200 200 200 200 303 200
    POST /account/password                             422 422 422 422 422 401 422
    GET  /help                                         200 200 200 200 200 200 200
    GET  /accessibility                                200 200 200 200 200 200 200
    GET  /privacy                                      200 200 200 200 200 200 200

    GET  /:org                                         303 303 303 303 303 303 404
    GET  /:org/mine                                    200 200 200 200 200 303 404
    GET  /:org/journal                                 200 200 403 403 200 303 404
    GET  /:org/plans                                   200 200 200 200 200 303 404
    GET  /:org/plans/new                               200 200 403 403 403 303 404
    POST /:org/plans/new                               422 422 403 403 403 401 404
    GET  /:org/plans/:plan                             200 200 200 200 200 303 404
    GET  /:org/plans/:plan/edit                        200 200 403 403 403 303 404
    POST /:org/plans/:plan/edit                        422 422 403 403 403 401 404
    GET  /:org/plans/:plan/edition                     200 200 403 403 403 303 404
    POST /:org/plans/:plan/edition                     422 422 403 403 403 401 404
    GET  /:org/plans/:plan/axes                        200 200 403 403 403 303 404
    POST /:org/plans/:plan/axes                        422 422 403 403 403 401 404
    GET  /:org/plans/:plan/life                        200 200 403 403 403 303 404
    POST /:org/plans/:plan/life/proposal               303 303 403 403 403 401 404
    POST /:org/plans/:plan/life/withdrawal             422 422 403 403 403 401 404
    POST /:org/plans/:plan/life/validation             422 422 403 403 403 401 404
    POST /:org/plans/:plan/life/communication          422 422 403 403 403 401 404
    POST /:org/plans/:plan/life/closure                422 422 403 403 403 401 404
    GET  /:org/plans/:plan/versions                    200 200 200 200 200 303 404
    GET  /:org/plans/:plan/versions/:version           200 200 200 200 200 303 404
    GET  /:org/plans/:plan/versions/:version/plan.json  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/versions/:version/plan.md   200 200 200 200 200 303 404
    GET  /:org/plans/:plan/versions/:version/actions/:action  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/changes                     200 200 200 200 200 303 404
    GET  /:org/plans/:plan/changes.json                200 200 200 200 200 303 404
    GET  /:org/plans/:plan/changes.md                  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/slippage                    200 200 200 200 200 303 404
    GET  /:org/plans/:plan/publication                 200 200 403 403 403 303 404
    POST /:org/plans/:plan/publication                 303 303 403 403 403 401 404
    GET  /:org/plans/:plan/publication/preview         200 200 403 403 403 303 404
    POST /:org/plans/:plan/publication/choices         303 303 403 403 403 401 404
    POST /:org/plans/:plan/publication/clearance       404 404 403 403 403 401 404
    POST /:org/plans/:plan/publication/withdrawal      303 303 403 403 403 401 404
    GET  /:org/lessons                                 200 200 200 200 200 303 404
    GET  /public/:org/plans/:plan                      200 200 200 200 200 200 200
    GET  /public/:org/plans/:plan/actions/:action      200 200 200 200 200 200 200
    GET  /public/:org/plans/:plan/plan.csv             200 200 200 200 200 200 200
    GET  /public/:org/plans/:plan/plan.json            200 200 200 200 200 200 200
    GET  /public/:org/plans/:plan/plan.md              200 200 200 200 200 200 200
    GET  /:org/plans/:plan/journal                     200 200 403 403 200 303 404

    GET  /:org/plans/:plan/roadmap                     200 200 200 200 200 303 404
    GET  /:org/plans/:plan/roadmap.csv                 200 200 200 200 200 303 404
    GET  /:org/plans/:plan/ranking                     200 200 200 200 200 303 404
    GET  /:org/plans/:plan/workshop                    200 200 200 200 200 303 404
    POST /:org/plans/:plan/workshop                    303 303 403 403 403 401 404
    GET  /:org/settings/weights                        200 200 200 200 200 303 404
    POST /:org/settings/weights                        422 403 403 403 403 401 404

    GET  /:org/plans/:plan/quality                     200 200 200 200 200 303 404
    GET  /:org/settings/quality                        200 403 403 403 403 303 404
    POST /:org/settings/quality                        422 403 403 403 403 401 404

    GET  /:org/plans/:plan/actions                     200 200 200 200 200 303 404
    GET  /:org/plans/:plan/actions.csv                 200 200 200 200 200 303 404
    GET  /:org/plans/:plan/actions/new                 200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/new                 422 422 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action             200 200 200 200 200 303 404
    GET  /:org/plans/:plan/actions/:action/journal     200 200 200 403 200 303 404
    GET  /:org/plans/:plan/actions/:action/edit        200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/edit        422 422 403 403 403 401 404
    POST /:org/plans/:plan/actions/:action/report      303 303 303 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/stage       200 200 200 403 403 303 404
    POST /:org/plans/:plan/actions/:action/stage       303 303 303 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/decision    200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/decision    422 422 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/path        200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/path        303 303 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/archive     200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/archive     303 303 403 403 403 401 404
    POST /:org/plans/:plan/actions/:action/restore     303 303 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/notes       200 200 200 403 200 303 404
    POST /:org/plans/:plan/actions/:action/notes       422 422 422 403 403 401 404
    POST /:org/plans/:plan/actions/:action/milestones  422 422 422 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/links       200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/links       422 422 403 403 403 401 404
    POST /:org/plans/:plan/actions/:action/links/removal  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/copy        200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/copy        422 422 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/split       200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/split       422 422 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/merge       200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/merge       422 422 403 403 403 401 404

    GET  /:org/plans/:plan/actions/bulk                303 303 403 403 403 303 404
    GET  /:org/plans/:plan/actions/bulk/preview        303 303 403 403 403 303 404
    POST /:org/plans/:plan/actions/bulk                303 303 403 403 403 401 404
    GET  /:org/plans/:plan/bulk                        200 200 403 403 403 303 404
    GET  /:org/plans/:plan/bulk/:bulk                  200 200 403 403 403 303 404
    POST /:org/plans/:plan/bulk/:bulk/undo             303 303 403 403 403 401 404

    GET  /:org/plans/:plan/views                       200 200 200 200 200 303 404
    POST /:org/plans/:plan/views                       422 422 422 422 422 401 404
    GET  /:org/plans/:plan/views/:view                 200 200 403 403 403 303 404
    POST /:org/plans/:plan/views/:view                 422 422 403 403 403 401 404
    GET  /:org/plans/:plan/views/:view/delete          200 200 403 403 403 303 404
    POST /:org/plans/:plan/views/:view/delete          303 303 403 403 403 401 404
    GET  /:org/settings                                200 200 403 403 403 303 404
    GET  /:org/settings/organisation                   200 403 403 403 403 303 404
    POST /:org/settings/organisation                   422 403 403 403 403 401 404
    GET  /:org/settings/directory                      200 200 403 403 403 303 404
    POST /:org/settings/directory                      422 403 403 403 403 401 404
    GET  /:org/settings/directory/:party               200 200 403 403 403 303 404
    POST /:org/settings/directory/:party               422 403 403 403 403 401 404
    POST /:org/settings/directory/:party/merge         422 403 403 403 403 401 404
    POST /:org/settings/directory/:party/archive       422 403 403 403 403 401 404
    POST /:org/settings/directory/:party/restore       303 403 403 403 403 401 404
    GET  /:org/settings/members                        200 403 403 403 403 303 404
    GET  /:org/settings/members/:member                200 403 403 403 403 303 404
    POST /:org/settings/members/:member                422 403 403 403 403 401 404
    POST /:org/settings/members/:member/removal        422 403 403 403 403 401 404
    POST /:org/settings/members/:member/reset          200 403 403 403 403 401 404
    GET  /:org/settings/invitations                    200 403 403 403 403 303 404
    POST /:org/settings/invitations                    422 403 403 403 403 401 404
    POST /:org/settings/invitations/revocation         404 403 403 403 403 401 404
    GET  /:org/settings/messages                       200 403 403 403 403 303 404
    GET  /:org/settings/messages/:mail                 200 403 403 403 403 303 404
    POST /:org/settings/messages/:mail/again           303 403 403 403 403 401 404
    POST /:org/settings/messages/:mail/delivered       303 403 403 403 403 401 404

    GET  /:org/catalogues                              200 200 200 200 200 303 404
    GET  /:org/catalogues/diff                         303 303 303 303 303 303 404
    GET  /:org/catalogues/import                       200 200 403 403 403 303 404
    POST /:org/catalogues/import                       422 422 403 403 403 401 404
    GET  /:org/catalogues/:catalogue                   200 200 200 200 200 303 404
    GET  /:org/catalogues/:catalogue/diff/:edition     200 200 200 200 200 303 404
    GET  /:org/catalogues/:catalogue/practices/:practice  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/board                       200 200 200 200 200 303 404
    GET  /:org/plans/:plan/calendar                    200 200 200 200 200 303 404
    GET  /:org/directory                               200 200 200 200 200 303 404
    GET  /:org/units/:unit                             200 200 200 200 200 303 404
    GET  /:org/people/:party                           200 200 200 200 200 303 404
    GET  /:org/search                                  200 200 200 200 200 303 404
    GET  /:org/assessment                              200 200 200 200 200 303 404
    GET  /:org/assessment/:theme                       200 200 200 200 200 303 404
    POST /:org/assessment/:theme                       422 422 403 403 403 401 404
    GET  /:org/plans/:plan/coverage                    200 200 200 200 200 303 404
    GET  /:org/plans/:plan/build                       200 200 403 403 403 303 404
    GET  /:org/plans/:plan/build/review                303 303 403 403 403 303 404
    POST /:org/plans/:plan/build/review                422 422 403 403 403 401 404

    GET  /:org/plans/:plan/committees                  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/committees/new              200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/new              422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee       200 200 200 200 200 303 404
    GET  /:org/plans/:plan/committees/:committee/edit  200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/:committee/edit  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/archive  303 303 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/restore  303 303 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/members  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/members/removal  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/meetings  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/calendar  200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/:committee/calendar  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/edit  200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/edit  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/cancellation  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/agenda  200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/agenda  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/convocation  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/session  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/attendance  200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/attendance  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/decisions  200 200 403 403 403 303 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/decisions  422 422 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/decisions/follow-up  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/minutes  200 200 200 200 200 303 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/minutes  303 303 403 403 403 401 404
    POST /:org/plans/:plan/committees/:committee/meetings/:meeting/minutes/approval  422 422 403 403 403 401 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/minutes.md  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/minutes.html  200 200 200 200 200 303 404
    GET  /:org/plans/:plan/committees/:committee/meetings/:meeting/pack  200 200 200 200 200 303 404
    GET  /:org/feeds                                   200 200 200 200 200 303 404
    POST /:org/feeds                                   404 404 404 404 404 401 404
    POST /:org/feeds/revocation                        404 404 404 404 404 401 404
    GET  /feeds/:token                                 404 404 404 404 404 404 404

    GET  /:org/plans/:plan/actions/:action/objectives  200 200 200 200 200 303 404
    POST /:org/plans/:plan/actions/:action/objectives  422 422 422 403 403 401 404
    GET  /:org/plans/:plan/scenarios                   200 200 200 200 200 303 404
    POST /:org/plans/:plan/scenarios                   422 422 403 403 403 401 404
    GET  /:org/plans/:plan/scenarios/compare           200 200 200 200 200 303 404
    GET  /:org/plans/:plan/scenarios/:scenario         200 200 200 200 200 303 404
    POST /:org/plans/:plan/scenarios/:scenario/cancellation  303 303 403 403 403 401 404
    POST /:org/plans/:plan/scenarios/:scenario/removal  303 303 403 403 403 401 404
    GET  /:org/plans/:plan/scenarios/:scenario/adoption  200 200 403 403 403 303 404
    POST /:org/plans/:plan/scenarios/:scenario/adoption  422 422 403 403 403 401 404
    GET  /:org/factors                                 200 200 200 200 200 303 404
    POST /:org/factors                                 422 422 403 403 403 401 404
    GET  /:org/factors/import                          200 200 403 403 403 303 404
    POST /:org/factors/import                          422 422 403 403 403 401 404
    GET  /:org/plans/:plan/gains                       200 200 200 200 200 303 404
    POST /:org/plans/:plan/gains/overlap               422 422 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/gains       200 200 200 200 200 303 404
    POST /:org/plans/:plan/actions/:action/gains       422 422 403 403 403 401 404
    POST /:org/plans/:plan/actions/:action/gains/realised  422 422 422 403 403 401 404
    POST /:org/plans/:plan/actions/:action/gains/recomputation  404 404 403 403 403 401 404
    POST /:org/plans/:plan/actions/:action/gains/removal  404 404 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/needs       200 200 200 200 200 303 404
    POST /:org/plans/:plan/actions/:action/needs       422 422 422 403 403 401 404
    GET  /:org/plans/:plan/needs                       200 200 200 403 403 303 404
    POST /:org/plans/:plan/needs                       303 303 303 403 403 401 404
    GET  /:org/plans/:plan/means                       200 200 200 200 200 303 404
    POST /:org/plans/:plan/means                       422 422 403 403 403 401 404
    GET  /:org/indicators                              200 200 200 200 200 303 404
    GET  /:org/indicators.csv                          200 200 200 200 200 303 404
    GET  /:org/indicators.json                         200 200 200 200 200 303 404
    GET  /:org/indicators/definitions.csv              200 200 200 200 200 303 404
    GET  /:org/indicators/new                          200 200 403 403 403 303 404
    POST /:org/indicators/new                          422 422 403 403 403 401 404
    GET  /:org/indicators/due                          200 200 200 403 403 303 404
    POST /:org/indicators/due                          422 422 422 403 403 401 404
    GET  /:org/indicators/import                       200 200 200 403 403 303 404
    POST /:org/indicators/import                       422 422 422 403 403 401 404
    GET  /:org/indicators/:indicator                   200 200 200 200 200 303 404
    GET  /:org/indicators/:indicator/edit              200 200 403 403 403 303 404
    POST /:org/indicators/:indicator/edit              422 422 403 403 403 401 404
    POST /:org/indicators/:indicator/archive           303 303 403 403 403 401 404
    POST /:org/indicators/:indicator/restore           303 303 403 403 403 401 404
    POST /:org/indicators/:indicator/targets           422 422 403 403 403 401 404
    POST /:org/indicators/:indicator/targets/removal   422 422 403 403 403 401 404
    POST /:org/indicators/:indicator/baseline          303 303 403 403 403 401 404
    POST /:org/indicators/:indicator/measures          422 422 422 403 403 401 404

    GET  /:org/plans/:plan/import                      200 200 403 403 403 303 404
    POST /:org/plans/:plan/import                      422 422 403 403 403 401 404

    GET  /:org/templates                               200 200 403 403 403 303 404
    POST /:org/templates/:template/name                422 422 403 403 403 401 404
    POST /:org/templates/:template/archive             303 303 403 403 403 401 404
    POST /:org/templates/:template/restore             303 303 403 403 403 401 404
    GET  /:org/plans/:plan/actions/:action/template    200 200 403 403 403 303 404
    POST /:org/plans/:plan/actions/:action/template    422 422 403 403 403 401 404
    """

/// What concerns an action's pilot, on an action that is not the pilot's own.
private let expectationsOfPilotElsewhere = """
    GET  /:org/plans/:plan/actions/:action             200
    GET  /:org/plans/:plan/actions/:action/journal     403
    POST /:org/plans/:plan/actions/:action/report      403
    GET  /:org/plans/:plan/actions/:action/stage       403
    POST /:org/plans/:plan/actions/:action/stage       403
    GET  /:org/plans/:plan/actions/:action/notes       403
    POST /:org/plans/:plan/actions/:action/notes       403
    POST /:org/plans/:plan/actions/:action/milestones  403
    GET  /:org/plans/:plan/actions/:action/objectives  200
    GET  /:org/plans/:plan/actions/:action/gains       200
    POST /:org/plans/:plan/actions/:action/gains/realised  422
    GET  /:org/plans/:plan/actions/:action/needs       200
    POST /:org/plans/:plan/actions/:action/needs       422
    """

private struct Expectation {
    let method: HTTPRequest.Method
    let pattern: String
    let codes: [Int]

    var name: String { "\(method.rawValue) \(pattern)" }

    static func read(_ table: String) -> [Expectation] {
        table.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 2, let method = HTTPRequest.Method(rawValue: words[0]) else { return nil }
            return Expectation(method: method, pattern: words[1], codes: words.dropFirst(2).compactMap { Int($0) })
        }
    }
}

private struct Address {
    var slug: String
    var plan: Int
    var action: Int
    var catalogue: Int
    /// Shared by its owner, a coordinator.
    var view: Int
    var bulk: Int
    var committee: Int
    var meeting = 1
    var unit: Int
    /// The first one is the administrator's person.
    var party = 1
    var member: Int
    var mail = 1
    var indicator = 1

    init(of house: Sample.House, action: Int) {
        slug = house.slug
        plan = house.plan
        self.action = action
        catalogue = house.catalogue
        view = house.views
        bulk = house.bulks
        committee = house.committees
        unit = house.unit
        member = house.member
    }

    func fill(_ pattern: String) -> String {
        let names = [
            ":org": slug, ":plan": String(plan), ":action": String(action), ":catalogue": String(catalogue), ":practice": "a.2",
            ":edition": String(catalogue),
            // The first party is the administrator's person.
            ":unit": String(unit), ":party": String(party), ":member": String(member),
            ":template": "1", ":version": "1", ":committee": String(committee),
            // Held: most of what leads to it is refused.
            ":meeting": String(meeting),
            ":theme": "a", ":view": String(view), ":bulk": String(bulk), ":mail": String(mail), ":indicator": String(indicator),
            ":scenario": "1",
            ":token": "a-link-that-was-never-made",
        ]
        return pattern.split(separator: "/", omittingEmptySubsequences: false).map { names[String($0)] ?? String($0) }
            .joined(separator: "/")
    }
}

@Suite("Every route, with every role")
struct RouteMatrixTests {
    @Test func theTableHasEveryRouteOnce() {
        let typed = Expectation.read(expectations)
        #expect(typed.map(\.name).sorted() == routes.map { "\($0.method.rawValue) \($0.pattern)" }.sorted())
        #expect(typed.allSatisfy { $0.codes.count == 7 })
    }

    @Test func everyRouteAnswersAsTyped() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let address = Address(of: house, action: Sample.Numbered.late)
        let journalBefore = try await journal(sample)

        let sessions = Role.allCases.map { house.sessions[$0] } + [nil, sample.second.sessions[.administrator]]
        let names = Role.allCases.map(\.rawValue) + ["nobody", "someone else"]
        for expectation in Expectation.read(expectations) {
            for ((session, name), code) in zip(zip(sessions, names), expectation.codes) {
                // A form that may change something is sent to a copy.
                let changes = expectation.method == .post && ![401, 403, 404].contains(code)
                let asked = changes ? sample.on(try await copy(of: sample)) : sample
                let answer = try await asked.visit { client in
                    var browser = TestBrowser(client, session: session)
                    return try await browser.ask(expectation.method, address.fill(expectation.pattern))
                }
                #expect(answer.status.code == code, "\(expectation.name) as \(name): \(answer.head)")
                if session == nil, code == 303, expectation.method == .get {
                    #expect(answer.location.hasPrefix("/sign-in"), "\(expectation.name)")
                }
                checkSafety(answer, "\(expectation.name) as \(name)")
            }
        }
        #expect(try await journal(sample) == journalBefore, "what was refused changed nothing")
    }

    @Test func aFormWithoutItsTokenIsRefused() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let address = Address(of: house, action: Sample.Numbered.late)
        let journalBefore = try await journal(sample)
        try await sample.visit { client in
            for route in routes where route.method == .post {
                for session in [house.sessions[.administrator], nil] {
                    var browser = TestBrowser(client, session: session)
                    let answer = try await browser.post(address.fill(route.pattern), token: "")
                    #expect(answer.status == .forbidden, "\(route.pattern)")
                }
            }
        }
        #expect(try await journal(sample) == journalBefore)
    }

    @Test func thePilotOfAnotherActionOnlyReadsIt() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let address = Address(of: house, action: Sample.Numbered.awaitsDecision)
        try await sample.visit { client in
            for expectation in Expectation.read(expectationsOfPilotElsewhere) {
                var browser = TestBrowser(client, session: house.sessions[.pilot])
                let answer = try await browser.ask(expectation.method, address.fill(expectation.pattern))
                #expect(answer.status.code == expectation.codes.first, "\(expectation.name)")
                #expect(!answer.text.contains("Note interne"), "\(expectation.name)")
            }
        }
    }

    /// The numbers exist, in the other organisation: here they are nothing.
    @Test func anotherOrganisationsNumbersAreNothingHere() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let (here, there) = (sample.first, sample.second)
        #expect(
            there.plan > here.plan && there.actions > here.actions && there.catalogue > here.catalogue && there.views > here.views
                && there.bulks > here.bulks && there.committees > here.committees
                && there.indicators > here.indicators && there.meetings > here.meetings)
        #expect(there.party > here.party && there.member != here.member && there.mail > here.mail)
        let own = Address(of: here, action: Sample.Numbered.late)
        var foreignPlan = own
        foreignPlan.plan = there.plan
        var foreignAction = own
        foreignAction.action = there.actions
        var foreignCatalogue = own
        foreignCatalogue.catalogue = there.catalogue
        var foreignView = own
        foreignView.view = there.views
        var foreignBulk = own
        foreignBulk.bulk = there.bulks
        var foreignCommittee = own
        foreignCommittee.committee = there.committees
        var foreignMeeting = own
        foreignMeeting.meeting = there.meetings
        var foreignParty = own
        foreignParty.party = there.party
        var foreignMember = own
        foreignMember.member = there.member
        var foreignMail = own
        foreignMail.mail = there.mail
        var foreignIndicator = own
        foreignIndicator.indicator = there.indicators
        let foreign = [
            foreignPlan, foreignAction, foreignCatalogue, foreignView, foreignBulk, foreignCommittee, foreignMeeting, foreignParty,
            foreignMember, foreignMail, foreignIndicator,
        ]
        try await sample.visit { client in
            for route in routes {
                for address in foreign {
                    let path = address.fill(route.pattern)
                    guard path != own.fill(route.pattern) else { continue }
                    var browser = TestBrowser(client, session: here.sessions[.administrator])
                    let query = path.hasSuffix("/build/review") && route.method == .get ? "?practice=a.2" : ""
                    let answer = try await browser.ask(route.method, path + query)
                    #expect(answer.status == .notFound, "\(route.method) \(path): \(answer.status)")
                }
            }
        }
    }

    /// What stands on every page: a policy that runs nothing, and hostile words shown as words.
    private func checkSafety(_ answer: TestResponse, _ name: String) {
        let policy = answer.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("script"), "\(name)")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(name)")
        guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
        #expect(!answer.text.contains("<script"), "\(name)")
        #expect(!answer.text.contains("javascript:"), "\(name)")
        #expect(!answer.text.contains(" style=") && !answer.text.contains(" onclick="), "\(name)")
    }

    private func copy(of sample: Sample) async throws -> any SQLDatabase {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString).sqlite").path
        try await sample.workspace.database.backup(to: path)
        return try Engine.file(at: path)
    }

    /// The number of the journal's last entry.
    private func journal(_ sample: Sample) async throws -> [Int] {
        var last: [Int] = []
        for house in [sample.first, sample.second] {
            let entries = try await sample.workspace.journal(plan: nil, before: nil, house.visitor(.administrator)).model
            last.append(entries.first?.id ?? 0)
        }
        return last
    }
}

extension TestBrowser {
    /// An empty form where the method asks for one.
    fileprivate mutating func ask(_ method: HTTPRequest.Method, _ path: String) async throws -> TestResponse {
        method == .post ? try await post(path) : try await get(path)
    }
}
