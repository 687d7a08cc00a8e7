/// What the first form asks: the organisation and its administrator.
import JalonDomain
import JalonWorkspace

struct SetupForm {
    let name: String
    let timeZone: String
    let person: String
    let email: String
    let password: String

    static let blank = SetupForm(name: "", timeZone: "Europe/Paris", person: "", email: "", password: "")

    private init(name: String, timeZone: String, person: String, email: String, password: String) {
        self.name = name
        self.timeZone = timeZone
        self.person = person
        self.email = email
        self.password = password
    }

    init(_ form: FormBody) {
        name = form["name"]
        timeZone = form["timeZone"]
        person = form["person"]
        email = form["email"]
        password = form.untouched("password")
    }

    var organisation: NewOrganisation {
        NewOrganisation(name: name, slug: "", timeZone: timeZone, administratorName: person, email: email, password: password)
    }

    /// The short name in addresses comes from the name: what is wrong with it is said there.
    func violations(_ found: [Violation]) -> [Violation] {
        let named = found.contains { $0.field == .name }
        return found.compactMap { violation in
            guard violation.field == .slug else { return violation }
            guard !named else { return nil }
            return Violation(.name, name.contains { $0.isLetter || $0.isNumber } ? .alreadyTaken(name) : .required)
        }
    }
}
