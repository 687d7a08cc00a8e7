/// Two people who change the same thing: what is taken over, put together, or asked.
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@testable import JalonWeb

@Suite("Two people at one form")
struct FormMergeTests {
    private let label = FormPart(.label)
    private let tags = FormPart(.tags, .commas)

    @Test func oneAnswerIsTakenKeptOrAsked() {
        #expect(label.merge(base: ["a"], mine: ["a"], theirs: ["b"]) == .taken)
        #expect(label.merge(base: ["a"], mine: ["b"], theirs: ["a"]) == .mine)
        #expect(label.merge(base: ["a"], mine: ["b"], theirs: ["b"]) == .mine)
        #expect(label.merge(base: ["a"], mine: ["b"], theirs: ["c"]) == .asked)
        #expect(label.merge(base: nil, mine: ["b"], theirs: ["c"]) == .asked, "nobody knows what was read")
    }

    @Test func listsArePutTogetherElementByElement() {
        #expect(tags.merge(base: ["a", "b"], mine: ["a", "b", "c"], theirs: ["b", "d"]) == .together(["b", "d", "c"]))
        #expect(tags.merge(base: ["a", "b"], mine: ["b"], theirs: ["a"]) == .together([]))
        // The same element, changed by both in two ways.
        #expect(tags.merge(base: ["a", "b"], mine: ["x", "b"], theirs: ["y", "b"]) == .asked)
        #expect(tags.merge(base: ["a"], mine: ["x"], theirs: ["a", "y"]) == .together(["y", "x"]))
    }

    @Test func aSheetOfTwentyAnswersIsMergedFieldByField() throws {
        var read = ActionForm(FormBody([:]))
        read.label = "Garder six ans"
        read.practices = ["a.2"]
        read.milestones = [
            ActionForm.MilestoneLine(title: "Un", due: "2026-01-01", reached: ""),
            ActionForm.MilestoneLine(title: "Deux", due: "", reached: ""),
        ]
        var typed = read
        typed.read = FormBody(read.pairs)
        typed.impact = "4"
        typed.description = "Deux\nlignes"
        typed.milestones[0].reached = "2026-01-02"
        var standing = read
        standing.label = "Garder huit ans"
        standing.practices = ["a.2", "c.1"]
        standing.milestones.append(ActionForm.MilestoneLine(title: "Trois", due: "", reached: ""))
        let merge = FormMerge(typed: typed, standing: standing)
        #expect(merge.asked.isEmpty && merge.taken == [.label, .practices] && merge.together == [.milestones])
        #expect(merge.form.label == "Garder huit ans" && merge.form.impact == "4" && merge.form.description == "Deux\nlignes")
        #expect(merge.form.practices == ["a.2", "c.1"])
        #expect(Set(merge.form.milestones.map(\.title)) == ["Un", "Deux", "Trois"])
        #expect(merge.form.milestones.first { $0.title == "Un" }?.reached == "2026-01-02")
        #expect(merge.form.read == FormBody(standing.pairs))
    }

