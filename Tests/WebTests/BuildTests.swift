// From the guide to the plan: practices chosen, proposals adjusted or removed, actions added in one go.

import Foundation
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import NIOCore
import Testing

@Suite("Building the plan from the guide")
struct BuildTests {
    @Test func sixPracticesBecomeSixActions() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let chosen = ["a.4", "b.3", "c.3", "d.2", "e.1", "f.1"]
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await browser.get(review(house, chosen))
            #expect(page.status == .ok)
            let fields = typedFields(of: page.text)
            #expect(fields.filter { $0.0 == "keep" }.map(\.1) == chosen)
            let sent = fields.map { $0.0 == "pilot" ? ($0.0, "Une fonction inconnue") : $0 } + [("commonDue", "30/06/2027")]
            let answer = try await browser.post("/\(house.slug)/plans/\(house.plan)/build/review", sent)
            #expect(answer.status == .seeOther)
            let list = try await browser.get(answer.location).text
            #expect(list.contains("6 actions ajoutées") && list.contains("Une fonction inconnue"))
        }
        var query = ActionQuery()
        query.sort = .number
        query.descending = true
        let rows = try await sample.workspace.actions(of: house.plan, query, size: 6, house.visitor(.reader)).model.page.rows
        #expect(rows.allSatisfy { $0.pilotName == "Une fonction inconnue" && $0.due?.iso == "2027-06-30" && $0.axis != nil })
    }

    @Test func whatWasTypedComesBackWithItsErrors() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/build/review"
        @Sendable func rows(keep: [String], labels: [String], dues: [String]) -> [(String, String)] {
            keep.map { ("keep", $0) }
                + zip(labels, dues).enumerated().flatMap { index, row in
                    [
                        ("practice", ["a.1", "a.2"][index]), ("label", row.0), ("pilot", Sample.hostile), ("level", "reflection"),
                        ("due", row.1), ("indicators", "Un\nDeux"), ("axis", ""),
                    ]
                }
        }
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let wrong = try await browser.post(
                path, rows(keep: ["a.1", "a.2"], labels: ["", Sample.hostile], dues: ["31/02/2027", ""]))
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("2 réponses sont à corriger") && wrong.text.contains("href=\"#due-a.1\""))
            #expect(wrong.text.contains("31/02/2027") && wrong.text.contains("&lt;script&gt;") && !wrong.text.contains("<script"))

            // A row that is removed need not be mended.
            let removed = try await browser.post(path, rows(keep: ["a.2"], labels: ["", "Une action"], dues: ["31/02/2027", ""]))
            #expect(removed.status == .seeOther)
            let none = try await browser.post(path, rows(keep: [], labels: ["x", "y"], dues: ["", ""]))
            #expect(none.status == .unprocessableContent && none.text.contains("cochez au moins une ligne"))
            let unknown = try await browser.post(path, [("practice", "z.9"), ("keep", "z.9"), ("label", "x"), ("level", "reflection")])
            #expect(unknown.status == .unprocessableContent && unknown.text.contains("z.9"))
            let closed = try await browser.get("/\(house.slug)/plans/\(house.closedPlan)/build")
            #expect(closed.status == .unprocessableContent && closed.text.contains("clos"))
        }
    }

    @Test func aFormSentTwiceAddsItsActionsOnce() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let visitor = house.visitor(.coordinator, needs: .manageCatalogues)
        let said = Assessment(state: .inPlace, on: Sample.today, comment: "Depuis deux ans", link: "")
        _ = try await sample.workspace.assess([AssessmentInput(practice: "a.4", reading: nil, assessment: said)], of: nil, as: visitor)
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await browser.get(review(house, ["a.4", "b.3"])).text
            #expect(page.contains("value=\"monitoring\" selected") && page.contains("Depuis deux ans"))
            let sent = typedFields(of: page).map { $0.0 == "description-a.4" ? ($0.0, "Ma situation") : $0 }
            let path = "/\(house.slug)/plans/\(house.plan)/build/review"
            #expect(try await browser.post(path, sent).status == .seeOther)
            let again = try await browser.post(path, sent)
            #expect(again.status == .conflict && again.text.contains("répond désormais à a.4 et b.3"))
            #expect(again.text.contains("Ma situation") && !again.text.contains("name=\"keep\" value=\"a.4\" checked"))
            // Ticked again, they are added: it is a choice.
            #expect(try await browser.post(path, typedFields(of: again.text)).status == .seeOther)
        }
        let actions = try await sample.workspace.export(of: house.plan, ActionQuery(), house.visitor(.reader)).model.map(\.action)
        let added = actions.filter { $0.id.number > house.actions }
        #expect(added.count == 4)
        #expect(
            added.filter { $0.practices == ["a.4"] }.allSatisfy { $0.current.commitment == .monitoring && $0.description == "Ma situation" }
        )
    }

    @Test func ticksOutliveFilters() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let build = "/\(house.slug)/plans/\(house.plan)/build"
            let filtered = try await browser.get(build + "?theme=b&practice=a.4&practice=b.3").text
            #expect(filtered.contains("<input type=\"hidden\" name=\"practice\" value=\"a.4\">"))
            #expect(filtered.contains("name=\"practice\" value=\"b.3\" checked"))
            let uncovered = try await browser.get(build + "?uncovered=1").text
            #expect(!uncovered.contains("value=\"a.1\"") && uncovered.contains("value=\"a.4\""))
            let all = try await browser.get(build + "?theme=a&tick=all").text
            #expect(all.contains("value=\"a.4\" checked") && !all.contains("value=\"a.1\" checked"), "those covered are left")
        }
    }

    @Test func everyPracticeAtOnceStaysLight() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let all = try await sample.workspace.guide(house.catalogue, house.visitor(.reader)).model.catalogue.practices.map(\.id)
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let page = try await browser.get(review(house, all), [.acceptEncoding: "gzip"])
            #expect(page.headers[.contentEncoding] == "gzip" && page.body.readableBytes < 10_000)
        }
    }

    private func review(_ house: Sample.House, _ practices: [String]) -> String {
        "/\(house.slug)/plans/\(house.plan)/build/review?" + practices.map { "practice=\($0)" }.joined(separator: "&")
    }

    /// What a browser would send of the page, but for its token.
    private func typedFields(of page: String) -> [(String, String)] {
        let form = page[(page.range(of: "<main")?.lowerBound ?? page.startIndex)...]
        var fields: [(String, String)] = []
        for match in form.matches(of: /<(input|select|textarea)([^>]*)>/) {
            let attributes = String(match.output.2)
            guard let name = attributes.firstMatch(of: /name="([^"]+)"/).map({ String($0.output.1) }), name != "token" else { continue }
            let rest = form[match.range.upperBound...]
            switch match.output.1 {
            case "input": fields.append((name, attributes.firstMatch(of: /value="([^"]*)"/).map { String($0.output.1) } ?? ""))
            case "select":
                let options = rest[..<(rest.range(of: "</select>")?.lowerBound ?? rest.endIndex)]
                fields.append((name, options.firstMatch(of: /value="([^"]*)" selected/).map { String($0.output.1) } ?? ""))
            default: fields.append((name, String(rest[..<(rest.range(of: "</textarea>")?.lowerBound ?? rest.endIndex)])))
            }
        }
        return fields.filter { $0.0 != "commonDue" }
    }
}
