/// The means of a plan: their page, and what its form sends.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MeansController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.means(of: try visit.plan(), visit.visitor)
        return visit.answer(page(visit, seen, MeansForm(seen.model, visit.words)).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        let seen = try await visit.workspace.means(of: number, visit.visitor)
        let form = MeansForm(visit.form, seen.model)
        do {
            let edit = try form.edit(seen.model, visit.words)
            // A form that lost its fields on the way would empty everything.
            guard visit.reading != nil else {
                throw MeansForm.Refusal(flaws: [Flaw(id: "contenu", label: visit.words.meansTitle, rule: .required)])
            }
            _ = try await visit.workspace.setMeans(of: number, reading: visit.reading, edit, as: visit.visitor)
            return visit.redirect(to: .planning(visit.slug, number, .means), saying: visit.words.meansSaved)
        } catch let refusal as MeansForm.Refusal {
            return visit.answer(page(visit, seen, form, flaws: refusal.flaws).bytes, status: .unprocessableContent)
        } catch DomainError.invalid(let violations) {
            return visit.answer(
                page(visit, seen, form, flaws: form.flaws(violations, seen.model, visit.words)).bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            return visit.answer(page(visit, seen, form, crossed: true).bytes, status: .conflict)
        }
    }

    private static func page(
        _ visit: Visit, _ seen: Seen<MeansSheet>, _ form: MeansForm, flaws: [Flaw] = [], crossed: Bool = false
    ) -> MeansPage {
        let plan = seen.model.plan
        return MeansPage(
            visit.frame(seen, menu: .dashboard, plan: plan), seen.model, form, flaws: flaws, crossed: crossed)
    }
}

/// The means as typed: a row for each direction, a field for each year, closures.
struct MeansForm: Sendable {
    struct Row: Sendable {
        let direction: Int
        var usual: String
        /// By the code of the quarter.
        var quarters: [String: String]

        var isEmpty: Bool { usual.isEmpty && quarters.values.allSatisfy(\.isEmpty) }
    }

    struct Closure: Sendable {
        var from = ""
        var to = ""
        var reason = ""

        var isEmpty: Bool { from.isEmpty && to.isEmpty && reason.isEmpty }
    }

    struct Refusal: Error {
        let flaws: [Flaw]
    }

    /// Left for one more than there are.
    private static let spare = 2

    var rows: [Row]
    /// The unit chosen to be added, and its usual days.
    var added: (direction: String, usual: String)
    var budgets: [Int: String]
    var closures: [Closure]

    /// Directions that have means, then those that carry actions.
    init(_ sheet: MeansSheet, _ words: Words) {
        rows = sheet.means.capacities.map { capacity in
            Row(
                direction: capacity.direction, usual: words.typedDays(capacity.usual),
                quarters: Dictionary(uniqueKeysWithValues: capacity.quarters.map { ($0.key.code, words.typedDays($0.value)) }))
        }
        rows += sheet.awaited.map { Row(direction: $0.id, usual: "", quarters: [:]) }
        added = ("", "")
        budgets = sheet.means.budgets.mapValues(words.typedMoney)
        closures = sheet.means.closures.map {
            Closure(from: words.typedDay($0.from), to: words.typedDay($0.to), reason: $0.reason)
        }
        closures += Array(repeating: Closure(), count: Self.spare)
    }

    init(_ form: FormBody, _ sheet: MeansSheet) {
        var seen: Set<Int> = []
        rows = form.all("direction").compactMap { Int($0) }.filter { seen.insert($0).inserted }.map { id in
            let quarters = sheet.quarters.map { ($0.code, form["d\(id)-\($0.code)"]) }.filter { !$0.1.isEmpty }
            return Row(direction: id, usual: form["d\(id)"], quarters: Dictionary(uniqueKeysWithValues: quarters))
        }
        added = (form["added"], form["added-days"])
        budgets = Dictionary(uniqueKeysWithValues: sheet.years.map { ($0, form["b\($0)"]) }).filter { !$0.value.isEmpty }
        let count = min(Int(form["closures"]) ?? 0, MeansEdit.mostClosures + Self.spare)
        closures = (0..<max(0, count)).map { Closure(from: form["c\($0)-from"], to: form["c\($0)-to"], reason: form["c\($0)-reason"]) }
    }

