/// Versioned catalogues: written once, never changed.
import Foundation
package import JalonDomain
package import SQL

/// A catalogue in a list.
package struct CatalogueEntry: Sendable, Equatable {
    package let id: Int
    package let name: String
    package let version: String
    package let publishedOn: Day?
    package let title: LocalisedText
    package let importedAt: Instant
    package let practices: Int

    package var reference: CatalogueReference { CatalogueReference(name: name, version: version) }
}

/// What an action's page says of a practice.
package struct PracticeEntry: Sendable, Equatable {
    package let id: String
    package let theme: String
    package let title: LocalisedText
    package let priority: PracticePriority
    package let difficulty: Difficulty?
}

package struct CatalogueStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<CatalogueEntry>("id, name, version, published_on, title, title_en, imported_at, practices") {
        CatalogueEntry(
            id: $0.next(), name: $0.next(), version: $0.next(), publishedOn: try $0.optionalDay(),
            title: LocalisedText(fr: $0.next(), en: $0.next()), importedAt: try $0.instant(), practices: $0.next())
    }

    private static let practiceColumns = SQLColumns<PracticeEntry>("id, theme, title, title_en, priority, difficulty") {
        PracticeEntry(
            id: $0.next(), theme: $0.next(), title: LocalisedText(fr: $0.next(), en: $0.next()), priority: try $0.choice(),
            difficulty: try $0.optionalChoice())
    }

    /// The last imported first.
    package func all() throws -> [CatalogueEntry] {
        try sql.all("SELECT \(Self.columns) FROM catalogue WHERE organisation_id = \(organisation) ORDER BY id DESC", as: Self.columns)
    }

    package func find(_ id: Int) throws -> CatalogueEntry? {
        try sql.first("SELECT \(Self.columns) FROM catalogue WHERE organisation_id = \(organisation) AND id = \(id)", as: Self.columns)
    }

    /// With themes, in one read; practices whole.
    package func whole(_ id: Int) throws -> Catalogue? {
        guard let entry = try find(id) else { return nil }
        let practices = try sql.all(
            "SELECT document FROM practice WHERE organisation_id = \(organisation) AND catalogue_id = \(id) ORDER BY position",
            Self.practice)
        return Catalogue(
            name: entry.name, version: entry.version, date: entry.publishedOn?.iso, title: entry.title, themes: try themes(id),
            practices: practices)
    }

    package func themes(_ id: Int) throws -> [Theme] {
        try sql.all(
            "SELECT id, title, title_en FROM theme WHERE organisation_id = \(organisation) AND catalogue_id = \(id) ORDER BY position"
        ) { Theme(id: $0.next(), title: LocalisedText(fr: $0.next(), en: $0.next())) }
    }

    package func practices(_ id: Int) throws -> [PracticeEntry] {
        try sql.all(
            """
            SELECT \(Self.practiceColumns) FROM practice WHERE organisation_id = \(organisation) AND catalogue_id = \(id)
            ORDER BY position
            """, as: Self.practiceColumns)
    }

    package func practice(_ practice: String, catalogue id: Int) throws -> Practice? {
        try sql.first(
            "SELECT document FROM practice WHERE organisation_id = \(organisation) AND catalogue_id = \(id) AND id = \(practice)",
            Self.practice)
    }

    /// Reads its `document`.
    static func practice(_ row: inout SQLRow) throws -> Practice {
        try JSONDecoder().decode(Practice.self, from: Data(row.next(String.self).utf8))
    }

    package func insert(_ catalogue: Catalogue, at now: Instant) throws -> Int {
        let id = try sql.count("SELECT COALESCE(MAX(id), 0) + 1 FROM catalogue WHERE organisation_id = \(organisation)")
        try sql.execute(
            """
            INSERT INTO catalogue (organisation_id, id, name, version, published_on, title, title_en, imported_at, practices)
            VALUES (\(organisation), \(id), \(catalogue.name), \(catalogue.version), \(catalogue.date), \(catalogue.title.fr),
                \(catalogue.title.en), \(now), \(catalogue.practices.count))
            """)
        for (position, theme) in catalogue.themes.enumerated() {
            try sql.execute(
                """
                INSERT INTO theme (organisation_id, catalogue_id, id, position, title, title_en)
                VALUES (\(organisation), \(id), \(theme.id), \(position), \(theme.title.fr), \(theme.title.en))
                """)
        }
        let encoder = JSONEncoder()
        for (position, practice) in catalogue.practices.enumerated() {
            let document = String(decoding: try encoder.encode(practice), as: UTF8.self)
            try sql.execute(
                """
                INSERT INTO practice (organisation_id, catalogue_id, id, position, theme, title, title_en, priority, difficulty, document,
                    search)
                VALUES (\(organisation), \(id), \(practice.id), \(position), \(practice.theme), \(practice.title.fr),
                    \(practice.title.en), \(practice.priority), \(practice.difficulty), \(document),
                    \(practice.search))
                """)
        }
        return id
    }
}
