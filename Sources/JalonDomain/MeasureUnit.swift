/// The units that measures are written in, and the conversions between them, which are all exact: a unit is a whole number of times the
/// smallest of its dimension. A month is no number of days, nor is a kilogram of CO₂ a kilogram of paper.
package enum MeasureUnit: String, CaseIterable, Codable, Sendable {
    case gram = "g"
    case kilogram = "kg"
    case tonne = "t"
    case kilogramCarbon = "kgCO2e"
    case tonneCarbon = "tCO2e"
    case kilogramAntimony = "kgSbe"
    case wattHour = "Wh"
    case kilowattHour = "kWh"
    case megawattHour = "MWh"
    case gigawattHour = "GWh"
    case watt = "W"
    case kilowatt = "kW"
    case kilobyte = "kB"
    case megabyte = "MB"
    case gigabyte = "GB"
    case terabyte = "TB"
    case second = "s"
    case minute = "min"
    case hour = "h"
    case day = "day"
    case month = "month"
    case year = "year"
    case litre = "L"
    case cubicMetre = "m3"
    case squareMetre = "m2"
    case celsius = "°C"
    case euro = "EUR"
    case kiloeuro = "kEUR"
    case megaeuro = "MEUR"
    case perYear = "1/year"
    case perHalfYear = "1/halfYear"
    case perQuarter = "1/quarter"
    case perMonth = "1/month"

    package enum Dimension: Sendable {
        case mass, carbon, antimony, energy, power, data, time, calendar, volume, area, temperature, money, frequency
    }

    /// What it measures, and how many of its dimension's smallest unit it is.
    private var size: (dimension: Dimension, times: Int) {
        switch self {
        case .gram: (.mass, 1)
        case .kilogram: (.mass, 1000)
        case .tonne: (.mass, 1_000_000)
        case .kilogramCarbon: (.carbon, 1)
        case .tonneCarbon: (.carbon, 1000)
        case .kilogramAntimony: (.antimony, 1)
        case .wattHour: (.energy, 1)
        case .kilowattHour: (.energy, 1000)
        case .megawattHour: (.energy, 1_000_000)
        case .gigawattHour: (.energy, 1_000_000_000)
        case .watt: (.power, 1)
        case .kilowatt: (.power, 1000)
        case .kilobyte: (.data, 1)
        case .megabyte: (.data, 1000)
        case .gigabyte: (.data, 1_000_000)
        case .terabyte: (.data, 1_000_000_000)
        case .second: (.time, 1)
        case .minute: (.time, 60)
        case .hour: (.time, 3600)
        case .day: (.time, 86_400)
        case .month: (.calendar, 1)
        case .year: (.calendar, 12)
        case .litre: (.volume, 1)
        case .cubicMetre: (.volume, 1000)
        case .squareMetre: (.area, 1)
        case .celsius: (.temperature, 1)
        case .euro: (.money, 1)
        case .kiloeuro: (.money, 1000)
        case .megaeuro: (.money, 1_000_000)
        case .perYear: (.frequency, 1)
        case .perHalfYear: (.frequency, 2)
        case .perQuarter: (.frequency, 4)
        case .perMonth: (.frequency, 12)
        }
    }

    package var dimension: Dimension { size.dimension }

    /// The same amount in another unit, with one rounding at most; `nil` between two dimensions.
    package func convert(_ value: Double, to other: MeasureUnit) -> Double? {
        let (from, to) = (size, other.size)
        guard from.dimension == to.dimension else { return nil }
        // Of two units of a dimension one is a whole number of times the other.
        return from.times >= to.times ? value * Double(from.times / to.times) : value / Double(to.times / from.times)
    }

    /// Understands the code, the symbols and the words of both languages, whatever their accents and plural; capitals tell `mWh` from
    /// `MWh` nowhere, since nobody measures a plan in milliwatt-hours.
    package init?(word: String) {
        if let exact = MeasureUnit(rawValue: word) {
            self = exact
            return
        }
        var key = String(word.folded.filter { $0 != " " && $0 != "." && $0 != "-" && $0 != "'" })
        for (sign, plain) in [("₂", "2"), ("²", "2"), ("³", "3"), ("equivalent", "eq")] { key = key.replacing(sign, with: plain) }
        guard let unit = Self.words[key] ?? (key.hasSuffix("s") ? Self.words[String(key.dropLast())] : nil) else { return nil }
        self = unit
    }

    private static let words: [String: MeasureUnit] = {
        let spellings: [(MeasureUnit, String)] = [
            (.gram, "g gramme gram"), (.kilogram, "kg kilo kilogramme kilogram"), (.tonne, "t tonne ton"),
            (.kilogramCarbon, "kgco2e kgco2 kgeqco2 kgco2eq kgdeco2 kgeqco2e kgdeco2eq"),
            (.tonneCarbon, "tco2e tco2 teqco2 tco2eq tonneco2 tdeco2 tonneeqco2 tonneco2eq"),
            (.kilogramAntimony, "kgsbe kgsb kgeqsb kgsbeq"),
            (.wattHour, "wh wattheure"), (.kilowattHour, "kwh kilowattheure"), (.megawattHour, "mwh megawattheure"),
            (.gigawattHour, "gwh gigawattheure"), (.watt, "w watt"), (.kilowatt, "kw kilowatt"),
            (.kilobyte, "kb ko kilooctet kilobyte"), (.megabyte, "mb mo megaoctet megabyte"),
            (.gigabyte, "gb go gigaoctet gigabyte giga"), (.terabyte, "tb to teraoctet terabyte tera"),
            (.second, "s sec seconde second"), (.minute, "min mn minute"), (.hour, "h heure hour"), (.day, "j jour day"),
            (.month, "mois month"), (.year, "an annee year"), (.litre, "l litre liter"), (.cubicMetre, "m3 metrecube cubicmetre"),
            (.squareMetre, "m2 metrecarre squaremetre"), (.celsius, "°c degre celsius degrecelsius"), (.euro, "€ eur euro"),
            (.kiloeuro, "k€ keur keuro"), (.megaeuro, "m€ meur meuro"),
            (.perYear, "paran /an 1/an peryear ayear foisparan timesayear annuel annuelle"),
            (.perHalfYear, "parsemestre /semestre perhalfyear foisparsemestre semestriel semestrielle"),
            (.perQuarter, "partrimestre /trimestre perquarter foispartrimestre trimestriel trimestrielle"),
            (.perMonth, "parmois /mois permonth amonth foisparmois timesamonth mensuel mensuelle"),
        ]
        return Dictionary(
            spellings.flatMap { unit, words in words.split(separator: " ").map { (String($0), unit) } },
            uniquingKeysWith: { first, _ in first })
    }()
}

