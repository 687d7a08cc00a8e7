/// Where a link or a form leads: the only thing that `href`, `action` and `src` take, so that no text becomes an address.

package protocol Destination: Sendable {
    var url: String { get }
}

extension Destination {
    /// The element with that id, on the page this leads to.
    package func at(_ id: String) -> Fragment { Fragment(url: url + "#" + id) }
}

/// An element of a page, by its id.
package struct Fragment: Destination {
    package let url: String

    /// An element of the same page.
    package init(_ id: String) {
        url = "#" + id
    }

    fileprivate init(url: String) {
        self.url = url
    }
}

/// An address that someone typed: the web or a mailbox, never a script.
package struct ExternalLink: Destination {
    package let url: String

    package init?(_ text: String) {
        // A browser drops these while it reads an address: « java\nscript: » must not pass as something else.
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let lowered = text.lowercased()
        guard ["https://", "http://", "mailto:"].contains(where: { lowered.hasPrefix($0) && lowered.utf8.count > $0.utf8.count }) else {
            return nil
        }
        url = text
    }
}

/// An icon of no bytes: a browser then asks for none.
package struct NoIcon: Destination {
    package init() {}
    package var url: String { "data:," }
}
