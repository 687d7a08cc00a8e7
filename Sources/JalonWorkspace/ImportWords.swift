/// What the page and the command both say of an import.
package import JalonDomain
import JalonExchange

extension Words {
    /// What a cell is taken for, where that is not what it spells.
    package func meaning(_ meaning: String, of column: TableColumn) -> String {
        if column == .number {
            return say("nouvelle action, son numéro n’est pas de ce plan", "new action, its number is not of this plan")
        }
        if meaning.isEmpty { return say("rien", "nothing") }
        return Day(meaning).map(day) ?? meaning
    }

    package func will(_ will: ImportedRow.Will) -> String {
        switch will {
        case .create: say("Créer", "Create")
        case .update: say("Modifier", "Update")
        case .skip: say("Laisser", "Leave")
        }
    }

    /// « 12 actions créées, 3 modifiées. »
    package func imported(_ imported: Imported) -> String {
        let created = imported.created.count
        let updated = imported.updated.count
        return say(
            "\(count(created, "action créée", "actions créées")), \(count(updated, "modifiée", "modifiées")).",
            "\(count(created, "action created", "actions created")), \(number(updated)) updated.")
    }

    package var nothingToImport: String {
        say("Rien à écrire\u{A0}: le plan dit déjà ce que dit le tableau.", "Nothing to write: the plan already says what the table says.")
    }

    /// What the bytes of the file were, when that deserves a look.
    package func warning(of reading: ImportReading) -> String? {
        switch reading.encoding {
        case .utf8, .utf16, .windows1252: nil
        case .mixed:
            say(
                "Ce fichier mêle deux codages, UTF-8 et Windows-1252. Chaque cellule est lue dans le sien\u{A0}: vérifiez les accents.",
                "This file mixes two encodings, UTF-8 and Windows-1252. Each cell is read in its own: check the accents.")
        }
    }

    /// Why a column is not read; `nil` when it is.
    package func unread(_ column: ImportedColumn) -> String? {
        if column.isRead { return nil }
        guard let known = column.column else { return say("Laissée de côté", "Left out") }
        if let other = column.other {
            return say(
                "\(known.header(self)) est déjà lu dans \(quote(other))", "\(known.header(self)) is already read in \(quote(other))")
        }
        return say("Jalon le calcule", "Jalon computes it")
    }
}
