"""What people do, from the first click to the last: without script, and by the keyboard alone where it says so."""

import json
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
import zoneinfo

import icalendar
from browser import WIDTHS, check, weigh
from keyboard import Keyboard

PLAN = 1


def all_of(browser, site):
    """Name and body of each flow, in order."""
    flows = Flows(browser, site)
    return [
        ("create, edit, decide by the keyboard, without script", flows.create_edit_decide),
        ("six actions built from the guide", flows.build_six),
        ("a theme of the état des lieux by the keyboard, without script", flows.assess_theme),
        ("a first plan from the état des lieux, sent twice", flows.build_from_assessment),
        ("a pilot reports on a phone, without script", flows.report_on_a_phone),
        ("a pilot enters three measures on a phone, and corrects one, without script", flows.measure_on_a_phone),
        ("an indicator is made from an action's words, aimed and measured, without script", flows.indicator_from_words),
        ("a workshop fills the grid by the keyboard, closes, and its matrix is read, without script", flows.workshop_ranked),
        ("a stale form shows both values and keeps what was typed", flows.stale_edit),
        ("two editors are merged answer by answer, without script", flows.merge_two),
        ("a session that ended gives back what was typed", flows.session_ended),
        ("the way back after too much gives back what was typed", flows.back_after_too_much),
        ("a milestone is added and reached in place, without script", flows.milestone_in_place),
        ("a form of another session is refused and nothing is written", flows.foreign_form),
        ("a form to mend says what is missing and keeps what was typed", flows.form_to_mend),
        ("a forbidden step says which rule and what is missing", flows.forbidden_step),
        ("a bulk change undone, without script, on a phone and on a desk", flows.bulk_undone),
        ("a view is saved, shared, renamed and deleted", flows.saved_view),
        ("a pasted table is checked row by row, then imported whole, without script", flows.import_table),
        ("a filter stands in the address and in the export", flows.filter_and_export),
        ("a wrong password is said, and no page is shown", flows.wrong_password),
        ("a reader sees no way to change and is refused the page", flows.reader_cannot_edit),
        ("the language is the reader's choice", flows.change_language),
        ("a text browser reads the plan", flows.text_browser),
        ("forced colours keep every mark's words", flows.forced_colours),
        ("a printed page is the page without its buttons", flows.print_page),
        ("a plan moves to the next edition of its guide, without script", flows.next_edition),
        ("a committee decides on a phone, and approves its minutes, without script", flows.committee_decides),
        ("a third version is validated, compared, published and read signed out on a phone, without script", flows.version_published),
        ("a calendar that one follows reads right in another program, and is revoked", flows.calendar_followed),
        ("a scenario is asked for, followed, compared and adopted on a phone, without script", flows.scenario_adopted),
        ("signing out closes the door", flows.sign_out),
        ("an invitation is accepted on a phone, without script", flows.accept_invitation),
        ("a duplicate is merged, and what named it names the other", flows.merge_duplicate),
    ]


