/// Versions and publications as commands write them.
import Foundation
import Testing

@Suite struct VersionTests {
    @Test func versionsAndWhatChanged() async throws {
        let folder = try await Folder.withPlan()
        func jalon(_ arguments: String...) async throws -> Run { try await folder.run(arguments) }
        _ = try await jalon(
            "action", "add", "--label", "Garder les postes", "--level", "realisation", "--pilot", "DSI", "--due", "2027-12-31")
        _ = try await jalon("plan", "propose", "1")
        #expect(
            try await jalon("plan", "validate", "1", "--by", "COPIL", "--person", "Direction générale", "--on", "2026-03-12").status == 0)
        #expect(
            try await jalon(
                "plan", "communicate", "1", "--to", "Tous les agents", "--channel", "intranet", "--on", "2026-03-20", "--proof",
                "https://intranet.example.org/plan"
            ).status == 0)
        let versions = try await jalon("plan", "versions", "1", "--format", "json").output
        for part in [
            "\"version\": 1", "\"validatedOn\": \"2026-03-12\"", "\"by\": \"COPIL\"", "\"person\": \"Direction générale\"",
            "\"to\": \"Tous les agents\"",
        ] { #expect(versions.contains(part), "\(part)") }

        _ = try await jalon("action", "update", "1/1", "--due", "2028-03-31", "--reason", "Marché relancé")
        _ = try await jalon("action", "add", "--label", "Nouvelle", "--level", "reflexion")
        _ = try await jalon("plan", "propose", "1")
        _ = try await jalon("plan", "validate", "1", "--body", "COPIL", "--by", "Direction générale", "--on", "2026-06-10")
        let diff = try await jalon("plan", "diff", "1", "--from", "1", "--to", "2", "--format", "json").output
        let read = try #require(try JSONSerialization.jsonObject(with: Data(diff.utf8)) as? [String: Any])
        #expect((read["added"] as? [[String: Any]])?.first?["number"] as? Int == 2 && (read["removed"] as? [Any])?.isEmpty == true)
        let due = try #require((read["changed"] as? [[String: Any]])?.first { $0["field"] as? String == "due" })
        #expect(due["number"] as? Int == 1 && due["from"] as? String == "2027-12-31" && due["to"] as? String == "2028-03-31")
        #expect(
            try await jalon("plan", "diff", "1", "--from", "1", "--markdown").output.hasPrefix("# Ce qui a changé depuis la version 1\n"))
    }

    @Test func aFolderIsFilledWholeOrNotAtAll() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon("action", "add", "--label", "Garder les postes", "--level", "realisation")
        _ = try await folder.jalon("plan", "propose", "1")
        _ = try await folder.jalon("plan", "validate", "1", "--by", "COPIL")
        try folder.write("à moi", to: "public/note.txt")
        #expect(try await folder.jalon("plan", "publish", "1", "--static", "./public").status == 73)
        #expect(!folder.exists("public/index.html") && folder.exists("public/note.txt"))
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("public"))
        for _ in 1...2 {
            let run = try await folder.jalon("plan", "publish", "1", "--static", "./public", "--format", "json")
            #expect(run.status == 0 && run.output.contains("\"version\": 1"), "\(run.errors)")
        }
        for file in ["index.html", "style.css", "actions/1.html", "plan.csv", "plan.json", "plan.md"] {
            #expect(folder.exists("public/\(file)"), "\(file)")
        }
        let page = try String(contentsOf: folder.url.appendingPathComponent("public/index.html"), encoding: .utf8)
        #expect(page.contains("href=\"actions/1.html\"") && page.contains("href=\"style.css\"") && !page.contains("=\"/"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasPrefix(".public") }
        #expect(left.isEmpty)

        // A name blocks, and leaves what was there.
        _ = try await folder.jalon("directory", "add", "personne", "Zoé Lambert")
        _ = try await folder.jalon("plan", "edit", "1", "--purpose", "Une idée de LAMBERT Zoé")
        _ = try await folder.jalon("plan", "propose", "1")
        _ = try await folder.jalon("plan", "validate", "1", "--by", "COPIL")
        let refused = try await folder.jalon("plan", "publish", "1", "--static", "./public")
        #expect(refused.status == 65 && refused.errors.contains("Zoé Lambert"))
        #expect(try String(contentsOf: folder.url.appendingPathComponent("public/index.html"), encoding: .utf8) == page)
    }
}