    /// What was typed, understood; everything wrong is told at once.
    func edit(_ sheet: MeansSheet, _ words: Words) throws -> MeansEdit {
        var flaws: [Flaw] = []
        var edit = MeansEdit()
        func read<Value>(_ result: Result<Value, TypedFigure.FlawRule>, _ id: String, _ label: String) -> Value? {
            switch result {
            case .success(let value): return value
            case .failure(let failure):
                flaws.append(Flaw(id: id, label: label, rule: failure.rule))
                return nil
            }
        }
        for row in rows where !row.isEmpty {
            let name = sheet.names[row.direction] ?? ""
            if row.usual.isEmpty { flaws.append(Flaw(id: "d\(row.direction)", label: name, rule: .required)) }
            var capacity = MeansEdit.Capacity(direction: name, usual: 0)
            if let days = read(TypedFigure.days(row.usual), "d\(row.direction)", name) { capacity.usual = days ?? 0 }
            for quarter in sheet.quarters {
                guard let text = row.quarters[quarter.code] else { continue }
                let label = "\(name), \(words.period(quarter))"
                if let days = read(TypedFigure.days(text), "d\(row.direction)-\(quarter.code)", label) { capacity.quarters[quarter] = days }
            }
            edit.capacities.append(capacity)
        }
        if !added.direction.isEmpty || !added.usual.isEmpty {
            let name = Int(added.direction).flatMap { sheet.names[$0] } ?? ""
            let label = words.meansAdd
            if name.isEmpty { flaws.append(Flaw(id: "added", label: label, rule: .required)) }
            if added.usual.isEmpty { flaws.append(Flaw(id: "added-days", label: label, rule: .required)) }
            if let days = read(TypedFigure.days(added.usual), "added-days", label), let days {
                edit.capacities.append(MeansEdit.Capacity(direction: name, usual: days))
            }
        }
        for (year, text) in budgets {
            if let cents = read(TypedFigure.money(text), "b\(year)", words.place(.budget(year))) { edit.budgets[year] = cents }
        }
        for (index, closure) in closures.enumerated() where !closure.isEmpty {
            let (from, to) = (Day(closure.from), Day(closure.to))
            for (end, text, day) in [("from", closure.from, from), ("to", closure.to, to)] where day == nil {
                flaws.append(
                    Flaw(id: "c\(index)-\(end)", label: words.place(.closure(index)), rule: text.isEmpty ? .required : .notADay(text)))
            }
            // A place is kept for those that are not understood, so that ranks stay those of the form.
            let today = sheet.plan.from
            edit.closures.append(Means.Closure(from: from ?? today, to: to ?? today, reason: closure.reason))
        }
        guard flaws.isEmpty else { throw Refusal(flaws: flaws) }
        return edit
    }

    /// What the domain refuses, at the inputs that it is about.
    func flaws(_ violations: [Violation], _ sheet: MeansSheet, _ words: Words) -> [Flaw] {
        let filled = closures.indices.filter { !closures[$0].isEmpty }
        return violations.map { violation in
            guard case .planning(.inMeans(let place, let rule)) = violation.rule else {
                return Flaw(id: "added", label: words.field(violation.field), rule: violation.rule)
            }
            func id(_ name: String) -> String { sheet.names.first { $0.value == name }.map { "d\($0.key)" } ?? "added" }
            let input =
                switch place {
                case .direction(let name): id(name)
                case .quarter(let name, let quarter): "\(id(name))-\(quarter.code)"
                case .budget(let year): "b\(year)"
                case .closure(let index):
                    "c\(filled.indices.contains(index) ? filled[index] : 0)-\(rule == .planning(.closureNeedsReason) ? "reason" : "to")"
                case .directions, .closures, .key: "added"
                }
            return Flaw(id: input, label: words.place(place), rule: rule)
        }
    }
}

extension MeansSheet {
    /// Every quarter of the plan's period.
    var quarters: [Period] {
        let first = Period(.quarter, of: plan.from)
        return (0...max(0, Period(.quarter, of: plan.to).distance(from: first))).map(first.advanced(by:))
    }

    /// Its civil years.
    var years: [Int] { Array(plan.from.civil.year...plan.to.civil.year) }
}
