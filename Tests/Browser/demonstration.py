"""A Jalon serving its demonstration, for the time of the tests."""

import json
import os
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

ROLES = ("administrator", "coordinator", "pilot", "reader", "auditor")


class Demonstration:
    """`with Demonstration(program) as site:` fills a temporary folder with the demonstration and serves it on a free port."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.TemporaryDirectory(prefix="jalon-browser-")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("JALON_")}
        self.environment["JALON_LANGUAGE"] = "fr"
        self.credentials = {}
        self.actions = []
        self.server = None

    def __enter__(self):
        try:
            told = self.jalon("demo")
            for line in told.splitlines():
                match = re.match(r"\s*(\S.*?)\s+(\S+@\S+)\s+mot de passe\s*:\s*(.+?)\s*$", line)
                if match:
                    self.credentials[role_of(match[1])] = (match[2], match[3])
            missing = [role for role in ROLES if role not in self.credentials]
            if missing:
                raise SystemExit(f"jalon demo names no {', '.join(missing)}:\n{told}")
            self.actions = self.listed()
            self.serve()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.terminate()
            try:
                self.server.wait(10)
            except subprocess.TimeoutExpired:
                self.server.kill()
        self.folder.cleanup()

    def jalon(self, *arguments):
        """Runs a command on the demonstration's data; its output."""
        return subprocess.run(
            [self.program, *arguments, "--data", self.folder.name], env=self.environment, check=True, text=True, stdout=subprocess.PIPE
        ).stdout

    def link(self, *arguments):
        """The path of the one-time link that a command prints."""
        return urlsplit(json.loads(self.jalon(*arguments, "--format", "json"))["link"]).path

    def listed(self):
        """The actions of plan 1 as they are now, each with its number in the plan."""
        actions = json.loads(self.jalon("action", "list", "--plan", "1", "--format", "json"))
        for action in actions:
            action["number"] = int(action["number"].rpartition("/")[2])
        return actions

    def number(self, **wanted):
        """The first action whose fields are those."""
        for action in self.actions:
            if all(action.get(name) == value for name, value in wanted.items()):
                return action["number"]
        raise AssertionError(f"no action with {wanted} in the demonstration")

    def serve(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.log = open(os.path.join(self.folder.name, "server.log"), "w+")
        self.server = subprocess.Popen(
            [self.program, "serve", "--port", str(port), "--data", self.folder.name],
            env=self.environment, stdout=self.log, stderr=subprocess.STDOUT,
        )
        for _ in range(200):
            try:
                urllib.request.urlopen(self.address + "/sign-in", timeout=5).read()
                return
            except urllib.error.HTTPError as refusal:
                raise SystemExit(f"/sign-in answers {refusal.code}")
            except OSError:
                if self.server.poll() is not None:
                    break
                time.sleep(0.05)
        self.log.seek(0)
        raise SystemExit("The server did not start:\n" + self.log.read())


def role_of(word):
    """The role's code name, from its code name or its French or English word."""
    word = word.lower().rstrip(" :")
    starts = {"admin": "administrator", "coord": "coordinator", "pilot": "pilot", "read": "reader", "lect": "reader", "audit": "auditor"}
    return next((role for start, role in starts.items() if word.startswith(start)), word)
