/// Words: both languages write dates, numbers and plurals in their own way.

import JalonDomain
import Testing

private let fr = Words(.fr)
private let en = Words(.en)

@Suite struct WordsTests {
    @Test func `days are written as each language does`() throws {
        let day = try #require(Day("2026-06-16"))
        let first = try #require(Day("2027-01-01"))
        #expect(fr.day(day) == "16 juin 2026")
        #expect(en.day(day) == "16 June 2026")
        #expect(fr.day(first) == "1er janvier 2027")
        #expect(en.day(first) == "1 January 2027")
        #expect(fr.shortDay(try #require(Day("2026-04-30"))) == "30 avr. 2026")
        #expect(en.shortDay(try #require(Day("2026-04-30"))) == "30 Apr 2026")
        #expect(fr.typedDay(day) == "16/06/2026")
        #expect(fr.period(first, day) == "du 1er janvier 2027 au 16 juin 2026")
    }

    @Test func `moments follow the clocks of the place`() throws {
        let instant = try #require(Instant(iso: "2026-06-03T12:05:09Z"))
        #expect(fr.moment(instant, offset: 7200) == "3 juin 2026 à 14:05")
        #expect(en.moment(instant, offset: 0) == "3 June 2026 at 12:05")
        #expect(fr.moment(try #require(Instant(iso: "2026-12-31T23:30:00Z")), offset: 3600) == "1er janvier 2027 à 00:30")
    }

    @Test func `numbers are grouped by thousands`() {
        #expect(fr.number(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(en.number(1_234_567) == "1,234,567")
        #expect(fr.number(-1200) == "-1\u{202F}200")
        #expect(fr.number(999) == "999")
        #expect(fr.number(-999) == "-999")
        #expect(fr.decimal(1234.5) == "1\u{202F}234,5")
        #expect(en.decimal(-0.25) == "-0.25")
        #expect(fr.decimal(3) == "3")
        #expect(fr.decimal(1.05) == "1,05")
    }

    @Test func `percents and money keep their sign beside them`() {
        #expect(fr.percent(62) == "62\u{A0}%")
        #expect(en.percent(62) == "62%")
        #expect(fr.money(cents: 3_800_000) == "38\u{202F}000\u{A0}€")
        #expect(en.money(cents: 3_800_050) == "€38,000.50")
        #expect(fr.money(cents: 5) == "0,05\u{A0}€")
    }

    @Test func `plurals: zero is singular in French only`() {
        #expect([0, 1, 2].map { fr.count($0, "action", "actions") } == ["0 action", "1 action", "2 actions"])
        #expect([0, 1, 2].map { en.count($0, "action", "actions") } == ["0 actions", "1 action", "2 actions"])
        #expect(fr.late(days: 1) == "en retard de 1 jour")
        #expect(fr.late(days: 16) == "en retard de 16 jours")
        #expect(en.late(days: 16) == "16 days late")
    }

    @Test func `lists end with their word`() {
        #expect(fr.list(["a", "b", "c"]) == "a, b et c")
        #expect(en.choice(["a", "b"]) == "a or b")
        #expect(fr.list([]) == "")
    }

    @Test func `progress gives its percentage only while in progress`() {
        #expect(fr.progress(.inProgress, percent: 62) == "En cours, 62\u{A0}%")
        #expect(fr.progress(.done, percent: 62) == "Fini")
    }

    @Test func `every rule and field speaks in both languages`() {
        for words in [fr, en] {
            for field in Field.allCases { #expect(!words.field(field).isEmpty) }
            for rule in Self.rules {
                let sentence = words.rule(rule)
                #expect(sentence.hasSuffix("."), "\(sentence)")
                #expect(!sentence.contains("'"), "\(sentence)")
            }
        }
        for rule in Self.rules { #expect(fr.rule(rule) != en.rule(rule)) }
    }

    @Test func `French marks keep a no-break space before them`() {
        let sentences = Self.rules.map { fr.violation(Violation(.label, $0)) } + Self.errors.map { fr.error($0) }
        for sentence in sentences {
            for mark in [" :", " ;", " ?", " !", " %", " »", "« "] { #expect(!sentence.contains(mark), "\(sentence)") }
        }
    }

    @Test func `a rule says what is missing`() {
        let sentence = fr.rule(.deliverableNeeded([.method, .result]))
        #expect(sentence.hasSuffix("Il manque\u{A0}: méthode et résultat."))
        #expect(fr.violation(Violation(.label, .required)) == "Libellé\u{A0}: remplissez ce champ, il est obligatoire.")
        #expect(fr.rule(.outcomeNotOpen(.extend, from: .reflection)).contains("«\u{A0}Généraliser\u{A0}»"))
        #expect(en.rule(.tryAgainIn(seconds: 1)) == "Too many attempts. Try again in 1 second.")
    }

    private static let rules: [Rule] = [
        .required, .tooLong(max: 200), .notADay("31/02/2026"), .notANumber("x"), .outOfRange(1, 5), .notAChoice("x", among: ["a", "b"]),
        .notALink("x"), .notAnEmail("x"), .tooShort(min: 12), .alreadyTaken("x"), .before(.plannedStart), .unknown("x"),
        .ambiguous("x", ["a", "b"]), .deliverableNeeded([.deliverable]), .perimeterNeeded, .resultsNeeded([.method]),
        .reasonOfSlippageNeeded, .reasonNeeded, .outcomeNotOpen(.extend, from: .reflection), .stageNotDone(.reflection), .notYetInForce,
        .actionClosed, .actionArchived, .alreadyInPlaceOnlyForImplementation, .percentOnlyInProgress,
        .planIs(.draft, needs: [.validated, .communicated]), .planClosed, .inTheFuture, .lastAdministrator, .wrongCredentials,
        .tryAgainIn(seconds: 30), .linkExpired, .emptySelection, .itself, .dependencyCycle([1, 2, 1]), .otherPlan, .twoPartsNeeded,
        .choiceNeeded,
        .reasonNotApplicableNeeded, .notConfirmed, .mailIs(.sent),
    ]

    private static let errors: [DomainError] = [
        .conflict(read: 1, current: 2), .forbidden, .unauthenticated, .notFound(.action), .invalid(.label, .required),
    ]
}