extension Words {
    /// As it stands after a number: « t éq. CO₂ », « mois », “GB”.
    package func unit(_ unit: MeasureUnit, for value: Double = 2) -> String {
        let isOne = abs(value) < 2 && (language == .fr || abs(value) == 1)
        return switch unit {
        case .gram, .kilogram, .tonne, .wattHour, .kilowattHour, .megawattHour, .gigawattHour, .watt, .kilowatt, .second, .minute, .hour:
            unit.rawValue
        case .kilogramCarbon: say("kg éq. CO₂", "kg CO₂ eq.")
        case .tonneCarbon: say("t éq. CO₂", "t CO₂ eq.")
        case .kilogramAntimony: say("kg éq. Sb", "kg Sb eq.")
        case .kilobyte: say("Ko", "KB")
        case .megabyte: say("Mo", "MB")
        case .gigabyte: say("Go", "GB")
        case .terabyte: say("To", "TB")
        case .day: isOne ? say("jour", "day") : say("jours", "days")
        case .month: isOne ? say("mois", "month") : say("mois", "months")
        case .year: isOne ? say("an", "year") : say("ans", "years")
        case .litre: "L"
        case .cubicMetre: "m³"
        case .squareMetre: "m²"
        case .celsius: "°C"
        case .euro: "€"
        case .kiloeuro: "k€"
        case .megaeuro: "M€"
        case .perYear: say("par an", "a year")
        case .perHalfYear: say("par semestre", "per half-year")
        case .perQuarter: say("par trimestre", "per quarter")
        case .perMonth: say("par mois", "a month")
        }
    }
}
