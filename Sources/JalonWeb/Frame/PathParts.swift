/// What addresses end with: the parts of a committee, of a meeting, of an indicator, of what plans are fitted with.
import HTML

/// What the addresses of a committee end with.
package enum CommitteePart: String, Sendable {
    case page = ""
    case edit = "/edit"
    case archive = "/archive"
    case restore = "/restore"
    case members = "/members"
    case memberRemoval = "/members/removal"
    case meetings = "/meetings"
    case calendar = "/calendar"
}

/// What the addresses of a meeting end with.
package enum MeetingPart: String, Sendable {
    case page = ""
    case edit = "/edit"
    case cancellation = "/cancellation"
    case agenda = "/agenda"
    case convocation = "/convocation"
    case session = "/session"
    case attendance = "/attendance"
    case decisions = "/decisions"
    case followUp = "/decisions/follow-up"
    case minutes = "/minutes"
    case approval = "/minutes/approval"
    case markdown = "/minutes.md"
    case document = "/minutes.html"
    case pack = "/pack"
}

/// What the addresses of an indicator end with.
package enum IndicatorPart: String, Sendable {
    case page = ""
    case edit = "/edit"
    case archive = "/archive"
    case restore = "/restore"
    case measures = "/measures"
    case targets = "/targets"
    case targetRemoval = "/targets/removal"
    case baseline = "/baseline"
}

/// What is asked of all indicators at once.
package enum IndicatorsPart: String, Sendable {
    case list = ""
    case new = "/new"
    case due = "/due"
    case importing = "/import"
    case csv = ".csv"
    case definitions = "/definitions.csv"
    case json = ".json"
}

/// What the addresses of the gains of an action end with.
package enum GainPart: String, Sendable {
    case page = ""
    case realised = "/realised"
    case recomputation = "/recomputation"
    case removal = "/removal"
}

package enum FactorsPart: String, Sendable {
    case list = ""
    case importing = "/import"
}

/// What the addresses of a plan's means, needs and roadmap end with.
package enum PlanningPart: String, Sendable {
    case means = "/means"
    case scenarios = "/scenarios"
    case scenarioComparison = "/scenarios/compare"
    case needs = "/needs"
    case roadmap = "/roadmap"
    case roadmapCSV = "/roadmap.csv"
}

/// The addresses of a plan's actions, their common part written once: a list has one for each of its rows.
struct ActionLinks {
    struct Link: Destination { let url: String }

    private let start: String

    init(_ slug: String, _ plan: Int) {
        start = Path.actions(slug, plan).url + "/"
    }

    subscript(_ number: Int) -> Link { Link(url: start + String(number)) }
}

/// What the addresses of a scenario end with.
package enum ScenarioPart: String, Sendable {
    case page = ""
    case cancellation = "/cancellation"
    case removal = "/removal"
    case adoption = "/adoption"
}
