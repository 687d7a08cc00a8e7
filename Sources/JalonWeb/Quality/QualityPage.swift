/// The quality of a plan: a score that adds up, the rules that its actions break, and what to do about each.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum QualityController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.quality(of: try visit.plan(), visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        let page = QualityPage(context: frame, plan: plan, report: seen.model.report)
        let rule = visit.query["rule"]
        guard !rule.isEmpty else { return visit.answer(page.bytes) }
        // A rule that is off, or that nobody wrote, has no page.
        guard let line = seen.model.report.lines.first(where: { $0.rule.rawValue == rule }) else { throw DomainError.notFound(.page) }
        return visit.answer(page.bytes(of: line, after: Int(visit.query["after"]) ?? 0))
    }
}

struct QualityPage {
    let context: PageContext
    let plan: Plan
    let report: QualityReport
    /// How many actions the overview names for each rule, and how many a rule's own page holds.
    private static let few = 5
    private static let size = 50

    private var words: Words { context.words }
    private var broken: [QualityReport.Line] { report.lines.filter { !$0.broken.isEmpty } }

    var bytes: [UInt8] {
        page(context, title: words.qualityTitle) { html in
            html.breadcrumb(words, (words.dashboardTitle, .plan(context.slug, plan.number)))
            html.heading(words.qualityTitle, over: plan.title, lead: words.qualityLead(report))
            html.planViews(context, plan.number, current: .quality)
            if report.score == nil { return html.empty(words.qualityNothing) }
            points(html)
            for line in broken { section(html, line) }
            if context.may(.administer) { html.p { html.a(words.qualityRulesTitle, .href(Path.qualityRules(context.slug))) } }
        }
    }

    /// How the score adds up, rule by rule.
    private func points(_ html: HTMLWriter) {
        html.section {
            html.h2(words.qualityScoreTitle)
            html.p(words.qualityScoreHelp, .class("aide"))
            html.cards(words.qualityCaption) {
                html.column(words.field(.rule))
                html.column(words.qualityWeight)
                html.column(words.qualityConcerned, number: true)
                html.column(words.qualityBroken, number: true)
                html.column(words.qualityLost, number: true)
            } rows: {
                for line in report.lines {
                    let weight = line.setting.level.weight
                    html.row {
                        html.rowHead {
                            if line.broken.isEmpty {
                                html.text(words.quality(line.rule))
                            } else {
                                html.a(words.quality(line.rule), .href(Fragment(line.rule.rawValue)))
                            }
                        }
                        html.cell(words.quality(line.setting.level), line.broken.isEmpty ? .none : line.setting.level.mark)
                        html.number(line.concerned, label: words.qualityConcerned, words)
                        html.number(line.broken.count, label: words.qualityBroken, words)
                        html.number(line.broken.count * weight, label: words.qualityLost, words)
                    }
                }
            }
            html.p(words.qualitySum(report))
        }
    }

    private func section(_ html: HTMLWriter, _ line: QualityReport.Line) {
        html.section(.id(line.rule.rawValue)) {
            html.h2(words.labelled(words.quality(line.rule), words.actionListCount(line.broken.count)))
            html.p(words.remedy(line.rule))
            list(html, line.broken.prefix(Self.few))
            if line.broken.count > Self.few {
                let all = Path.quality(context.slug, plan.number, ["rule": line.rule.rawValue])
                html.p { html.a(words.qualityAll(line.broken.count, words.quality(line.rule)), .href(all)) }
            }
        }
    }

    /// Every action that breaks one rule, after that one of them, 0 for the first.
    func bytes(of line: QualityReport.Line, after number: Int) -> [UInt8] {
        let start = line.broken.firstIndex { $0.number == number }.map { $0 + 1 } ?? 0
        let rest = line.broken[start...]
        let shown = rest.prefix(Self.size)
        func path(after number: Int?) -> Path {
            .quality(context.slug, plan.number, ["rule": line.rule.rawValue, "after": number.map(String.init) ?? ""])
        }
        let before = line.broken[..<start].dropLast(Self.size).last
        return page(context, title: words.quality(line.rule)) { html in
            html.breadcrumb(
                words, (words.dashboardTitle, .plan(context.slug, plan.number)),
                (words.qualityTitle, .quality(context.slug, plan.number)))
            html.heading(words.quality(line.rule), over: plan.title, lead: words.remedy(line.rule))
            if shown.isEmpty { return html.empty(words.qualityKept) }
            list(html, shown)
            html.pages(
                words, previous: start > 0 ? path(after: before?.number) : nil,
                next: rest.count > shown.count ? path(after: shown.last?.number) : nil)
        }
    }

