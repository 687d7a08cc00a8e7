"""A signed-in browser, as little of one as measuring needs."""

import gzip
import html.parser
import http.client
import urllib.parse


class Visitor:
    def __init__(self, port):
        self.port = port
        self.cookies = {}
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items() if value)

    def ask(self, method, path, fields=None, **headers):
        """Status, headers and body, without following redirections."""
        body = urllib.parse.urlencode(fields) if fields is not None else None
        headers = {name.replace("_", "-"): value for name, value in headers.items()} | {"Cookie": self.cookie, "Accept-Language": "fr"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        data = response.read()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return response.status, response.headers, data

    def page(self, path):
        status, headers, data = self.ask("GET", path)
        while status == 303:
            path = headers["Location"]
            status, headers, data = self.ask("GET", path)
        if status != 200:
            raise SystemExit(f"GET {path} answers {status}: {data[:300]!r}")
        return data.decode()

    def compressed(self, path):
        """Bytes as sent to a browser."""
        _, headers, data = self.ask("GET", path, Accept_Encoding="gzip")
        return len(data) if headers["Content-Encoding"] == "gzip" else len(gzip.compress(data))

    def form(self, path, action):
        """The fields of the page's form that goes to `action`, as a browser would send them untouched."""
        reader = FormReader(action)
        reader.feed(self.page(path))
        if reader.fields is None:
            raise SystemExit(f"No form to {action} on {path}")
        return reader.fields

    def sign_in(self, email, password):
        fields = self.form("/sign-in", "/sign-in")
        status, _, data = self.ask("POST", "/sign-in", fields | {"email": email, "password": password})
        if status != 303:
            raise SystemExit(f"Signing in answers {status}: {data[:300]!r}")


class FormReader(html.parser.HTMLParser):
    def __init__(self, action):
        super().__init__()
        self.action = action
        self.fields = None
        self.inside = False
        self.select = self.area = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form" and attributes.get("method") == "post" and urllib.parse.urlsplit(attributes.get("action", "")).path == self.action:
            self.inside = True
            self.fields = self.fields or {}
        if not self.inside:
            return
        name, value = attributes.get("name"), attributes.get("value") or ""
        if tag == "input" and name and (attributes.get("type") not in ("checkbox", "radio") or "checked" in attributes):
            self.fields[name] = value
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in attributes or self.select not in self.fields):
            self.fields[self.select] = value
        elif tag == "textarea":
            self.area = name
            self.fields[name] = ""

    def handle_data(self, data):
        if self.inside and self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None