class Flows:
    def __init__(self, browser, site):
        self.browser = browser
        self.site = site
        self.plan = None

    def address(self, rest=""):
        """Of the demonstration's plan."""
        if not self.plan:
            with self.browser.open("coordinator") as page:
                page.goto("/")
                slug = re.search(r'href="/([^/"]+)/plans', page.content())[1]
            self.plan = f"/{slug}/plans/{PLAN}"
        return self.plan + rest

    # MARK: Building and leading

    def create_edit_decide(self):
        with self.browser.open("coordinator", script=False) as page:
            keyboard = Keyboard(page)
            page.goto(self.address("/actions"))
            keyboard.press(f'a[href="{self.address("/actions/new")}"]')
            keyboard.type("#label", "Étudier le clavier seul")
            keyboard.type("#pilot", "Direction générale")
            keyboard.choose("level", "reflection")
            self.send(keyboard, self.address("/actions/new"))
            assert "Étudier le clavier seul" in page.inner_text("h1"), page.inner_text("main")
            action = urllib.parse.urlsplit(page.url).path

            keyboard.press(f'a[href="{action}/edit"]')
            keyboard.type("#label", "Étudier tout au clavier")
            self.send(keyboard, f"{action}/edit")
            assert "Étudier tout au clavier" in page.inner_text("h1"), page.inner_text("main")

            page.goto(f"{action}/stage")
            keyboard.type("#deliverable", "Étude du clavier")
            keyboard.type("#method", "Essais sans souris")
            keyboard.type("#result", "Tout s’atteint")
            keyboard.choose("progress", "done")
            self.send(keyboard, f"{action}/stage")
            assert "Décision attendue" in page.inner_text("main"), page.inner_text("main")

            page.goto(f"{action}/decision")
            keyboard.choose("outcome", "generalise")
            keyboard.type("#decidedBy", "COPIL")
            self.send(keyboard, f"{action}/decision")
            text = page.inner_text("main")
            assert "Réalisation" in text and "Généraliser" in text, text

    def build_six(self):
        before = self.count()
        with self.browser.open("coordinator", script=False) as page:
            page.goto(self.address("/build?uncovered=1"))
            boxes = page.locator("main input[name=practice]")
            assert boxes.count() >= 6, f"{boxes.count()} practices to choose"
            for index in range(6):
                boxes.nth(index).check()
            page.locator("main form .carte button").click()
            page.locator("main form[method=post] button:not([name])").last.click()
        assert self.count() == before + 6, f"{before} actions before, {self.count()} after"

    def import_table(self):
        rows = ["Titre de l’action\tStatut\tPilote\tFin\tAxe", "Couper les écrans le soir\tPartielle\tMoyens généraux\tT3 2027\tSobriété",
                "Compter les copies\tÀ venir\tà définir\t30/06/2027\tSobriété"]
        for width in (375, 1280):
            before = self.count()
            with self.browser.open("coordinator", width=width, script=False) as page:
                page.goto(self.address("/import"))
                page.fill("#table", "\n".join(row.replace("Couper", f"Couper {width}").replace("Compter", f"Compter {width}") for row in rows))
                page.locator('form[action$="/import"] button').last.click()
                text = page.inner_text("main")
                assert "Rien n’est encore écrit" in text and "Partielle" in text, text
                assert page.locator("button[value=write]").count() == 0, "it can be written before its questions are answered"
                page.locator("select[name=meaning]").first.select_option("inProgress")
                if width == 375: page.check("input[name=addsAxes]")
                page.locator("button[value=read]").first.click()
                assert self.count() == before, "something is written before it is asked"
                page.locator("button[value=write]").click()
                assert self.count() == before + 2, f"{before} actions before, {self.count()} after"
                assert f"Couper {width}" in page.inner_text("main"), page.inner_text("main")

    def assess_theme(self):
        theme = self.address().rsplit("/plans", 1)[0] + "/assessment/b"
        with self.browser.open("coordinator", width=375, script=False) as page:
            keyboard = Keyboard(page)
            page.goto(theme)
            keyboard.choose("'state-b.2'", "partly")
            keyboard.press(f'form[action="{theme}"] button[name=then]')
            assert "1 pratique évaluée" in page.inner_text("main"), page.inner_text("main")
            page.goto(theme)
            assert page.is_checked("input[name='state-b.2'][value=partly]")
            assert "Historique (2 réponses)" in page.inner_text("main"), "the first answer is lost"

    def build_from_assessment(self):
        with self.browser.open("coordinator", script=False) as page:
            page.goto(self.address().rsplit("/plans", 1)[0] + "/assessment")
            page.locator('main a[href$="/build?tick=assessment"]').click()
            assert page.locator("main input[name=practice]:checked").count() > 0, "nothing is ticked"
            page.locator("main form .carte button").click()
            proposed = page.locator("main input[name=keep]:checked").count()
            before = self.count()
            page.locator("main form[method=post] button:not([name])").last.click()
            assert self.count() == before + proposed, f"{proposed} proposed, {self.count() - before} added"
            page.go_back()
            with page.expect_response(lambda response: response.request.method == "POST") as answer:
                page.locator("main form[method=post] button:not([name])").last.click()
            assert answer.value.status == 409, f"answers {answer.value.status}"
            assert self.count() == before + proposed, "added twice"

    def report_on_a_phone(self):
        with self.browser.open("pilot", width=320, script=False) as page:
            page.goto(self.address().rsplit("/plans", 1)[0] + "/mine")
            link = page.locator('main a[href*="/actions/"]').first
            assert link.count(), "no action of one's own: " + page.inner_text("main")
            action = re.match(r".*/actions/\d+", urllib.parse.urlsplit(link.get_attribute("href")).path)[0]
            page.goto(action)
            page.fill("#note", "Vu sur place avec l’équipe.")
            page.locator(f'form[action="{action}/report"] button').last.click()
            page.goto(action)
            assert "Vu sur place avec l’équipe." in page.inner_text("main"), page.inner_text("main")

    def measure_on_a_phone(self):
        organisation = self.address().rsplit("/plans", 1)[0]
        with self.browser.open("pilot", width=320, script=False) as page:
            page.goto(f"{organisation}/mine")
            page.goto(f"{organisation}/indicators")
            page.locator('main a[href$="/indicators/due"]').click()
            fields = page.locator('main input[name="value"]')
            typed = 0
            for index in range(fields.count()):
                label = page.locator(f'label[for="{fields.nth(index).get_attribute("id")}"]').inner_text()
                value = {"mois": "61", "postes": "30", "%": "41/95"}.get(re.search(r"\(([^()]+)\)$", label)[1])
                if value and typed < 3:
                    fields.nth(index).fill(value)
                    typed += 1
            assert typed == 3, page.inner_text("main")
            page.locator(f'form[action="{organisation}/indicators/due"] button').click()
            assert "3 mesures enregistrées" in page.inner_text("main"), page.inner_text("main")
            # The same day once more: asked why, and the old value is kept.
            page.goto(f"{organisation}/indicators/1")
            assert "61 mois" in page.inner_text("h1 + .chapo").replace("\u00a0", " "), page.inner_text("main")
            page.fill("#value", "62")
            page.locator('form[action$="/measures"] button').click()
            assert "Corrigez-la" in page.inner_text("main"), page.inner_text("main")
            page.fill("#reason", "Deux portables oubliés")
            page.locator('form[action$="/measures"] button').click()
            text = page.inner_text("main").replace("\u00a0", " ")
            assert "62 mois" in text and "valeurs corrigées" in text, text

    def workshop_ranked(self):
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(self.address("/ranking?page=1"))
            unknown = page.locator('main h2:has-text("À estimer") ~ ul a').first
            number = unknown.get_attribute("href").rsplit("/", 1)[1]
            page.locator('main a[href$="/workshop"]').first.click()
            keyboard = Keyboard(page)
            for name, digit in (("impact", "5"), ("effort", "1"), ("difficulty", "1"), ("cost", "9")):
                keyboard.type(f"[name={name}-{number}]", digit)
            keyboard.type("#participants", "Lou Amar\nDirection des achats")
            keyboard.press("main button[name=close]")
            assert f"cost-{number}" in page.inner_html("[role=alert]"), page.inner_text("main")
            assert page.input_value(f"[name=impact-{number}]") == "5" and "Lou Amar" in page.input_value("#participants")
            keyboard.type(f"[name=cost-{number}]", "1")
            keyboard.press("main button[name=close]")
            text = page.inner_text("main").replace("\u00a0", " ")
            assert "4 jugements enregistrés. L’atelier n° 2 est clos." in text and "Lou Amar et Direction des achats" in text, text
            page.goto(self.address("/ranking"))
            assert page.locator(f'main figure svg text:text-is("{number}")').count() == 1, "not in the matrix"
            row = page.locator(f'main table tr:has(a[href$="/actions/{number}"])').first.inner_text().replace("\u00a0", " ")
            assert row.lstrip().removeprefix("Rang").lstrip(" :").startswith("1"), row
            page.goto(f"/public{self.address()}")
            assert "Lou Amar" not in page.content(), "who took part is public"

    def indicator_from_words(self):
        organisation = self.address().rsplit("/plans", 1)[0]
        with self.browser.open("coordinator", script=False) as page:
            page.goto(self.address("/actions/1"))
            link = page.locator('main a[href*="/indicators/new"][href*="name="]').last
            assert "jours" in link.inner_text(), link.inner_text()
            link.click()
            assert page.locator("#type").input_value() == "duration", page.locator("#type").input_value()
            page.fill("#measureUnit", "jours")
            page.locator("#direction").select_option("lower")
            page.check("input[name=level][value=operational]")
            page.locator(f'form[action="{organisation}/indicators/new"] button').last.click()
            # One of almost the same name is there: it is confirmed to be another.
            if page.locator("input[name=another]").count():
                page.check("input[name=another]")
                page.locator(f'form[action="{organisation}/indicators/new"] button').last.click()
            page.locator("summary", has_text="Fixer une cible").click()
            page.fill("#target-target", "30")
            page.fill("#target-on", "31/12/2027")
            page.locator('form[action$="/targets"] button').click()
            page.fill("#value", "45")
            page.locator('form[action$="/measures"] button').click()
            text = page.inner_text("main").replace("\u00a0", " ")
            assert "45 jours au" in text and "30 jours promis pour le 31 décembre 2027" in text and "À risque" in text, text
            page.goto(self.address("/actions/1"))
            assert "45 jours" in page.inner_text("main").replace("\u00a0", " "), page.inner_text("main")

    def bulk_undone(self):
        for width in (375, 1280):
            before = {action["number"]: action["tags"] for action in self.site.listed()}
            with self.browser.open("coordinator", width=width, script=False) as page:
                page.goto(self.address("/actions?sort=number"))
                boxes = page.locator("main table input[name=action]")
                chosen = [int(boxes.nth(index).get_attribute("value")) for index in (0, 1, 2)]
                for index in (0, 1, 2):
                    boxes.nth(index).check()
                page.locator("form.lot .carte button").click()
                page.fill("#tags", f"vu en {width}")
                page.locator("main form button").last.click()
                assert "3 actions changent" in page.inner_text("main"), page.inner_text("main")
                page.locator("main form[method=post] button").click()
                self.expect_tags({number: before[number] + [f"vu en {width}"] for number in chosen})
                # What someone changes meanwhile stays.
                edit = self.address(f"/actions/{chosen[0]}/edit")
                record = urllib.parse.urlsplit(page.url).path
                page.goto(edit)
                page.fill("#tags", "autre étiquette")
                page.locator(f'form[action="{edit}"] button').last.click()
                page.goto(record)
                page.locator("main form[method=post] button").click()
                text = page.inner_text("main")
                assert "2 actions ont retrouvé leurs valeurs" in text and "étiquettes" in text, text
                self.expect_tags({chosen[0]: ["autre étiquette"]} | {number: before[number] for number in chosen[1:]})

    def expect_tags(self, expected):
        found = {action["number"]: action["tags"] for action in self.site.listed() if action["number"] in expected}
        assert found == expected, f"{found} instead of {expected}"

    def saved_view(self):
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(self.address("/actions?level=experimentation&group=pilot"))
            page.locator("main details summary").last.click()
            page.fill("#name", "Essais par pilote")
            page.locator("#shared").check()
            page.locator(f'form[action="{self.address("/views")}"] button').click()
            assert page.locator(".vues a[aria-current]").last.inner_text() == "Essais par pilote"
            with self.browser.open("reader", script=False) as other:
                other.goto(self.address("/actions"))
                other.get_by_role("link", name="Essais par pilote").click()
                assert other.locator("th[scope=rowgroup]").count() > 1, other.inner_text("main")
            page.goto(self.address("/views"))
            page.get_by_role("link", name="Modifier – Essais par pilote").click()
            page.fill("#name", "Essais")
            page.locator("main form[method=post] button").click()
            page.get_by_role("link", name="Modifier – Essais", exact=True).click()
            page.get_by_role("link", name="Supprimer la vue").click()
            page.locator("main form[method=post] button").click()
            assert page.locator("main li").filter(has_text="Essais").count() == 0, page.inner_text("main")

    # MARK: What goes wrong

    def stale_edit(self):
        edit = self.address("/actions/2/edit")
        with self.browser.open("coordinator") as mine, self.browser.open("administrator") as theirs:
            mine.goto(edit)
            theirs.goto(edit)
            theirs.fill("#label", "Le libellé de l’autre")
            theirs.locator(f'form[action="{edit}"] button').last.click()
            mine.fill("#label", "Mon libellé")
            mine.locator(f'form[action="{edit}"] button').last.click()
            text = mine.inner_text("main") + mine.input_value("#label")
            assert "Le libellé de l’autre" in text and "Mon libellé" in text, text
            mine.goto(self.address("/actions/2"))
            assert "Le libellé de l’autre" in mine.inner_text("h1"), "the other's change is lost"

    def merge_two(self):
        action = self.address("/actions/6")
        edit = action + "/edit"
        with self.browser.open("coordinator", script=False) as mine, self.browser.open("administrator", script=False) as theirs:
            mine.goto(edit)
            theirs.goto(edit)
            theirs.fill("#label", "Le libellé de l’autre")
            theirs.fill("#description", "Sa description")
            theirs.locator(f'form[action="{edit}"] button').last.click()
            mine.fill("#label", "Mon libellé")
            mine.fill("#tags", mine.input_value("#tags") + ", à moi")
            mine.locator(f'form[action="{edit}"] button').last.click()
            text = mine.inner_text("[role=alert]")
            assert "Le libellé de l’autre" in text and "Mon libellé" in text, text
            assert mine.input_value("#description") == "Sa description", "what only the other changed is not taken"
            assert mine.input_value("#label") == "Mon libellé", "what was typed is lost"
            mine.check('input[name="choice-label"][value=theirs]')
            mine.locator(f'form[action="{edit}"] button').last.click()
            assert urllib.parse.urlsplit(mine.url).path == action, mine.inner_text("main")
            assert "Le libellé de l’autre" in mine.inner_text("h1"), mine.inner_text("h1")
            text = mine.inner_text("main")
            assert "à moi" in text and "Sa description" in text, text

    def session_ended(self):
        edit = self.address("/actions/7/edit")
        email, password = self.site.credentials["coordinator"]
        with self.browser.open("coordinator", script=False) as page:
            page.goto(edit)
            page.fill("#objectives", "Un objectif long à écrire\nUn autre")
            page.context.clear_cookies()
            page.locator(f'form[action="{edit}"] button').last.click()
            page.fill("input[name=email]", email)
            page.fill("input[name=password]", password)
            page.locator("main form button").last.click()
            page.locator(f'form[action="{edit}"] button').click()
            assert page.input_value("#objectives") == "Un objectif long à écrire\nUn autre", page.inner_text("main")
            page.locator(f'form[action="{edit}"] button').last.click()
            assert "Un objectif long à écrire" in page.inner_text("main"), page.inner_text("main")

    def back_after_too_much(self):
        new = self.address("/actions/new")
        with self.browser.open("coordinator") as page:
            page.goto(new)
            page.fill("#label", "Trop long")
            page.fill("#due", "31/12/2027")
            page.fill("#pilot", "Zoé")
            page.fill("#objectives", "x" * 1_100_000)
            with page.expect_response(lambda response: response.request.method == "POST") as answer:
                page.locator(f'form[action="{new}"] button').last.click()
            assert answer.value.status == 413, f"answers {answer.value.status}"
            page.go_back()
            typed = [page.input_value(field) for field in ("#label", "#due", "#pilot")]
            assert typed == ["Trop long", "31/12/2027", "Zoé"], typed
            assert len(page.input_value("#objectives")) == 1_100_000, "the long text is lost"

    def milestone_in_place(self):
        action = self.address("/actions/8")
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(action)
            page.locator("#jalons > details summary").click()
            form = page.locator("#jalons > details form")
            form.locator("input[name=milestones]").fill("Essai de jalon")
            form.locator("input[name=milestoneDue]").fill("31/12/2027")
            form.locator("button").click()
            line = page.locator("#jalons li", has_text="Essai de jalon")
            assert "31 décembre 2027" in line.inner_text(), page.inner_text("#jalons")
            line.locator("button", has_text="Atteint aujourd’hui").click()
            assert "atteint le" in page.locator("#jalons li", has_text="Essai de jalon").inner_text(), page.inner_text("#jalons")

    def foreign_form(self):
        edit = self.address("/actions/3/edit")
        with self.browser.open("coordinator") as page:
            page.goto(edit)
            page.locator(f'form[action="{edit}"] input[name=token]').evaluate("field => field.value = 'x'.repeat(86)")
            page.fill("#label", "Venu d’ailleurs")
            with page.expect_response(lambda response: response.request.method == "POST") as answer:
                page.locator(f'form[action="{edit}"] button').last.click()
            assert answer.value.status == 403, f"answers {answer.value.status}"
            page.goto(self.address("/actions/3"))
            assert "Venu d’ailleurs" not in page.inner_text("main")

    def form_to_mend(self):
        new = self.address("/actions/new")
        with self.browser.open("coordinator", script=False) as page:
            page.goto(new)
            page.fill("#label", "À corriger")
            page.fill("#due", "31/02/2027")
            with page.expect_response(lambda response: response.request.method == "POST") as answer:
                page.locator(f'form[action="{new}"] button').last.click()
            assert answer.value.status == 422, f"answers {answer.value.status}"
            assert page.title().startswith("Erreur"), page.title()
            assert page.input_value("#label") == "À corriger" and page.input_value("#due") == "31/02/2027"
            assert page.get_attribute("#due", "aria-invalid") == "true"
            page.locator('[role=alert] a[href="#due"]').click()

    def forbidden_step(self):
        number = next(
            action["number"] for action in self.site.actions if action["level"] == "reflection" and action["progress"] == "toDo")
        stage = self.address(f"/actions/{number}/stage")
        with self.browser.open("coordinator", script=False) as page:
            page.goto(stage)
            keyboard = Keyboard(page)
            keyboard.choose("progress", "done")
            page.locator(f'form[action="{stage}"] button').last.click()
            text = page.locator("[role=alert]").first.inner_text()
            assert "livrable" in text.lower(), text

    # MARK: Reading

    def filter_and_export(self):
        with self.browser.open("reader", script=False) as page:
            page.goto(self.address("/actions?level=reflection"))
            shown = set(re.findall(r"/actions/(\d+)(?=\")", page.inner_html("main table")))
            link = page.locator('main a[href*="actions.csv"]').first.get_attribute("href")
            assert "level=reflection" in link, link
        with self.browser.open("reader") as page:
            page.goto(self.address("/actions"))
            body = page.context.request.get(link).body()
            assert body.startswith(b"\xef\xbb\xbf"), "no byte order mark"
            rows = body.decode("utf-8-sig").splitlines()
            assert ";" in rows[0], rows[0]
        expected = {str(action["number"]) for action in self.site.listed() if action["level"] == "reflection"}
        assert shown == expected, f"shown {sorted(shown)}, expected {sorted(expected)}"

    def wrong_password(self):
        with self.browser.open() as page:
            page.goto(self.address())
            assert urllib.parse.urlsplit(page.url).path == "/sign-in", page.url
            page.fill("input[name=email]", self.site.credentials["auditor"][0])
            page.fill("input[name=password]", "pas le bon mot de passe")
            page.locator("main form button").last.click()
            assert page.locator("[role=alert]").count() == 1, page.inner_text("main")
            page.goto(self.address())
            assert urllib.parse.urlsplit(page.url).path == "/sign-in", page.url

    def reader_cannot_edit(self):
        with self.browser.open("reader") as page:
            page.goto(self.address("/actions/1"))
            assert page.locator('main a[href$="/edit"], main a[href$="/report"], main form[method=post]').count() == 0
            response = page.goto(self.address("/actions/1/edit"))
            assert response.status == 403, f"answers {response.status}"

    def change_language(self):
        with self.browser.open("auditor", script=False) as page:
            page.goto(self.address("/actions"))
            page.locator(".compte summary").click()
            page.locator("button[name=language]").click()
            assert urllib.parse.urlsplit(page.url).path == self.address("/actions"), page.url
            assert page.locator("html").get_attribute("lang") == "en"

    def text_browser(self):
        """What w3m shows, without styles: every mark has its words, every form its labels."""
        late = self.site.number(progress="inProgress")
        for path, wanted in {
            "": ["Tableau de bord", "En retard", "Décision attendue"],
            "/actions": ["Avancement", "En cours", "Réalisation"],
            f"/actions/{late}": ["Donner des nouvelles", "En cours", "Enregistrer"],
        }.items():
            command = ["w3m", "-dump", "-T", "text/html", "-cols", "80", "-I", "UTF-8", "-O", "UTF-8"]
            with self.browser.open("coordinator", script=False) as page:
                page.goto(self.address(path))
                source = page.content()
            text = subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout
            missing = [words for words in wanted if words not in text]
            assert not missing, f"{path} does not say {missing}:\n{text[:2000]}"

    def forced_colours(self):
        with self.browser.open("coordinator", forced=True) as page:
            for path in ("", "/actions", "/quality"):
                page.goto(self.address(path))
                mute = page.eval_on_selector_all(
                    "main :is(.e1,.e2,.e3,.s0,.s1,.s2,.rt,.hc,.vg)", "marks => marks.filter(mark => !mark.textContent.trim()).length")
                assert mute == 0, f"{path}: {mute} marks without words"
                # Backgrounds are gone: a button keeps its outline.
                edge = page.eval_on_selector("header .b, header button, main a.b, main button", "it => getComputedStyle(it).borderTopStyle")
                assert edge != "none", f"{path}: a button without an outline"

    def print_page(self):
        with self.browser.open("coordinator") as page:
            page.emulate_media(media="print")
            for path in ("", "/actions", "/quality", "/actions/1"):
                page.goto(self.address(path))
                shown = page.eval_on_selector_all(
                    "header, nav, main button, main .ecran", "parts => parts.filter(part => part.offsetParent).map(part => part.outerHTML.slice(0, 80))")
                assert not shown, f"{path} prints {shown}"
                assert page.locator("h1").is_visible()

    def next_edition(self):
        """Of the bundled guide: one practice moves, one is reworded, one is gone, one suggests an indicator more."""
        practices = json.loads(self.site.jalon("catalogue", "list", "--catalogue", "jalon@1", "--format", "json"))
        by_id = {practice["id"]: practice for practice in practices}
        answered = [practice for action in self.exported() for practice in action["practices"]]
        moved, gone, richer = list(dict.fromkeys(answered))[:3]
        by_id[moved]["id"] = moved.split(".")[0] + ".77"
        by_id[richer]["indicators"].append("Appareils gardés un an de plus")
        by_id[richer]["title"] += ", chaque année"
        path = f"{self.site.folder.name}/edition.json"
        themes = [{"id": theme, "title": f"Thématique {theme}"} for theme in sorted({one["theme"] for one in practices})]
        with open(path, "w") as file:
            json.dump({"themes": themes, "practices": [one for one in practices if one["id"] != gone]}, file)
        self.site.jalon("catalogue", "import", path, "--name", "jalon", "--version", "2")
        for width in WIDTHS:
            with self.browser.open("coordinator", width=width) as page:
                page.goto(self.address())
                page.locator(f'main a[href="{self.address("/edition")}"]').click()
                self.looked(page)
                page.locator('main .tete a[href*="/diff/"]').click()
                self.looked(page)
                page.locator('main tbody a[href*="practice="]').first.click()
                self.looked(page)
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(self.address("/edition"))
            for link in page.locator(f'select[name$="-{gone}"]').all():
                link.select_option("drop")
            page.locator("input[name=add]").first.check()
            page.locator(f'form[action="{self.address("/edition")}"] button').first.click()
            assert "jalon@2" in page.inner_text("main"), page.inner_text("main")
        actions = self.exported()
        assert any("Appareils gardés un an de plus" in action["indicators"] for action in actions), "the indicator is not added"
        assert not any(practice in action["practices"] for action in actions for practice in (moved, gone)), "a link did not follow"

    def exported(self):
        """Every field of the plan's actions."""
        return json.loads(self.site.jalon("export", "--plan", str(PLAN), "--format", "json"))["actions"]

    def looked(self, page):
        """A page met on the way: as sound and as light as those of the walk."""
        check(page)
        weigh(self.browser, "coordinator", page.url.removeprefix(self.site.address))

    def committee_decides(self):
        meeting = self.address("/committees/1/meetings/4")
        actions = self.site.listed()
        awaiting = next(action["number"] for action in actions if action["awaitingDecision"])
        late = next(action["number"] for action in actions if action["lateDays"])
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(meeting + "/pack")
            pack = page.inner_text("main")
            assert "Ce qui a changé depuis le dernier dossier" in pack and "Figé le" in pack, pack
            page.goto(meeting)
            page.locator(f'form[action="{meeting}/session"] button').click()
            for kind, fields in (
                ("generalise", {"actions": str(awaiting), "due": "31/12/2027", "reason": "Le comité demande plus tôt"}),
                ("due", {"actions": str(late), "due": "30/11/2027", "reason": "Deux inventaires manquent"}),
                ("free", {"decision": "Financer 340 lots de pièces", "bearer": "Direction des achats", "due": "30/04/2027"}),
            ):
                page.goto(meeting + "/decisions")
                page.locator("#outcome").select_option(kind)
                for name, value in fields.items():
                    page.fill(f"#{name}", value)
                page.locator(f'form[action="{meeting}/decisions"] button').last.click()
                assert "consignée" in page.inner_text("main"), page.inner_text("main")
            # They acted, signed with the meeting.
            page.goto(self.address(f"/actions/{awaiting}"))
            text = page.inner_text("main")
            assert "Comité de pilotage n°\u00a04" in text and "31 décembre 2027" in text, text
            page.goto(self.address(f"/actions/{late}"))
            assert "Deux inventaires manquent" in page.inner_text("main"), page.inner_text("main")
            page.goto(meeting + "/minutes")
            page.fill("#minutes", "Le comité **remercie** les équipes.")
            page.locator(f'form[action="{meeting}/minutes"] button').click()
            page.locator(f'form[action="{meeting}/minutes/approval"] button').click()
            approved = page.inner_text("main .texte")
            assert "Financer 340 lots de pièces" in approved and "remercie" in approved, approved
            assert page.locator("main textarea").count() == 0, "approved minutes can still be written"
            with page.expect_response(lambda response: response.request.method == "POST") as answer:
                page.goto(meeting + "/decisions")
                page.goto(meeting)
                page.locator('form[action$="/decisions/follow-up"] button').last.click()
            assert answer.value.status == 303, f"answers {answer.value.status}"

    def scenario_adopted(self):
        scenarios = self.address("/scenarios")
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(scenarios)
            page.fill("#name", "Deux tiers du budget")
            page.check('input[name="preference"][value="quick"]')
            page.fill("#money", "60")
            page.fill("#seconds", "2")
            page.locator(f'form[action="{scenarios}"] button').last.click()
            scenario = urllib.parse.urlsplit(page.url).path
            for _ in range(120):
                if page.locator(f'main a[href="{scenario}/adoption"]').count():
                    break
                page.wait_for_timeout(500)
                page.goto(scenario)
            proposed = page.inner_text("main")
            assert "60\u00a0%" in proposed and "en vigueur à la fin du plan" in proposed, proposed
            assert "Il manque" in proposed, "nothing is told of what lacks"
            page.goto(scenarios)
            for number in ("1", scenario.rpartition("/")[2]):
                page.check(f'input[name="of"][value="{number}"]')
            page.locator("main form[method=get] button, main form:not([method]) button").first.click()
            compared = page.content()
            assert "Deux tiers du budget" in compared and "Les moyens du plan" in compared, page.inner_text("main")
            page.goto(f"{scenario}/adoption")
            changes = page.locator("main tbody tr").count()
            assert changes, page.inner_text("main")
            page.fill("#decidedBy", "Comité de pilotage")
            page.fill("#reason", "Le budget est réduit")
            page.locator(f'form[action="{scenario}/adoption"] button').first.click()
            assert "Cochez" in page.inner_text("main") or "confirm" in page.inner_text("main").lower(), page.inner_text("main")
            page.check('input[name="confirmed"]')
            page.locator(f'form[action="{scenario}/adoption"] button').first.click()
            adopted = page.inner_text("main")
            assert "Scénario adopté" in adopted and "Le budget est réduit" in adopted, adopted
            page.goto(f"{scenario}/adoption")
            assert page.locator("main tbody tr").count() < changes, page.inner_text("main")

    def version_published(self):
        """After the committee: what it decided is in the next version, and in what changed since the one before."""
        with self.browser.open("coordinator", width=375, script=False) as page:
            page.goto(self.address("/life"))
            page.locator(f'form[action="{self.address("/life/proposal")}"] button').click()
            page.fill("#body", "Comité de pilotage")
            page.locator(f'form[action="{self.address("/life/validation")}"] button').click()
            page.goto(self.address("/changes?from=2&to=3"))
            changes = page.inner_text("main")
            assert "30 novembre 2027" in changes and "Réalisation" in changes, changes
            page.goto(self.address("/publication"))
            names = page.locator('form[action$="/publication/clearance"] button')
            for _ in range(names.count()):
                names.first.click()
            page.locator(f'form[action="{self.address("/publication")}"] button').click()
            assert "Version 3" in page.inner_text("main"), page.inner_text("main")
        parties = json.loads(self.site.jalon("directory", "list", "--format", "json"))
        persons = [party["name"] for party in parties if party["kind"] == "person"]
        emails = [email for email, _ in self.site.credentials.values()]
        public = "/public" + self.address()
        with self.browser.open(width=375, script=False) as page:
            page.goto(public)
            assert "Version 3" in page.inner_text("main"), page.inner_text("main")
            actions = {urllib.parse.urlsplit(link.get_attribute("href")).path for link in page.locator('main a[href*="/actions/"]').all()}
            sources = [page.content()]
            for path in sorted(actions):
                page.goto(path)
                sources.append(page.content())
        for name in ("plan.csv", "plan.json", "plan.md"):
            with urllib.request.urlopen(f"{self.site.address}{public}/{name}") as response:
                sources.append(response.read().decode())
        assert "2027-11-30" in sources[-2], "the due date decided is not public"
        assert len(persons) > 3 and len(sources) > 10, (persons, len(sources))
        for name in persons + emails:
            assert not any(name in source for source in sources), f"{name} is public"

    def calendar_followed(self):
        feeds = self.address().rsplit("/plans", 1)[0] + "/feeds"
        with self.browser.open("coordinator", script=False) as page:
            page.goto(feeds)
            page.locator(f'form[action="{feeds}"] button').last.click()
            link = page.input_value("#link")
            with urllib.request.urlopen(link) as response:
                assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
                calendar, tag = icalendar.Calendar.from_ical(response.read()), response.headers["ETag"]
            events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
            meetings = [event for uid, event in events.items() if uid.startswith("meeting-")]
            assert len(meetings) >= 6 and len(events) == len(list(calendar.walk("VEVENT"))), list(events)
            for event in meetings:
                start, end = event.decoded("DTSTART"), event.decoded("DTEND")
                assert start.utcoffset().total_seconds() == 0 and (end - start).total_seconds() == 5400, event
                # Ten in the morning in Paris, summer and winter.
                assert start.astimezone(zoneinfo.ZoneInfo("Europe/Paris")).strftime("%H:%M") == "10:00", event
            assert any(uid.startswith("due-") for uid in events) and any(uid.startswith("milestone-") for uid in events), list(events)
            again = urllib.request.Request(link, headers={"If-None-Match": tag})
            assert self.status(again) == 304, "what did not change is sent again"
            page.goto(feeds)
            page.locator(f'form[action="{feeds}/revocation"] button').last.click()
            assert self.status(urllib.request.Request(link)) == 404, "a revoked address still opens"

    def status(self, request):
        try:
            with urllib.request.urlopen(request) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code

    def sign_out(self):
        email, password = self.site.credentials["reader"]
        with self.browser.open() as page:
            page.goto("/sign-in")
            page.fill("input[name=email]", email)
            page.fill("input[name=password]", password)
            page.locator("main form button").last.click()
            page.goto(self.address())
            page.locator(".compte summary").click()
            page.locator('form[action="/sign-out"] button').click()
            page.goto(self.address())
            assert urllib.parse.urlsplit(page.url).path == "/sign-in", page.url

    # MARK: Running the organisation

    def accept_invitation(self):
        link = self.site.link("user", "invite", "nina.sorel@valmont.example", "--name", "Nina Sorel", "--role", "pilote")
        with self.browser.open(width=320, script=False) as page:
            page.goto(link)
            page.fill("#password", "une phrase assez longue")
            page.locator(f'form[action="{link}"] button').last.click()
            assert "Bienvenue" in page.inner_text("main"), page.inner_text("main")
            assert page.goto(link).status == 410, "the link opens twice"

    def merge_duplicate(self):
        directory = self.address().rsplit("/plans", 1)[0] + "/settings/directory"
        with self.browser.open("administrator", script=False) as page:
            page.goto(directory)
            page.locator('main a[href*="?into="]').first.click()
            gone, merge = page.inner_text("h1"), page.locator('form[action$="/merge"]')
            merge.locator("#confirmed").check()
            merge.locator("button").click()
            assert page.inner_text("h1") != gone, page.inner_text("main")
            page.goto(directory)
            assert gone not in page.inner_text("main"), page.inner_text("main")

    # MARK: Shared

    def send(self, keyboard, action):
        """Enter on the form's own button."""
        keyboard.press(f'form[action="{action}"] button:not([name]):not([type=button])')

    def count(self):
        return len(self.site.listed())
