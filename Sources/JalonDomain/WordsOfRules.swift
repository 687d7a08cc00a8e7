/// Rules and errors in words: each sentence says what is missing and how to mend it.

extension Words {
    /// The field, then what to do: « Libellé : remplissez ce champ, il est obligatoire. »
    package func violation(_ violation: Violation) -> String {
        let sentence = rule(violation.rule)
        return labelled(field(violation.field), sentence.prefix(1).lowercased() + sentence.dropFirst())
    }

    /// The sentence alone, for beside its field.
    package func rule(_ rule: Rule) -> String {
        switch rule {
        case .required:
            say("Remplissez ce champ, il est obligatoire.", "Fill in this field: it is required.")
        case .tooLong(let max):
            say(
                "Raccourcissez ce texte à \(count(max, "signe", "signes")) au plus.",
                "Shorten this text to \(count(max, "character", "characters")) at most.")
        case .notADay(let text):
            say(
                "\(quote(text)) n’est pas une date du calendrier. Écrivez-la ainsi\u{A0}: 30/06/2026.",
                "\(quote(text)) is not a day of the calendar. Write it like this: 2026-06-30.")
        case .notANumber(let text):
            say(
                "\(quote(text)) n’est pas un nombre. Écrivez des chiffres seulement.",
                "\(quote(text)) is not a number. Write digits only.")
        case .notATime(let text):
            say(
                "\(quote(text)) n’est pas une heure. Écrivez-la ainsi\u{A0}: 14 h 30.",
                "\(quote(text)) is not a time. Write it like this: 14:30.")
        case .outOfRange(let low, let high):
            say("Donnez un nombre entre \(number(low)) et \(number(high)).", "Give a number from \(number(low)) to \(number(high)).")
        case .notAChoice(let text, let among):
            say(
                "\(quote(text)) n’est pas dans la liste. Choisissez \(choice(among)).",
                "\(quote(text)) is not in the list. Choose \(choice(among)).")
        case .notALink(let text):
            say(
                "\(quote(text)) n’est pas un lien. Commencez par https://, http:// ou mailto:, sans espace.",
                "\(quote(text)) is not a link. Start with https://, http:// or mailto:, without spaces.")
        case .notAnEmail(let text):
            say(
                "\(quote(text)) n’est pas une adresse électronique. Écrivez-la ainsi\u{A0}: prenom.nom@exemple.fr.",
                "\(quote(text)) is not an e-mail address. Write it like this: first.last@example.org.")
        case .notAnEdition(let text):
            say(
                "\(quote(text)) ne nomme pas une version d’un guide. Écrivez un nom, un @ et une version, sans espace\u{A0}: guide-nr@2.",
                "\(quote(text)) names no version of a guide. Write a name, an @ and a version, without spaces: guide-nr@2.")
        case .tooShort(let min):
            say(
                "Allongez ce texte à \(count(min, "signe", "signes")) au moins.",
                "Lengthen this text to at least \(count(min, "character", "characters")).")
        case .alreadyTaken(let text):
            say("\(quote(text)) est déjà pris. Choisissez-en un autre.", "\(quote(text)) is already taken. Choose another one.")
        case .before(let field):
            say(
                "Choisissez une date qui ne précède pas celle-ci\u{A0}: \(quote(self.field(field))).",
                "Choose a date that does not come before this one: \(quote(self.field(field))).")
        case .unknown(let text):
            say(
                "\(quote(text)) n’existe pas ici. Vérifiez ce nom ou ce numéro.",
                "\(quote(text)) does not exist here. Check that name or number.")
        case .ambiguous(let text, let found):
            say("\(quote(text)) peut désigner \(choice(found)). Précisez.", "\(quote(text)) may mean \(choice(found)). Be more precise.")
        case .deliverableNeeded(let fields):
            say(
                "Une réflexion est finie quand son livrable a un titre, une méthode et un résultat. Il manque\u{A0}: \(names(fields)).",
                "A study is done once its deliverable has a title, a method and a result. Missing: \(names(fields)).")
        case .perimeterNeeded:
            say(
                "Une expérimentation porte sur un périmètre. Indiquez au moins une direction, un service ou un site.",
                "An experiment runs on a perimeter. Give at least one unit or site.")
        case .resultsNeeded(let fields):
            say(
                "Une expérimentation est finie quand sa méthode et ses résultats sont écrits. Il manque\u{A0}: \(names(fields)).",
                "An experiment is done once its method and results are written down. Missing: \(names(fields)).")
        case .reasonOfSlippageNeeded:
            say("Le plan est validé\u{A0}: dites pourquoi l’échéance change.", "The plan is validated: say why the due date changes.")
        case .reasonNeeded:
            say("Donnez la raison de cette décision.", "Give the reason for this decision.")
        case .reasonNotApplicableNeeded:
            say("Dites pourquoi cette pratique ne vous concerne pas.", "Say why this practice does not apply to you.")
        case .mailIs(let state):
            say(
                "Ce message est «\u{A0}\(mailState(state).lowercased())\u{A0}»\u{A0}: rien à faire.",
                "This message is “\(mailState(state).lowercased())”: nothing to do.")
        case .notConfirmed: say("Cochez la case pour confirmer.", "Tick the box to confirm.")
        case .outcomeNotOpen(let outcome, let level):
            outcomeNotOpen(outcome, from: level)
        case .stageNotDone(let level):
            say(
                "L’étape \(quote(self.level(level))) n’est pas finie. Passez-la d’abord à \(quote(progress(.done))).",
                "The stage \(quote(self.level(level))) is not done. Set it to \(quote(progress(.done))) first.")
        case .notYetInForce:
            say(
                "L’action n’est pas encore en vigueur. Videz cette date\u{A0}: elle se remplit quand la réalisation est finie.",
                "The action is not in force yet. Empty this date: it is filled in when the implementation is done.")
        case .actionClosed:
            say(
                "Cette action est close\u{A0}: son chemin ne change plus. Ajoutez une autre action si besoin.",
                "This action is closed: its path no longer changes. Add another action if needed.")
        case .actionArchived:
            say("Cette action est archivée. Restaurez-la pour la modifier.", "This action is archived. Restore it to change it.")
        case .committeeArchived:
            say("Ce comité est archivé. Restaurez-le pour le modifier.", "This committee is archived. Restore it to change it.")
        case .meetingIs(let state, let needs):
            say(
                "La séance est dans l’état \(quote(meetingState(state))). Il faut l’état \(choice(needs.map { quote(meetingState($0)) })).",
                "The meeting is \(quote(meetingState(state))). It must be \(choice(needs.map { quote(meetingState($0)) })).")
        case .nobodySits:
            say("Personne ne siège dans ce comité. Ajoutez d’abord un membre.", "Nobody sits in this committee. Add a member first.")
        case .decisionSuperseded(let id):
            say("La décision \(id) est déjà remplacée.", "Decision \(id) is superseded already.")
        case .decisionActed(let id):
            say(
                "La décision \(id) s’est appliquée dès la séance. Pour y revenir, consignez une décision qui la remplace.",
                "Decision \(id) took effect in the meeting. To come back on it, record a decision that supersedes it.")
        case .decisionOfAnother(let id):
            say(
                "La décision \(id) porte sur autre chose. Une décision en remplace une sur le même sujet.",
                "Decision \(id) is on something else. A decision supersedes one on the same thing.")
        case .stageBegun:
            say(
                "L’étape ouverte par cette décision a commencé. Consignez une nouvelle décision depuis cette étape.",
                "The stage that this decision opened has begun. Record a new decision from that stage.")
        case .alreadyInPlaceOnlyForImplementation:
            say(
                "Seule une réalisation peut être déjà en place. Choisissez ce niveau ou retirez l’engagement pris.",
                "Only an implementation can be already in place. Choose that level or remove the commitment.")
        case .percentOnlyInProgress:
            say(
                "Un pourcentage se donne pendant l’avancement. Passez l’étape à \(quote(progress(.inProgress))) ou videz ce champ.",
                "A percentage goes with work in progress. Set the stage to \(quote(progress(.inProgress))) or empty this field.")
        case .planIs(let state, let needs):
            say(
                "Le plan est dans l’état \(quote(planState(state))). Passez-le d’abord à \(choice(needs.map { quote(planState($0)) })).",
                "The plan is \(quote(planState(state))). It must first be \(choice(needs.map { quote(planState($0)) })).")
        case .noVersion:
            say(
                "Ce plan n’a pas de version validée\u{A0}: proposez-le, puis enregistrez sa validation.",
                "This plan has no validated version: propose it, then record its validation.")
        case .notPublished: say("Ce plan n’est pas public.", "This plan is not public.")
        case .namesAPerson(let name, let action):
            say(
                "\(action.map { "dans l’action n°\u{A0}\($0), " } ?? "")\(quote(name)) serait public. Modifiez le texte, ou dites sur la page de publication que ce n’est pas cette personne.",
                "\(action.map { "in action no.\u{A0}\($0), " } ?? "")\(quote(name)) would be public. Edit the text, or say on the publication page that it is not that person."
            )
        case .planClosed:
            say("Ce plan est clos\u{A0}: il se lit, il ne change plus.", "This plan is closed: it can be read, no longer changed.")
        case .inTheFuture:
            say("Cette date est à venir. Donnez aujourd’hui ou un jour passé.", "This date is in the future. Give today or a past day.")
        case .lastAdministrator:
            say(
                "C’est la dernière personne chargée de l’administration. Donnez d’abord ce rôle à une autre.",
                "This is the last administrator. Give that role to someone else first.")
        case .wrongCredentials:
            say(
                "L’adresse ou le mot de passe ne correspond pas. Vérifiez les deux et recommencez.",
                "The address or the password does not match. Check both and try again.")
        case .tryAgainIn(let seconds):
            say(
                "Trop d’essais. Recommencez dans \(count(seconds, "seconde", "secondes")).",
                "Too many attempts. Try again in \(count(seconds, "second", "seconds")).")
        case .linkExpired:
            say(
                "Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre.",
                "This link has been used or is no longer valid. Ask for another one.")
        case .ownAncestor:
            say(
                "Une direction ne peut pas dépendre d’elle-même ni d’un de ses services.",
                "A unit cannot stand below itself or below one of its own units.")
        case .mergeWithItself:
            say("C’est la même\u{A0}: choisissez-en une autre.", "This is the same one: choose another.")
        case .mergeOfKinds(let gone, let kept):
            say(
                "\(quote(partyKind(gone))) et \(quote(partyKind(kept))) ne se fusionnent pas. Choisissez la même sorte.",
                "\(quote(partyKind(gone))) and \(quote(partyKind(kept))) do not merge. Choose one of the same kind.")
        case .mergeOfMembers:
            say(
                "Ces deux personnes ont chacune un compte. Retirez d’abord l’une des deux des membres.",
                "Each of these two people has an account. Remove one of them from the members first.")
        case .stillInUse(let below, let isMember, let openActions):
            stillInUse(below: below, isMember: isMember, openActions: openActions)
        case .invitationForAnother(let email):
            say(
                "Cette invitation est pour \(email). Déconnectez-vous, puis connectez-vous avec cette adresse.",
                "This invitation is for \(email). Sign out, then sign in with that address.")
        case .memberElsewhere:
            say(
                "Ce compte sert aussi dans une organisation que vous n’administrez pas. "
                    + "Demandez à qui tient le serveur de lancer jalon user reset.",
                "This account is also used in an organisation that you do not administer. Ask whoever runs the server to run "
                    + "jalon user reset.")
        case .emptySelection:
            say("Cochez au moins une ligne.", "Tick at least one line.")
        case .itself: say("C’est la même action. Donnez le numéro d’une autre.", "It is the same action. Give another one’s number.")
        case .dependencyCycle(let way):
            say(
                "Ces actions s’attendraient les unes les autres\u{A0}: \(chain(way)). Retirez d’abord une de ces dépendances.",
                "These actions would wait for one another: \(chain(way)). Remove one of these dependencies first.")
        case .otherPlan:
            say("Choisissez des actions du même plan.", "Choose actions of the same plan.")
        case .twoPartsNeeded:
            say(
                "Nommez au moins deux parties, ou une seule si l’action d’origine reste ouverte.",
                "Name at least two parts, or only one if the original action stays open.")
        case .choiceNeeded: say("Choisissez l’une des deux réponses.", "Choose one of the two answers.")
        case .nothingToChange:
            say("Choisissez au moins un changement.", "Choose at least one change.")
        case .noDueToMove:
            say(
                "Cette étape n’a pas d’échéance à décaler. Donnez-en une d’abord.",
                "This stage has no due date to move. Give it one first.")
        case .tooManyKept(let max):
            say("\(number(max)) au plus\u{A0}: retirez-en d’abord.", "\(number(max)) at most: remove some first.")
        case .tooMany(let counted, let found, let max): tooMany(counted, found, max)
        case .emptyTable:
            say(
                "Ce tableau est vide. Donnez une ligne d’en-têtes, puis une ligne par action.",
                "This table is empty. Give a row of headings, then one row for each action.")
        case .workbook:
            say(
                "C’est un classeur. Enregistrez-le au format CSV depuis le tableur, ou copiez ses cellules et collez-les.",
                "This is a workbook. Save it as CSV from the spreadsheet, or copy its cells and paste them.")
        case .quoteLeftOpen(let row):
            say(
                "Ligne \(number(row)), un guillemet ouvre une cellule et ne la referme jamais. Fermez-le ou retirez-le.",
                "On row \(number(row)), a quote opens a cell and never closes it. Close it or remove it.")
        case .noLabelColumn:
            say(
                "Aucune colonne ne donne le libellé des actions. Dites laquelle.",
                "No column gives the label of the actions. Say which one does.")
        case .notByTable:
            say(
                "Un tableau ne change pas cette valeur d’une action existante. Laissez celle qu’elle a, ou changez-la sur sa page.",
                "A table does not change this value of an existing action. Leave the one it has, or change it on its page.")
        case .contradicts(let field):
            say(
                "Cette valeur contredit celle-ci\u{A0}: \(quote(self.field(field))). Corrigez l’une des deux.",
                "This value contradicts this one: \(quote(self.field(field))). Correct one of them.")
        case .severalPilots(let text):
            say(
                "\(quote(text)) semble nommer plusieurs pilotes\u{A0}; une étape en a un seul. Gardez-en un, ou laissez le premier piloter.",
                "\(quote(text)) seems to name several pilots; a stage has only one. Keep one, or let the first one pilot.")
        case .alreadyOnRow(let row):
            say(
                "La ligne \(number(row)) porte déjà ce numéro. Gardez-en une seule.",
                "Row \(number(row)) already bears this number. Keep only one of them.")
        case .rowsToMend(let rows):
            say(
                "\(count(rows, "ligne est à corriger", "lignes sont à corriger")) ou à laisser de côté\u{A0}: rien n’a été importé.",
                "\(count(rows, "row is", "rows are")) to correct or to set aside: nothing was imported.")
        case .weightsNeeded:
            say(
                "Donnez un poids à un critère de faisabilité et à un indicateur au moins\u{A0}: tous sont à zéro.",
                "Give a weight to at least one criterion of feasibility and one indicator: all are zero.")
        case .nothingJudged:
            say(
                "Rien n’a été jugé depuis le dernier atelier. Remplissez d’abord une case de la grille.",
                "Nothing was judged since the last workshop. Fill in a box of the grid first.")
        case .figure(let rule): self.rule(rule)
        case .planning(let rule): self.rule(rule)
        }
    }

