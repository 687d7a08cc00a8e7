/// A proposal as other programs read it.
package import JalonDomain
package import JalonExchange

package func scenarioJSON(_ outcome: ScenarioOutcome, _ names: [Int: String]) -> JSON {
    [
        "value": .decimal(outcome.value), "bound": .decimal(outcome.bound), "gap": .decimal(outcome.gap),
        "optimal": .bool(outcome.isOptimal),
        "seconds": .decimal(outcome.seconds), "firstQuarter": .text(outcome.first), "quarters": .number(outcome.quarters),
        "inForce": .number(outcome.inForce),
        "starts": .object(
            outcome.planned.map { (key: String($0.number), value: .array($0.stages.map { .number($0.start) })) }
                + outcome.out.map { (key: String($0.number), value: .array([])) }),
        "planned": .array(
            outcome.planned.map { action in
                [
                    "number": .number(action.number), "label": .text(action.label), "value": .decimal(action.value),
                    "inForce": JSON(action.inForce.map { outcome.quarter($0).code }),
                    "stages": .array(
                        action.stages.map { stage in
                            let days = outcome.days(of: stage)
                            return [
                                "level": .text(stage.level.rawValue), "begun": .bool(stage.isBegun),
                                "quarter": .text(outcome.quarter(stage.start).code), "from": .text(days.start.iso),
                                "due": .text(days.due.iso),
                            ]
                        }),
                    "why": .text(Words(.en).scenarioWhy(action, outcome, names)),
                ]
            }),
        "out": .array(
            outcome.out.map { action in
                [
                    "number": .number(action.number), "label": .text(action.label), "reason": .text(action.reason.code),
                    "obligation": .bool(action.isObligation),
                    "why": .text(Words(.en).scenarioReason(action.reason, outcome, names)),
                    "lacking": .array(action.reason.lacking.map { shortageJSON($0, outcome, names) }),
                ]
            }),
        "loads": .array(
            outcome.loads.map { load in
                [
                    "direction": .text(names[load.direction] ?? ""), "used": .array(load.used.map(JSON.decimal)),
                    "capacity": load.capacity.map { .array($0.map(JSON.decimal)) } ?? .null,
                    "worthOfADayInEachQuarter": .decimal(load.worth),
                    "scarcestQuarter": JSON(load.scarcest.map { outcome.quarter($0).code }),
                ]
            }),
        "money": .array(
            outcome.money.map { year in
                [
                    "year": .number(year.year), "used": .decimal(year.used), "budget": JSON(year.budget),
                    "worthOfAThousandEuros": .decimal(year.worth),
                ]
            }),
    ]
}

private func shortageJSON(_ shortage: Shortage, _ outcome: ScenarioOutcome, _ names: [Int: String]) -> JSON {
    switch shortage {
    case .days(let direction, let quarter, let days):
        ["direction": .text(names[direction] ?? ""), "quarter": .text(outcome.quarter(quarter).code), "days": .decimal(days)]
    case .euros(let year, let euros): ["year": .number(year), "euros": euros == 0 ? .null : .decimal(euros)]
    }
}

extension ScenarioOutcome.Reason {
    /// Its code name.
    package var code: String {
        switch self {
        case .lacks: "lacks"
        case .fits: "fits"
        case .notEstimated: "notEstimated"
        case .notRanked: "notRanked"
        case .noImplementation: "noImplementation"
        case .awaitsDecision: "awaitsDecision"
        case .excluded: "excluded"
        case .dependsOn: "dependsOn"
        case .window: "window"
        case .tooLong: "tooLong"
        case .closed: "closed"
        }
    }

    package var lacking: [Shortage] {
        if case .lacks(let shortages, _) = self { shortages } else { [] }
    }
}
