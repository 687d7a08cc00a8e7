/// The stages that run in each quarter: bars drawn to one scale, the same figures in a table, and what no date tells.
import HTML
import JalonDomain

struct LoadPicture {
    private let words: Words
    private let load: Load

    /// A bar and the space after it.
    private static let pitch = 46.0
    private static let tallest = 96.0

    init(_ words: Words, _ load: Load) {
        self.words = words
        self.load = load
    }

    func write(_ html: HTMLWriter) {
        html.section {
            html.h2(words.loadTitle)
            if load.largest == 0 {
                html.p(words.loadNone)
            } else {
                html.figure {
                    picture(html)
                    html.figcaption(words.loadCaption(load))
                }
            }
            if load.undated > 0 { html.p(words.loadUndated(load.undated), .class("note")) }
            guard load.largest > 0 else { return }
            html.details {
                html.summary(words.engagementAsTable)
                table(html)
            }
        }
    }

    /// Full bars: both days known; outlined above them: one is missing.
    private func picture(_ html: HTMLWriter) {
        let width = Int(Double(load.quarters.count) * Self.pitch)
        let ground = Self.tallest + 22
        html.picture(words.loadTitle, description: words.loadDescription(load), width: width, height: Int(ground) + 40) {
            for (index, quarter) in load.quarters.enumerated() {
                let left = Double(index) * Self.pitch + 4
                let unit = Self.tallest / Double(load.largest)
                let (full, open) = (Double(quarter.known) * unit, Double(quarter.atLeast) * unit)
                if full > 0 { html.rect(.class("p"), .x(left), .y(ground - full), .width(36), .height(full)) }
                if open > 0 { html.rect(.class("o"), .x(left + 1), .y(ground - full - open), .width(34), .height(open)) }
                html.g(.textAnchor(.middle)) {
                    html.svgText(words.number(quarter.stages), .x(left + 18), .y(ground - full - open - 5), .fontWeight(700))
                    html.svgText(words.loadQuarter(quarter.period), .x(left + 18), .y(ground + 17))
                    if index == 0 || quarter.period.rank == 1 {
                        html.svgText(String(quarter.period.year), .class("m"), .x(left + 18), .y(ground + 34))
                    }
                }
                // Two quarters are past.
                if index == 2 { html.path(.class("a"), .d("M\(Int(left) - 5) 6v\(Int(ground) - 6)")) }
            }
            html.path(.class("q"), .d("M0 \(Int(ground))h\(width)"))
        }
    }

    private func table(_ html: HTMLWriter) {
        html.table {
            html.caption(words.loadTitle)
            html.thead {
                html.tr {
                    html.th(words.calendarUnit(.quarter), .scope(.col))
                    html.th(words.loadStages, .scope(.col), .class("n"))
                    html.th(words.loadAtLeast, .scope(.col), .class("n"))
                }
            }
            html.tbody {
                for quarter in load.quarters {
                    html.tr {
                        html.th(words.period(quarter.period), .scope(.row))
                        html.td(words.number(quarter.stages), .class("n"))
                        html.td(words.number(quarter.atLeast), .class("n"))
                    }
                }
            }
        }
    }
}

extension Words {
    var loadTitle: String { say("Étapes à mener, trimestre par trimestre", "Stages to lead, quarter by quarter") }
    var loadNone: String { say("Aucune étape datée sur ces deux années.", "No dated stage over these two years.") }
    var loadStages: String { say("Étapes", "Stages") }
    var loadAtLeast: String { say("Dont une date manque", "With a date missing") }
    func loadQuarter(_ quarter: Period) -> String { say("T\(quarter.rank)", "Q\(quarter.rank)") }

    func loadDescription(_ load: Load) -> String {
        list(load.quarters.map { labelled(period($0.period), number($0.stages)) })
    }

    func loadCaption(_ load: Load) -> String {
        let caption = say("Trait vertical\u{A0}: début du trimestre en cours.", "Vertical line: start of the current quarter.")
        guard load.halfDated > 0 else { return caption }
        return caption + " "
            + say(
                "Contour vide\u{A0}: \(count(load.halfDated, "étape dont le début ou la fin manque, comptée", "étapes dont le début ou la fin manque, comptées")) là où la date connue la place.",
                "Outlined: \(count(load.halfDated, "stage whose start or end is missing, counted", "stages whose start or end is missing, counted")) where the known date puts it."
            )
    }

    func loadUndated(_ number: Int) -> String {
        say(
            "\(count(number, "étape n’a", "étapes n’ont")) ni début ni échéance\u{A0}: personne ne sait quand \(plural(number, "elle pèsera, elle n’est donc pas dessinée", "elles pèseront, elles ne sont donc pas dessinées")).",
            "\(count(number, "stage has", "stages have")) neither start nor due date: nobody knows when \(plural(number, "it", "they")) will weigh, so \(plural(number, "it is", "they are")) not drawn."
        )
    }
}
