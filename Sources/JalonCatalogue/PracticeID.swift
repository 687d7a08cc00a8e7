/// Ids as the guide's files write them (`a.2`, « A.2. », or a bare number whose theme is elsewhere), made one form.

import JalonDomain

struct PracticeID: Equatable {
    /// `a.2`
    var text: String
    /// `a`
    var theme: String

    enum Fault: Error {
        case malformed, withoutTheme
    }

    static func read(_ written: String, theme: String?) -> Result<PracticeID, Fault> {
        let parts = plain(written).split(separator: ".", omittingEmptySubsequences: false).map { $0.trimmed }
        if parts.count == 1, let number = number(parts[0]) {
            guard let theme = theme.flatMap(self.theme) else { return .failure(.withoutTheme) }
            return .success(PracticeID(text: "\(theme).\(number)", theme: theme))
        }
        guard parts.count == 2, let theme = self.theme(parts[0]), let number = number(parts[1]) else { return .failure(.malformed) }
        return .success(PracticeID(text: "\(theme).\(number)", theme: theme))
    }

    /// A theme's id, `a` for « a. »: letters, digits and hyphens.
    static func theme(_ written: String) -> String? {
        let id = plain(written)
        let isPlain = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return isPlain && (1...20).contains(id.utf8.count) ? id : nil
    }

    /// Lowercased, without spaces around nor the final dot.
    private static func plain(_ written: String) -> String {
        var id = written.folded
        while id.last == "." || id.last == " " { id.removeLast() }
        return id
    }

    private static func number(_ text: String) -> Int? {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
