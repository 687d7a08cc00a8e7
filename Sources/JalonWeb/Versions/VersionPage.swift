/// A version of a plan, read as it was validated: the plan, its actions, and each of them.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct VersionPage {
    let context: PageContext
    let sheet: VersionSheet
    /// The number of the last action of the page before.
    let after: Int

    private var words: Words { context.words }
    private var plan: FrozenPlan { sheet.freeze.plan }
    private var number: Int { sheet.version.number }
    private var title: String { words.versionNumber(number) }

    var bytes: [UInt8] {
        page(context, title: title) { html in
            trail(html)
            html.heading(title, over: plan.title, lead: words.validated(sheet.version.validation)) {
                html.ligne {
                    html.a(
                        words.changesTitle(.version(number), .present), .class("lien"),
                        .href(Path.changes(context.slug, plan.number, ChangesFilter(from: .version(number), to: .present).query)))
                    html.a("JSON", .class("lien"), .href(Path.versionJSON(context.slug, plan.number, number)))
                    html.a("Markdown", .class("lien"), .href(Path.versionMarkdown(context.slug, plan.number, number)))
                }
            }
            if after == 0 { facts(html) }
            actions(html)
        }
    }

    private func trail(_ html: HTMLWriter) {
        html.breadcrumb(
            words, (plan.title, .plan(context.slug, plan.number)), (words.versionsTitle, .versions(context.slug, plan.number)))
    }

    private func facts(_ html: HTMLWriter) {
        html.dl(.class("fiche")) {
            html.term(words.versionPeriod, words.period(plan.from, plan.to))
            html.term(words.field(.catalogue), plan.catalogue)
        }
        for (field, text) in [(Field.purpose, plan.purpose), (.commonObjectives, plan.commonObjectives)] where !text.isEmpty {
            html.section {
                html.h2(words.field(field))
                html.div(.class("texte")) { html.raw(Markdown.render(text)) }
            }
        }
    }

    private func actions(_ html: HTMLWriter) {
        html.section {
            html.h2(words.actionListTitle)
            if sheet.actions.isEmpty { return html.empty(words.versionEmpty) }
            html.cards(words.versionCaption) {
                html.column(words.subject(.action))
                html.column(words.field(.axis))
                html.column(words.field(.level))
                html.column(words.field(.pilot))
                html.column(words.field(.due))
            } rows: {
                for action in sheet.actions { html.row { row(html, action) } }
            }
            if after > 0 || sheet.next != nil {
                html.pages(words, previous: nil, next: sheet.next.map { path(after: $0) }) {
                    if after > 0 { html.a(words.firstPage, .href(path(after: 0))) }
                }
            }
        }
    }

    private func path(after: Int) -> Path {
        .version(context.slug, plan.number, number, after > 0 ? ["after": String(after)] : .empty)
    }

    private func row(_ html: HTMLWriter, _ action: FrozenAction) {
        html.rowHead {
            html.a(
                "\(words.number(action.number)). \(action.label)",
                .href(Path.versionAction(context.slug, number, ActionID(plan: plan.number, number: action.number))))
        }
        html.cell(action.axis?.title ?? words.noAxis, label: words.field(.axis))
        html.cell {
            html.level(action.current.level, words)
            html.text(" ")
            html.progress(action.current.progress, percent: action.current.percent, words)
        }
        html.cell(action.pilot?.name ?? words.noPilot, label: words.field(.pilot))
        html.cell(label: words.field(.due)) {
            if let due = action.due { html.day(due, words) } else { html.text(words.noDue) }
        }
    }

    // MARK: One action

    func bytes(of action: FrozenAction) -> [UInt8] {
        page(context, title: action.label) { html in
            html.breadcrumb(
                words, (plan.title, .plan(context.slug, plan.number)), (words.versionsTitle, .versions(context.slug, plan.number)),
                (title, .version(context.slug, plan.number, number)))
            html.heading(
                action.label, over: "\(words.actionNumber(action.number)) · \(title)", lead: words.validated(sheet.version.validation)
            ) {
                html.ligne {
                    html.level(action.current.level, words)
                    html.progress(action.current.progress, percent: action.current.percent, words)
                    html.a(
                        words.versionToday, .class("lien"),
                        .href(Path.action(context.slug, ActionID(plan: plan.number, number: action.number))))
                }
            }
            if !action.description.isEmpty { html.div(.class("texte")) { html.raw(Markdown.render(action.description)) } }
            facts(html, action)
            path(html, action)
        }
    }

    private func facts(_ html: HTMLWriter, _ action: FrozenAction) {
        let milestones = action.milestones.map { milestone in
            [milestone.title, milestone.due.map { words.day($0) }].compactMap { $0 }.joined(separator: ", ")
        }
        let lines: [(Field, String)] = [
            (.axis, action.axis?.title ?? words.noAxis), (.practices, action.practices.joined(separator: ", ")),
            (.pilot, action.pilot?.name ?? words.noPilot), (.contributors, action.contributors.map(\.name).joined(separator: ", ")),
            (.perimeter, action.perimeter.map(\.name).joined(separator: ", ")), (.due, action.due.map { words.day($0) } ?? words.noDue),
            (.baseline, action.baseline == action.due ? "" : action.baseline.map { words.day($0) } ?? ""),
            (.identifiedOn, action.identifiedOn.map { words.day($0) } ?? ""),
            (.implementedOn, action.implementedOn.map { words.day($0) } ?? ""), (.objectives, action.objectives.joined(separator: " · ")),
            (.indicators, words.indicators(action.indicators, action.promises).joined(separator: " · ")),
            (.milestones, milestones.joined(separator: " · ")),
            (.evidence, action.evidence.map { $0.title.isEmpty ? $0.link : $0.title }.joined(separator: " · ")),
            (.difficulty, action.difficulty.map(words.difficulty) ?? words.notEstimated), (.impact, words.estimate(action.impact)),
            (.effort, words.estimate(action.effort)), (.cost, action.cost.map { words.money(cents: $0) } ?? ""),
            (.visibility, words.visibility(action.visibility)), (.tags, action.tags.joined(separator: ", ")),
        ]
        html.section {
            html.h2(words.versionFacts)
            html.dl(.class("fiche")) {
                for (field, text) in lines where !text.isEmpty { html.term(words.field(field), text) }
            }
        }
    }

    private func path(_ html: HTMLWriter, _ action: FrozenAction) {
        html.section {
            html.h2(words.field(.path))
            html.ol(.class("chemin")) {
                for stage in action.path {
                    html.li(.class(stage.phase == .current ? "ici" : "")) {
                        html.level(stage.level, words)
                        html.br()
                        html.small(words.phase(stage.phase))
                        for (field, text) in said(stage) where !text.isEmpty {
                            html.br()
                            html.small(words.labelled(words.field(field), text))
                        }
                    }
                }
            }
        }
    }

    private func said(_ stage: FrozenStage) -> [(Field, String)] {
        [
            (.progress, stage.phase == .planned ? "" : words.progress(stage.progress, percent: stage.percent)),
            (.pilot, stage.pilot?.name ?? ""), (.due, stage.forecast.map { words.day($0) } ?? ""), (.reason, stage.slippageReason),
            (.perimeter, stage.perimeter.map(\.name).joined(separator: ", ")), (.mobilised, stage.mobilised),
            (.deliverable, stage.deliverable.title), (.method, stage.deliverable.method), (.result, stage.deliverable.result),
            (.commitment, stage.commitment.map(words.commitment) ?? ""),
            (.outcome, stage.decision.map { "\(words.outcome($0.outcome)), \($0.by), \(words.day($0.on))" } ?? ""),
        ]
    }
}

extension Words {
    var versionPeriod: String { say("Période", "Period") }
    var versionEmpty: String { say("Cette version n’a pas d’action.", "This version has no action.") }
    var versionCaption: String { say("Telles qu’elles ont été validées", "As they were validated") }
    var versionToday: String { say("Voir l’action aujourd’hui", "See the action today") }
    var versionFacts: String { say("Ce qui a été validé", "What was validated") }
    var firstPage: String { say("Revenir au début", "Back to the start") }
}
