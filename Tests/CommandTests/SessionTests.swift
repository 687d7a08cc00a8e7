/// A coordinator's first session, as the documentation writes it.
import Foundation
import Testing

@Suite struct SessionTests {
    @Test func theFirstSessionWorksAsWritten() async throws {
        let folder = try Folder()
        try folder.write(themePage, to: "guide/semis/index.md")
        try folder.write(practicePage, to: "guide/semis/planifier.md")

        let made = try await folder.jalon(
            "init", "--organisation", "Communauté d'agglomération de Valmont", "--admin-email", "a@example.org", "--admin-password-file",
            "pw.txt")
        #expect(made.status == 0, "\(made.errors)")
        #expect(try folder.permissions("jalon-data") == 0o700)
        let imported = try await folder.jalon("catalogue", "import", "guide", "--name", "guide-nr", "--version", "1")
        #expect(imported.status == 0, "\(imported.errors)")

        let practices = try await folder.jalon("catalogue", "list", "--catalogue", "guide-nr@1", "--format", "json").list()
        #expect(practices.map { $0["id"] as? String } == ["a.2"])
        let practice = try #require(practices.first)
        #expect(practice["theme"] as? String == "a")
        #expect(practice["title"] as? String == "Planifier les semis")
        #expect(practice["priority"] as? String == "priority")
        #expect(practice["difficulty"] as? String == "hard")
        #expect(practice["pilots"] as? [String] == ["Équipe du potager"])
        #expect(practice["indicators"] as? [String] == ["Plan écrit : oui / non"])
        #expect(practice["link"] is String)

        let plan = try await folder.jalon("plan", "create", "--title", "Plan NR 2026-2028", "--from", "2026-01-01", "--to", "2028-12-31")
        #expect(plan.status == 0, "\(plan.errors)")
        #expect(plan.output.contains("guide-nr@1"))
        let added = try await folder.jalon(
            "action", "add", "--plan", "1", "--practice", "a.2", "--pilot", "Direction générale", "--level", "reflexion", "--due",
            "2026-06-30")
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output == "Action 1/1\u{A0}: Planifier les semis (Réflexion, À faire)\n")
        #expect(added.errors == "Fonction créée\u{A0}: Direction générale\n")
        let stage = try await folder.jalon(
            "action", "stage", "1", "--done", "--deliverable", "Étude v1", "--method", "Entretiens et inventaire", "--result",
            "612 postes sur 840 peuvent durer", "--outcome", "experimenter", "--perimeter", "Direction des achats", "--by", "COPIL", "--on",
            "2026-05-12")
        #expect(stage.status == 0, "\(stage.errors)")
        #expect(stage.output.contains("Expérimentation, À faire"))

        let csv = try await folder.jalon("action", "list", "--plan", "1", "--format", "csv")
        #expect(csv.output.unicodeScalars.first == "\u{FEFF}")
        #expect(csv.output.hasSuffix("\r\n"))
        #expect(csv.lines.count == 2)
        #expect(csv.lines[0].contains("Libellé;Niveau d’engagement;Avancement"))
        #expect(csv.lines[1].hasPrefix("1;Planifier les semis;Expérimentation;À faire;"))

