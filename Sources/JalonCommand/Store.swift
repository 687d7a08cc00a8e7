/// Opens the data for the time of a command: the folder's SQLite file, or PostgreSQL when an address is given.
import Foundation
import JalonDomain
import JalonWorkspace
import PostgresEngine
import SQL
import SQLiteEngine

extension PlaceOptions {
    var folder: String { data ?? Environment.data ?? "./jalon-data" }
    var address: String? { databaseURL ?? Environment.databaseURL }

    /// Only the commands that start an installation create its folder; the others say that there is nothing there.
    func withWorkspace(creating: Bool = false, _ body: (Workspace) async throws -> Void) async throws {
        let database = try openDatabase(creating: creating)
        let workspace = Workspace(
            database: database, clock: { Instant(seconds: Int(Date().timeIntervalSince1970)) },
            chance: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }, passwords: .production)
        do {
            try await workspace.migrate()
            try await body(workspace)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    private func openDatabase(creating: Bool) throws -> any SQLDatabase {
        if let address {
            guard address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") else {
                throw Failure(
                    .usage,
                    say(
                        "--database-url\u{A0}: écrivez postgres://utilisateur@machine/base.",
                        "--database-url: write postgres://user@host/database."))
            }
            return try PostgresDatabase(url: address)
        }
        let file = URL(fileURLWithPath: folder).appendingPathComponent("jalon.sqlite").path
        if !FileManager.default.fileExists(atPath: file) {
            guard creating else {
                throw Failure(
                    .noInput,
                    say(
                        "Il n’y a pas de données dans «\u{A0}\(folder)\u{A0}». Créez-les avec jalon init ou jalon demo, ou indiquez un autre dossier "
                            + "avec --data.",
                        "There is no data in “\(folder)”. Create it with jalon init or jalon demo, or give another folder with --data."))
            }
            try createFolder()
        }
        return try SQLiteDatabase(path: file)
    }

    /// For its owner only: it holds the accounts.
    private func createFolder() throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                .cannotCreate,
                say(
                    "Le dossier «\u{A0}\(folder)\u{A0}» ne peut pas être créé. Vérifiez les droits, ou indiquez-en un autre avec --data.",
                    "The folder “\(folder)” cannot be created. Check its permissions, or give another one with --data."))
        }
    }
}

/// A secret from a file, or from standard input for `-`; the end of its last line is not part of it.
func readSecret(_ path: String, option: String) throws -> String {
    let data = path == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: path)
    guard let data else {
        throw Failure(
            .noInput,
            say(
                "\(option)\u{A0}: le fichier «\u{A0}\(path)\u{A0}» ne peut pas être lu. Vérifiez son nom et ses droits.",
                "\(option): the file “\(path)” cannot be read. Check its name and its permissions."))
    }
    guard var text = String(bytes: data, encoding: .utf8), data.count <= 10_000 else {
        throw Failure(
            .data,
            say(
                "\(option)\u{A0}: «\u{A0}\(path)\u{A0}» doit être un texte court en UTF-8.",
                "\(option): “\(path)” must be a short text in UTF-8."))
    }
    while text.last?.isNewline == true { text.removeLast() }
    return text
}
