/// What duplicating, splitting, merging and linking promise, on both engines; and milestones and notes one by one.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct ActionLifeContractTests {
    @Test(arguments: Engine.allCases) func aCopyStartsAgainAndItsOriginalKnows(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Étudier", pilot: "Karim Pilote", level: .reflection) {
            $0.practices = ["a.2"]
            $0.due = s.day("2026-12-31")
            $0.evidence = [Evidence(title: "Note", link: "https://example.org/")]
            $0.milestones = [Milestone(title: "Lancement", due: s.day("2026-03-01"), reachedOn: s.day("2026-03-02"))]
        }
        try await s.finishStudy(action.id)
        let copy = try await s.workspace.duplicate(action.id, label: "Copie de Étudier", as: s.visitor(.coordinator)).action
        let read = try await s.workspace.action(copy.id, s.administrator).model
        #expect(read.action == copy)
        #expect(copy.id.number == 2 && copy.path.map(\.level) == [.reflection, .implementation])
        #expect(copy.path.allSatisfy { $0.progress == .toDo && $0.decision == nil && $0.doneOn == nil })
        #expect(copy.pilot == action.pilot && copy.practices == ["a.2"] && copy.evidence.isEmpty)
        #expect(copy.milestones == [Milestone(title: "Lancement", due: nil, reachedOn: nil)])
        #expect(copy.identifiedOn == s.day("2026-06-16"))
        #expect(try await s.workspace.action(action.id, s.administrator).model.journal?.first?.verb == .duplicated)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aSplitSharesOutOrLeavesEverything(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Garder", pilot: "Karim Pilote") {
            $0.practices = ["a.2", "d.2"]
            $0.objectives = ["Six ans", "Huit ans"]
            $0.due = s.day("2026-12-31")
            $0.cost = 100
        }
        var screens = PartInput(part: ActionPart(label: "Garder les écrans", pilot: nil), pilot: "Zoé")
        screens.part.practices = ["d.2"]
        screens.part.objectives = ["Huit ans"]
        await #expect(throws: DomainError.invalid(.parts, .twoPartsNeeded)) {
            _ = try await s.workspace.split(action.id, reading: 1, into: [screens], staysOpen: false, as: s.visitor(.coordinator))
        }
        let made = try await s.workspace.split(action.id, reading: 1, into: [screens], staysOpen: true, as: s.visitor(.coordinator))
        #expect(made.created.map(\.name) == ["Zoé"])
        let part = try await s.workspace.action(ActionID(plan: 1, number: 2), s.administrator).model
        #expect(part.action == made.parts[0])
        #expect(part.action.practices == ["d.2"] && part.action.current.baseline == s.day("2026-12-31") && part.action.cost == nil)
        #expect(part.links.map(\.number) == [1] && part.links[0].kind == .splitFrom)
        let original = try await s.workspace.action(action.id, s.administrator).model
        #expect(original.action.practices == ["a.2"] && original.action.objectives == ["Six ans"] && !original.action.archived)
        #expect(original.action.version == 2 && original.journal?.first?.verb == .split)

        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.split(action.id, reading: 1, into: [screens], staysOpen: true, as: s.administrator)
        }
        let two = ["Portables", "Fixes"].map { PartInput(part: ActionPart(label: $0, pilot: nil), pilot: "") }
        let both = try await s.workspace.split(action.id, reading: 2, into: two, staysOpen: false, as: s.administrator)
        #expect(both.parts.map(\.pilot) == [action.pilot, action.pilot])
        let archived = try await s.workspace.action(action.id, s.administrator).model
        #expect(archived.action.archived && archived.action.practices == ["a.2"] && archived.links.count == 3)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aMergeTakesInAndArchives(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let first = try await s.add("Acheter moins", pilot: "Achats") { $0.practices = ["b.1"] }
        let second = try await s.add("Acheter moins d’écrans", pilot: "Zoé") {
            $0.practices = ["b.1", "d.2"]
            $0.impact = 4
            $0.tags = ["écrans"]
        }
        let input = MergeInput(others: [second.id], choices: [.label: 2, .impact: 2], reason: "", reading: [1: 1, 2: 1])
        let whole = try await s.workspace.merge(first.id, input, as: s.visitor(.coordinator)).action
        #expect(whole.label == "Acheter moins d’écrans" && whole.pilot == first.pilot && whole.impact == 4)
        #expect(whole.practices == ["b.1", "d.2"] && whole.tags == ["écrans"] && whole.version == 2)
        let other = try await s.workspace.action(second.id, s.administrator).model
        #expect(other.action.archived && other.action.version == 2)
        let link = try #require(other.links.first)
        #expect(other.links.count == 1 && link.kind == .mergedInto && link.isOwn && link.number == 1)
        #expect(other.journal?.first?.verb == .merged)
        #expect(try await s.workspace.action(first.id, s.administrator).model.journal?.first?.verb == .merged)

        for (others, rule) in [
            ([first.id], Rule.itself), ([second.id], .actionArchived), ([ActionID(plan: 2, number: 1)], .otherPlan), ([], .emptySelection),
            ([ActionID(plan: 1, number: 9)], .unknown("9")),
        ] {
            await #expect(throws: DomainError.invalid(.actions, rule)) {
                _ = try await s.workspace.merge(
                    first.id, MergeInput(others: others, choices: [:], reason: "", reading: [:]), as: s.administrator)
            }
        }
        #expect(try await s.workspace.action(first.id, s.administrator).model.action.version == 2)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aMergeMovesLinks(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        var ids: [ActionID] = []
        for label in ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six"] { ids.append(try await s.add(label).id) }
        let made: [(Int, ActionLinkKind, Int)] = [
            (1, .duplicates, 2), (3, .relatesTo, 1), (2, .relatesTo, 3), (2, .dependsOn, 4), (5, .dependsOn, 2), (4, .dependsOn, 6),
        ]
        for (from, kind, to) in made { try await s.workspace.link(ids[from - 1], kind, to: to, as: s.administrator) }
        func merge(_ number: Int) async throws {
            let input = MergeInput(others: [ids[number - 1]], choices: [:], reason: "", reading: [:])
            _ = try await s.workspace.merge(ids[0], input, as: s.administrator)
        }
        func sheet(_ number: Int) async throws -> ActionSheet { try await s.workspace.action(ids[number - 1], s.administrator).model }
        func told(_ number: Int) async throws -> [String] {
            try await sheet(number).links.map { "\($0.kind)\($0.isOwn ? ">" : "<")\($0.number)" }
        }
        try await merge(2)
        // What both had once, what each had of the other gone, the rest as it was.
        #expect(try await told(1) == ["dependsOn>4", "dependsOn<5", "mergedInto<2", "relatesTo<3"])
        #expect(try await told(2) == ["mergedInto>1"])
        let journal = try #require(try await sheet(4).journal)
        #expect(journal.prefix(2).map(\.verb) == [.linked, .unlinked])
        #expect(journal[0].changes.map(\.after) == ["dependsOn< 1 Un"] && journal[1].changes.map(\.before) == ["dependsOn< 2 Deux"])

        // 4 waits for 6, and 1 for 4.
        await #expect(throws: DomainError.invalid(.links, .dependencyCycle([4, 1, 4]))) { try await merge(6) }
        #expect(try await sheet(6).action.archived == false)
        #expect(try await told(6) == ["dependsOn<4"])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func linksShowOnBothSidesAndNeverTurnInCircles(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        var ids: [ActionID] = []
        for label in ["Un", "Deux", "Trois"] { ids.append(try await s.add(label) { $0.due = s.day("2026-06-01") }.id) }
        let coordinator = s.visitor(.coordinator)
        try await s.workspace.link(ids[0], .dependsOn, to: 2, as: coordinator)
        try await s.workspace.link(ids[1], .dependsOn, to: 3, as: coordinator)
        try await s.workspace.link(ids[0], .dependsOn, to: 2, as: coordinator)
        await #expect(throws: DomainError.invalid(.links, .dependencyCycle([3, 1, 2, 3]))) {
            try await s.workspace.link(ids[2], .dependsOn, to: 1, as: coordinator)
        }
        await #expect(throws: DomainError.invalid(.links, .itself)) {
            try await s.workspace.link(ids[2], .relatesTo, to: 3, as: coordinator)
        }
        await #expect(throws: DomainError.invalid(.links, .unknown("9"))) {
            try await s.workspace.link(ids[2], .relatesTo, to: 9, as: coordinator)
        }
        await #expect(throws: DomainError.forbidden) { try await s.workspace.link(ids[2], .mergedInto, to: 1, as: coordinator) }
        await #expect(throws: DomainError.forbidden) { try await s.workspace.link(ids[2], .relatesTo, to: 1, as: s.visitor(.pilot)) }

        let middle = try await s.workspace.action(ids[1], s.visitor(.reader)).model
        #expect(middle.links.map(\.number) == [3, 1])
        #expect(middle.links.map(\.isOwn) == [true, false])
        #expect(middle.links[0].lateness(on: s.day("2026-06-16")) == 15)
        let journal = try #require(try await s.workspace.action(ids[1], s.administrator).model.journal)
        #expect(journal.map(\.verb) == [.linked, .linked, .created])
        #expect(journal[0].changes.map(\.after) == ["dependsOn> 3 Trois"] && journal[1].changes.map(\.after) == ["dependsOn< 1 Un"])

        // A mutual link is one, from whichever side it is made or removed.
        try await s.workspace.link(ids[0], .relatesTo, to: 3, as: coordinator)
        try await s.workspace.link(ids[2], .relatesTo, to: 1, as: coordinator)
        #expect(try await s.workspace.action(ids[2], s.administrator).model.links.count == 2)
        try await s.workspace.unlink(ids[2], .relatesTo, to: 1, as: coordinator)
        #expect(try await s.workspace.action(ids[0], s.administrator).model.links.map(\.number) == [2])
        _ = try await s.workspace.setArchived(true, ids[1], as: coordinator)
        #expect(try await s.workspace.action(ids[0], s.administrator).model.links.map(\.archived) == [true])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func twoWhoLinkAtOnceMakeNoCircle(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let (one, two) = (try await s.add("Un").id, try await s.add("Deux").id)
        async let first: Void? = try? s.workspace.link(one, .dependsOn, to: 2, as: s.administrator)
        async let second: Void? = try? s.workspace.link(two, .dependsOn, to: 1, as: s.visitor(.coordinator))
        #expect(await [first, second].count { $0 != nil } == 1)
    }

    @Test(arguments: Engine.allCases) func milestonesMergeByThemselves(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let id = try await s.add("Mesurer", pilot: "Karim Pilote").id
        let one = Milestone(title: "Un", due: s.day("2026-07-01"), reachedOn: nil)
        let two = Milestone(title: "Deux", due: nil, reachedOn: nil)
        _ = try await s.workspace.setMilestone(id, nil, to: one, as: s.visitor(.pilot))
        _ = try await s.workspace.setMilestone(id, nil, to: two, as: s.visitor(.coordinator))
        // Both read the two; each changes another one.
        var reached = one
        reached.reachedOn = s.day("2026-06-10")
        _ = try await s.workspace.setMilestone(id, one, to: reached, as: s.visitor(.pilot))
        let left = try await s.workspace.setMilestone(id, two, to: nil, as: s.visitor(.coordinator)).action
        #expect(left.milestones == [reached])
        await #expect(throws: DomainError.conflict(read: 5, current: 5)) {
            _ = try await s.workspace.setMilestone(id, one, to: nil, as: s.visitor(.coordinator))
        }
        let future = Milestone(title: "Un", due: nil, reachedOn: s.day("2027-01-01"))
        await #expect(throws: DomainError.invalid(.milestones, .inTheFuture)) {
            _ = try await s.workspace.setMilestone(id, reached, to: future, as: s.visitor(.pilot))
        }
        let elsewhere = try await s.add("Acheter", pilot: "Zoé").id
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.setMilestone(elsewhere, nil, to: one, as: s.visitor(.pilot))
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func notesComeByTheDayTheyTellOf(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let id = try await s.add("Mesurer", pilot: "Karim Pilote").id
        try await s.workspace.addNote("Aujourd’hui", about: nil, on: id, as: s.visitor(.pilot))
        try await s.workspace.addNote("En mars", about: s.day("2026-03-02"), on: id, as: s.visitor(.coordinator))
        try await s.workspace.addNote("En mai", about: s.day("2026-05-02"), on: id, as: s.visitor(.coordinator))
        let first = try await s.workspace.notes(on: id, before: nil, limit: 2, s.visitor(.auditor)).model.notes
        #expect(first.map(\.words) == ["Aujourd’hui", "En mai"])
        let last = try #require(first.last)
        #expect(last.words == "En mai")
        let rest = try await s.workspace.notes(on: id, before: (last.on, last.id), limit: 2, s.visitor(.auditor)).model.notes
        #expect(rest.map(\.words) == ["En mars"] && rest[0].on == s.day("2026-03-02"))
        await #expect(throws: DomainError.invalid(.on, .inTheFuture)) {
            try await s.workspace.addNote("Demain", about: s.day("2026-06-17"), on: id, as: s.visitor(.pilot))
        }
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.notes(on: id, before: nil, limit: 2, s.visitor(.reader))
        }
        #expect(try await s.workspace.verify() == [])
    }
}

extension Setting {
    /// A study that is done, then rolled out.
    fileprivate func finishStudy(_ id: ActionID) async throws {
        var report = StageReport()
        report.progress = .done
        (report.deliverableTitle, report.method, report.result) = ("Étude", "Entretiens", "Faisable")
        let decision = Decision(outcome: .generalise, by: "COPIL", on: day("2026-06-15"), meeting: "", reason: "")
        _ = try await workspace.report(
            id, ReportInput(report: report, perimeter: nil),
            thenDecide: DecisionInput(decision: decision, perimeter: [], pilot: "", plannedStart: nil, due: nil), as: administrator)
    }
}
