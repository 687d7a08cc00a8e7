/// The factors that ship inside the program: public figures, each with its source and year. A newer figure supersedes one in an organisation
/// without changing what was computed with it.
package import JalonDomain

package enum BundledFactors {
    private static let ministries = "MiNumEco, Les gains possibles (plans d’action des ministères)"
    private static let manufacture = "Impact CO2 (données ADEME) ; BoaviztAPI 2.4"

    package static let all: [GainFactor] =
        [
            factor("laptop-refurbished", "Ordinateur portable reconditionné plutôt que neuf", "ordinateurs", .climate, 54.9),
            factor("laptop-refurbished", "Ordinateur portable reconditionné plutôt que neuf", "ordinateurs", .abiotic, 0.0028),
            factor("smartphone-refurbished", "Ordiphone reconditionné plutôt que neuf", "ordiphones", .climate, 25.5),
            factor("smartphone-refurbished", "Ordiphone reconditionné plutôt que neuf", "ordiphones", .abiotic, 0.0008),
            // The yearly share of manufacture, 181/5 − 181/6, gives some six kilograms: the two methods are the range.
            factor("laptop-plus-one-year", "Ordinateur portable gardé un an de plus", "ordinateurs", .climate, 17.1, from: 6),
            factor("laptop-plus-one-year", "Ordinateur portable gardé un an de plus", "ordinateurs", .abiotic, 0.0008),
            factor("smartphone-plus-one-year", "Ordiphone gardé un an de plus", "ordiphones", .climate, 7.3),
            factor("smartphone-plus-one-year", "Ordiphone gardé un an de plus", "ordiphones", .abiotic, 0.0003),
            factor("smartphone-not-bought", "Ordiphone non acheté", "ordiphones", .climate, 50),
            // Another public source gives some eighteen times less for a gigabyte.
            GainFactor(
                key: "page-weight", lever: "Page web passée de 2 Mo à 500 Ko, un million de vues par an", counted: "pages",
                indicator: .climate, value: GainRange(low: 14.4, central: 259, high: 259), scope: .use, rhythm: .yearly, year: 2022,
                source: ministries, licence: "", note: "Impact CO2 donne environ dix-huit fois moins par gigaoctet", version: 1,
                since: start),
        ]
        + [
            ("laptop", "Ordinateur portable non acheté", "ordinateurs", 181, 185.4, 0.0086),
            ("desktop", "Ordinateur fixe non acheté", "ordinateurs", 211, 277, 0.00852),
            ("screen", "Écran non acheté", "écrans", 64.7, 69.8, 0.0108),
            ("smartphone", "Ordiphone non acheté, fabrication", "ordiphones", 84, 85.3, 0.00205),
            ("tablet", "Tablette non achetée", "tablettes", 60.1, 75.9, 0.00375),
            ("internet-box", "Box internet non achetée", "box", 36.1, 63, 0.00004),
            ("server", "Serveur non acheté", "serveurs", 3660, 3660, 0.0378),
        ].flatMap { key, lever, counted, low, high, abiotic in
            [
                made("\(key)-manufacture", lever, counted, .climate, GainRange(low: low, central: (low + high) / 2, high: high)),
                made("\(key)-manufacture", lever, counted, .abiotic, GainRange(low: abiotic, central: abiotic, high: abiotic)),
            ]
        }

    /// The day that they were taken in.
    private static let start = Day(year: 2026, month: 11, day: 24) ?? Day(ordinal: 0)

    private static func factor(
        _ key: String, _ lever: String, _ counted: String, _ indicator: GainIndicator, _ value: Double, from low: Double? = nil
    ) -> GainFactor {
        GainFactor(
            key: key, lever: lever, counted: counted, indicator: indicator,
            value: GainRange(low: low ?? value, central: value, high: value),
            scope: .manufacture, rhythm: .once, year: 2022, source: ministries, licence: "", note: "", version: 1, since: start)
    }

    private static func made(
        _ key: String, _ lever: String, _ counted: String, _ indicator: GainIndicator, _ value: GainRange
    ) -> GainFactor {
        GainFactor(
            key: key, lever: lever, counted: counted, indicator: indicator, value: value, scope: .manufacture, rhythm: .once, year: nil,
            source: manufacture, licence: "", note: "", version: 1, since: start)
    }
}
