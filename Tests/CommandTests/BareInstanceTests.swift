/// `plan optimise` on a bare instance: it asks for no data and no account, and names what is wrong.
import Testing

@Suite struct BareInstanceTests {
    private func instance(days: Int = 10, after: String = "", obligation: Bool = false) -> String {
        """
        {"quarters": 4, "creditQuarters": 8, "capacity": {"d0": [10, 10, 10, 10]}, "budgetPerYear": [1000],
         "actions": [{"id": 1, "value": 5, "stages": [{"level": "implementation", "quarters": 2, "effort": {"d0": \(days)}, "cost": 500}],
                      "after": [\(after)], "obligation": \(obligation), "notBefore": 0}]}
        """
    }

    @Test func itsPlanIsPrintedWithItsBound() async throws {
        let folder = try Folder()
        try folder.write(instance(), to: "seul.json")
        let run = try await folder.jalon("plan", "optimise", "--instance", "seul.json", "--time", "5", "--format", "json")
        let answer = try run.object()
        #expect(run.status == 0 && answer["value"] as? Double == 50 && answer["bound"] as? Double == 50 && answer["gap"] as? Double == 0)
        #expect(answer["optimal"] as? Bool == true && answer["starts"] as? [String: [Int]] == ["1": [0]] && answer["seconds"] is Double)
        let table = try await folder.jalon("plan", "optimise", "--instance", "seul.json", "--work", "1")
        #expect(table.status == 0 && table.errors.contains("Prouvé") && !folder.exists("jalon-data"))
    }

    @Test func whatIsWrongIsNamed() async throws {
        let folder = try Folder()
        for (text, named) in [
            (instance(after: "1"), "1 → 1"), (instance(days: -3), "stages[0].effort.d0"),
            (instance(days: 40, obligation: true), "30 jours de d0"), (#"{"quarters": 4}"#, "capacity"), ("oui", "illisible"),
        ] {
            try folder.write(text, to: "faux.json")
            let run = try await folder.jalon("plan", "optimise", "--instance", "faux.json", "--work", "1")
            #expect(run.status == 65 && run.errors.contains(named) && run.output.isEmpty, "\(run.errors)")
        }
        #expect(try await folder.jalon("plan", "optimise", "--instance", "absent.json").status == 66)
    }
}
