/// What a plan brings: totals that count nothing twice and say what they leave out, each action's share, and what nobody estimated.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PlanGainsController {
    static func show(_ visit: Visit) async throws -> Response {
        visit.answer(try await page(visit, nil, []))
    }

    static func overlap(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        do {
            let form = visit.form
            var violations: [Violation] = []
            var actions: [Int] = []
            for word in form[Field.actions.rawValue].split(whereSeparator: { ",; ".contains($0) }) {
                if let number = Int(word) {
                    actions.append(number)
                } else {
                    violations.append(Violation(.actions, .notANumber(String(word))))
                }
            }
            var share: Double?
            if form["rule"] == "share" {
                switch Figure.reading(form[Field.share.rawValue].replacing("%", with: "").trimmed) {
                case .success(let number): share = number
                case .failure(let rule):
                    violations.append(Violation(.share, form[Field.share.rawValue].isEmpty ? .required : .figure(rule)))
                }
            }
            guard violations.isEmpty else { throw DomainError.invalid(violations) }
            if !form.has("remove"), actions.isEmpty { throw DomainError.invalid(.actions, .required) }
            _ = try await visit.workspace.overlap(
                form[Field.name.rawValue], form.has("remove") ? [] : actions, share: share, of: plan, as: visit.visitor)
            return visit.redirect(to: .gains(visit.slug, plan), saying: visit.words.overlapSaved)
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await page(visit, visit.form, violations), status: .unprocessableContent)
        }
    }

    private static func page(_ visit: Visit, _ typed: FormBody?, _ violations: [Violation]) async throws -> [UInt8] {
        let seen = try await visit.workspace.gains(ofPlan: visit.plan(), visit.visitor)
        let frame = visit.frame(seen, menu: .actions, plan: seen.model.plan)
        let first = max(0, Int(visit.query["from"]) ?? 0)
        return PlanGainsPage(context: frame, listing: seen.model, first: first, typed: typed, violations: violations).bytes
    }
}

private struct PlanGainsPage {
    private static let size = 40
    private static let mostUnestimated = 40

    let context: PageContext
    let listing: PlanGains
    let first: Int
    let typed: FormBody?
    let violations: [Violation]

