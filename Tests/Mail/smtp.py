"""Letters through a real mail server: what it takes, refuses, puts off, and what it leaves unanswered.

    smtp.py .build/debug/jalon

The last line adds the checks up: « N passed, N failed ».
"""

import asyncio
import email
import email.policy
import json
import logging
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import time

import icalendar
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

ADMIN, PASSWORD = "ada@example.org", "cheval pile agrafe batterie"
passed = failed = 0
# The server would tell at length what is done to it on purpose.
logging.disable(logging.CRITICAL)


def check(is_so, words):
    global passed, failed
    passed, failed = passed + bool(is_so), failed + (not is_so)
    if not is_so:
        print(f"FAILED  {words}", flush=True)


class Desk:
    """The program on data of its own."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.data = os.path.join(folder, "data")
        self.password = self.write("pw.txt", PASSWORD)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("JALON_")}
        self.environment |= {"JALON_LANGUAGE": "fr", "JALON_PUBLIC_URL": "https://jalon.example.org", "JALON_MAIL_FROM": "Jalon <jalon@example.org>"}

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def run(self, *arguments, status=0, **environment):
        done = subprocess.run([self.program, *arguments, "--data", self.data], env=self.environment | environment, text=True, capture_output=True, timeout=120)
        if done.returncode != status:
            raise SystemExit(f"jalon {' '.join(arguments)} ends with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def json(self, *arguments, **environment):
        return json.loads(self.run(*arguments, "--format", "json", **environment))

    def prepare(self):
        self.run("init", "--organisation", "Ville d’Aubrac", "--admin-email", ADMIN, "--admin-password-file", self.password)
        self.run("user", "add", "--name", "Zoé Pilote", "--email", "zoe@example.org", "--role", "pilote", "--password-file", self.password)
        self.run("plan", "create", "--title", "Plan numérique", "--from", "2026-01-01", "--to", "2028-12-31")
        self.run("committee", "add", "COPIL", "--plan", "1")
        self.run("committee", "member", "add", "COPIL", "Zoé Pilote", "--plan", "1")

    def convene(self, number):
        self.run("meeting", "plan", "--committee", "COPIL", "--on", f"2027-0{number}-04", "--time", "10 h")
        self.run("meeting", "convene", str(number), "--committee", "COPIL")

    def waiting(self, state):
        return self.json("mail", "list", "--state", state)

    def hasten(self):
        """Makes what waits for its next attempt due at once, as time would."""
        import sqlite3
        database = sqlite3.connect(os.path.join(self.data, "jalon.sqlite"))
        database.execute("UPDATE mail SET due_at = '2026-01-01T00:00:00Z' WHERE state = 'waiting'")
        database.commit()
        database.close()


class Box:
    """What came; and what the server answers from now on."""

    def __init__(self):
        self.letters, self.recipient, self.data, self.cuts = [], "250 OK", "250 OK", False

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        if self.cuts:
            server.transport.abort()
            await asyncio.sleep(0.1)
        return self.data


class Server(Controller):
    def __init__(self, box, tls=None, accounts=None):
        self.tls, self.accounts = tls, accounts
        super().__init__(box, hostname="127.0.0.1", port=free_port())

    def factory(self):
        if self.tls is None:
            return SMTP(self.handler, hostname="mail.example.org")
        return SMTP(
            self.handler, hostname="localhost", tls_context=self.tls, require_starttls=True, auth_required=True,
            authenticator=lambda server, session, envelope, mechanism, data: AuthResult(
                success=(data.login, data.password) == self.accounts))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def letters_leave(desk):
    box = Box()
    server = Server(box)
    server.start()
    url = f"smtp://127.0.0.1:{server.port}"
    desk.convene(1)
    settled = desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]
    check([one["state"] for one in settled] == ["sent"], f"a convocation leaves: {settled}")
    letter = box.letters[0]
    check(letter["To"] == "Zoé Pilote <zoe@example.org>" and letter["From"] == "Jalon <jalon@example.org>", f"its addresses: {letter['To']}")
    check(letter["Subject"].startswith("Convocation"), f"its subject: {letter['Subject']}")
    text = letter.get_body(("plain",)).get_content()
    html = letter.get_body(("html",)).get_content()
    check("https://jalon.example.org/ville-d-aubrac/plans/1/committees/1/meetings/1/pack" in text, "its text leads to the pack")
    check("/meetings/1/pack" in html and "<script" not in html, "so does its HTML")
    attached = [part for part in letter.iter_attachments()]
    check([part.get_content_type() for part in attached] == ["text/calendar"], "a calendar is attached")
    event = icalendar.Calendar.from_ical(attached[0].get_payload(decode=True)).walk("VEVENT")[0]
    check(str(event["UID"]) == "meeting-1-1-1@ville-d-aubrac.jalon" and event["DTSTART"].dt.day == 4, "that other programs read")
    check(desk.json("mail", "send", JALON_SMTP_URL=url)["settled"] == [], "it leaves once")
    again = desk.waiting("sent")[0]
    check(f"<{again['messageID']}>" == letter["Message-ID"], "its identity is kept")

    # What the server puts off is tried again under the same identity; what it refuses is not.
    box.data = "451 later"
    desk.convene(2)
    first = desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]
    check([one["state"] for one in first] == ["waiting"] and "451" in first[0]["error"], f"put off: {first}")
    check(desk.json("mail", "send", JALON_SMTP_URL=url)["settled"] == [], "not tried before its time")
    box.data = "250 OK"
    desk.hasten()
    check([one["state"] for one in desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]] == ["sent"], "then taken")
    check(box.letters[-1]["Message-ID"] == box.letters[-2]["Message-ID"], "under the same identity")
    box.recipient = "550 nobody here"
    desk.convene(3)
    refused = desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]
    check([one["state"] for one in refused] == ["failed"] and "550" in refused[0]["error"], f"refused: {refused}")

    # Handed over whole, then cut: it may be there, and is never sent again alone.
    box.recipient, box.cuts = "250 OK", True
    desk.convene(4)
    cut = desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]
    check([one["state"] for one in cut] == ["uncertain"], f"cut: {cut}")
    count = len(box.letters)
    desk.hasten()
    desk.json("mail", "send", JALON_SMTP_URL=url)
    check(len(box.letters) == count, "what may have left is not sent again alone")
    box.cuts = False
    desk.run("mail", "again", str(cut[0]["id"]))
    check([one["state"] for one in desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]] == ["sent"], "someone sends it again")
    server.stop()

    # A server that is away.
    desk.convene(5)
    away = desk.json("mail", "send", JALON_SMTP_URL=url)["settled"]
    check([one["state"] for one in away] == ["waiting"], f"away: {away}")


def a_program_that_stops_in_the_middle(desk):
    """Killed while the server holds the letter: the message is being sent, then uncertain, never sent twice."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    desk.hasten()
    program = subprocess.Popen(
        [desk.program, "mail", "send", "--data", desk.data], env=desk.environment | {"JALON_SMTP_URL": f"smtp://127.0.0.1:{listener.getsockname()[1]}"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    connection, _ = listener.accept()
    time.sleep(0.2)
    program.kill()
    program.wait()
    connection.close()
    listener.close()
    check(len(desk.waiting("sending")) == 1, "it was being sent")
    box = Box()
    server = Server(box)
    server.start()
    desk.json("mail", "send", JALON_SMTP_URL=f"smtp://127.0.0.1:{server.port}")
    check(box.letters == [], "the next program does not send it again")
    server.stop()


def with_tls_and_an_account(desk):
    certificate, key = os.path.join(desk.folder, "cert.pem"), os.path.join(desk.folder, "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    box = Box()
    server = Server(box, tls=context, accounts=(b"jalon", b"secret"))
    server.start()
    url = f"smtp://jalon@localhost:{server.port}"
    secret, wrong = desk.write("smtp.txt", "secret\n"), desk.write("wrong.txt", "autre")
    desk.convene(6)
    unknown = desk.json("mail", "send", JALON_SMTP_URL=url, JALON_SMTP_PASSWORD_FILE=secret)["settled"]
    check(unknown and all(one["state"] == "waiting" for one in unknown) and box.letters == [], f"a certificate nobody vouches for: {unknown}")
    desk.hasten()
    denied = desk.json("mail", "send", JALON_SMTP_URL=url, JALON_SMTP_PASSWORD_FILE=wrong, JALON_SMTP_CERTIFICATES=certificate)["settled"]
    check(all(one["state"] == "waiting" for one in denied) and box.letters == [], f"a wrong password: {denied}")
    desk.hasten()
    sent = desk.json("mail", "send", JALON_SMTP_URL=url, JALON_SMTP_PASSWORD_FILE=secret, JALON_SMTP_CERTIFICATES=certificate)["settled"]
    check(sent and all(one["state"] == "sent" for one in sent) and len(box.letters) == len(sent), f"STARTTLS and an account: {sent}")
    server.stop()


def without_a_server(desk):
    desk.convene(7)
    check(desk.json("mail", "send")["made"] == 1, "messages are made without a server")
    number = desk.waiting("waiting")[0]["id"]
    check("/meetings/7/pack" in desk.run("mail", "show", str(number)), "and can be read")
    desk.run("mail", "delivered", str(number))
    check(desk.waiting("waiting") == [], "and said to be delivered by other means")
    desk.run("mail", "send", status=64, JALON_SMTP_URL="http://example.org")
    desk.run("mail", "send", status=64, JALON_SMTP_URL="smtp://localhost", JALON_MAIL_FROM="personne")


def main():
    with tempfile.TemporaryDirectory(prefix="jalon-mail-") as folder:
        desk = Desk(os.path.abspath(sys.argv[1]), folder)
        desk.prepare()
        letters_leave(desk)
        a_program_that_stops_in_the_middle(desk)
        with_tls_and_an_account(desk)
        without_a_server(desk)
    print(f"{passed} passed, {failed} failed")


main()
