/// A table of actions from the command line: as the documentation writes it, and as nobody should send it.
import Foundation
import Testing

@Suite struct ImportTests {
    @Test func aTableIsShownThenWritten() async throws {
        let folder = try await Folder.withPlan()
        try folder.write(
            "Libellé;Pilote;Niveau d’engagement;Avancement;Échéance;Priorité\nFormer;DSI;réflexion;En pause;fin 2027;P1\nTrier;DSI;;;;\n",
            to: "actions.csv")
        let shown = try await folder.jalon("import", "actions.csv", "--plan", "1", "--dry-run", "--format", "json")
        #expect(shown.status == 0, "\(shown.errors)")
        let rows = try #require(try shown.object()["rows"] as? [[String: Any]])
        #expect(rows.map { $0["row"] as? Int } == [2, 3] && rows.map { $0["will"] as? String } == ["create", "create"])
        #expect(rows.map { $0["label"] as? String } == ["Former", "Trier"])
        let asked = try #require(rows[0]["notUnderstood"] as? [[String: Any]])
        #expect(asked.map { $0["value"] as? String } == ["En pause"] && (asked[0]["remedy"] as? String)?.isEmpty == false)
        #expect((rows[1]["notUnderstood"] as? [Any])?.isEmpty == true)
        let columns = try #require(try shown.object()["columns"] as? [String: Any])
        #expect(columns["Libellé"] as? String == "label" && columns["Échéance"] as? String == "forecast" && columns["Priorité"] is NSNull)

        let refused = try await folder.jalon("import", "actions.csv", "--plan", "1")
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(refused.errors.contains("Ligne 2") && refused.errors.contains("«\u{A0}En pause\u{A0}»"))
        #expect(try await folder.jalon("action", "list", "--format", "json").list().isEmpty)

        let written = try await folder.jalon(
            "import", "actions.csv", "--plan", "1", "--read", "en pause=en cours", "--level", "réalisation")
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output == "2 actions créées, 0 modifiée.\n")
        #expect(written.errors.contains("Fonction créée\u{A0}: DSI") && written.errors.contains("31 décembre 2027"))
        let actions = try await folder.jalon("action", "list", "--format", "json", "--sort", "number").list()
        #expect(actions.map { $0["level"] as? String } == ["reflection", "implementation"])

        let export = try await folder.jalon("export")
        let same = try await folder.jalon("import", "-", "--plan", "1", input: export.output)
        #expect(same.status == 0 && same.output.contains("Rien à écrire"), "\(same.errors)")
        #expect(try await folder.jalon("verify").status == 0)
    }

    @Test func columnsAreMappedAndRowsSkipped() async throws {
        let folder = try await Folder.withPlan()
        try folder.write("Quoi,Qui\nFormer,\"Marie, Paul\"\nTotal,\n", to: "autre.csv")
        let run = try await folder.jalon(
            "import", "autre.csv", "--map", "quoi=libellé", "--map", "Qui=pilote", "--first-pilot", "--pilots-are", "personne", "--skip",
            "3", "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.object()["created"] as? [String] == ["1/1"])
        let action = try await folder.jalon("action", "show", "1/1", "--format", "json").object()
        #expect(action["pilot"] as? String == "Marie" && action["contributors"] as? [String] == ["Paul"])
        #expect(try await folder.jalon("import", "autre.csv", "--map", "Quoi").status == 64)
        #expect(try await folder.jalon("import", "autre.csv", "--level", "haut").status == 65)
    }

    /// Half of it in each encoding, one column, formulas: read as it is.
    @Test func whatIsOnlyUnusualIsRead() async throws {
        let folder = try await Folder.withPlan()
        let half = Data("Libellé\nFormer les équipes\n".utf8) + Data([0x45, 0x74, 0xE9, 0x0A]) + Data("=1+1\n@somme\n".utf8)
        try half.write(to: folder.url.appendingPathComponent("moitie.csv"))
        let run = try await folder.jalon("import", "moitie.csv")
        #expect(run.status == 0 && run.errors.contains("deux codages"), "\(run.errors)")
        let labels = try await folder.jalon("action", "list", "--format", "json", "--sort", "number").list().map { $0["label"] as? String }
        #expect(labels == ["Former les équipes", "Eté", "=1+1", "@somme"])
    }

    /// Refused in words, with nothing written.
    @Test func whatIsTooMuchIsRefused() async throws {
        let folder = try await Folder.withPlan()
        let pilots = "Libellé;Pilote\n" + (1...10_000).map { "Action \($0);Pilote \($0)\n" }.joined()
        try folder.write(pilots, to: "pilotes.csv")
        let unknown = try await folder.jalon("import", "pilotes.csv")
        #expect(unknown.status == 65 && unknown.errors.contains("10\u{202F}000 pilotes"), "\(unknown.errors)")

        let row = "Former les équipes;" + String(repeating: "é", count: 500) + "\n"
        let rows = 50 * 1_048_576 / row.utf8.count
        try folder.write("Libellé;Description\n" + String(repeating: row, count: rows), to: "grand.csv")
        let big = try await folder.jalon("import", "grand.csv")
        #expect(big.status == 65 && big.errors.contains("lignes\u{A0}; Jalon en lit 10\u{202F}000 à la fois"), "\(big.errors)")
        try folder.write("Libellé;Description\n" + String(repeating: row, count: 70_000), to: "tropgrand.csv")
        let bigger = try await folder.jalon("import", "tropgrand.csv")
        #expect(bigger.status == 65 && bigger.errors.contains("Mo\u{A0}; Jalon en lit 64"), "\(bigger.errors)")

        let few = String(repeating: "é", count: 2_600_000)
        try folder.write("Libellé;Description\n" + (1...10).map { "Action \($0);\(few)\n" }.joined(), to: "lourd.csv")
        let heavy = try await folder.jalon("import", "lourd.csv", "--map", "Description=")
        #expect(heavy.status == 0 && heavy.output.hasPrefix("10 actions créées"), "\(heavy.errors)")
        #expect(try await folder.jalon("verify").status == 0)
    }
}
