/// A table on its way in, as it is sent from step to step: the table itself travels, nothing is kept between.
import JalonDomain
import JalonExchange
import JalonWorkspace

struct ImportForm {
    /// A cell that was not understood, and what is said of it; nothing yet when empty.
    struct Question {
        let column: TableColumn
        let text: String
        let meaning: String
    }

    /// Says that a cell means nothing.
    static let nothing = "-"

    let pasted: String
    let file: FormBody.Upload?
    let name: String
    let writes: Bool
    let standing: Int?
    let questions: [Question]
    private let columns: [(name: String, field: String)]
    private let left: Set<Int>
    private let level: EngagementLevel?
    private let pilots: PartyKind?
    private let firstPilots: Bool
    private let addsAxes: Bool

    /// Nothing yet.
    init() { self.init(FormBody([:])) }

    init(_ form: FormBody) {
        pasted = form.untouched("table")
        file = form.upload("file").flatMap { $0.bytes.isEmpty ? nil : $0 }
        name = form.upload("file").flatMap { $0.name.isEmpty ? nil : $0.name } ?? form["name"]
        writes = form["step"] == "write"
        standing = Int(form["standing"])
        columns = zip(form.all("column"), form.all("field")).map { ($0, $1) }
        left = Set(form.all("leave").compactMap { Int($0) })
        level = EngagementLevel(rawValue: form[Field.level.rawValue])
        pilots = PartyKind(rawValue: form["pilots"])
        firstPilots = form.has("firstPilots")
        addsAxes = form.has("addsAxes")
        let (texts, meanings) = (form.all("text"), form.all("meaning"))
        questions = zip(form.all("about"), zip(texts, meanings)).compactMap { about, answer in
            TableColumn(rawValue: about).map { Question(column: $0, text: answer.0, meaning: answer.1) }
        }
    }

    var isEmpty: Bool { file == nil && pasted.allSatisfy(\.isWhitespace) }

    func table() throws(DomainError) -> CSVTable { try ImportReading.table(file?.bytes ?? Array(pasted.utf8)) }

    func choices(_ language: Language) -> ImportChoices {
        var choices = ImportChoices(language)
        for (name, field) in columns { choices.columns[name] = .some(TableColumn(rawValue: field)) }
        choices.answers = questions.filter { !$0.meaning.isEmpty && !$0.text.isEmpty }.map {
            ImportAnswer(column: $0.column, text: $0.text, meaning: $0.meaning == Self.nothing ? "" : $0.meaning)
        }
        choices.skipped = left
        choices.level = level ?? choices.level
        choices.newPilots = pilots ?? choices.newPilots
        choices.firstPilots = firstPilots
        choices.addsAxes = addsAxes
        return choices
    }
}
