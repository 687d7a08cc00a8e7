/// Hands over what is due, one message after another: marked before it leaves, settled after.
package import JalonDomain
package import JalonExchange
package import JalonWorkspace

package struct Postman: Sendable {
    private let workspace: Workspace
    private let writer: LetterWriter
    private let send: @Sendable (Letter) async -> Delivery

    package init(_ workspace: Workspace, root: String, send: @escaping @Sendable (Letter) async -> Delivery) {
        self.workspace = workspace
        writer = LetterWriter(root: root)
        self.send = send
    }

    /// Until nothing is due; answers what became of each.
    package func deliver() async throws -> [Mail] {
        var settled: [Mail] = []
        while !Task.isCancelled, let sheet = try await workspace.beginMail(writer.links) {
            let letter = writer.letter(sheet, at: workspace.clock())
            let delivery = await send(letter)
            if let mail = try await workspace.settleMail(sheet, delivery, subject: letter.subject, words: letter.text) {
                settled.append(mail)
            }
        }
        return settled
    }
}
