/// How a command fails: a code of sysexits and lines for standard error. The table from Jalon's errors to codes is here.
import JalonCatalogue
import JalonDomain
import SQL

/// The codes of sysexits.h that Jalon uses.
enum ExitStatus: Int32 {
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case notPermitted = 77
}

struct Failure: Error {
    let status: ExitStatus
    let lines: [String]

    init(_ status: ExitStatus, _ line: String) {
        self.init(status, [line])
    }

    init(_ status: ExitStatus, _ lines: [String]) {
        self.status = status
        self.lines = lines
    }

    /// What a command's `run` threw; `nil` for what the parser of arguments says itself.
    init?(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as DomainError: self.init(error, options: [:])
        case let error as CatalogueError: self.init(error)
        case let error as SQLError: self.init(error)
        default: return nil
        }
    }

    /// `options` names those that this command calls otherwise than the others.
    init(_ error: DomainError, options: [Field: String]) {
        let words = Speech.words
        status =
            switch error {
            case .invalid, .conflict: .data
            case .notFound: .noInput
            case .forbidden, .unauthenticated: .notPermitted
            }
        lines =
            switch error {
            case .invalid(let violations): violations.map { words.violation($0, option: options[$0.field] ?? $0.option) }
            case .notFound, .conflict, .forbidden, .unauthenticated: [words.error(error)]
            }
    }

    private init(_ error: CatalogueError) {
        status =
            switch error.kind {
            case .missing: .noInput
            case .invalid: .data
            }
        lines = error.message(Speech.words.language).split(separator: "\n").map(String.init)
    }

    private init(_ error: SQLError) {
        switch error.kind {
        case .unavailable:
            self.init(
                .unavailable,
                [
                    say(
                        "La base de données ne répond pas. Vérifiez son adresse et qu’elle est en marche.",
                        "The database does not answer. Check its address, and that it is running."), error.message,
                ])
        case .constraint, .other:
            self.init(
                .inputOutput,
                [
                    say(
                        "Les données n’ont pas pu être lues ou écrites\u{A0}; rien n’a changé. Ce qu’en dit la base\u{A0}:",
                        "The data could not be read or written; nothing has changed. What the database says of it:"), error.message,
                ])
        }
    }
}

extension Words {
    /// « Livrable (--deliverable) : une réflexion est finie quand… »
    func violation(_ violation: Violation, option: String?) -> String {
        let sentence = rule(violation.rule)
        let label = field(violation.field) + (option.map { " (\($0))" } ?? "")
        // A sentence that opens with a quotation keeps it as it is.
        return labelled(label, sentence.prefix(1).lowercased() + sentence.dropFirst())
    }
}

extension Violation {
    /// The option where the field is given on the command line.
    var option: String? {
        // Who acts and where is asked by other options than the fields of a member or of an organisation.
        if case .ambiguous = rule {
            switch field {
            case .email: return "--as"
            case .slug: return "--organisation"
            default: break
            }
        }
        // A plan's state is never typed; a practice's is.
        if field == .state, case .notAChoice = rule { return "--state" }
        return field.option
    }
}

extension Field {
    fileprivate var option: String? {
        switch self {
        case .label: "--label"
        case .description: "--description"
        case .axis: "--axis"
        case .practices: "--practice"
        case .pilot: "--pilot"
        case .contributors: "--contributor"
        case .perimeter: "--perimeter"
        case .level: "--level"
        case .progress: "--progress, --start, --done"
        case .percent: "--percent"
        case .path: "--then"
        case .identifiedOn: "--identified-on"
        case .plannedStart: "--planned-start"
        case .due, .baseline: "--due"
        case .forecast: "--forecast"
        case .reason: "--reason"
        case .implementedOn: "--implemented-on"
        case .milestones: "--milestone"
        case .objectives: "--objective"
        case .evidence: "--evidence"
        case .indicators: "--indicator"
        case .difficulty: "--difficulty"
        case .cadence: "--cadence"
        case .time: "--time"
        case .length: "--length"
        case .place: "--room"
        case .decision: "--supersedes"
        case .bearer: "--bearer"
        case .minutes: "--text"
        case .members, .agenda, .attendance: nil
        case .impact: "--impact"
        case .effort: "--effort"
        case .cost: "--cost"
        case .visibility: "--visibility"
        case .tags: "--tag"
        case .note: "--note"
        case .mobilised: "--mobilised"
        case .deliverable: "--deliverable"
        case .method: "--method"
        case .result: "--result"
        case .commitment: "--commitment"
        case .outcome: "--outcome"
        case .decidedBy, .body: "--by"
        case .person: "--person"
        case .decidedOn, .on: "--on"
        case .meeting: "--meeting"
        case .title: "--title"
        case .from: "--from"
        case .to: "--to"
        case .purpose: "--purpose"
        case .commonObjectives: "--objectives"
        case .catalogue: "--catalogue"
        case .channels: "--channel"
        case .audience: "--to"
        case .comment: "--comment"
        case .proof: "--proof"
        case .name: "--name"
        case .email: "--email"
        case .password: "--password-file"
        case .role: "--role"
        case .unit: "--unit"
        case .position: "--position"
        case .timeZone: "--time-zone"
        case .slug: "--slug"
        case .plan: "--plan"
        case .links: "--depends-on, --duplicates, --relates-to"
        case .parts: "--part"
        case .actions: "--with"
        case .into: "--into"
        case .language: "--language"
        case .type: "--type"
        case .formula: "--compute, --of"
        case .verdict: "--verdict"
        case .aim: "--aim"
        case .preference: "--prefer"
        case .people: "--people"
        case .money: "--budget"
        case .seconds: "--time"
        case .work: "--work"
        case .scenario: nil
        case .lever: "--lever"
        case .counted: "--counted"
        case .quantity: "--quantity"
        case .scope: "--scope"
        case .rhythm: "--rhythm"
        case .year: "--year"
        case .licence: "--licence"
        case .share: "--share"
        case .gain, .realised, .key: nil
        case .capacity: "--capacity"
        case .budget: "--budget"
        case .closures: "--closed"
        case .needs: "--stage"
        case .quarters: "--quarters"
        case .staffDays: "--days"
        case .notBefore: "--not-before"
        case .notAfter: "--not-after"
        case .obligation: "--obligation"
        case .excluded: "--exclude"
        case .difficultyStep: "--difficulty"
        case .costStep: "--cost"
        case .participants: "--participant"
        case .weights: "--weight"
        case .measureUnit: "--unit"
        case .decimals: "--decimals"
        case .direction: "--better"
        case .meaning: "--meaning"
        case .source: "--source"
        case .responsible: "--responsible"
        case .categories: "--category, --part"
        case .low: "--low"
        case .high: "--high"
        case .warning: "--warning"
        case .alert: "--alert"
        case .indicator, .target, .value, .numerator, .denominator, .estimated: nil
        case .startedOn, .doneOn, .archived, .axes, .state, .file, .rule, .days, .query, .shared, .confirmed, .version, .publication,
            .lessons, .mail:
            nil
        }
    }
}
