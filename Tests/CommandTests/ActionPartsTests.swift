/// Milestones, notes and templates of actions, as someone keeps them from a terminal.
import Foundation
import Testing

@Suite struct ActionPartsTests {
    @Test func milestonesAreKeptOneByOne() async throws {
        let folder = try await Folder.withPlan()
        #expect(try await folder.jalon("action", "add", "--label", "Garder six ans", "--level", "realisation").status == 0)
        let added = try await folder.jalon("action", "milestone", "add", "1", "--title", "Inventaire fait", "--due", "2026-06-30")
        #expect(added.output == "Action 1/1\u{A0}: Inventaire fait, 30 juin 2026\n", "\(added.errors)")
        #expect(try await folder.jalon("action", "milestone", "add", "1", "--title", "Bilan").status == 0)
        // By its title whatever the case, or by its rank.
        let done = try await folder.jalon("action", "milestone", "done", "1/1", "inventaire FAIT", "--on", "2026-06-28")
        #expect(done.output == "Action 1/1\u{A0}: Inventaire fait, 30 juin 2026, → 28 juin 2026\n", "\(done.errors)")
        let renamed = try await folder.jalon("action", "milestone", "change", "1", "2", "--title", "Bilan écrit", "--due", "2026-09-30")
        #expect(renamed.status == 0, "\(renamed.errors)")
        let undone = try await folder.jalon("action", "milestone", "undone", "1", "1", "--format", "json").object()
        #expect((undone["milestones"] as? [[String: Any]])?.allSatisfy { $0["reachedOn"] is NSNull } == true)
        let emptied = try await folder.jalon("action", "milestone", "change", "1", "1", "--due", "")
        #expect(emptied.output == "Action 1/1\u{A0}: Inventaire fait\n")
        #expect(try await folder.jalon("action", "milestone", "remove", "1", "Inventaire fait").status == 0)
        let left = try await folder.jalon("action", "milestone", "list", "1", "--format", "json").list()
        #expect(left.map { $0["title"] as? String } == ["Bilan écrit"] && left.first?["due"] as? String == "2026-09-30")

        let absent = try await folder.jalon("action", "milestone", "done", "1", "Inventaire fait")
        #expect(absent.status == 66 && absent.errors.contains("«\u{A0}Inventaire fait\u{A0}»"))
        let early = try await folder.jalon("action", "milestone", "done", "1", "1", "--on", "2099-01-01")
        #expect(early.status == 65 && early.errors.contains("(--on)"))
        _ = try await folder.jalon("action", "milestone", "add", "1", "--title", "Bilan écrit")
        let which = try await folder.jalon("action", "milestone", "remove", "1", "Bilan écrit")
        #expect(which.status == 65 && which.errors.contains("1 ou 2"), "\(which.errors)")
    }

    @Test func notesTellOfADay() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon("action", "add", "--label", "Garder six ans", "--level", "realisation")
        let added = try await folder.jalon("action", "note", "add", "1", "--note", "Devis reçu", "--on", "2026-05-12")
        #expect(added.output == "Action 1/1\u{A0}: note du 12 mai 2026\n", "\(added.errors)")
        _ = try await folder.jalon("action", "note", "add", "1", "--note", "Devis demandé", "--on", "2026-05-02")
        let notes = try await folder.jalon("action", "note", "list", "1", "--format", "json").list()
        #expect(notes.map { $0["words"] as? String } == ["Devis reçu", "Devis demandé"])
        #expect(notes.map { $0["on"] as? String } == ["2026-05-12", "2026-05-02"])
        let empty = try await folder.jalon("action", "note", "add", "1", "--note", "")
        #expect(empty.status == 65 && empty.errors.contains("(--note)"))
    }

    @Test func anActionStartsFromATemplate() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon(
            "action", "add", "--label", "Garder six ans", "--practice", "f.1", "--pilot", "DSI", "--contributor", "Achats", "--milestone",
            "Inventaire | 2026-06-30", "--due", "2026-12-31", "--impact", "5", "--cost", "12,50", "--level", "realisation")
        let kept = try await folder.jalon("template", "keep", "1/1", "--name", "Durée")
        #expect(kept.output == "Modèle 1\u{A0}: Durée\n", "\(kept.errors)")
        let started = try await folder.jalon(
            "action", "add", "--template", "durée", "--level", "reflexion", "--impact", "3", "--format", "json")
        let action = try started.object()
        #expect(action["label"] as? String == "Garder six ans" && action["practices"] as? [String] == ["f.1"], "\(started.errors)")
        #expect(action["impact"] as? Int == 3 && action["costCents"] as? Int == 1250 && action["contributors"] as? [String] == ["Achats"])
        #expect(action["pilot"] is NSNull && action["due"] is NSNull && action["level"] as? String == "reflection")
        let milestone = try #require((action["milestones"] as? [[String: Any]])?.first)
        #expect(milestone["title"] as? String == "Inventaire" && milestone["due"] is NSNull)

        #expect(try await folder.jalon("template", "rename", "1", "Six ans").output == "Modèle 1\u{A0}: Six ans\n")
        #expect(try await folder.jalon("template", "archive", "Six ans").output == "Modèle 1\u{A0}: Six ans (archivé)\n")
        #expect(try await folder.jalon("template", "list", "--format", "json").list().isEmpty)
        #expect(try await folder.jalon("template", "list", "--archived", "--format", "json").list().count == 1)
        #expect(try await folder.jalon("template", "restore", "Six ans").status == 0)
        #expect(try await folder.jalon("template", "show", "Six ans", "--format", "json").object()["archived"] as? Bool == false)
        #expect(try await folder.jalon("verify").status == 0)
    }
}
