/// The service and the demonstration, started as a person would.
import Foundation
import Testing

@Suite struct ServeTests {
    @Test func serveSaysItsAddressAndTheFirstVisit() async throws {
        let folder = try Folder()
        let started = try folder.start(["serve", "--port", "0", "--public-url", "https://jalon.example.org/"])
        let said = try await started.line("https://jalon.example.org/setup/")
        #expect(said.hasPrefix("Jalon\u{A0}: https://jalon.example.org/\n"))
        started.process.terminate()
        let run = try await started.end()
        #expect(run.status == 0, "\(run.errors)")
        // Closed properly: the log of the database is folded into its file.
        #expect(folder.exists("jalon-data/jalon.sqlite") && !folder.exists("jalon-data/jalon.sqlite-wal"))
        #expect(try folder.permissions("jalon-data") == 0o700)
    }

    @Test func aBusyPortIsTold() async throws {
        let folder = try await Folder.withOrganisation()
        let first = try folder.start(["serve", "--port", "0"])
        let said = try await first.line("http://127.0.0.1:")
        let port = said.split(separator: "\n")[0].split(separator: ":").last?.filter(\.isNumber) ?? ""
        #expect(!said.contains("/setup/"))
        let second = try await folder.jalon("serve", "--port", port)
        #expect(second.status == 69)
        #expect(second.errors.contains("--port"))
        #expect(second.output.isEmpty)
        first.process.terminate()
        #expect(try await first.end().status == 0)
    }

    @Test func theDemonstrationFillsEmptyDataOnly() async throws {
        let folder = try Folder()
        let demo = try await folder.jalon("demo")
        #expect(demo.status == 0, "\(demo.errors)")
        let doors = demo.lines.filter { $0.contains("mot de passe: ") }
        #expect(doors.count == 5)
        #expect(demo.output.contains("http://127.0.0.1:8080/"))
        #expect(try await folder.jalon("demo").status == 65)
        #expect(try await folder.jalon("action", "list", "--format", "json").list().count >= 20)
        #expect(try await folder.jalon("verify").status == 0)
        let full = try await Folder.withOrganisation()
        #expect(try await full.jalon("demo").status == 65)
    }
}

extension Started {
    /// Waits for a text on standard output, half a minute at most.
    fileprivate func line(_ text: String) async throws -> String {
        for _ in 0..<300 {
            let said = try said("out")
            if said.contains(text), said.hasSuffix("\n") { return said }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        process.terminate()
        throw Unexpected(what: "« \(text) » was not said: \(try said("out")) \(try said("err"))")
    }
}
