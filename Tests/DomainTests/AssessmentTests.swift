/// The état des lieux: what an assessment needs, and what a plan leaves to do.
import JalonDomain
import Testing

@Suite struct AssessmentTests {
    let today = Day(ordinal: 20_620)  // 2026-06-16

    func assessment(_ state: PracticeState, on days: Int = 0, comment: String = "", link: String = "") -> Assessment {
        Assessment(state: state, on: today + days, comment: comment, link: link)
    }

    @Test func whatDoesNotApplyHasItsReason() {
        let bare = assessment(.notApplicable)
        #expect(bare.violations(today: today) == [Violation(.comment, .reasonNotApplicableNeeded)])
        #expect(assessment(.notApplicable, comment: "Aucune salle serveur").violations(today: today).isEmpty)
        #expect(assessment(.notInPlace).violations(today: today).isEmpty)
    }

    @Test func itsDayIsNotToCome() {
        #expect(assessment(.inPlace, on: 1).violations(today: today) == [Violation(.on, .inTheFuture)])
        #expect(assessment(.inPlace, on: 0).violations(today: today).isEmpty)
    }

    @Test func itsEvidenceIsALink() {
        let script = assessment(.partly, link: "javascript:alert(1)")
        #expect(script.violations(today: today) == [Violation(.proof, .notALink("javascript:alert(1)"))])
        let long = assessment(.partly, comment: String(repeating: "é", count: 4001))
        #expect(long.violations(today: today) == [Violation(.comment, .tooLong(max: 4000))])
    }

    @Test func wordsAreReadInBothLanguages() {
        for word in ["inPlace", "En place", "en-place"] { #expect(PracticeState(word: word) == .inPlace) }
        for word in ["partly", "partiellement", "En partie"] { #expect(PracticeState(word: word) == .partly) }
        for word in ["notInPlace", "pas en place", "pas-en-place"] { #expect(PracticeState(word: word) == .notInPlace) }
        for word in ["notApplicable", "Non applicable", "sans objet"] { #expect(PracticeState(word: word) == .notApplicable) }
        #expect(PracticeState(word: "peut-être") == nil)
    }

    @Test func anActionCoversFirstThenWhatIsSettled() {
        #expect(PracticeState.allCases.map { Coverage(answered: true, $0) } == [.answered, .answered, .answered, .answered])
        #expect(
            PracticeState.allCases.map { Coverage(answered: false, $0) } == [.inPlace, .uncovered, .uncovered, .notApplicable])
        #expect(Coverage(answered: false, nil) == .uncovered)
    }
}