    @Test func twoSessionsMergeASheet() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/actions/\(Sample.Numbered.bare)/edit"
        try await sample.visit { client in
            var mine = TestBrowser(client, session: house.sessions[.coordinator])
            var theirs = TestBrowser(client, session: house.sessions[.administrator])
            let read = try await mine.get(path).inputs
            #expect(read.contains { $0 == ("was-label", "Former les équipes") })
            _ = try await theirs.post(path, read.typing(["label": "Former tous les agents", "objectives": "Agents formés", "effort": "2"]))

            let crossed = try await mine.post(
                path, read.typing(["label": "Former les équipes en ligne", "objectives": "Cours en ligne", "impact": "5"]))
            #expect(crossed.status == .conflict)
            #expect(crossed.text.contains("Former tous les agents") && crossed.text.contains("Former les équipes en ligne"))
            #expect(crossed.text.contains("Repris de Ada valmont"), "said beside the field")
            let again = crossed.inputs
            #expect(again.contains { $0 == ("asked", "label") } && again.filter { $0.0 == "asked" }.count == 1)
            #expect(again.contains { $0 == ("objectives", "Agents formés\nCours en ligne") })

            let unchosen = try await mine.post(path, again)
            #expect(unchosen.status == .unprocessableContent && unchosen.text.contains("Choisissez l’une des deux réponses"))
            #expect(unchosen.text.contains("choice-label"))

            let saved = try await mine.post(path, again.typing(["effort": "2", "impact": "5"]) + [("choice-label", "theirs")])
            #expect(saved.status == .seeOther)
        }
        let action = try await sample.workspace.action(house.action(Sample.Numbered.bare), house.visitor(.administrator)).model.action
        #expect(action.label == "Former tous les agents" && action.objectives == ["Agents formés", "Cours en ligne"])
        #expect(action.impact == 5 && action.effort == 2)
    }

    @Test func newsThatCrossNobodysAreSavedAtOnce() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/actions/\(Sample.Numbered.late)"
        try await sample.visit { client in
            var pilot = TestBrowser(client, session: house.sessions[.pilot])
            let read = try await pilot.get(path).inputs.filter {
                ["version", "was-percent", "was-progress", "was-forecast"].contains($0.0)
            }
            #expect(read.contains { $0 == ("was-percent", "40") })
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            let edit = path + "/edit"
            let sheet = try await coordinator.get(edit).inputs
            _ = try await coordinator.post(edit, sheet.typing(["label": "Garder les ordinateurs huit ans", "effort": "2", "impact": "4"]))
            let news = [("progress", "inProgress"), ("percent", "60"), ("note", "Vu"), ("forecast", "31/05/2026"), ("reason", "")]
            let saved = try await pilot.post(path + "/report", read + news)
            #expect(saved.status == .seeOther)
            #expect(try await pilot.get(path).text.contains("Changé entre-temps et gardé"))
        }
        let action = try await sample.workspace.action(house.action(Sample.Numbered.late), house.visitor(.administrator)).model.action
        #expect(action.label == "Garder les ordinateurs huit ans" && action.current.percent == 60)
    }

    @Test func twoSessionsMergeAPlan() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/edit"
        try await sample.visit { client in
            var mine = TestBrowser(client, session: house.sessions[.coordinator])
            var theirs = TestBrowser(client, session: house.sessions[.administrator])
            let read = try await mine.get(path).inputs.filter { $0.0 != "catalogue" }
            _ = try await theirs.post(path, read.typing(["title": "Le titre de l’autre", "purpose": "Durer"]))
            let crossed = try await mine.post(path, read.typing(["title": "Mon titre", "commonObjectives": "Mesurer"]))
            #expect(crossed.status == .conflict && crossed.text.contains("Le titre de l’autre") && crossed.text.contains("Mon titre"))
            let saved = try await mine.post(
                path, crossed.inputs + [("choice-title", "mine")])
            #expect(saved.status == .seeOther)
        }
        let plan = try await sample.workspace.plan(house.plan, house.visitor(.administrator)).model.plan
        #expect(plan.title == "Mon titre" && plan.purpose == "Durer" && plan.commonObjectives == "Mesurer")
    }
}

extension TestResponse {
    /// The texts and hidden values that the page's forms would send, but for their tokens.
    fileprivate var inputs: [(String, String)] {
        let inputs = text.matches(of: /<input([^>]*)>/).compactMap { match -> (String, String)? in
            let attributes = match.output.1
            guard let name = attributes.firstMatch(of: /\sname="([^"]*)"/)?.output.1, name != "token", name != "back",
                !attributes.contains("type=\"radio\""), !attributes.contains("type=\"checkbox\"")
            else { return nil }
            return (String(name), unescaped(attributes.firstMatch(of: /\svalue="([^"]*)"/)?.output.1 ?? ""))
        }
        let texts = text.matches(of: /<textarea[^>]*\sname="([^"]*)"[^>]*>([^<]*)</).map { match in
            (String(match.output.1), unescaped(match.output.2))
        }
        return inputs + texts
    }

    private func unescaped(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}

extension [(String, String)] {
    /// With other values for those names; `visibility` is a radio, which the page has chosen.
    fileprivate func typing(_ values: [String: String]) -> [(String, String)] {
        let names = Set(values.keys)
        return filter { !names.contains($0.0) } + values.map { ($0.key, $0.value) } + [("visibility", "public")]
    }
}
