/// Judgements of qualitative objectives: added and read, the latest of a wording stands.
package import JalonDomain
package import SQL

let objectives = SQLMigration(
    "objectives",
    [
        """
        CREATE TABLE objective_assessment (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, id BIGINT NOT NULL,
            objective TEXT NOT NULL CHECK (objective <> ''), verdict TEXT NOT NULL CHECK (verdict IN ('achieved', 'partly', 'notAchieved')),
            assessed_on TEXT NOT NULL, comment TEXT NOT NULL, author TEXT NOT NULL, written_at TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, action, id), FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """
    ])

package struct ObjectiveStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// Of an action, the latest first.
    package func assessments(of id: ActionID) throws -> [ObjectiveAssessment] {
        try sql.all(
            """
            SELECT objective, verdict, assessed_on, comment, author, written_at FROM objective_assessment
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND action = \(id.number) ORDER BY assessed_on DESC, id DESC
            """
        ) {
            ObjectiveAssessment(
                objective: $0.next(), verdict: try $0.choice(), on: try $0.day(), comment: $0.next(), author: $0.next(),
                at: try $0.instant())
        }
    }

    package func insert(_ assessment: ObjectiveAssessment, on id: ActionID) throws {
        try sql.execute(
            """
            INSERT INTO objective_assessment (organisation_id, plan, action, id, objective, verdict, assessed_on, comment, author, written_at)
            VALUES (\(organisation), \(id.plan), \(id.number),
                (SELECT COALESCE(MAX(id), 0) + 1 FROM objective_assessment WHERE organisation_id = \(organisation) AND plan = \(id.plan)
                    AND action = \(id.number)), \(assessment.objective), \(assessment.verdict), \(assessment.on), \(assessment.comment),
                \(assessment.author), \(assessment.at))
            """)
    }
}
