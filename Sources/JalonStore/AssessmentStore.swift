/// The état des lieux: every assessment of a practice, of which that of the latest day stands. Rows are added, never edited or removed.
package import JalonDomain
package import SQL

/// Practices are known by the name of their guide, so that a newer edition keeps what was said; the edition that was read is said too.
/// `stands` repeats that none is of a later day: what lists and joins ask.
let assessments = SQLMigration(
    "assessments",
    [
        """
        CREATE TABLE assessment (
            organisation_id BIGINT NOT NULL, catalogue TEXT NOT NULL, practice TEXT NOT NULL, number BIGINT NOT NULL,
            catalogue_version TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('inPlace', 'partly', 'notInPlace', 'notApplicable')),
            assessed_on TEXT NOT NULL, comment TEXT NOT NULL, link TEXT NOT NULL, author TEXT NOT NULL, written_at TEXT NOT NULL,
            stands BOOLEAN NOT NULL, PRIMARY KEY (organisation_id, catalogue, practice, number),
            FOREIGN KEY (organisation_id, catalogue, catalogue_version) REFERENCES catalogue (organisation_id, name, version),
            CHECK (state <> 'notApplicable' OR comment <> ''))
        """,
        "CREATE UNIQUE INDEX assessment_that_stands ON assessment (organisation_id, catalogue, practice) WHERE stands",
    ])

/// An assessment as it was given.
package struct AssessmentEntry: Sendable, Equatable {
    package let practice: String
    /// In the order of writing, 1 for the first of its practice.
    package let number: Int
    /// The edition of the guide that was read.
    package let catalogueVersion: String
    package let assessment: Assessment
    package let author: String
    /// Whether it says where the organisation is; the others are its history.
    package let stands: Bool

    package init(practice: String, number: Int, catalogueVersion: String, assessment: Assessment, author: String, stands: Bool) {
        self.practice = practice
        self.number = number
        self.catalogueVersion = catalogueVersion
        self.assessment = assessment
        self.author = author
        self.stands = stands
    }
}

package struct AssessmentStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<AssessmentEntry>(
        "practice, number, catalogue_version, state, assessed_on, comment, link, author, stands"
    ) {
        AssessmentEntry(
            practice: $0.next(), number: $0.next(), catalogueVersion: $0.next(),
            assessment: Assessment(state: try $0.choice(), on: try $0.day(), comment: $0.next(), link: $0.next()), author: $0.next(),
            stands: $0.next())
    }

    /// Whether anything was ever said, of any guide.
    package func exist() throws -> Bool {
        try sql.count("SELECT COUNT(*) FROM (SELECT 1 FROM assessment WHERE organisation_id = \(organisation) LIMIT 1) said") > 0
    }

    /// What stands, by practice.
    package func standing(_ catalogue: String) throws -> [String: AssessmentEntry] {
        let entries = try sql.all(
            "SELECT \(Self.columns) FROM assessment WHERE organisation_id = \(organisation) AND catalogue = \(catalogue) AND stands",
            as: Self.columns)
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.practice, $0) })
    }

    /// All that was said of those practices, the latest first: what stands, then its history.
    package func histories(_ practices: [String], of catalogue: String) throws -> [String: [AssessmentEntry]] {
        guard !practices.isEmpty else { return [:] }
        let these = practices.bindings
        let entries = try sql.all(
            """
            SELECT \(Self.columns) FROM assessment
            WHERE organisation_id = \(organisation) AND catalogue = \(catalogue) AND practice IN (\(these))
            ORDER BY practice, assessed_on DESC, number DESC
            """, as: Self.columns)
        return Dictionary(grouping: entries, by: \.practice)
    }

    /// One that stands does so instead of the one before it.
    package func insert(_ entry: AssessmentEntry, of catalogue: String, at now: Instant) throws {
        let a = entry.assessment
        if entry.stands {
            try sql.execute(
                """
                UPDATE assessment SET stands = \(false)
                WHERE organisation_id = \(organisation) AND catalogue = \(catalogue) AND practice = \(entry.practice) AND stands
                """)
        }
        try sql.execute(
            """
            INSERT INTO assessment (organisation_id, catalogue, practice, number, catalogue_version, state, assessed_on, comment, link,
                author, written_at, stands)
            VALUES (\(organisation), \(catalogue), \(entry.practice), \(entry.number), \(entry.catalogueVersion), \(a.state), \(a.on),
                \(a.comment), \(a.link), \(entry.author), \(now), \(entry.stands))
            """)
    }
}
