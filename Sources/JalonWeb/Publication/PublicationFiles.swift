/// A publication as files: the pages and the data that the site shows, to be hosted anywhere.
package import JalonDomain
import JalonExchange
import JalonStore
package import JalonWorkspace

package enum PublicationFiles {
    /// By their path in the folder.
    package static func all(of published: Published, _ words: Words) -> [(path: String, bytes: [UInt8])] {
        func page(up: String) -> PublicPage {
            PublicPage(site: PublicSite(kind: .files(up: up), words: words, plan: published.content))
        }
        let actions = published.content.actions.compactMap { action in
            page(up: "../").bytes(of: action.number).map { (path: "actions/\(action.number).html", bytes: $0) }
        }
        return [
            ("index.html", page(up: "").bytes), ("style.css", Array(Style.sheet.utf8)), ("plan.csv", bytes(of: published, .csv, words)),
            ("plan.json", bytes(of: published, .json, words)), ("plan.md", bytes(of: published, .markdown, words)),
        ] + actions
    }

    static func bytes(of published: Published, _ form: DocumentForm, _ words: Words) -> [UInt8] {
        switch form {
        case .csv: publicCSV(published.content, words)
        case .json: Array(publicJSON(published.content, publishedAt: published.publication.at).written.utf8)
        case .markdown: Array(publicMarkdown(published.content, words).utf8)
        }
    }
}
