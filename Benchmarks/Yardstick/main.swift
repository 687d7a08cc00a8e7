/// What the list page is measured against: for each request, the same columns of fifty rows by key from SQLite, answered as as many bytes;
/// `/compressed` does the same to zlib at the level of the pages. The bytes after the rows are those of a page, since what compresses better
/// compresses faster. No session, no rights, no filters, no words: what Hummingbird, GRDB and zlib cost by themselves.
///
///     Yardstick DATABASE PORT PAGE
import CZlib
import Foundation
import GRDB
import Hummingbird
import NIOCore

/// The columns of a list row.
struct ActionRow: FetchableRecord, Sendable {
    let number: Int
    let version: Int
    let label: String
    let axis: Int?
    let level: Int
    let progress: Int
    let percent: Int?
    let pilot: Int?
    let pilotName: String?
    let baseline: String?
    let due: String?
    let priority: Int
    let awaitsDecision: Bool
    let stopped: Bool
    let closed: Bool

    init(row: Row) {
        number = row["number"]
        version = row["version"]
        label = row["label"]
        axis = row["axis"]
        level = row["level"]
        progress = row["progress"]
        percent = row["percent"]
        pilot = row["pilot_id"]
        pilotName = row["pilot_name"]
        baseline = row["baseline"]
        due = row["due"]
        priority = row["priority"]
        awaitsDecision = row["awaits_decision"]
        stopped = row["stopped"]
        closed = row["closed"]
    }

    static let firstPage = SQLRequest<ActionRow>(
        sql: """
            SELECT a.number, a.version, a.label, a.axis, a.level, a.progress, a.percent, a.pilot_id, p.name AS pilot_name, a.baseline,
                a.due, a.priority, a.awaits_decision, a.stopped, a.closed
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = ? AND a.plan = ? AND a.archived = ? AND (a.due_key, a.number) > (?, ?)
            ORDER BY a.due_key, a.number LIMIT 50
            """, arguments: [1, 1, false, "", 0], cached: true)

    func write(to text: inout String) {
        text += "\(number) \(version) \(label) \(level) \(progress) \(priority) \(pilotName ?? "") \(due ?? "")\n"
    }
}

guard CommandLine.arguments.count == 4, let port = Int(CommandLine.arguments[2]) else {
    FileHandle.standardError.write(Data("usage: Yardstick DATABASE PORT PAGE\n".utf8))
    exit(64)
}

let pool = try DatabasePool(path: CommandLine.arguments[1])
let page = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[3])))

@Sendable func answer() async throws -> [UInt8] {
    let rows = try await pool.read { try ActionRow.firstPage.fetchAll($0) }
    var text = ""
    text.reserveCapacity(page.count)
    for row in rows { row.write(to: &text) }
    return Array(text.utf8) + page.dropFirst(text.utf8.count)
}

@Sendable func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(length)) { output, count in
        count = compress2(output.baseAddress, &length, bytes, UInt(bytes.count), 4) == Z_OK ? Int(length) : 0
    }
}

let router = Router()
router.get("/") { _, _ in ByteBuffer(bytes: try await answer()) }
router.get("/compressed") { _, _ in ByteBuffer(bytes: compressed(try await answer())) }

try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))).runService()