    private var words: Words { context.words }
    private var plan: Plan { listing.plan }
    private var mayEdit: Bool { context.may(.editPlan) && plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: words.planGainsTitle, failed: !violations.isEmpty) { html in
            html.heading(words.planGainsTitle, over: plan.title, lead: words.planGainsLead) {
                html.ligne { html.a(words.factorsTitle, .class("lien"), .href(Path.factors(context.slug))) }
            }
            html.planViews(context, plan.number, current: .gains)
            Fields(html, words, violations: violations).errorSummary()
            if listing.gains.isEmpty { html.empty(words.planGainsNone) } else { totals(html) }
            stopped(html)
            if !listing.gains.isEmpty { table(html) }
            unestimated(html)
            if !listing.gains.isEmpty { overlaps(html) }
        }
    }

    private func totals(_ html: HTMLWriter) {
        html.cards(words.gainTotals) {
            for title in [words.field(.indicator), words.gainExpected, words.gainAchieved, words.gainLeftOut] { html.column(title) }
        } rows: {
            for total in listing.totals {
                html.row {
                    html.rowHead { html.text(words.gainIndicator(total.indicator)) }
                    html.cell(label: words.gainExpected) { html.gain(total.total, total.indicator, words) }
                    html.cell(label: words.gainAchieved) {
                        if let achieved = total.achieved {
                            html.gain(achieved, total.indicator, words)
                        } else {
                            html.text(words.gainNotYetRealised)
                        }
                    }
                    html.cell(
                        total.excluded.central == 0
                            ? words.gainNothingLeftOut : words.gain(total.excluded.central, in: total.indicator.unit),
                        label: words.gainLeftOut)
                }
            }
        }
    }

    private func stopped(_ html: HTMLWriter) {
        if !listing.stopped.isEmpty { html.p(words.gainStopped(listing.stopped), .class("aide")) }
    }

    private func unestimated(_ html: HTMLWriter) {
        guard !listing.unestimated.isEmpty else { return }
        html.section {
            html.h2(words.gainUnestimated)
            html.p(words.gainUnestimatedLead(listing.unestimated.count), .class("aide"))
            html.ul(.class("liste")) {
                for number in listing.unestimated.prefix(Self.mostUnestimated) {
                    let id = ActionID(plan: plan.number, number: number)
                    html.li {
                        html.a(
                            "\(number). \(listing.labels[number] ?? "")",
                            .href(mayEdit ? Path.actionGains(context.slug, id) : .action(context.slug, id)))
                    }
                }
            }
            let more = listing.unestimated.count - Self.mostUnestimated
            if more > 0 { html.p(words.gainMore(more)) }
        }
    }

    private func table(_ html: HTMLWriter) {
        let shown = listing.gains.dropFirst(first).prefix(Self.size)
        html.section {
            html.h2(words.gainByAction)
            html.cards(words.gainByActionCaption) {
                for title in [words.subject(.action), words.gainHow, words.gainExpected, words.gainAchieved] { html.column(title) }
            } rows: {
                for gain in shown {
                    html.row {
                        html.rowHead {
                            html.a(
                                "\(gain.action.number). \(listing.labels[gain.action.number] ?? "")",
                                .href(Path.actionGains(context.slug, gain.action).at("g\(gain.id)")))
                        }
                        html.cell {
                            html.text(words.formula(gain))
                            if gain.newer != nil { html.small(" " + words.gainHasNewer) }
                        }
                        html.cell(words.gain(gain.expected, in: gain.factor.indicator.unit), label: words.gainExpected)
                        html.cell(
                            gain.achieved.map { words.gain($0, in: gain.factor.indicator.unit) } ?? words.gainNotYetRealised,
                            label: words.gainAchieved)
                    }
                }
            }
            let (before, after) = (first - Self.size, first + Self.size)
            if first > 0 || after < listing.gains.count {
                html.pages(
                    words, previous: first > 0 ? .gains(context.slug, plan.number, ["from": String(max(0, before))]) : nil,
                    next: after < listing.gains.count ? .gains(context.slug, plan.number, ["from": String(after)]) : nil)
            }
        }
    }

    private func overlaps(_ html: HTMLWriter) {
        html.section(.id("recoupements")) {
            html.h2(words.overlapTitle)
            html.p(words.overlapLead, .class("aide"))
            if !listing.groups.isEmpty {
                html.ul(.class("liste")) {
                    for group in listing.groups {
                        html.li {
                            html.b(group.name)
                            html.text(words.overlapSaid(group))
                            if mayEdit {
                                html.post(to: .overlap(context.slug, plan.number), context) {
                                    html.hiddenInput(Field.name.rawValue, group.name)
                                    html.hiddenInput("remove", "1")
                                    html.button(.class("lien")) {
                                        html.text(words.overlapRemove)
                                        html.span(" " + group.name, .class("lu"))
                                    }
                                }
                            }
                        }
                    }
                }
            }
            guard mayEdit else { return }
            html.details(.open(typed != nil)) {
                html.summary(words.overlapNew)
                html.post(to: .overlap(context.slug, plan.number), context, .class("etroit")) {
                    let fields = Fields(html, words, violations: violations)
                    fields.text(.name, typed?[Field.name.rawValue] ?? "", required: true, help: words.overlapNameHelp, maxLength: 200)
                    fields.text(
                        .actions, typed?[Field.actions.rawValue] ?? "", required: true, help: words.overlapActionsHelp, maxLength: 500)
                    fields.radios(
                        .rule, typed?["rule"] ?? "largest",
                        among: [Choice("largest", words.overlapLargest), Choice("share", words.overlapShare)])
                    fields.text(.share, typed?[Field.share.rawValue] ?? "", maxLength: 10, inputMode: .decimal)
                    html.ligne { html.button(words.save) }
                }
            }
        }
    }
}