        try await showsWhereThePlanStands(folder)
        let verified = try await folder.jalon("verify")
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(verified.lines.count == 2 && verified.lines.allSatisfy { $0.hasSuffix("\u{A0}: ok") })
    }

    private func showsWhereThePlanStands(_ folder: Folder) async throws {
        let plan = try await folder.jalon("plan", "show", "1", "--format", "json").object()
        let indicators = try #require(plan["indicators"] as? [String: Any])
        #expect(indicators["validated"] as? Bool == false)
        #expect(indicators["communicated"] as? Bool == false)
        #expect(indicators["committeeFrequency"] is NSNull)
        let action = try #require((indicators["actions"] as? [[String: Any]])?.first)
        #expect(Set(action.keys) == ["number", "label", "level", "progress", "identifiedOn", "implementedOn"])
        #expect(plan["byLevel"] as? [String: Int] == ["reflection": 0, "experimentation": 1, "implementation": 0])
        #expect(plan["byProgress"] as? [String: Int] == ["toDo": 1, "inProgress": 0, "done": 0])
        #expect(plan["byTheme"] as? [String: Int] == ["a": 1])
        #expect(plan["late"] as? Int == 0)
        #expect(plan["uncovered"] as? [String] == [])
        #expect(plan["awaitingDecision"] as? Int == 0)

        let shown = try await folder.jalon("action", "show", "1/1", "--format", "json").object()
        let path = try #require(shown["path"] as? [[String: Any]])
        #expect(path.map { $0["phase"] as? String } == ["ended", "current"])
        let decision = try #require(path[0]["decision"] as? [String: Any])
        #expect(decision["outcome"] as? String == "experiment")
        #expect(decision["on"] as? String == "2026-05-12")
        #expect(path[1]["perimeter"] as? [String] == ["Direction des achats"])
    }

    /// The real guide, where it lies beside the project.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: officialGuide)))
    func theOfficialGuideIsImported() async throws {
        let folder = try await Folder.withOrganisation()
        let imported = try await folder.jalon("catalogue", "import", officialGuide, "--name", "guide-nr", "--version", "1")
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(try await folder.jalon("catalogue", "list", "--catalogue", "guide-nr@1", "--format", "json").list().count == 59)
        let again = try await folder.jalon("catalogue", "import", officialGuide, "--name", "guide-nr", "--version", "1")
        #expect(again.status == 65)
    }

    @Test func thePlanLivesFromDraftToClosed() async throws {
        let folder = try await Folder.withPlan()
        #expect(try await folder.jalon("plan", "validate", "1", "--body", "Conseil", "--on", "2026-03-12").status == 65)
        #expect(try await folder.jalon("plan", "propose").status == 0)
        #expect(try await folder.jalon("plan", "withdraw", "1").status == 0)
        #expect(try await folder.jalon("plan", "propose", "1").status == 0)
        #expect(
            try await folder.jalon("plan", "validate", "1", "--body", "Conseil", "--by", "La présidente", "--on", "2026-03-12").status == 0)
        let told = try await folder.jalon(
            "plan", "communicate", "1", "--audience", "Tous", "--channel", "intranet", "--channel", "lettre", "--proof",
            "https://intranet.example.org/plan", "--on", "2026-03-20")
        #expect(told.status == 0, "\(told.errors)")
        let edited = try await folder.jalon("plan", "edit", "1", "--purpose", "Durer", "--format", "json").object()
        #expect(edited["purpose"] as? String == "Durer")
        #expect(edited["state"] as? String == "communicated")
        #expect((edited["communication"] as? [String: Any])?["channels"] as? String == "intranet, lettre")
        #expect(try await folder.jalon("plan", "close", "1").status == 0)
        let refused = try await folder.jalon("action", "add", "--plan", "1", "--label", "Trop tard", "--level", "realisation")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("clos"))
        #expect(try await folder.jalon("plan", "list", "--format", "json").list().count == 1)
        #expect(try await folder.jalon("verify").status == 0)
    }

    @Test func anActionIsUpdatedReportedOnArchivedAndFound() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon(
            "action", "add", "--label", "Prolonger les postes", "--level", "réalisation", "--axis", "f", "--due", "2026-02-01",
            "--planned-start", "2026-01-05", "--tag", "matériel", "--tag", "durée")
        _ = try await folder.jalon("action", "add", "--practice", "a.1", "--pilot", "Marie", "--due", "2028-01-01")
        let updated = try await folder.jalon(
            "action", "update", "1", "--impact", "4", "--cost", "1 200,50", "--milestone", "Inventaire | 2026-01-20 | 2026-01-22",
            "--evidence", "https://example.org/preuve", "--contributor", "Direction des achats", "--tag", "matériel", "--format", "json")
        #expect(updated.status == 0, "\(updated.errors)")
        #expect(updated.errors == "Direction ou service créé\u{A0}: Direction des achats\n")
        let action = try updated.object()
        #expect(action["costCents"] as? Int == 120_050)
        #expect(action["tags"] as? [String] == ["matériel"])
        #expect(action["contributors"] as? [String] == ["Direction des achats"])
        #expect(action["axis"] as? String == "Phase d’usage" || (action["axis"] as? String)?.isEmpty == false)
        #expect((action["milestones"] as? [[String: Any]])?.first?["reachedOn"] as? String == "2026-01-22")
        #expect(action["effort"] is NSNull)

        let reported = try await folder.jalon(
            "action", "stage", "1/1", "--start", "--percent", "40", "--note", "Premiers postes", "--format", "json")
        #expect(try reported.object()["percent"] as? Int == 40)
        let late = try await folder.jalon("action", "list", "--late", "--format", "json").list()
        #expect(late.map { $0["number"] as? String } == ["1/1"])
        #expect(try #require(late.first?["lateDays"] as? Int) > 0)
        for (filter, numbers) in [
            (["--without-pilot"], ["1/1"]), (["--pilot", "marie"], ["1/2"]), (["--text", "prolonger"], ["1/1"]),
            (["--level", "realisation", "--progress", "en cours"], ["1/1"]), (["--axis", "a"], ["1/2"]),
            (["--sort", "number", "--descending"], ["1/2", "1/1"]),
            (["--priority", "prioritaire"], ["1/2"]), (["--practice", "a.1"], ["1/2"]), (["--awaiting"], []), (["--closed"], []),
        ] {
            let listed = try await folder.run(["action", "list", "--format", "json"] + filter).list()
            #expect(listed.map { $0["number"] as? String } == numbers, "\(filter)")
        }
        #expect(try await folder.jalon("action", "list", "--unit", "Nulle part").status == 65)
        #expect(try await folder.jalon("action", "archive", "2").status == 0)
        #expect(try await folder.jalon("action", "list", "--format", "json").list().count == 1)
        #expect(try await folder.jalon("action", "list", "--archived", "--format", "json").list().count == 1)
        let whole = try await folder.jalon("export", "--plan", "1", "--format", "json").object()
        #expect((whole["actions"] as? [[String: Any]])?.count == 2)
        #expect(try await folder.jalon("action", "restore", "2").status == 0)
        #expect(try await folder.jalon("export", "--output", "actions.csv").output.isEmpty)
        #expect(folder.exists("actions.csv"))
        let shown = try await folder.jalon("action", "show", "1")
        #expect(shown.output.contains("Premiers postes"))
    }

    @Test func thePathIsFollowedToItsEnd() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon("action", "add", "--label", "Essai", "--level", "experimentation", "--perimeter", "Site nord")
        #expect(
            try await folder.jalon("action", "stage", "1", "--done", "--method", "Test", "--result", "Bon", "--on", "2026-02-02").status
                == 0)
        #expect(try await folder.jalon("action", "list", "--awaiting", "--format", "json").list().count == 1)
        let extended = try await folder.jalon(
            "action", "stage", "1", "--outcome", "prolonger", "--by", "COPIL", "--on", "2026-02-03", "--perimeter", "Site sud", "--due",
            "2026-03-31", "--format", "json")
        #expect(extended.status == 0, "\(extended.errors)")
        #expect(try extended.object()["due"] as? String == "2026-03-31")
        _ = try await folder.jalon("action", "stage", "1", "--done", "--method", "Test", "--result", "Bon", "--on", "2026-03-01")
        let stopped = try await folder.jalon(
            "action", "stage", "1", "--outcome", "ne pas poursuivre", "--by", "COPIL", "--on", "2026-03-02")
        #expect(stopped.status == 65)
        #expect(stopped.errors.hasPrefix("Raison (--reason)\u{A0}:"))
        let ended = try await folder.jalon(
            "action", "stage", "1", "--outcome", "ne pas poursuivre", "--by", "COPIL", "--on", "2026-03-02", "--reason", "Trop cher")
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.contains("Non poursuivie"))
        #expect(try await folder.jalon("verify", "--format", "json").object()["ok"] as? Bool == true)
    }
}

extension Folder {
    func run(_ arguments: [String]) async throws -> Run { try await start(arguments).end() }
}

private let officialGuide = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../../shared/guide/markdown"
).standardizedFileURL.path

private let themePage = """
    ---
    layout: layouts/bonne-pratique/thematique.njk
    title: Semis
    idThematique: a.
    ---

    Tout commence par le sol.
    """

private let practicePage = """
    ---
    layout: layouts/bonne-pratique.njk
    title: Planifier les semis
    type: bpnr
    idbp: a.2
    priority: Prioritaire
    difficulty: Difficile
    who: Équipe du potager
    indicators:
      - "Plan écrit : oui / non"
    ---

    Écrivez ce qui sera semé.
    """
