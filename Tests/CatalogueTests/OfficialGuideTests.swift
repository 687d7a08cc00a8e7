/// The State's real guide in its three forms, when it lies beside the project: the same 59 practices, to the letter.

import JalonCatalogue
import JalonDomain
import Testing

@Suite(.enabled(if: OfficialGuide.isHere, "needs the official guide in ../shared/guide; the fixtures cover its oddities without it"))
struct OfficialGuideTests {
    @Test func theThreeFormsAgree() throws {
        let json = try OfficialGuide.read("export-v1.json").catalogue
        let csv = try OfficialGuide.read("export-v1.csv").catalogue
        var markdown = try OfficialGuide.read("markdown").catalogue
        #expect(json.practices == csv.practices)
        #expect(json.themes == csv.themes)
        #expect(json.themes == markdown.themes)
        for index in markdown.practices.indices {
            #expect(markdown.practices[index].text?.isEmpty == false)
            markdown.practices[index].text = nil
        }
        for (left, right) in zip(markdown.practices, json.practices) { #expect(left == right) }
        #expect(markdown.practices.count == json.practices.count)
    }

    @Test(arguments: ["export-v1.json", "export-v1.csv", "markdown"])
    func counts(form: String) throws {
        let reading = try OfficialGuide.read(form)
        let practices = reading.catalogue.practices
        #expect(practices.count == 59)
        #expect(reading.catalogue.themes.count == 9)
        #expect(reading.catalogue.themes.map(\.id) == ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
        #expect(PracticePriority.allCases.map { priority in practices.count { $0.priority == priority } } == [33, 20, 6])
        #expect(Difficulty.allCases.map { difficulty in practices.count { $0.difficulty == difficulty } } == [12, 35, 12])
        #expect(practices.filter { $0.theme == "g" }.map(\.id).suffix(3) == ["g.9", "g.10", "g.11"])
        #expect(practices.map(\.indicators.fr.count).reduce(0, +) == 134)
        #expect(reading.skipped.isEmpty)
        #expect(reading.notes.isEmpty)
    }

    @Test func accentsInFileNamesMakeTheSameLink() throws {
        let link = try OfficialGuide.read("markdown").catalogue.practice("g.8")?.link
        #expect(link?.hasSuffix("/services-numeriques/reduire-le-temps-pass%C3%A9-par-usager/") == true)
    }
}
