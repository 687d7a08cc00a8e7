/// Indicators under titles: their theme, or the direction of who answers for them.
import JalonDomain
import JalonStore

/// What a list of indicators is grouped by, beneath its levels.
package enum IndicatorGroup: String, CaseIterable, Sendable { case theme, direction }

extension [IndicatorRow] {
    /// By level, then by title, those without one last; where they stood beneath.
    func grouped(by titles: [Int: LocalisedText]) -> [IndicatorRow] {
        func key(_ place: Int) -> (Int, String, Int) {
            let indicator = self[place].indicator
            let level = indicator.definition.level == .strategic ? 0 : 1
            return (level, titles[indicator.number].map { $0.fr.folded } ?? "\u{10FFFF}", place)
        }
        return indices.sorted { key($0) < key($1) }.map { self[$0] }
    }
}

/// What a filter finds, with what stands around it.
struct FoundIndicators: Sendable {
    let rows: [IndicatorRow]
    let counts: [IndicatorStatus: Int]
    let groups: [Int: LocalisedText]
    let responsibles: [Int]
}

extension Scene {
    func found(_ filter: IndicatorFilter) throws -> FoundIndicators {
        let all = try remembered("indicators", plan: 0) { try standing(try indicators.all()) }
        let kept = all.filter { filter.keeps($0) }
        var rows = kept.filter { filter.status == nil || $0.status == filter.status }
        let groups = try filter.group.map { try self.groups(of: rows, by: $0) } ?? [:]
        if filter.group != nil { rows = rows.grouped(by: groups) }
        return FoundIndicators(
            rows: rows, counts: Dictionary(grouping: kept, by: \.status).mapValues(\.count), groups: groups,
            responsibles: Array(Set(all.compactMap(\.indicator.definition.responsible))).sorted())
    }

    /// The theme of the first practice that each follows, or the direction of who answers for it.
    private func groups(of rows: [IndicatorRow], by group: IndicatorGroup) throws -> [Int: LocalisedText] {
        var titles: [Int: LocalisedText] = [:]
        switch group {
        case .direction:
            let parties = try parties.all()
            let byID = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0) })
            for row in rows {
                let direction = row.indicator.definition.responsible.flatMap { byID[$0]?.direction }.flatMap { byID[$0]?.name }
                if let direction { titles[row.indicator.number] = LocalisedText(fr: direction, en: direction) }
            }
        case .theme:
            let open = try plans.open().map { try plan($0.number).catalogue }
            guard let number = try open ?? catalogues.all().last?.id else { return [:] }
            let guide = try catalogue(number)
            for row in rows {
                guard let practice = row.indicator.definition.practices.first.flatMap(guide.practice),
                    let theme = guide.theme(practice.theme)
                else { continue }
                titles[row.indicator.number] = LocalisedText(
                    fr: "\(theme.id). \(theme.title.text(.fr))", en: "\(theme.id). \(theme.title.text(.en))")
            }
        }
        return titles
    }
}
