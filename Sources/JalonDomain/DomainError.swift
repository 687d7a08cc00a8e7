/// The one error of the pure rooms. Three exhaustive tables turn it into a page, a problem document and an exit code.

package enum DomainError: Error, Equatable, Sendable {
    case invalid([Violation])
    case notFound(Subject)
    /// Someone else saved first: the version that was read and the one that stands.
    case conflict(read: Int, current: Int)
    case forbidden
    case unauthenticated

    package static func invalid(_ field: Field, _ rule: Rule) -> DomainError { .invalid([Violation(field, rule)]) }
}

package enum Subject: String, Equatable, Sendable {
    case organisation, plan, action, catalogue, theme, practice, party, axis, member, account, page, view, bulkChange, template, version
    case committee, meeting, decision, mail, indicator, target, measure, gain, scenario
}

/// A rule that an input breaks, and the field where.
package struct Violation: Equatable, Sendable {
    package let field: Field
    package let rule: Rule

    package init(_ field: Field, _ rule: Rule) {
        self.field = field
        self.rule = rule
    }
}

/// The fields that people fill and that the journal names.
package enum Field: String, CaseIterable, Codable, Sendable {
    case label, description, axis, practices, pilot, contributors, perimeter, level, progress, percent, path
    case identifiedOn, plannedStart, due, baseline, forecast, reason, implementedOn, startedOn, doneOn
    case milestones, objectives, evidence, indicators, difficulty, impact, effort, cost, visibility, tags, note, archived
    case mobilised, deliverable, method, result, commitment, outcome, decidedBy, decidedOn, meeting
    case title, from, to, purpose, commonObjectives, axes, catalogue, state
    case body, person, on, channels, audience, comment, proof
    case rule, days
    case name, email, password, role, unit, position, timeZone, slug, plan, file
    case links, parts, actions
    case query, shared
    case language, into, cadence
    case time, length, place, members, agenda, attendance, decision, bearer, minutes
    case version, publication, lessons
    case confirmed, mail
    case indicator, type, measureUnit, decimals, direction, meaning, source, responsible, categories
    case scenario, aim, preference, people, money, seconds, work
    case gain, lever, counted, quantity, realised, key, scope, rhythm, year, licence, share
    case capacity, budget, closures, needs, quarters, staffDays, notBefore, notAfter, obligation, excluded
    case difficultyStep, costStep, participants, weights
    case verdict, formula, low, high, warning, alert, target, value, numerator, denominator, estimated
}

/// What a rule asks, with what is needed to say it in words.
package enum Rule: Equatable, Sendable {
    case required
    case tooLong(max: Int)
    case notADay(String)
    case notANumber(String)
    case notATime(String)
    case outOfRange(Int, Int)
    case notAChoice(String, among: [String])
    case notALink(String)
    case notAnEmail(String)
    /// A catalogue is named by a name, an @ and a version.
    case notAnEdition(String)
    case tooShort(min: Int)
    case alreadyTaken(String)
    case before(Field)
    case unknown(String)
    case ambiguous(String, [String])
    /// A réflexion is done once its deliverable has title, method and result.
    case deliverableNeeded([Field])
    /// An expérimentation runs on a perimeter, from its start.
    case perimeterNeeded
    /// An expérimentation is done once its method and results are written down.
    case resultsNeeded([Field])
    /// After the plan's validation, a new forecast comes with its reason.
    case reasonOfSlippageNeeded
    /// Stopping and going back come with a reason.
    case reasonNeeded
    /// A practice is not applicable for a reason.
    case reasonNotApplicableNeeded
    /// What cannot be undone is confirmed by a box.
    case notConfirmed
    /// A message that left, or that is leaving, is settled.
    case mailIs(MailState)
    /// The decision is not open from this level.
    case outcomeNotOpen(Outcome, from: EngagementLevel)
    /// A stage is decided once it is done.
    case stageNotDone(EngagementLevel)
    /// Only what is in force, or was already in place, has a day since when.
    case notYetInForce
    case actionClosed
    case actionArchived
    case committeeArchived
    case meetingIs(MeetingState, needs: [MeetingState])
    /// A committee meets once someone sits in it.
    case nobodySits
    case decisionSuperseded(String)
    /// It was carried out as it was recorded.
    case decisionActed(String)
    /// A decision gives way to one on the same thing.
    case decisionOfAnother(String)
    /// What a decision opened has begun: it is no longer superseded, another decision goes on from there.
    case stageBegun
    case alreadyInPlaceOnlyForImplementation
    case percentOnlyInProgress
    case planIs(PlanState, needs: [PlanState])
    case planClosed
    /// Only a validated version is published.
    case noVersion
    case notPublished
    /// What would be public names that person, or gives that address.
    case namesAPerson(String, action: Int?)
    case inTheFuture
    case lastAdministrator
    case wrongCredentials
    case tryAgainIn(seconds: Int)
    case linkExpired
    /// A unit cannot stand below itself.
    case ownAncestor
    case mergeWithItself
    /// Only two persons, two positions or two units become one.
    case mergeOfKinds(PartyKind, PartyKind)
    /// Two persons who each have an account are two people.
    case mergeOfMembers
    /// What stands in it, has an account or is named by an open action is not put away.
    case stillInUse(below: Int, isMember: Bool, openActions: Int)
    /// The invitation is for that e-mail, and somebody else is signed in.
    case invitationForAnother(String)
    /// The account is also that of another organisation, which its administrators answer for.
    case memberElsewhere
    case emptySelection
    /// An action is neither linked to itself nor merged with itself.
    case itself
    /// The numbers along the way that would come back to where it starts.
    case dependencyCycle([Int])
    case otherPlan
    case twoPartsNeeded
    /// Two people answered differently: one of the answers is to be chosen.
    case choiceNeeded
    case tooManyKept(max: Int)
    case nothingToChange
    /// A due date moves by days or months from the one that there is.
    case noDueToMove
    /// More than can be taken at once: what is counted, how many there are, how many at most.
    case tooMany(Counted, Int, max: Int)
    /// A table without headings or without a row below them.
    case emptyTable
    /// A spreadsheet's own file, where a table is awaited.
    case workbook
    /// A quote that opens a cell and never closes it, on that row.
    case quoteLeftOpen(row: Int)
    /// No column says what actions are called.
    case noLabelColumn
    /// Of an action that exists, a table does not change it.
    case notByTable
    /// Of the same action, another field says otherwise.
    case contradicts(Field)
    /// A stage has one pilot.
    case severalPilots(String)
    /// The same action stands on that row already.
    case alreadyOnRow(Int)
    case rowsToMend(Int)
    /// Not every weight of a ranking is zero.
    case weightsNeeded
    /// A workshop closes on what was judged in it.
    case nothingJudged
    /// Of an indicator or a figure.
    case figure(FigureRule)
    /// Of means and needs.
    case planning(PlanningRule)
}

/// What an input may hold too many of.
package enum Counted: String, Equatable, Sendable {
    case rows, columns, names, axes, megabytes
}
