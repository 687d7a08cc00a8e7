// Tables as spreadsheets write them, and words as plans in use write them.

import JalonDomain
import JalonExchange
import JalonWorkspace
import Testing

@Suite("Reading a table")
struct CSVTableTests {
    private func table(_ text: String) throws -> CSVTable { try ImportReading.table(Array(text.utf8)) }

    private func cells(_ table: CSVTable, _ row: Int) -> [String] { table.columns.indices.map { table.rows[row][$0] } }

    @Test(arguments: [";", ",", "\t", "|"]) func anySeparator(_ separator: String) throws {
        let table = try table(
            "Libellé;Pilote;Coût\nUn, deux;DSI;12,5\n".replacing(";", with: separator).replacing("Un, deux", with: "\"Un, deux\""))
        #expect(table.separator == separator)
        #expect(table.columns.first == "Libellé" && table.rows.count == 1 && table.rows[0][0] == "Un, deux")
    }

    @Test func quotesLinesRaggedRowsAndEmptyOnes() throws {
        let table = try table(
            "Plan 2026;;\n\nLibellé;Description;Pilote;\r\n\"Un \"\"vrai\"\" plan\";\"deux\r\nlignes; ici\";DSI\r\n;;\nDeux\nTrois;a \"b\" c;d;e\n"
        )
        #expect(table.headingRow == 3)
        #expect(table.columns == ["Libellé", "Description", "Pilote", "#4"])
        #expect(table.rows.map(\.number) == [4, 6, 7])
        #expect(cells(table, 0) == ["Un \"vrai\" plan", "deux\nlignes; ici", "DSI", ""])
        #expect(cells(table, 1) == ["Deux", "", "", ""])
        #expect(cells(table, 2) == ["Trois", "a \"b\" c", "d", "e"])
        // What travels from step to step is the same table.
        let again = try self.table(table.text)
        #expect(again.headingRow == 3 && again.columns == table.columns && again.rows.map(\.number) == [4, 6, 7])
        #expect((0..<3).allSatisfy { cells(again, $0) == cells(table, $0) })
    }

    @Test func oneColumnIsNotCutAtItsCommas() throws {
        let table = try table("Libellé\nFormer, équiper\nAcheter moins, mieux\nTrier\n")
        #expect(table.columns == ["Libellé"] && cells(table, 1) == ["Acheter moins, mieux"])
    }

    @Test func headingsThatAreTheSameAreToldApart() throws {
        let table = try table("Titre;Montant;Montant;\nUn;1;2;3\n")
        #expect(table.columns == ["Titre", "Montant", "Montant (2)", "#4"])
    }

    @Test func everyEncodingAndTheirMixture() throws {
        let latin: [UInt8] = Array("Libell".utf8) + [0xE9] + Array(";Pilote\n".utf8)
        // In Windows-1252, « é » and a closing quotation mark are by chance an ideogram in UTF-8.
        let row: [UInt8] = [0x80, 0x20, 0x9C] + Array("uvre;March".utf8) + [0xE9, 0xA0, 0xBB] + Array("\n".utf8)
        let windows = try ImportReading.table(latin + row)
        #expect(windows.encoding == .windows1252 && cells(windows, 0) == ["€ œuvre", "Marché\u{A0}»"])
        let mixed = try ImportReading.table(latin + Array("Été;Hélène\n".utf8))
        #expect(mixed.encoding == .mixed && mixed.columns[0] == "Libellé" && cells(mixed, 0) == ["Été", "Hélène"])
        let marked = try ImportReading.table([0xEF, 0xBB, 0xBF] + Array("Libellé;Pilote\nÉté;b\n".utf8))
        #expect(marked.encoding == .utf8 && marked.columns[0] == "Libellé")
        let wide = "Libellé\tPilote\nÉté\tb".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let unicode = try ImportReading.table([0xFF, 0xFE] + wide)
        #expect(unicode.encoding == .utf16 && cells(unicode, 0) == ["Été", "b"])
    }

    @Test func whatIsNoTableIsRefusedWithItsRemedy() {
        func rule(_ bytes: [UInt8]) -> Rule? {
            do {
                _ = try ImportReading.table(bytes)
                return nil
            } catch {
                if case .invalid(let violations) = error { return violations.first?.rule }
                return nil
            }
        }
        #expect(rule([]) == .emptyTable)
        #expect(rule(Array(" \n;;\n".utf8)) == .emptyTable)
        #expect(rule(Array("Libellé;Pilote\n".utf8)) == .emptyTable)
        #expect(rule([0x50, 0x4B, 3, 4, 0, 0]) == .workbook)
        #expect(rule(Array("Libellé;Pilote\nUn;\"DSI\nDeux;x".utf8)) == .quoteLeftOpen(row: 2))
        #expect(rule(Array(("Libellé;Pilote\nUn" + String(repeating: ";", count: 2000)).utf8)) == .tooMany(.columns, 501, max: 500))
        let rows = "Libellé\n" + String(repeating: "Un\n", count: 10_050)
        #expect(rule(Array(rows.utf8)) == .tooMany(.rows, 10_050, max: 10_000))
    }

