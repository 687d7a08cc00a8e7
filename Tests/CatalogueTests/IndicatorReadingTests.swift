/// Types proposed for indicators, measured against keys that were typed by hand before the reader was written.

import Foundation
import JalonCatalogue
import JalonDomain
import Testing

struct IndicatorReadingTests {
    /// How many of the first types are right, and the wordings where one is not.
    private func misses(_ key: [(wording: String, types: [IndicatorType])]) -> [String] {
        key.compactMap { wording, types in
            let read = IndicatorReading.all(in: wording).map(\.type)
            return read.first == types.first
                ? nil : "\(wording): \(types.map(\.rawValue).joined(separator: "+")) read as \(read.map(\.rawValue).joined(separator: "+"))"
        }
    }

    private func rows(_ file: String) throws -> [[String]] {
        let url = try #require(Bundle.module.url(forResource: file, withExtension: nil, subdirectory: "Fixtures"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map {
                String($0).trimmingCharacters(in: ["\"", "\r"])
            }
        }
    }

    private func types(_ text: String) -> [IndicatorType] { text.split(separator: "+").compactMap { IndicatorType(rawValue: String($0)) } }

    @Test(.enabled(if: OfficialGuide.isHere, "needs the official guide in ../shared/guide"))
    func nineInTenOfTheGuidesWordings() throws {
        let practices = try OfficialGuide.read("export-v1.json").catalogue.practices
        let wordings = Dictionary(uniqueKeysWithValues: practices.map { ($0.id, $0.indicators.fr) })
        let key = try rows("indicator-types.csv").map { row -> (wording: String, types: [IndicatorType]) in
            let rest = row[1].split(separator: ",").map(String.init)
            let position = try #require(Int(rest[0]))
            return (try #require(wordings[row[0]])[position - 1], types(rest[1]))
        }
        #expect(key.count == 134)
        let misses = misses(key)
        print("types of the guide's 134 wordings: \(134 - misses.count) right\n" + misses.joined(separator: "\n"))
        #expect(misses.count <= 13)
        // Where a string holds two or three, all are found, in order.
        let several = key.filter { $0.types.count > 1 }
        let found = several.filter { IndicatorReading.all(in: $0.wording).map(\.type) == $0.types }
        print("strings that hold several: \(found.count) of \(several.count) found whole")
        #expect(found.count * 10 >= several.count * 7)
        let single = key.filter { $0.types.count == 1 }
        let split = single.filter { IndicatorReading.all(in: $0.wording).count > 1 }
        print("split for nothing: \(split.map(\.wording))")
        #expect(split.count <= 5)
    }

    @Test func mostOfFiftyWordingsThatItWasNotBuiltOn() throws {
        let key = try rows("indicator-wordings.csv").map { (wording: $0[1], types: types($0[0])) }
        #expect(key.count == 50)
        let misses = misses(key)
        print("types of fifty other wordings: \(50 - misses.count) right")
        #expect(misses.count <= 13)
    }

    /// Each suggestion of the bundled catalogue is typed by hand, in both languages; the reader agrees with most of them.
    @Test func everyBundledSuggestionIsTyped() throws {
        let catalogue = try BundledCatalogue.load()
        #expect(catalogue.practices.count == 59)
        var alike = 0
        var all = 0
        for practice in catalogue.practices {
            for language in Language.allCases {
                let wordings = practice.indicators.items(language)
                let measures = SuggestedMeasures.of(practice.id, language)
                #expect(measures.count == wordings.count, "\(practice.id)")
                for (wording, measure) in zip(wordings, measures) {
                    #expect(measure.type.refuses(measure.unit) == nil, "\(practice.id) \(wording)")
                    #expect((measure.type == .text) == (measure.direction == .none && measure.type == .text))
                    #expect(SuggestedMeasures.of(wording: wording)?.measure.type == measure.type)
                    guard language == .fr else { continue }
                    all += 1
                    if IndicatorReading.all(in: wording).first?.type == measure.type { alike += 1 }
                }
            }
        }
        print("bundled suggestions read as they are typed: \(alike) of \(all)")
        #expect(alike * 10 >= all * 9)
        #expect(SuggestedMeasures.of(wording: "Autre chose") == nil)
        #expect(SuggestedMeasures.of("f.7", .en)[2].unit == IndicatorUnit("kg/person"))
    }

    @Test func readyIndicatorsHoldTogether() throws {
        let catalogue = try BundledCatalogue.load()
        for ready in ReadyIndicator.all {
            for language in Language.allCases {
                try ready.definition(language, plan: 1).check()
                #expect(!ready.name.text(language).isEmpty && !ready.source.text(language).isEmpty)
            }
            for practice in ready.practices { #expect(catalogue.practice(practice) != nil) }
            #expect(ready.thresholds.map(\.on) == ready.thresholds.map(\.on).sorted())
        }
        #expect(ReadyIndicator.all.first { $0.key == "reuse-giving" }?.thresholds.map(\.value) == [25, 35, 50])
    }

    @Test func markersAndUnits() {
        func first(_ wording: String) -> IndicatorReading { IndicatorReading.all(in: wording)[0] }
        #expect(first("% des serveurs virtualisés").type == .percentage)
        #expect(first("% des serveurs virtualisés").confidence == 0.97)
        #expect(first("Durée de vie moyenne (en mois)").unit == IndicatorUnit(.month))
        #expect(!first("Durée de vie moyenne (en mois)").leavesUnitOpen)
        #expect(first("Durée de vie moyenne").leavesUnitOpen)
        #expect(first("Charte signée : oui / non").name == "Charte signée")
        #expect(first("Trafic mensuel en Go ou To").leavesUnitOpen)
        #expect(first("Empreinte (kg éq. CO₂)").unit == IndicatorUnit(.kilogramCarbon))
        #expect(first("").confidence == 0)
    }
}