    package func error(_ error: DomainError) -> String {
        switch error {
        case .invalid(let violations): violations.map(violation).joined(separator: " ")
        case .notFound(let subject): notFound(subject)
        case .conflict(let read, let current):
            say(
                "Quelqu’un d’autre a enregistré entre-temps (version \(current), vous aviez lu la version \(read)). "
                    + "Relisez ce qui a changé, puis enregistrez à nouveau.",
                "Someone else saved in the meantime (version \(current), you had read version \(read)). "
                    + "Read what changed, then save again.")
        case .forbidden:
            say(
                "Votre rôle ne le permet pas. Demandez à la coordination du plan\u{A0}; pour les membres et les réglages, à l’administration.",
                "Your role does not allow it. Ask the plan’s coordinator; for members and settings, an administrator.")
        case .unauthenticated:
            say("Connectez-vous pour continuer.", "Sign in to continue.")
        }
    }

    private func tooMany(_ counted: Counted, _ found: Int, _ max: Int) -> String {
        switch counted {
        case .rows:
            say(
                "Ce tableau compte \(number(found)) lignes\u{A0}; Jalon en lit \(number(max)) à la fois. Coupez-le en plusieurs.",
                "This table has \(number(found)) rows; Jalon reads \(number(max)) at once. Cut it into several.")
        case .columns:
            say(
                "Une ligne compte plus de \(number(max)) cellules. Vérifiez que ce fichier est bien un tableau.",
                "A row has more than \(number(max)) cells. Check that this file is a table.")
        case .names:
            say(
                "Ce tableau nomme \(number(found)) pilotes, contributeurs ou services que Jalon ne connaît pas\u{A0}; il en crée \(number(max)) "
                    + "au plus à la fois. Vérifiez quelles colonnes portent des noms.",
                "This table names \(number(found)) pilots, contributors or units that Jalon does not know; it creates \(number(max)) at "
                    + "most at once. Check which columns hold names.")
        case .axes:
            say(
                "Ce tableau nomme \(number(found)) axes que le plan n’a pas\u{A0}; Jalon en ajoute \(number(max)) au plus à la fois. "
                    + "Vérifiez quelle colonne porte les axes.",
                "This table names \(number(found)) axes that the plan does not have; Jalon adds \(number(max)) at most at once. "
                    + "Check which column holds axes.")
        case .megabytes:
            say(
                "Ce fichier pèse \(number(found))\u{A0}Mo\u{A0}; Jalon en lit \(number(max)) au plus. Coupez-le en plusieurs.",
                "This file is \(number(found)) MB; Jalon reads \(number(max)) at most. Cut it into several.")
        }
    }

