/// A row of bands, one for each thing of a set: the drawing that says at a glance how much of it is done.
import HTML

/// How many bands of each kind, in the order in which they stand.
struct Bands: Sendable, Equatable {
    var full = 0
    var half = 0
    var open = 0
    var dashed = 0
    /// Lying low: what is set aside.
    var low = 0

    var count: Int { full + half + open + dashed + low }
}

extension HTMLWriter {
    /// `title` gives the figures; `flags` mark as many of the bands that are neither full nor low, from the first. `room` is for as many
    /// bands as the longest row of a table has: on a phone, what follows then comes below in every card.
    func bands(_ bands: Bands, title: String, description: String, flags: Int = 0, room: Int = 4) {
        // A band and the space after it.
        let pitch = 23
        var position = 0
        let places = [bands.full, bands.half, bands.open, bands.dashed, bands.low].map { number in
            defer { position += number }
            return (position..<position + number).map { $0 * pitch + 1 }
        }
        let flagged = places[1...3].joined().prefix(flags)
        picture(title, description: description, width: max(bands.count, room) * pitch, height: 24) {
            draw(.class("d"), places[3]) { "M\($0) 10h19v13h-19z" }
            draw(.class("m"), places[4]) { "M\($0) 21h19v2h-19z" }
            draw(.class("o"), places[0] + places[1] + places[2]) { "M\($0) 10h19v13h-19z" }
            let filled = places[0].map { "M\($0) 10h19v13h-19z" } + places[1].map { "M\($0) 10h9v13h-9z" }
            if !filled.isEmpty { path(.class("p"), .d(filled.joined())) }
            draw(.class("v"), Array(flagged)) { "M\($0) 9V0l9 3-7 3v3z" }
        }
    }

    private func draw(_ mark: Attribute, _ places: [Int], _ shape: (Int) -> String) {
        guard !places.isEmpty else { return }
        path(mark, .d(places.map(shape).joined()))
    }
}