    private func list(_ html: HTMLWriter, _ findings: some Sequence<QualityFinding>) {
        let links = ActionLinks(context.slug, plan.number)
        html.ul(.class("liste")) {
            for finding in findings {
                html.li {
                    html.a(finding.label, .href(links[finding.number]))
                    html.text(" ")
                    html.level(finding.engagement, words)
                    if let days = finding.days { html.small(" \(words.days(days))") }
                }
            }
        }
    }
}

extension QualityLevel {
    fileprivate var mark: Attribute {
        switch self {
        case .mend: .class("hc")
        case .watch: .class("vg")
        case .advice, .off: .none
        }
    }
}

extension HTMLWriter {
    /// What one action breaks, each with its remedy.
    /// `place` says where to do it, for who may.
    func quality(_ findings: [QualityFinding], _ words: Words, place: (QualityRule) -> Fragment?) {
        guard !findings.isEmpty else { return }
        section {
            h2(words.qualityOfAction)
            ul(.class("liste")) {
                for finding in findings {
                    li {
                        span(words.quality(finding), finding.level.mark)
                        br()
                        if let place = place(finding.rule) {
                            a(words.remedy(finding.rule), .class("lien"), .href(place))
                        } else {
                            small(words.remedy(finding.rule))
                        }
                    }
                }
            }
        }
    }
}

extension Words {
    var qualityTitle: String { say("Qualité du plan", "Quality of the plan") }
    var qualityOfAction: String { say("À compléter", "To complete") }

    func qualityLead(_ report: QualityReport) -> String {
        guard let score = report.score else { return say("Rien à relire encore.", "Nothing to check yet.") }
        let broken = report.lines.filter { !$0.broken.isEmpty }.count
        let points = say("\(number(score)) points sur 100", "\(number(score)) points out of 100")
        if broken == 0 { return say("\(points)\u{A0}: toutes les règles sont tenues.", "\(points): every rule is kept.") }
        return say(
            "\(points)\u{A0}: \(count(broken, "règle n’est pas tenue", "règles ne sont pas tenues")) partout.",
            "\(points): \(count(broken, "rule is", "rules are")) not kept everywhere.")
    }

    fileprivate var qualityNothing: String {
        say(
            "Les règles relisent les actions du plan\u{A0}: ajoutez-en une, et ce qui lui manque paraîtra ici.",
            "The rules read the plan’s actions: add one, and what it lacks will show here.")
    }
    fileprivate var qualityKept: String { say("Aucune action ne manque à cette règle.", "No action breaks this rule.") }
    fileprivate var qualityScoreTitle: String { say("D’où vient le score", "Where the score comes from") }
    fileprivate var qualityScoreHelp: String {
        say(
            "Une règle à corriger pèse 3 points pour chaque action qu’elle concerne, à surveiller 2, un conseil 1. Le score dit la part des points gardés.",
            "A rule to correct weighs 3 points for each action that it concerns, to watch 2, advice 1. The score is the share of points kept."
        )
    }
    fileprivate var qualityCaption: String { say("Règles, de la plus lourde à la plus légère", "Rules, the heaviest first") }
    fileprivate var qualityWeight: String { say("Importance", "Weight") }
    fileprivate var qualityConcerned: String { say("Actions concernées", "Actions concerned") }
    fileprivate var qualityBroken: String { say("En défaut", "Broken") }
    fileprivate var qualityLost: String { say("Points perdus", "Points lost") }

    fileprivate func qualitySum(_ report: QualityReport) -> String {
        say(
            "\(number(report.possible - report.lost)) points gardés sur \(number(report.possible)) possibles.",
            "\(number(report.possible - report.lost)) points kept of \(number(report.possible)) possible.")
    }

    /// Says which rule: links of the same name would lead to different places.
    fileprivate func qualityAll(_ number: Int, _ rule: String) -> String {
        labelled(rule, say("voir les \(self.number(number)) actions", "see the \(self.number(number)) actions"))
    }
}