    private func notFound(_ subject: Subject) -> String {
        switch subject {
        case .organisation:
            say(
                "Cette organisation n’existe pas, ou vous n’y avez pas accès. Vérifiez son nom.",
                "No such organisation, or you have no access to it. Check its name.")
        case .plan: say("Ce plan n’existe pas. Vérifiez son numéro.", "No such plan. Check its number.")
        case .action: say("Cette action n’existe pas. Vérifiez son numéro.", "No such action. Check its number.")
        case .catalogue: say("Ce guide n’existe pas. Vérifiez son nom et sa version.", "No such guide. Check its name and version.")
        case .theme:
            say("Cette thématique n’existe pas dans ce guide. Vérifiez l’adresse.", "No such theme in this guide. Check the address.")
        case .practice:
            say(
                "Cette bonne pratique n’existe pas dans ce guide. Vérifiez son numéro.", "No such practice in this guide. Check its number."
            )
        case .party:
            say(
                "Cette personne, cette fonction ou ce service n’existe pas. Vérifiez son nom.",
                "No such person, position or unit. Check its name.")
        case .axis: say("Cet axe n’existe pas dans ce plan. Vérifiez son numéro.", "No such axis in this plan. Check its number.")
        case .member:
            say(
                "Cette personne n’est pas membre de l’organisation. Vérifiez son adresse.",
                "No such member in this organisation. Check the address.")
        case .account: say("Ce compte n’existe pas. Vérifiez son adresse.", "No such account. Check its address.")
        case .indicator: say("Cet indicateur n’existe pas. Vérifiez son numéro.", "No such indicator. Check its number.")
        case .target: say("Il n’y a pas de cible à cette date.", "There is no target on that day.")
        case .measure: say("Il n’y a pas de mesure à cette date.", "There is no measure on that day.")
        case .scenario: say("Ce scénario n’existe pas ou a été retiré.", "This scenario does not exist, or was removed.")
        case .gain: say("Ce gain n’existe pas ou a été retiré.", "This gain does not exist, or was removed.")
        case .view: say("Cette vue n’existe pas, ou n’est pas partagée.", "No such view, or it is not shared.")
        case .bulkChange: say("Ce changement groupé n’existe pas dans ce plan.", "No such bulk change in this plan.")
        case .page: say("Cette page n’existe pas. Vérifiez l’adresse.", "No such page. Check the address.")
        case .template: say("Ce modèle n’existe pas. Choisissez-en un dans la liste.", "No such template. Choose one in the list.")
        case .version:
            say("Le plan n’a pas cette version. Choisissez-en une dans la liste.", "The plan has no such version. Choose one in the list.")
        case .committee: say("Ce comité n’existe pas dans ce plan.", "No such committee in this plan.")
        case .meeting: say("Cette séance n’existe pas dans ce comité.", "No such meeting in this committee.")
        case .decision: say("Cette décision n’existe pas dans ce comité.", "No such decision in this committee.")
        case .mail: say("Ce message n’existe pas.", "No such message.")
        }
    }

