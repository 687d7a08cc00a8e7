/// Runs the program that was built, as a person would in a folder of their own, with a limit of time.
import Foundation

/// What a run gave.
struct Run: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// The output as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed) }
    func object() throws -> [String: Any] { try json() as? [String: Any] ?? [:] }
    func list() throws -> [[String: Any]] { try json() as? [[String: Any]] ?? [] }
    var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
}

/// A folder of its own for a test, with the password file that commands read.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try write("un-mot-de-passe-long\n", to: "pw.txt")
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// With an organisation, its administrator `a@example.org` and the bundled catalogue, made once and copied.
    static func withOrganisation() async throws -> Folder {
        let folder = try Folder()
        let made = try await organisation.value
        try FileManager.default.copyItem(
            at: made.url.appendingPathComponent("jalon-data"), to: folder.url.appendingPathComponent("jalon-data"))
        return folder
    }

    private static let organisation = Task {
        let folder = try Folder()
        let run = try await folder.jalon(
            "init", "--organisation", "Ville de Valmont", "--admin-email", "a@example.org", "--admin-password-file", "pw.txt")
        guard run.status == 0 else { throw Unexpected(what: run.errors) }
        return folder
    }

    /// With a plan from 2026 to 2028 as well.
    static func withPlan() async throws -> Folder {
        let folder = try await withOrganisation()
        let run = try await folder.jalon("plan", "create", "--title", "Plan NR", "--from", "2026-01-01", "--to", "2028-12-31")
        guard run.status == 0 else { throw Unexpected(what: run.errors) }
        return folder
    }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path) }

    func permissions(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: url.appendingPathComponent(path).path)[.posixPermissions] as? Int ?? 0
    }

    /// The program in this folder, in French; it is ended after four minutes: passwords take long in a debug build on a busy machine.
    func jalon(_ arguments: String..., environment: [String: String] = [:], input: String = "") async throws -> Run {
        let started = try start(arguments, environment: environment, input: input)
        let limit = Task {
            try await Task.sleep(for: .seconds(240))
            started.process.terminate()
        }
        defer { limit.cancel() }
        return try await started.end()
    }

    /// A run that goes on until `end` is awaited.
    func start(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Started {
        // Files rather than pipes: nothing fills up, however much is said.
        let name = UUID().uuidString
        try write(input, to: "\(name).in")
        try write("", to: "\(name).out")
        try write("", to: "\(name).err")
        let process = Process()
        process.executableURL = try Self.program.get()
        process.arguments = arguments
        process.currentDirectoryURL = url
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        let files = [
            try FileHandle(forReadingFrom: url.appendingPathComponent("\(name).in")),
            try FileHandle(forWritingTo: url.appendingPathComponent("\(name).out")),
            try FileHandle(forWritingTo: url.appendingPathComponent("\(name).err")),
        ]
        (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
        // The program has its own copies; kept open here, they add up to thousands, which Foundation reads at each start.
        defer { for file in files { try? file.close() } }
        return try Started(process, outputs: url.appendingPathComponent(name))
    }

    private static let program = Result {
        // The tests' bundle and the program are built side by side.
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("jalon")
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let candidates = [beside, root.appendingPathComponent(".build/debug/jalon")]
        guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw Unexpected(what: "The program jalon is not built.")
        }
        return found
    }
}

/// A program under way.
final class Started: Sendable {
    let process: Process
    private let outputs: URL
    private let ended: AsyncStream<Int32>

    fileprivate init(_ process: Process, outputs: URL) throws {
        self.process = process
        self.outputs = outputs
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        ended = stream
        process.terminationHandler = {
            continuation.yield($0.terminationStatus)
            continuation.finish()
        }
        try process.run()
    }

    func end() async throws -> Run {
        var status: Int32 = -1
        for await code in ended { status = code }
        return Run(status: status, output: try said("out"), errors: try said("err"))
    }

    /// What it has said so far.
    func said(_ stream: String) throws -> String {
        String(decoding: try Data(contentsOf: outputs.appendingPathExtension(stream)), as: UTF8.self)
    }
}

struct Unexpected: Error {
    let what: String
}
