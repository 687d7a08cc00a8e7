/// How commands fail: codes of sysexits, words on standard error, nothing on standard output.
import Foundation
import Testing

@Suite struct ExitTests {
    @Test(arguments: [
        ["bidule"], ["plan", "create"], ["plan", "list", "--format", "xml"], ["plan", "list", "--inconnue"], ["action", "show", "un"],
        ["action", "stage", "1", "--start", "--done"], ["action", "stage", "1"], ["action", "stage", "1", "--by", "COPIL"],
        ["action", "update", "1"], ["action", "list", "--open", "--closed"], ["action", "list", "--sort", "humeur"],
        ["serve", "--port", "70000"],
        ["action", "show", "1/1", "--plan", "2"], ["plan", "list", "--database-url", "mysql://x"], ["plan", "list", "--language", "de"],
    ])
    func aCommandWrittenWrongIs64(_ arguments: [String]) async throws {
        let folder = try await Folder.withPlan()
        let run = try await folder.run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test func dataThatIsRefusedIs65() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon("action", "add", "--label", "Étude", "--level", "reflexion")
        let cases: [(arguments: [String], says: [String])] = [
            (["plan", "create", "--title", "x", "--from", "2026-02-30", "--to", "demain"], ["--from", "2026-02-30", "--to", "demain"]),
            (["plan", "create", "--title", "", "--from", "2027-01-01", "--to", "2026-01-01"], ["--title", "--to"]),
            (
                ["plan", "create", "--title", "x", "--from", "2027-01-01", "--to", "2028-01-01", "--catalogue", "autre@9"],
                ["--catalogue", "jalon@1"]
            ),
            (["action", "add", "--practice", "zz.9", "--level", "reflexion"], ["--practice", "zz.9"]),
            (["action", "add", "--label", "x"], ["--level"]),
            (["action", "add", "--label", "x", "--level", "fou", "--due", "31/04/2026"], ["--level", "Réflexion", "--due"]),
            (["action", "stage", "1", "--done"], ["--deliverable", "livrable"]),
            (["action", "stage", "1", "--outcome", "experimenter", "--by", "COPIL"], ["--outcome"]),
            (["action", "stage", "1", "--percent", "20"], ["--percent"]),
            (["action", "update", "1", "--evidence", "javascript:alert(1)", "--impact", "9"], ["--evidence", "--impact"]),
            (["user", "add", "--name", "B", "--email", "b", "--role", "pilote", "--password-file", "pw.txt"], ["--email"]),
            (["user", "add", "--name", "B", "--email", "b@example.org", "--role", "roi"], ["--role"]),
            (["user", "add", "--name", "B", "--email", "b@example.org", "--role", "audit"], ["--password-file"]),
        ]
        for (arguments, says) in cases {
            let run = try await folder.run(arguments)
            #expect(run.status == 65, "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
            for words in says { #expect(run.errors.contains(words), "\(arguments): \(run.errors)") }
        }
        // One line for each thing to mend.
        let two = try await folder.jalon("plan", "create", "--title", "x", "--from", "hier", "--to", "demain")
        #expect(two.errors.split(separator: "\n").count == 2)
        #expect(try await folder.jalon("action", "list", "--format", "json").list().count == 1)
    }

    @Test func anInvalidGuideIs65UnlessItsFaultsAreSetAside() async throws {
        let folder = try await Folder.withOrganisation()
        try folder.write("---\ntitle: Bon\ntype: bpnr\nidbp: a.1\npriority: Prioritaire\n---\n", to: "guide/cour/bon.md")
        try folder.write("---\ntitle: Mauvais\nidbp: a.2\nwho:\n\t- Équipe\n---\n", to: "guide/cour/mauvais.md")
        let refused = try await folder.jalon("catalogue", "import", "guide", "--name", "cour", "--version", "1")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("cour/mauvais.md:5"))
        #expect(refused.errors.contains("--skip-invalid"))
        #expect(try await folder.jalon("catalogue", "list", "--format", "json").list().count == 1)
        let rest = try await folder.jalon("catalogue", "import", "guide", "--name", "cour", "--version", "1", "--skip-invalid")
        #expect(rest.status == 0)
        #expect(rest.errors.contains("cour/mauvais.md:5"))
        #expect(try await folder.jalon("catalogue", "list", "--catalogue", "cour", "--format", "json").list().count == 1)
    }

