/// The quality of a plan: what its actions break, and the rules as the organisation sets them.
package import JalonDomain
import JalonStore

package struct PlanQuality: Sendable {
    package let plan: Plan
    package let report: QualityReport
}

extension Workspace {
    package func quality(of number: Int, _ visitor: Visitor) async throws -> Seen<PlanQuality> {
        try await look(visitor, needs: .read) { scene in
            PlanQuality(plan: try scene.plan(number), report: try scene.quality(of: number))
        }
    }

    package func qualityRules(_ visitor: Visitor) async throws -> Seen<QualityRules> {
        try await look(visitor, needs: .administer) { try $0.qualityStore.rules() }
    }

    /// `reading` is what the form was made from: rules that someone else set meanwhile are not set back unseen.
    package func setQualityRules(_ rules: QualityRules, reading: QualityRules?, as visitor: Visitor) async throws {
        try await change(visitor, needs: .administer) { scene in
            try rules.check()
            let before = try scene.qualityStore.rules()
            let changes = QualityRule.allCases.filter { before[$0] != rules[$0] }.map { rule in
                Change(field: .rule, before: before[rule].journaled(rule), after: rules[rule].journaled(rule))
            }
            guard !changes.isEmpty else { return }
            if let reading, QualityRule.allCases.contains(where: { reading[$0] != before[$0] }) {
                throw DomainError.conflict(read: 0, current: 1)
            }
            try scene.qualityStore.save(rules)
            try scene.journal.write(
                .rulesSet, subject: "quality", plan: nil, action: nil, version: nil, changes: changes, by: scene.actor, at: scene.now)
        }
    }
}

extension QualitySetting {
    fileprivate func journaled(_ rule: QualityRule) -> String {
        [rule.rawValue, level.rawValue, days.map(String.init)].compactMap { $0 }.joined(separator: " ")
    }
}

extension Scene {
    var qualityStore: QualityStore { QualityStore(sql, organisation: organisation.id) }

    func quality(of plan: Int) throws -> QualityReport {
        try remembered("quality", plan: plan) {
            QualityReport(
                of: try measured(try qualityStore.facts(plan: plan, day: day(of:)), try indicators.serving(plan: plan), of: plan),
                try qualityStore.rules(), today: today)
        }
    }

    /// With how the indicators that follow each action stand; those that nobody measured yet say nothing.
    private func measured(_ facts: [QualityFacts], _ followed: [FollowedIndicator], of plan: Int) throws -> [QualityFacts] {
        guard !followed.isEmpty else { return facts }
        var alerts: [Int: Bool] = [:]
        for one in try standing(followed) where one.last != nil {
            let isAlert = one.status == .offTarget || one.status == .stale
            for action in one.indicator.definition.actions where action.plan == plan {
                alerts[action.number] = (alerts[action.number] ?? false) || isAlert
            }
        }
        return facts.map { fact in
            var fact = fact
            fact.indicatorAlert = alerts[fact.number]
            return fact
        }
    }

    /// What one action breaks.
    func findings(of id: ActionID) throws -> [QualityFinding] {
        let facts = try measured(
            try qualityStore.facts(plan: id.plan, action: id.number, day: day(of:)), try indicators.serving(id, limit: Int.max), of: id.plan
        )
        return QualityReport(of: facts, try qualityStore.rules(), today: today).findings
    }

    private func day(of instant: Instant) -> Day { Zone(organisation.timeZone).day(of: instant) }
}
