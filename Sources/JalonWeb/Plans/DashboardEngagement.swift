/// How many actions stand at each level of engagement: three poles on a rising path, and the same figures in a table.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

extension DashboardPage {
    func engagement(_ html: HTMLWriter) {
        let levels = EngagementLevel.allCases.map { level in
            (level: level, counts: DashboardCounts(overview.tallies.lazy.filter { $0.level == level }))
        }
        html.section {
            html.h2(words.field(.path))
            html.figure {
                html.engagement(levels.map(\.counts.actions), words)
                html.figcaption(words.engagementCaption(counts))
            }
            html.details {
                html.summary(words.engagementAsTable)
                html.div(.class("defile"), .role(.region), .ariaLabel(words.engagementTable), .tabindex(0)) {
                    html.table {
                        html.caption(words.engagementTable)
                        html.thead {
                            html.tr {
                                html.th(words.engagementLevel, .scope(.col))
                                for progress in Progress.allCases { html.th(words.progress(progress), .scope(.col), .class("n")) }
                                html.th(words.engagementTotal, .scope(.col), .class("n"))
                            }
                        }
                        html.tbody { for level in levels { row(html, level.level) } }
                    }
                }
            }
        }
    }

    private func row(_ html: HTMLWriter, _ level: EngagementLevel) {
        html.tr {
            html.th(words.level(level), .scope(.row), .level(level))
            for progress in Progress.allCases {
                html.td(words.number(overview.count(\.actions) { $0.level == level && $0.progress == progress }), .class("n"))
            }
            html.td(words.number(overview.count(\.actions) { $0.level == level }), .class("n"))
        }
    }
}

extension HTMLWriter {
    /// The path climbs from study to implementation; a pole has as many bands as its level.
    func engagement(_ counts: [Int], _ words: Words) {
        picture(words.field(.path), description: words.engagementDescription(counts), width: 380, height: 236) {
            path(.class("t"), .d("M0 236V166C50 170 80 158 130 150S210 130 250 118 330 92 380 94V236z"))
            path(.class("d"), .d("M0 166C50 170 80 158 130 150S210 130 250 118 330 92 380 94"))
            path(.class("o"), .d("M53 133h10V157l-5 9-5-9zM185 80h10V128l-5 9-5-9zM317 19h10V91l-5 9-5-9z"))
            path(
                .class("p"),
                .d("M53 145h10v12h-10zM185 116h10v12h-10zM185 92h10v12h-10zM317 79h10v12h-10zM317 55h10v12h-10zM317 31h10v12h-10z"))
            g(.textAnchor(.middle)) {
                for (number, x) in zip(counts, [58.0, 190, 322]) {
                    svgText(words.number(number), .x(x), .y(200), .fontSize(26), .fontWeight(700))
                }
                for (level, x) in zip(EngagementLevel.allCases, [58.0, 190, 322]) { svgText(words.level(level), .x(x), .y(221)) }
            }
        }
    }
}

extension Words {
    func engagementDescription(_ counts: [Int]) -> String {
        list(zip(EngagementLevel.allCases, counts).map { level, number in labelled(self.level(level), self.number(number)) })
    }
    func engagementCaption(_ counts: DashboardCounts) -> String {
        let caption = say("Actions par niveau d’engagement.", "Actions by engagement level.")
        guard counts.stopped > 0 else { return caption }
        return caption + " "
            + say(
                "\(count(counts.stopped, "action n’a pas été poursuivie", "actions n’ont pas été poursuivies")).",
                "\(count(counts.stopped, "action was", "actions were")) not pursued.")
    }
    var engagementAsTable: String { say("Lire ces chiffres en tableau", "Read these figures as a table") }
    var engagementTable: String { say("Actions par niveau et par avancement", "Actions by level and progress") }
    var engagementLevel: String { say("Niveau", "Level") }
    var engagementTotal: String { say("Total", "Total") }
}
