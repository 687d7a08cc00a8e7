/// Five steps for whoever begins, each a link, until the first plan is validated.
import HTML
import JalonDomain
import JalonWorkspace

extension HTMLWriter {
    func firstSteps(_ steps: FirstSteps?, _ context: PageContext) {
        guard let steps, let next = steps.next else { return }
        let words = context.words
        section(.class("carte ecran")) {
            h2(words.firstStepsTitle)
            p(words.firstStepsLead(steps), .class("aide"))
            ol(.class("liste")) {
                for step in FirstSteps.Step.allCases {
                    let isDone = steps.done.contains(step)
                    li(.when(step == next, .current(.step))) {
                        span(isDone ? words.progress(.done) : words.progress(.toDo), .progress(isDone ? .done : .toDo))
                        text(" ")
                        if let path = path(of: step, steps, context.slug), !isDone {
                            a(words.firstStep(step), .href(path))
                        } else {
                            text(words.firstStep(step))
                        }
                    }
                }
            }
        }
    }

    /// What comes after the plan has no place before there is one.
    private func path(of step: FirstSteps.Step, _ steps: FirstSteps, _ slug: String) -> Path? {
        switch step {
        case .assess: .assessment(slug)
        case .createPlan: .newPlan(slug)
        case .chooseActions: steps.plan.map { .build(slug, $0) }
        case .namePilots: steps.plan.map { .actions(slug, $0, ActionListView.withoutPilot.filter.address) }
        case .validate: steps.plan.map { .life(slug, $0) }
        }
    }
}

extension Words {
    fileprivate var firstStepsTitle: String { say("Premiers pas", "First steps") }

    fileprivate func firstStepsLead(_ steps: FirstSteps) -> String {
        say(
            "\(number(steps.done.count)) sur \(number(FirstSteps.Step.allCases.count)). Cette liste disparaît quand le plan est validé.",
            "\(number(steps.done.count)) of \(number(FirstSteps.Step.allCases.count)). This list goes away once the plan is validated.")
    }

    fileprivate func firstStep(_ step: FirstSteps.Step) -> String {
        switch step {
        case .assess: say("Dire où vous en êtes\u{A0}: l’état des lieux", "Say where you stand: the assessment")
        case .createPlan: say("Créer le plan\u{A0}: un titre, une période", "Create the plan: a title, a period")
        case .chooseActions: say("Choisir les actions dans le guide", "Choose the actions from the guide")
        case .namePilots: say("Donner un pilote à chaque action", "Give each action a pilot")
        case .validate: say("Proposer le plan, puis noter sa validation", "Propose the plan, then record its validation")
        }
    }
}