    private func stillInUse(below: Int, isMember: Bool, openActions: Int) -> String {
        var reasons: [String] = []
        if below > 0 {
            reasons.append(
                say(
                    "l’annuaire y place \(count(below, "entrée", "entrées"))",
                    "the directory has \(count(below, "entry", "entries")) below it"
                ))
        }
        if isMember { reasons.append(say("un compte y est lié", "an account goes with it")) }
        if openActions > 0 {
            reasons.append(
                say(
                    "\(count(openActions, "action ouverte la nomme", "actions ouvertes la nomment"))",
                    "\(count(openActions, "open action names it", "open actions name it"))"))
        }
        let why = list(reasons)
        return why.prefix(1).uppercased() + why.dropFirst() + say(". Déplacez ou fusionnez d’abord.", ". Move or merge first.")
    }

    private func outcomeNotOpen(_ outcome: Outcome, from level: EngagementLevel) -> String {
        let open = choice(level.openOutcomes.map { quote(self.outcome($0)) })
        let (outcome, level) = (quote(self.outcome(outcome)), quote(self.level(level)))
        return say(
            "\(outcome) n’est pas une décision possible après l’étape \(level). Choisissez \(open).",
            "\(outcome) is not a possible decision after the stage \(level). Choose \(open).")
    }

    /// « n° 3 → n° 5 → n° 3 ».
    private func chain(_ numbers: [Int]) -> String { numbers.map { say("n°\u{A0}\($0)", "no.\u{A0}\($0)") }.joined(separator: " → ") }

    private func names(_ fields: [Field]) -> String { list(fields.map { field($0).lowercased() }) }
}
