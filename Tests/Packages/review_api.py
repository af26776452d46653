"""A server that acts as the parts of GitHub's and GitLab's APIs that `packaging/action/comment` uses.

The paths, the statuses, the JSON members and the `Link` headers are as the two documentations say. It isn't known
whether the real servers differ: nothing here talked to them.
"""
import datetime
import email.utils
import http.server
import json
import random
import re
import threading
import urllib.parse

REPOSITORY, PROJECT, NUMBER = "example/shop", "5", 7
MINE, OTHER = "github-actions[bot]", "mallory"
# The accounts of the tokens, and whether a token may write. The token 'blind' doesn't even see the repository.
TOKENS = {"write": (MINE, True), "read": (MINE, False), "person": ("ada", True), "blind": (MINE, None)}
IDS = {MINE: 41, OTHER: 42, "ada": 43}


class Lost(Exception):
    """The client gets no answer."""


class ReviewAPI:
    """One pull request with its comments. `kind` is 'github' or 'gitlab'."""

    def __init__(self, kind, seed=0, faults=0.0, address="http://127.0.0.1:1"):
        self.kind, self.faults, self.address = kind, faults, address
        self.random = random.Random(seed)
        self.lock = threading.Lock()
        self.comments, self.last_id, self.head, self.time = [], 100, "a" * 40, 1_800_000_000.0
        # How often a new comment is missing from the list.
        self.late = 0
        self.pulls = []
        self.count = {"GET": 0, "POST": 0, "DELETE": 0}
        # Every event with its number, so that a test can tell what came first.
        self.log = []

    @property
    def prefix(self):
        return "" if self.kind == "github" else "/api/v4"

    def add(self, author, body):
        self.last_id += self.random.randrange(1, 4)
        self.comments.append({"id": self.last_id, "author": author, "body": body, "time": self.time, "late": self.late})
        return self.comments[-1]

    def by(self, author):
        return [comment for comment in self.comments if comment["author"] == author]

    def handle(self, method, url, headers, data, client=None):
        """One request; the status, the headers and the body of its answer. Raises Lost if the answer gets lost."""
        with self.lock:
            self.time += 0.01
            fault = self.random.random() < self.faults and self.random.choice(["502", "429", "before", "after"])
            if fault == "before": raise Lost
            if fault in ("502", "429"):
                extra = {"Retry-After": "3"} if fault == "429" else {}
                return self.answer(int(fault), {"message": "try again"}, extra)
            status, value, extra = self.route(method, urllib.parse.urlsplit(url), headers, data, client)
            if fault == "after": raise Lost
            return self.answer(status, value, extra)

    def answer(self, status, value, extra):
        body = b"" if value is None else json.dumps(value).encode()
        return status, {"Date": email.utils.formatdate(self.time, usegmt=True), **extra}, body

    def route(self, method, url, headers, data, client):
        self.count[method] += 1
        path = url.path
        token = headers.get("PRIVATE-TOKEN") if self.kind == "gitlab" else headers.get("Authorization", "")[7:]
        if token not in TOKENS:
            return 401, {"message": "Bad credentials" if self.kind == "github" else "401 Unauthorized"}, {}
        login, may_write = TOKENS[token]
        if may_write is None: return 404, {"message": "Not Found"}, {}
        if method != "GET" and not may_write:
            refusal = "Resource not accessible by integration" if self.kind == "github" else "403 Forbidden"
            return 403, {"message": refusal}, {}
        if self.kind == "github":
            base = f"/repos/{REPOSITORY}"
            listing, one = f"{base}/issues/{NUMBER}/comments", f"{base}/issues/comments/"
            pull = f"{base}/pulls/{NUMBER}"
            if method == "GET" and path == f"{base}/pulls":
                query = dict(urllib.parse.parse_qsl(url.query))
                return 200, [item for item in self.pulls if item["head"]["label"] == query["head"]], {}
        else:
            pull = f"/api/v4/projects/{PROJECT}/merge_requests/{NUMBER}"
            listing, one = f"{pull}/notes", f"{pull}/notes/"
            if method == "GET" and path == "/api/v4/user": return 200, {"id": IDS[login], "username": login}, {}
        if method == "GET" and path == pull:
            self.log.append(("head", client))
            return 200, {"head": {"sha": self.head}} if self.kind == "github" else {"iid": NUMBER, "sha": self.head}, {}
        if method == "GET" and path == listing: return self.page(url, client)
        if method == "POST" and path == listing: return self.create(json.loads(data)["body"], login, client)
        if method == "DELETE" and re.fullmatch(re.escape(one) + r"\d+", path):
            kept = [comment for comment in self.comments if comment["id"] != int(path[len(one):])]
            found = len(kept) < len(self.comments)
            self.comments = kept
            return (204, None, {}) if found else (404, {"message": "Not Found"}, {})
        return 404, {"message": "Not Found"}, {}

    def page(self, url, client):
        query = dict(urllib.parse.parse_qsl(url.query))
        size, number = min(int(query.get("per_page", 30)), 100), int(query.get("page", 1))
        shown = []
        for comment in self.comments:
            if comment["late"] and number == 1: comment["late"] -= 1
            elif not comment["late"]: shown.append(comment)
        self.log.append(("list", client))
        links = []
        if number * size < len(shown):
            for name, target in [("next", number + 1), ("last", -(-len(shown) // size))]:
                words = urllib.parse.urlencode({**query, "page": target})
                links.append(f'<{self.address}{url.path}?{words}>; rel="{name}"')
        items = [self.item(comment) for comment in shown[(number - 1) * size:number * size]]
        return 200, items, {"Link": ", ".join(links)} if links else {}

    def create(self, body, login, client):
        if len(body) > 65_536 and self.kind == "github": return 422, {"message": "Validation Failed"}, {}
        if len(body) > 1_000_000: return 400, {"message": "the note is too long"}, {}
        self.log.append(("post", client))
        return 201, self.item(self.add(login, body)), {}

    def item(self, comment):
        if "item" not in comment: comment["item"] = self.made(comment)
        return comment["item"]

    def made(self, comment):
        """A comment as the API shows it."""
        moment = datetime.datetime.fromtimestamp(comment["time"], datetime.timezone.utc)
        created = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        item = {"id": comment["id"], "body": comment["body"], "created_at": created}
        author = comment["author"]
        if self.kind == "github": return {**item, "user": {"login": author}}
        return {**item, "author": {"id": IDS[author], "username": author}, "system": False}


def serve(api):
    """Starts an HTTP server for an API, and sets the API's address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self):
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            try:
                status, headers, body = api.handle(self.command, self.path, self.headers, data)
            except Lost:
                self.close_connection = True
                return
            self.send_response_only(status)
            for name, value in headers.items(): self.send_header(name, value)
            if status != 204: self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_DELETE = handle_any

        def log_message(self, *words):
            pass

    class Listener(http.server.ThreadingHTTPServer):
        request_queue_size = 256
        daemon_threads = True

    server = Listener(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    api.address = f"http://127.0.0.1:{server.server_port}"
    return api
