// The contract of the storage seam: what every store counts on, on both engines.

import Foundation
import JalonStore
import JalonTestSupport
import SQL
import Synchronization
import Testing

@Suite struct EngineTests {
    @Test(arguments: Engine.allCases)
    func valuesComeBackAsTheyWereBound(_ engine: Engine) async throws {
        let database = try await engine.withSample("values come back as they were bound")
        try await database.write(lock: 1) { sql in
            try sql.execute("INSERT INTO sample VALUES (\(1), \("texte"), \(Int.min), \(0.1 + 0.2), \(true))")
            try sql.execute("INSERT INTO sample VALUES (\(2), \(""), \(Int.max), \(-1e300), \(false))")
            try sql.execute("INSERT INTO sample VALUES (\(3), \(String?.none), \(Int?.none), \(Double?.none), \(Bool?.none))")
        }
        let rows = try await database.read { sql in
            try sql.all("SELECT id, name, number, ratio, flag FROM sample ORDER BY id") { row in
                Cells(id: row.next(), name: row.next(), number: row.next(), ratio: row.next(), flag: row.next())
            }
        }
        #expect(
            rows == [
                Cells(id: 1, name: "texte", number: .min, ratio: 0.1 + 0.2, flag: true),
                Cells(id: 2, name: "", number: .max, ratio: -1e300, flag: false),
                Cells(id: 3, name: nil, number: nil, ratio: 0, flag: false),
            ])
        let absent = try await database.read { sql in
            try sql.first("SELECT name, number FROM sample WHERE id = 3") { ($0.next(String.self) + "|", $0.next(Int.self)) }.map(\.0)
        }
        #expect(absent == "|")
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func firstCountAndExecuteTellWhatHappened(_ engine: Engine) async throws {
        let database = try await engine.withSample("first, count and execute tell what happened")
        try await database.write(lock: 1) { sql in
            for id in 1...5 { #expect(try sql.execute("INSERT INTO sample (id, name) VALUES (\(id), \("n\(id)"))") == 1) }
            #expect(try sql.execute("UPDATE sample SET name = \("x") WHERE id > \(2)") == 3)
            #expect(try sql.execute("UPDATE sample SET name = \("x") WHERE id > \(20)") == 0)
            #expect(try sql.execute("SELECT id FROM sample WHERE id > \(0)") == 0)
            #expect(try sql.execute("CREATE TABLE other (id BIGINT PRIMARY KEY)") == 0)
            #expect(try sql.execute("INSERT INTO sample (id) VALUES (1) ON CONFLICT DO NOTHING") == 0)
            #expect(try sql.count("SELECT COUNT(*) FROM sample") == 5)
            #expect(try sql.count("SELECT id FROM sample WHERE id = 99") == 0)
            #expect(try sql.first("SELECT id FROM sample ORDER BY id DESC") { $0.next(Int.self) } == 5)
            #expect(try sql.first("SELECT id FROM sample WHERE id = \(99)") { $0.next(Int.self) } == nil)
            let returned = try sql.first("INSERT INTO sample (id, name) VALUES (\(6), \("r")) RETURNING id") { $0.next(Int.self) }
            #expect(returned == 6)
        }
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func hostileTextIsOnlyText(_ engine: Engine) async throws {
        let database = try await engine.withSample("hostile text is only text")
        let texts = [
            "'; DROP TABLE sample; --", "\"quoted\" and 'quoted'", #"back\slash \' \0 \x41 \\"#, "$1 ? :name @p %s {}",
            "élève, naïf, Straße, ﬁn, e\u{301}", "👩🏽‍💻 🇫🇷", "\u{202E}droite à gauche", "ligne\r\nligne\ttabulation\u{1}", "\u{FEFF}",
            "\u{10FFFF}\u{FFFD}", String(repeating: "été ", count: 200_000),
        ]
        try await database.write(lock: 1) { sql in
            for (id, text) in texts.enumerated() { try sql.execute("INSERT INTO sample (id, name) VALUES (\(id), \(text))") }
        }
        let (read, found) = try await database.read { sql in
            let read = try sql.all("SELECT name FROM sample ORDER BY id") { $0.next(String.self) }
            let found = try texts.map { try sql.count("SELECT COUNT(*) FROM sample WHERE name = \($0)") }
            return (read, found)
        }
        // Byte for byte: Swift calls « é » and « e + accent » equal.
        #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
        #expect(found == texts.map { _ in 1 })
        await #expect(throws: SQLError.self) {
            try await database.write(lock: 1) { try $0.execute("INSERT INTO sample (id, name) VALUES (99, \("a\0b"))") }
        }
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func aThrownErrorLeavesNothing(_ engine: Engine) async throws {
        let database = try await engine.withSample("a thrown error leaves nothing")
        struct Refused: Error {}
        await #expect(throws: Refused.self) {
            try await database.write(lock: 1) { sql in
                try sql.execute("INSERT INTO sample (id) VALUES (1)")
                try sql.execute("CREATE TABLE other (id BIGINT PRIMARY KEY)")
                throw Refused()
            }
        }
        // Thrown while rows are being read: the statement must be usable again.
        try await database.write(lock: 1) { sql in
            for id in 1...3 { try sql.execute("INSERT INTO sample (id) VALUES (\(id))") }
        }
        for _ in 1...2 {
            await #expect(throws: Refused.self) {
                try await database.write(lock: 1) { sql in
                    try sql.all("SELECT id FROM sample WHERE id > \(0)") { _ in throw Refused() }
                }
            }
        }
        let count = try await database.write(lock: 1) { sql in
            try sql.execute("CREATE TABLE other (id BIGINT PRIMARY KEY)")
            return try sql.count("SELECT COUNT(*) FROM sample")
        }
        #expect(count == 3)
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func aRefusedStatementCondemnsTheTransaction(_ engine: Engine) async throws {
        let database = try await engine.withSample("a refused statement condemns the transaction")
        let error = await #expect(throws: SQLError.self) {
            try await database.write(lock: 1) { sql in
                try sql.execute("INSERT INTO sample (id) VALUES (1)")
                _ = try? sql.execute("INSERT INTO sample (id) VALUES (\(1))")
            }
        }
        #expect(error?.kind == .constraint)
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func constraintsAreToldApart(_ engine: Engine) async throws {
        let database = try await engine.withSample("constraints are told apart")
        try await database.write(lock: 1) { sql in
            try sql.execute("CREATE TABLE part (sample BIGINT NOT NULL REFERENCES sample (id), size BIGINT NOT NULL CHECK (size > 0))")
            try sql.execute("INSERT INTO sample (id) VALUES (1)")
        }
        let refused: [SQLQuery] = [
            "INSERT INTO sample (id) VALUES (\(1))", "INSERT INTO part VALUES (\(2), \(1))", "INSERT INTO part VALUES (\(1), \(0))",
            "INSERT INTO part (sample) VALUES (\(1))", "INSERT INTO part VALUES (\(2), \(1)) RETURNING size",
        ]
        for statement in refused {
            let error = await #expect(throws: SQLError.self) {
                try await database.write(lock: 1) { _ = try $0.first(statement) { $0.next(Int.self) } }
            }
            #expect(error?.kind == .constraint)
            #expect(error?.message.isEmpty == false)
        }
        let error = await #expect(throws: SQLError.self) { try await database.read { try $0.execute("SELECT nothing FROM nowhere") } }
        #expect(error?.kind == .other)
        await #expect(throws: SQLError.self) { try await database.read { try $0.execute("INSERT INTO sample (id) VALUES (7)") } }
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } == 1)
        #expect(try await database.check() == [])
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func aStatementCanRunWhileItsRowsAreRead(_ engine: Engine) async throws {
        let database = try await engine.withSample("a statement can run while its rows are read")
        let pairs = try await database.write(lock: 1) { sql in
            for id in 1...3 { try sql.execute("INSERT INTO sample (id) VALUES (\(id))") }
            return try sql.all("SELECT id FROM sample WHERE id >= \(1) ORDER BY id") { row in
                let id = row.next(Int.self)
                let inner = try sql.all("SELECT id FROM sample WHERE id >= \(id) ORDER BY id") { $0.next(Int.self) }
                return "\(id):\(inner)"
            }
        }
        #expect(pairs == ["1:[1, 2, 3]", "2:[2, 3]", "3:[3]"])
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func aReadSeesOneMoment(_ engine: Engine) async throws {
        let database = try await engine.withSample("a read sees one moment")
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let written = DispatchSemaphore(value: 0)
        async let counts = database.read { sql in
            let before = try sql.count("SELECT COUNT(*) FROM sample")
            beginning.finish()
            _ = written.wait(timeout: .now() + 10)
            return [before, try sql.count("SELECT COUNT(*) FROM sample")]
        }
        for await _ in begun {}
        try await database.write(lock: 1) { _ = try $0.execute("INSERT INTO sample (id) VALUES (1)") }
        written.signal()
        #expect(try await counts == [0, 0])
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } == 1)
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func writersWithOneLockFollowOneAnother(_ engine: Engine) async throws {
        let database = try await engine.withSample("writers with one lock follow one another")
        try await database.write(lock: 7) { _ = try $0.execute("INSERT INTO sample (id, number) VALUES (1, 0)") }
        try await withThrowingTaskGroup { group in
            for _ in 1...100 {
                group.addTask {
                    try await database.write(lock: 7) { sql in
                        let number = try sql.count("SELECT number FROM sample WHERE id = 1")
                        try sql.execute("UPDATE sample SET number = \(number + 1) WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.count("SELECT number FROM sample WHERE id = 1") } == 100)
        await database.close()
    }

    /// The program serves while a command changes the same data. Few enough for a busy disk: SQLite’s writers of two programs wait thirty
    /// seconds for each other, and not in turn.
    @Test(arguments: Engine.allCases)
    func writersOfTwoProgramsFollowOneAnother(_ engine: Engine) async throws {
        engine.record("writers of two programs follow one another")
        let (one, other) = try await engine.sharedDatabase()
        try await one.write(lock: 7) { sql in
            try sql.execute("CREATE TABLE counter (number BIGINT NOT NULL)")
            try sql.execute("INSERT INTO counter (number) VALUES (0)")
        }
        try await withThrowingTaskGroup { group in
            for database in [one, other] {
                for _ in 1...20 {
                    group.addTask {
                        try await database.write(lock: 7) { sql in
                            let number = try sql.count("SELECT number FROM counter")
                            try sql.execute("UPDATE counter SET number = \(number + 1)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await one.read { try $0.count("SELECT number FROM counter") } == 40)
        await other.close()
        await one.close()
    }

    @Test(arguments: Engine.allCases)
    func readersDoNotWaitForWriters(_ engine: Engine) async throws {
        let database = try await engine.withSample("readers do not wait for writers")
        let release = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup { group in
            for id in 1...10 {
                group.addTask {
                    try await database.write(lock: 1) { sql in
                        try sql.execute("INSERT INTO sample (id) VALUES (\(id))")
                        #expect(release.wait(timeout: .now() + 60) == .success)
                    }
                }
            }
            for _ in 1...10 { #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0) }
            for _ in 1...10 { release.signal() }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } == 10)
        await database.close()
    }

    /// On PostgreSQL the two wait for each other's row, and the server refuses one of them.
    @Test(arguments: Engine.allCases)
    func aDeadlockIsTriedAgain(_ engine: Engine) async throws {
        let database = try await engine.withSample("a deadlock is tried again")
        try await database.write(lock: 1) { sql in
            for id in 1...2 { try sql.execute("INSERT INTO sample (id, number) VALUES (\(id), 0)") }
        }
        try await withThrowingTaskGroup { group in
            for (lock, order) in [(1, [1, 2]), (2, [2, 1])] {
                group.addTask {
                    try await database.write(lock: lock) { sql in
                        for id in order {
                            try sql.execute("UPDATE sample SET number = number + 1 WHERE id = \(id)")
                            Thread.sleep(forTimeInterval: 0.1)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.all("SELECT number FROM sample") { $0.next(Int.self) } } == [2, 2])
        await database.close()
    }

    @Test func aLostConnectionIsOpenedAgain() async throws {
        let database = try await Engine.postgres.withSample()
        let attempts = Mutex(0)
        try await database.write(lock: 1) { sql in
            try sql.execute("INSERT INTO sample (id) VALUES (\(1))")
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            if attempt == 1 { try sql.execute("SELECT pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(attempts.withLock { $0 } == 2)
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } == 1)
        // When it never comes back, the program says so instead of trying for ever.
        let error = await #expect(throws: SQLError.self) {
            try await database.read { _ = try $0.execute("SELECT pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(error?.kind == .unavailable)
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func aClosedDatabaseSaysSo(_ engine: Engine) async throws {
        let database = try await engine.withSample("a closed database says so")
        await database.close()
        await database.close()
        let error = await #expect(throws: SQLError.self) { try await database.read { try $0.count("SELECT 1") } }
        #expect(error?.kind == .unavailable)
        await #expect(throws: SQLError.self) { try await database.write(lock: 1) { try $0.count("SELECT 1") } }
    }

    @Test(arguments: Engine.allCases)
    func fragmentsAreNumberedWithTheWhole(_ engine: Engine) async throws {
        let database = try await engine.withSample("fragments are numbered with the whole")
        let conditions: [SQLQuery] = ["id > \(1)", "name = \("b")", "id < \(9)"]
        let filter = SQLQuery.joined(conditions, by: " AND ")
        let ids = try await database.write(lock: 1) { sql in
            for (id, name) in [(1, "b"), (2, "b"), (3, "c"), (9, "b")] {
                try sql.execute("INSERT INTO sample (id, name) VALUES (\(id), \(name))")
            }
            return try sql.all(
                "SELECT id + CAST(\(100) AS BIGINT) FROM sample WHERE \(filter) AND id <> \(50)" + " LIMIT \(10)"
            ) { $0.next(Int.self) }
        }
        #expect(ids == [102])
        let whole: SQLQuery = "WHERE \(filter) LIMIT \(10)"
        #expect(whole.rendered(for: .postgres).text == "WHERE id > $1 AND name = $2 AND id < $3 LIMIT $4")
        #expect(whole.rendered(for: .sqlite).bindings == [.integer(1), .text("b"), .integer(9), .integer(10)])
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func sortableTextSortsByItsBytes(_ engine: Engine) async throws {
        let database = try await engine.withSample("sortable text sorts by its bytes")
        let keys = ["b", "B", "a", "aa", "a b", "a-b", "é", "e", "z", "Z", "_", "0", "10", "2", "ﬁ", "😀", "\u{FFFD}", ""]
        let sorted = try await database.write(lock: 1) { sql in
            try sql.execute("CREATE TABLE sorted (key \(SQLQuery.sortableText) NOT NULL PRIMARY KEY)")
            for key in keys { try sql.execute("INSERT INTO sorted (key) VALUES (\(key))") }
            let all = try sql.all("SELECT key FROM sorted ORDER BY key") { $0.next(String.self) }
            #expect(try sql.count("SELECT COUNT(*) FROM sorted WHERE key > \("a")") == keys.filter { bytewise("a", $0) }.count)
            return all
        }
        #expect(sorted == keys.sorted(by: bytewise))
        await database.close()
    }

    @Test(arguments: Engine.allCases)
    func migrationsAreAppliedOnce(_ engine: Engine) async throws {
        engine.record("migrations are applied once")
        let database = try await engine.database()
        let first = SQLMigration("first", ["CREATE TABLE a (id BIGINT PRIMARY KEY)", "INSERT INTO a VALUES (1)"])
        let second = SQLMigration("second", ["INSERT INTO a VALUES (2)"])
        let broken = SQLMigration("broken", ["INSERT INTO a VALUES (3)", "INSERT INTO a VALUES (1)"])
        try await database.migrate([first])
        try await database.migrate([first])
        await #expect(throws: SQLError.self) { try await database.migrate([first, broken]) }
        try await database.migrate([first, second])
        try await database.migrate([first, second])
        #expect(try await database.read { try $0.all("SELECT id FROM a ORDER BY id") { $0.next(Int.self) } } == [1, 2])
        let error = await #expect(throws: SQLError.self) { try await database.migrate([first]) }
        #expect(error?.message.contains("newer version") == true)
        await #expect(throws: SQLError.self) { try await database.migrate([second, first]) }
        await database.close()
    }

    @Test func aCommitOfSQLiteSurvivesThePowerCut() async throws {
        let database = try await Engine.sqlite.database()
        let settings = try await database.write(lock: 1) { sql in
            [
                "\(try sql.count("PRAGMA synchronous"))", "\(try sql.count("PRAGMA foreign_keys"))",
                try sql.first("PRAGMA journal_mode") { $0.next(String.self) } ?? "",
            ]
        }
        #expect(settings == ["2", "1", "wal"])
        #expect(try await database.read { try $0.count("PRAGMA foreign_keys") } == 1)
        await database.close()
    }

    @Test func aBackupOfALiveDatabaseIsSound() async throws {
        let database = try await Engine.sqlite.withSample()
        try await database.write(lock: 1) { _ = try $0.execute("INSERT INTO sample (id, name) VALUES (1, \("avant"))") }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await database.write(lock: 1) { _ = try $0.execute("INSERT INTO sample (id, name) VALUES (2, \("juste avant"))") }
        try await database.backup(to: path)
        try await database.write(lock: 1) { _ = try $0.execute("DELETE FROM sample") }
        await #expect(throws: SQLError.self) { try await database.backup(to: path) }
        let besideIt = ["-wal", "-shm", "-journal"].map { path + $0 }
        #expect(besideIt.allSatisfy { !FileManager.default.fileExists(atPath: $0) })

        let copy = try Engine.file(at: path)
        let names = try await copy.read { try $0.all("SELECT name FROM sample ORDER BY id") { $0.next(String.self) } }
        #expect(names == ["avant", "juste avant"])
        #expect(try await copy.check() == [])
        // A closed database is one file again, that can be copied.
        try await copy.write(lock: 1) { _ = try $0.execute("INSERT INTO sample (id) VALUES (3)") }
        await copy.close()
        #expect(besideIt.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
        await database.close()
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: SQLError.self) { try Engine.file(at: path) }
        #expect(error?.kind == .unavailable)
        #expect(throws: SQLError.self) { try Engine.file(at: "/nowhere/at/all.sqlite") }
    }
}

private struct Cells: Equatable, Sendable {
    let id: Int
    let name: String?
    let number: Int?
    let ratio: Double
    let flag: Bool
}

private func bytewise(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension Engine {
    /// An empty database with one table of every portable type.
    /// A test that only one engine can run has no name to record.
    fileprivate func withSample(_ test: String? = nil) async throws -> any SQLDatabase {
        if let test { record(test) }
        let database = try await database()
        try await database.write(lock: 0) { sql in
            _ = try sql.execute(
                """
                CREATE TABLE sample (id BIGINT PRIMARY KEY, name TEXT, number BIGINT, ratio DOUBLE PRECISION, flag BOOLEAN)
                """)
        }
        return database
    }
}

@Suite struct MigrationTests {
    /// Databases in use were made by these texts: a change to a shipped one would reach none of them. A new one is added here with its hash.
    @Test func shippedMigrationsNeverChange() {
        let shipped: [String: UInt64] = [
            "foundation": 0x7d9f_46f3_8d4e_be3e,
            "quality": 0xdc17_04ba_2532_54cd,
            "action life": 0xdca9_7ca3_5bfc_5e51,
            "views": 0x119f_33bd_86d1_a12f,
            "assessments": 0xb65c_344e_4a3c_85b2,
            "saved views": 0xf02e_62be_7abc_2c26,
            "bulk changes": 0xc115_3757_59fb_e715,
            "templates": 0xe666_3afc_32ec_5c4e,
            "administration": 0x75ca_ec67_ac53_8b8c,
            "committee cadence": 0x737d_009b_bf4c_2823,
            "few actions": 0x9950_cb94_453b_5875,
            "snapshots": 0x24bd_c116_08d8_123c,
            "versions": 0xd4bc_2751_999c_6d8f,
            "committees": 0x8dc0_b78f_1e82_4316,
            "meetings": 0x7fb3_0181_12f8_0baa,
            "feeds": 0xe263_2714_6ff7_8a91,
            "publications": 0x51e3_908e_bf73_470c,
            "mail": 0xc130_9df0_2698_213b,
            "indicators": 0xebc4_ac38_4b44_f5a1,
            "agenda of indicators": 0xb4e3_9f5c_2b4b_3a01,
            "computed indicators": 0x300c_39ca_7255_1f10,
            "compared promises": 0xad0e_05c7_8cc9_0fb0,
            "objectives": 0x2c32_b7a7_e75f_7966,
            "ranking": 0x8ec5_23fd_fb0b_5143,
            "gains": 0x90b1_88c2_b1fa_09c6,
            "means": 0xb70b_ccd7_f904_7b04,
            "scenarios": 0x2825_396d_849a_927c,
        ]
        for migration in schema {
            // FNV-1a.
            let text = migration.statements.map { $0.rendered(for: .sqlite).text }.joined(separator: ";")
            let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            #expect(shipped[migration.name] == hash, "\(migration.name): \(hash)")
        }
    }
}