    @Test func daysAsPeopleWriteThem() {
        func day(_ text: String, atEnd: Bool = true) -> String? { CellDay(text, atEnd: atEnd)?.day.iso }
        for text in [
            "14/12/2028", "2028-12-14", "14.12.2028", "14 décembre 2028", "December 14, 2028", "14 déc. 2028", "2028-12-14 00:00:00",
        ] {
            #expect(day(text) == "2028-12-14", "\(text)")
            #expect(CellDay(text, atEnd: true)?.isExact == true, "\(text)")
        }
        #expect(day("1er janvier 2027") == "2027-01-01")
        #expect(day("47727") == "2030-09-01" && day("44881") == "2022-11-16")
        #expect(day("T3 2026") == "2026-09-30" && day("T3 2026", atEnd: false) == "2026-07-01" && day("Q3-2026") == "2026-09-30")
        #expect(day("3e trimestre 2026") == "2026-09-30" && day("S1 2026") == "2026-06-30")
        #expect(day("2027") == "2027-12-31" && day("2027", atEnd: false) == "2027-01-01")
        #expect(day("fin 2026", atEnd: false) == "2026-12-31" && day("début 2026") == "2026-01-01" && day("end of 2026") == "2026-12-31")
        #expect(day("juin 2026") == "2026-06-30" && day("02/2028") == "2028-02-29" && day("2026-06") == "2026-06-30")
        #expect(CellDay("T3 2026", atEnd: true)?.isExact == false)
        // What may be read in two ways is read in none.
        for text in ["12/14/28", "01/02/28", "mars", "ju 2026", "31/02/2026", "bientôt", "12", "123456", "T5 2026"] {
            #expect(day(text) == nil, "\(text)")
        }
    }

    @Test func amountsAndWordsAsPeopleWriteThem() {
        #expect(CellWords.cents("25 000 €") == 2_500_000 && CellWords.cents("25000") == 2_500_000 && CellWords.cents("25 k€") == 2_500_000)
        #expect(CellWords.cents("1 200,50 € HT") == 120_050 && CellWords.cents("12.5") == 1250 && CellWords.cents("2,5 M€") == 250_000_000)
        for text in ["Entre 200 et 500", "25,000", "-3", "1,2,3", "€", "12a"] { #expect(CellWords.cents(text) == nil, "\(text)") }
        #expect(
            CellWords.number("62 %", outOf: 100) == 62 && CellWords.number("4 sur 5", outOf: 5) == 4
                && CellWords.number("4/5", outOf: 5) == 4)
        for (text, progress) in [
            ("À venir", Progress.toDo), ("Non démarré", .toDo), ("À faire", .toDo), ("En cours", .inProgress), ("Terminé", .done),
            ("Réalisé", .done), ("faite", .done), ("inProgress", .inProgress),
        ] { #expect(CellWords.progress(text) == progress, "\(text)") }
        for text in ["partielle", "En retard", "Bloqué", "en pause", "clos", "À discuter", "abandonné"] {
            #expect(CellWords.progress(text) == nil, "\(text)")
        }
        #expect(CellWords.items("Un | Deux | ") == ["Un", "Deux"] && CellWords.items("- Un\n• Deux") == ["Un", "Deux"])
        #expect(CellWords.items("Un ; Deux, trois", between: ";") == ["Un", "Deux, trois"])
    }

    @Test func headingsOfPlansInUse() {
        for (heading, column) in [
            ("Titre de la fiche action", TableColumn.label), ("Axe (x)", .axis), ("Statut ", .progress), ("Date de fin", .forecast),
            ("Personne pilote", .pilot), ("Échéance", .forecast), ("Due date", .forecast), ("Contributeurs (nominatifs)", .contributors),
            ("Budget prévisionnel total € HT", .cost), ("Numéro", .number), ("NIVEAU D'ENGAGEMENT", .level), ("Notes", .note),
        ] { #expect(TableColumn(heading: heading) == column, "\(heading)") }
        for heading in ["N°", "Id", "Sous-axe (x.x)", "Montant € HT", ""] { #expect(TableColumn(heading: heading) == nil, "\(heading)") }
        // Every heading of the export, in both languages and in code, is its own.
        for column in TableColumn.allCases {
            for heading in [column.rawValue, column.header(Words(.fr)), column.header(Words(.en))] {
                #expect(TableColumn(heading: heading) == column, "\(heading)")
            }
        }
    }
}