    @Test func whatIsMissingIs66() async throws {
        let folder = try await Folder.withPlan()
        for arguments in [
            ["plan", "list", "--data", "ailleurs"], ["verify", "--data", "ailleurs"], ["catalogue", "import", "nulle-part"],
            ["catalogue", "show", "z.9"], ["plan", "show", "9"], ["action", "show", "7"], ["action", "show", "9/1"],
            ["plan", "list", "--as", "personne@example.org"], ["plan", "list", "--organisation", "autre"],
            ["user", "add", "--name", "B", "--email", "b@example.org", "--role", "audit", "--password-file", "nul.txt"],
        ] {
            let run = try await folder.run(arguments)
            #expect(run.status == 66, "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty && !run.errors.isEmpty)
        }
        #expect(!folder.exists("ailleurs"))
    }

    @Test func whatCannotBeCreatedIs73() async throws {
        let folder = try await Folder.withPlan()
        let copied = try await folder.jalon("backup", "copie.sqlite")
        #expect(copied.status == 0, "\(copied.errors)")
        #expect(try folder.permissions("copie.sqlite") == 0o600)
        #expect(try await folder.jalon("backup", "copie.sqlite").status == 73)
        #expect(try await folder.jalon("backup", "nul/copie.sqlite").status == 73)
        #expect(try await folder.jalon("export", "--output", "nul/actions.csv").status == 73)
        try folder.write("", to: "fichier")
        let made = try await folder.jalon(
            "init", "--data", "fichier/dedans", "--organisation", "X", "--admin-email", "a@example.org", "--admin-password-file", "pw.txt")
        #expect(made.status == 73)

        // The copy is whole: it serves as data.
        try FileManager.default.createDirectory(at: folder.url.appendingPathComponent("reprise"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: folder.url.appendingPathComponent("copie.sqlite"), to: folder.url.appendingPathComponent("reprise/jalon.sqlite"))
        #expect(try await folder.jalon("plan", "list", "--data", "reprise", "--format", "json").list().count == 1)
        #expect(try await folder.jalon("verify", "--data", "reprise").status == 0)
    }

    @Test func whatARoleDoesNotAllowIs77() async throws {
        let folder = try await Folder.withPlan()
        let added = try await folder.jalon(
            "user", "add", "--name", "Léa", "--email", "lea@example.org", "--role", "pilote", "--password-file", "-", "--unit", "Achats",
            input: "un-autre-mot-de-passe\n")
        #expect(added.status == 0, "\(added.errors)")
        _ = try await folder.jalon("action", "add", "--label", "À moi", "--level", "realisation", "--pilot", "Achats")
        _ = try await folder.jalon("action", "add", "--label", "À d’autres", "--level", "realisation", "--pilot", "Marie")
        let lea = ["--as", "lea@example.org"]
        for arguments in [
            ["action", "add", "--label", "x", "--level", "realisation"], ["action", "stage", "2", "--start"], ["action", "archive", "1"],
            ["plan", "propose", "1"], ["user", "list"], ["backup", "copie.sqlite"],
        ] {
            let run = try await folder.run(arguments + lea)
            #expect(run.status == 77, "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty && !run.errors.isEmpty)
        }
        #expect(!folder.exists("copie.sqlite"))
        #expect(try await folder.run(["action", "stage", "1", "--start"] + lea).status == 0)
        let byName = try await folder.jalon("plan", "list", environment: ["JALON_USER": "lea@example.org"])
        #expect(byName.status == 0)
    }

    @Test func aDamagedFileIsTold() async throws {
        let folder = try await Folder.withOrganisation()
        try folder.write(String(repeating: "ceci n’est pas une base ", count: 500), to: "abime/jalon.sqlite")
        let verified = try await folder.jalon("verify", "--data", "abime")
        #expect(verified.status == 65)
        #expect(!verified.errors.isEmpty)
        #expect(try await folder.jalon("plan", "list", "--data", "abime").status == 69)
    }
}
