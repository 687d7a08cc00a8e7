/// What commands write: clean for pipes, safe for spreadsheets and terminals, in the language asked.
import Foundation
import Testing

@Suite struct OutputTests {
    @Test func formulasAreNeutralisedInCSV() async throws {
        let folder = try await Folder.withPlan()
        for label in ["=1+1", "+33 1", "-2", "@somme", "a;b \"c\""] {
            #expect(try await folder.jalon("action", "add", "--label=\(label)", "--level", "realisation", "--cost", "12,5").status == 0)
        }
        let csv = try await folder.jalon("action", "list", "--format", "csv", "--sort", "number")
        let rows = csv.output.components(separatedBy: "\r\n").dropFirst().dropLast()
        #expect(rows.map { $0.prefix { $0 != "é" } }.count == 5)
        let starts = ["1;'=1+1;", "2;'+33 1;", "3;'-2;", "4;'@somme;", "5;\"a;b \"\"c\"\"\";"]
        for (row, start) in zip(rows, starts) { #expect(row.hasPrefix(start), "\(row)") }
        // Numbers stay numbers, as each language writes them.
        #expect(rows.allSatisfy { $0.contains(";12,50;") })
        let english = try await folder.jalon("export", "--language", "en")
        #expect(english.lines[0].hasPrefix("\u{FEFF}Number,Label,Engagement level,Progress"))
        #expect(english.output.contains(",12.50,"))
    }

    @Test func eachCommandSpeaksTheLanguageAsked() async throws {
        let folder = try await Folder.withPlan()
        #expect(try await folder.jalon("plan", "list").output.contains("Brouillon"))
        #expect(try await folder.jalon("plan", "list", "--language", "en").output.contains("Draft"))
        #expect(try await folder.jalon("plan", "list", environment: ["JALON_LANGUAGE": "en"]).output.contains("Draft"))
        #expect(try await folder.jalon("plan", "list", environment: ["LANG": "en_GB.UTF-8"]).output.contains("Draft"))
        #expect(
            try await folder.jalon("plan", "list", "--language", "fr", environment: ["LANG": "en_GB.UTF-8"]).output.contains("Brouillon"))
        #expect(try await folder.jalon("plan", "show", "9", "--language", "en").errors == "No such plan. Check its number.\n")
        #expect(try await folder.jalon("plan", "list", environment: ["JALON_LANGUAGE": "de"]).status == 64)
        #expect(try await folder.jalon("plan", "list", "--data", "x", environment: ["JALON_DATA": "jalon-data"]).status == 66)
        #expect(try await folder.jalon("plan", "list", environment: ["JALON_DATA": "x"]).status == 66)
    }

    @Test func tablesAreAlignedAndHoldNothingThatATerminalObeys() async throws {
        let folder = try await Folder.withPlan()
        for label in ["e\u{301}te\u{301}", "日本", "court", "\u{1B}[31mrouge\u{7}"] {
            _ = try await folder.jalon("action", "add", "--label", label, "--level", "realisation")
        }
        let table = try await folder.jalon("action", "list", "--sort", "number")
        #expect(!table.output.unicodeScalars.contains("\u{1B}") && !table.output.unicodeScalars.contains("\u{7}"))
        let rows = Array(table.lines.dropFirst())
        let level = "Réalisation"
        // The level stands in one column: each sign is counted as wide as it shows.
        let columns = rows.map { row in
            row.components(separatedBy: level)[0].reduce(0) { $0 + ("日本".contains($1) ? 2 : 1) }
        }
        #expect(Set(columns).count == 1, "\(table.output)")
        #expect(!table.output.contains(" \n"))
    }

    @Test(arguments: [
        ["serve"], ["init"], ["demo"], ["catalogue", "import"], ["catalogue", "list"], ["catalogue", "show"], ["plan", "create"],
        ["plan", "list"], ["plan", "show"], ["plan", "edit"], ["plan", "propose"], ["plan", "withdraw"], ["plan", "validate"],
        ["plan", "communicate"], ["plan", "close"], ["action", "add"], ["action", "list"], ["action", "show"], ["action", "update"],
        ["action", "stage"], ["action", "archive"], ["action", "restore"], ["action", "milestone", "add"], ["action", "milestone", "done"],
        ["action", "note", "add"], ["template", "list"], ["template", "keep"], ["import"], ["export"], ["search"], ["user", "add"],
        ["user", "list"],
        ["backup"], ["verify"],
    ])
    func eachHelpHoldsAnExample(_ command: [String]) async throws {
        let folder = try Folder()
        let help = try await folder.run(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        #expect(help.output.contains("EXEMPLE"))
        #expect(help.output.contains("  jalon " + command.joined(separator: " ")))
        #expect(try await folder.run(command + ["--help", "--language", "en"]).output.contains("EXAMPLE"))
    }

    @Test func severalPlansMustBeToldApart() async throws {
        let folder = try await Folder.withPlan()
        _ = try await folder.jalon("plan", "create", "--title", "Autre", "--from", "2026-01-01", "--to", "2026-12-31")
        let which = try await folder.jalon("action", "list")
        #expect(which.status == 65)
        #expect(which.errors.contains("--plan"))
        #expect(
            try await folder.jalon("action", "add", "--plan", "2", "--label", "x", "--level", "realisation").output.hasPrefix("Action 2/1"))
        #expect(try await folder.jalon("action", "show", "1", "--plan", "2").status == 0)
        #expect(try await folder.jalon("action", "show", "2/1").status == 0)
    }
}
