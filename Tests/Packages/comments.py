"""Tests packaging/action/comment, which keeps one comment on a pull request, against a server on this machine.

usage: comments.py [--seeds N] [--first SEED] [SCRIPT]
Most tests run the script as a process. The tests with 200 runs import it: each run is a thread, and before each request
a random choice says which run goes on. The same seed gives the same order, and a failure names its seed.
"""
import argparse
import collections
import concurrent.futures
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

from review_api import IDS, MINE, NUMBER, OTHER, PROJECT, REPOSITORY, Lost, ReviewAPI, serve

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "packaging/action/comment"
KINDS = ("github", "gitlab")
HEAD = "a" * 40


def report(run, attempt, status, text="- **error**: Input 'Flow.isUrgent' is not declared\n"):
    """A report as flowdrift writes it; its last lines differ from run to run."""
    return (
        f"<!-- flowdrift run={run} attempt={attempt} status={status} -->\n\n## flowdrift\n\n{text}\n"
        f"<sub>flowdrift 0.1.0 · 2026-11-30T12:00:{run % 60:02}Z</sub>\n\n"
        f"[The run](https://github.example/{REPOSITORY}/actions/runs/{run}/attempts/{attempt})\n"
    )


def environment(api, folder, event=None, commit=HEAD, token="write"):
    """The variables of a job."""
    if api.kind == "gitlab":
        return {
            "CI_API_V4_URL": api.address + "/api/v4", "CI_PROJECT_ID": PROJECT, "CI_MERGE_REQUEST_IID": str(NUMBER),
            "CI_COMMIT_SHA": commit, "FLOWDRIFT_GITLAB_TOKEN": token,
        }
    if event is None:
        event = {"pull_request": {"number": NUMBER, "head": {"sha": commit, "repo": {"full_name": REPOSITORY}}}}
    path = pathlib.Path(folder) / "event.json"
    path.write_text(json.dumps(event))
    return {
        "GITHUB_API_URL": api.address, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": token,
        "GITHUB_EVENT_PATH": str(path), "GITHUB_SHA": "f" * 40,
    }


def run(api, text, *options, **terms):
    """Runs the script as a process; its exit status and output."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "report.md"
        if text is not None: file.write_bytes(text if isinstance(text, bytes) else text.encode())
        variables = {"PATH": os.environ["PATH"], "FLOWDRIFT_COMMENT_PAUSE": "0", "no_proxy": "127.0.0.1"}
        done = subprocess.run(
            [sys.executable, SCRIPT, file, *options], env=variables | environment(api, folder, **terms),
            capture_output=True, text=True,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout + done.stderr


def passes(api, text, sentence, *options, **terms):
    status, said = run(api, text, *options, **terms)
    assert status == 0 and sentence in said, (api.kind, status, said)


def fails(api, text, sentence, *options, **terms):
    before = list(api.comments)
    status, said = run(api, text, *options, **terms)
    assert status == 2 and sentence in said and said.count("\n") == 1, (api.kind, status, said)
    assert ("::error title=flowdrift::" in said) == (api.kind == "github"), said
    assert api.comments == before, "a failed run wrote"


def bodies(api, author=MINE):
    return [comment["body"] for comment in api.by(author)]


# One run after the other, as processes.


def test_first_red_then_same_then_green(api):
    passes(api, report(1, 1, 0), "there is no drift")
    assert not api.comments and api.count["POST"] == 0
    passes(api, report(2, 1, 1), "posted")
    (body,) = bodies(api)
    assert body.startswith("<!-- flowdrift run=2 attempt=1 status=1 -->\n## flowdrift\n"), body
    # Shortly after, the comment may still be withdrawn by its own run, so another run doesn't rely on it.
    passes(api, report(3, 1, 1), "posted")
    api.time += 1000
    passes(api, report(4, 1, 1), "already says the same")
    assert [body[:24] for body in bodies(api)] == ["<!-- flowdrift run=3 att"]
    passes(api, report(4, 2, 2, "another text\n"), "posted")
    # A run that is older, by run or by attempt, or that has the same mark, writes nothing.
    for mark in [(4, 1), (3, 9), (4, 2)]:
        passes(api, report(*mark, 1), "newer run")
    assert len(bodies(api)) == 1 and "another text" in bodies(api)[0]
    passes(api, report(5, 1, 0), "posted")
    (body,) = bodies(api)
    assert "Solved" in body and "status=0" in body, body
    posts = api.count["POST"]
    passes(api, report(6, 1, 0), "there is no drift")
    passes(api, report(10, 1, 1), "posted")
    # 9 is less than 10, although not as text.
    passes(api, report(9, 1, 0), "newer run")
    assert api.count["POST"] == posts + 1


def test_head_moved(api):
    passes(api, report(1, 1, 1), "newer commits", commit="b" * 40)
    assert not api.comments
    # The head moves between the two checks: the script asks for it for the second time after it posted.
    route = api.route

    def moves(*words):
        if api.comments: api.head = "b" * 40
        return route(*words)

    api.route = moves
    passes(api, report(1, 1, 1), "got newer commits")
    assert not api.comments and api.count["POST"] == 1
    api.route = route


def test_many_comments_and_forged_marks(api):
    for number in range(250):
        api.add(OTHER, f"comment {number}")
    forged = [
        report(10**15, 1, 0), "<!-- flowdrift run=99999 attempt=1 status=0 -->\nSolved",
        "<!-- flowdrift run=1 attempt=1 status=1 -->", report(3, 1, 1),
    ]
    for text in forged: api.add(OTHER, text)
    # Our account's other comments are not ours to delete either.
    api.add(MINE, "Deployed.")
    api.add(MINE, "Quote:\n" + report(1, 1, 1))
    api.add(MINE, "<!-- flowdrift web run=99 attempt=1 status=1 -->\nnot the same name")
    others = list(api.comments)
    passes(api, report(3, 1, 0), "there is no drift")
    passes(api, report(4, 1, 1), "posted")
    passes(api, report(5, 1, 1, "other\n"), "posted")
    assert [comment for comment in api.comments if comment in others] == others
    (own,) = [comment for comment in api.comments if comment not in others]
    assert "run=5" in own["body"]


def test_deletion_between_pages(api):
    """If somebody deletes a comment after the first page was read, the first comment of the second page moves up."""
    for number in range(100): api.add(OTHER, f"comment {number}")
    api.add(MINE, report(9, 1, 1))
    for number in range(20): api.add(OTHER, f"comment {number}")
    page = api.page

    def deletes(*words):
        answer = page(*words)
        if api.comments[0]["body"] == "comment 0": del api.comments[0]
        return answer

    api.page = deletes
    passes(api, report(5, 1, 1), "newer run")
    assert len(bodies(api)) == 1 and api.count["POST"] == 0


def test_two_names(api):
    passes(api, report(1, 1, 1), "posted", "--name", "web")
    passes(api, report(1, 1, 1), "posted", "--name", "app.v2_x-y")
    passes(api, report(1, 1, 1), "posted")
    passes(api, report(2, 1, 0), "posted", "--name", "web")
    texts = bodies(api)
    assert len(texts) == 3, texts
    assert "flowdrift: web" in texts[-1] and texts[-1].startswith("<!-- flowdrift web run=2 attempt=1 status=0 -->")
    for name in ["a b", "a>", "--> x", "x" * 65, "ä"]:
        status, said = run(api, report(3, 1, 1), f"--name={name}")
        assert status == 2 and "--name may only have" in said, said
    # An empty name, as of an input that nobody set, is no name.
    passes(api, report(3, 1, 1, "other\n"), "posted", "--name=")
    assert len(bodies(api)) == 3 and bodies(api)[-1].startswith("<!-- flowdrift run=3 ")


def test_doubles_are_removed(api):
    for mark in [(3, 1), (5, 1), (5, 1), (4, 2)]:
        api.add(MINE, report(*mark, 1))
    kept = api.comments[1]
    passes(api, report(4, 9, 1), "newer run")
    assert api.comments == [kept], api.comments


def test_late_list(api):
    api.late = 3
    passes(api, report(1, 1, 1), "posted")
    assert api.count["POST"] == 1
    api.late = 50
    passes(api, report(2, 1, 1), "posted")
    assert len(bodies(api)) == 1 and "run=2" in bodies(api)[0]


def test_long_texts(api):
    limit = 65_536 if api.kind == "github" else 1_000_000
    line = "- **error**: Input 'Flow.ääää😀' is not declared\n"
    text = "<details><summary>More</summary>\n\n" + line * (limit // len(line) + 100) + "\n</details>\n"
    passes(api, report(1, 1, 1, text), "posted")
    (body,) = bodies(api)
    assert len(body) > limit * 0.9 and len(body.encode("utf-16-le")) // 2 <= limit, len(body)
    assert body.count("<details") == body.count("</details>") == 1
    assert "too long for a comment" in body and body.rstrip().endswith("/actions/runs/1/attempts/1)"), body[-300:]
    assert "\n" + line + "</details>\n" in body
    # One line that is too long on its own.
    passes(api, report(2, 1, 1, "x" * (limit + 5)), "posted")
    assert len(bodies(api)[0]) < 1000 and "too long" in bodies(api)[0]


def test_commands_of_gitlab(api):
    passes(api, report(1, 1, 1, "/close\n  /merge\n> /approve\nspecs/a.yaml\n"), "posted")
    lines = bodies(api)[0].splitlines()
    assert ("/close" in lines) == (api.kind == "github") and "specs/a.yaml" in lines, lines


def test_refusals(api):
    fix = "pull-requests: write" if api.kind == "github" else "scope 'api'"
    fails(api, report(1, 1, 1), fix, token="read")
    fails(api, report(1, 1, 1), "status 401", token="expired")
    fails(api, report(1, 1, 1), fix, token="expired")
    fails(api, report(1, 1, 1), "status 404", token="blind")
    fails(api, report(1, 1, 1), "is missing. fix: set it", token="")
    # A run that has nothing to write needs no right to write.
    passes(api, report(1, 1, 0), "there is no drift", token="read")
    fails(api, None, "can't be read")
    fails(api, "## flowdrift\n", "doesn't begin with flowdrift's mark")
    fails(api, report(1, 1, 64), "doesn't begin with flowdrift's mark")
    fails(api, report(0, 0, 1), "--run and --attempt")
    passes(api, report(0, 0, 1), "posted", "--run", "8", "--attempt", "2")
    assert "run=8 attempt=2" in bodies(api)[0]
    address, api.address = api.address, "http://flowdrift.example"
    fails(api, report(1, 1, 1), "must begin with https://")
    api.address = address


def test_no_address_outside(api):
    route = api.route

    def strays(method, url, *words):
        status, value, headers = route(method, url, *words)
        if method == "GET" and url.path.endswith(("comments", "notes")):
            headers = {"Link": '<http://localhost:9/next?page=2>; rel="next"'}
        return status, value, headers

    api.route = strays
    fails(api, report(1, 1, 1), "next page on another host")
    api.route = lambda *_: (302, {"message": "moved"}, {"Location": "http://localhost:9/"})
    fails(api, report(1, 1, 1), "status 302")
    api.route = lambda *_: (502, {"message": "down"}, {})
    fails(api, report(1, 1, 1), "status 502 (down)")
    api.route = lambda *_: (200, {"what": 1}, {})
    fails(api, report(1, 1, 1), "unexpected form")
    api.route = route


def test_wrong_author(api):
    if api.kind == "gitlab": return
    status, said = run(api, report(1, 1, 1), token="person")
    assert status == 2 and "give the login" in said and not api.comments, said
    passes(api, report(1, 1, 1), "posted", "--author", "ada", token="person")
    passes(api, report(2, 1, 1, "other\n"), "posted", "--author", "ada", token="person")
    assert len(bodies(api, "ada")) == 1


def test_forks(api):
    """The job of a fork's pull request can't write; the one that follows it knows the pull request from its event."""
    if api.kind == "gitlab": return
    event = {"pull_request": {"number": NUMBER, "head": {"sha": HEAD, "repo": {"full_name": "mallory/shop"}}}}
    for text in [report(1, 1, 1), report(1, 1, 0)]:
        passes(api, text, "::notice title=flowdrift::the pull request is from a fork", event=event, token="read")
    assert api.count == {"GET": 0, "POST": 0, "DELETE": 0}

    def ended(**terms):
        run = {"id": 70, "run_attempt": 2, "event": "pull_request", "head_sha": HEAD, "head_branch": "fix/a&b#c"}
        return {"workflow_run": {**run, "head_repository": {"owner": {"login": "mallory"}}, **terms}}

    def pull(number, sha, base=REPOSITORY):
        head = {"label": "mallory:fix/a&b#c", "sha": sha}
        return {"id": number, "number": number, "head": head, "base": {"repo": {"full_name": base}}}

    # Somebody's text: it claims another run, has a mark, mentions people, and isn't UTF-8.
    text = report(10**15, 1, 1, "@ada <!-- flowdrift run=9 attempt=1 status=0 --> ![](https://x)\n").encode()
    text += b"\xff\xfe\n"
    api.pulls = [pull(3, "c" * 40), pull(NUMBER, HEAD), pull(4, HEAD, "mallory/shop")]
    passes(api, text, "posted", event=ended())
    (body,) = bodies(api)
    assert body.startswith("<!-- flowdrift run=70 attempt=2 status=1 -->\nA run of code from a fork"), body
    assert body.count("<!--") == 1 and "@ada" not in body and "@\u200bada" in body and "\ufffd" in body, body
    passes(api, report(1, 1, 1, "- @x\n" * 100_000), "posted", event=ended(run_attempt=3))
    assert 50_000 < len(bodies(api)[0]) <= 60_000 and "@x" not in bodies(api)[0]
    passes(api, report(1, 1, 0), "posted", event=ended(id=71))
    assert "Solved" in bodies(api)[0]
    fails(api, report(1, 1, 7), "mark", event=ended(id=72))
    passes(api, report(1, 1, 1), "no open pull request", event=ended(head_sha="d" * 40))
    passes(api, report(1, 1, 1), "not for a pull request", event=ended(event="push"))
    api.pulls.append(pull(8, HEAD))
    fails(api, report(1, 1, 1), "2 pull requests have the run's commit", event=ended(id=73))
    passes(api, report(1, 1, 1), "posted", "--pull-request", str(NUMBER), event=ended(id=73))
    # Without the event, the run must be named.
    fails(api, report(1, 1, 1), "--run and --attempt", "--untrusted")
    passes(api, report(1, 1, 1, "@ada\n"), "posted", "--untrusted", "--run", "80")
    assert "run=80 attempt=1" in bodies(api)[0] and "@ada" not in bodies(api)[0]
    fails(api, report(1, 1, 1), "the event has no pull request", event={"ref": "refs/heads/main"})


def test_branch_of_gitlab(api):
    """In a merged results pipeline, CI_COMMIT_SHA is not a commit of the merge request."""
    if api.kind == "github": return
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "report.md"
        file.write_text(report(1, 1, 1))
        variables = environment(api, folder, commit="e" * 40) | {
            "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": HEAD, "CI_MERGE_REQUEST_PROJECT_ID": PROJECT, "CI_PROJECT_ID": "900",
            "PATH": os.environ["PATH"], "no_proxy": "127.0.0.1",
        }
        subprocess.run([sys.executable, SCRIPT, file], env=variables, check=True, capture_output=True)
    assert len(bodies(api)) == 1


def test_answers_get_lost(kind):
    """Each request in turn gets no answer, before or after the server handled it."""
    script = load()
    for fault in ("before", "after"):
        for number in range(1, 12):
            api = serve(ReviewAPI(kind))
            api.add(MINE, report(1, 1, 1))
            api.time += 1000
            route, count = api.route, 0

            def loses(*words):
                nonlocal count
                count += 1
                if count == number and fault == "before": raise Lost
                answer = route(*words)
                if count == number: raise Lost
                return answer

            api.route = loses
            with tempfile.TemporaryDirectory() as folder:
                assert keep(script, api, environment(api, folder), report(2, 1, 1, "other\n")) == script.POSTED
            assert [body[:24] for body in bodies(api)] == ["<!-- flowdrift run=2 att"], (fault, number)
            assert api.count["POST"] <= 1, (fault, number)
            if count < number: break
        else:
            raise AssertionError("the run makes more requests than the test expects")


# 200 runs at once, as threads.


def load():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("comment", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("comment", loader))
    loader.exec_module(module)
    module.pause = lambda seconds: None
    return module


def keep(script, api, variables, text):
    """Runs the script's main function in this process; returns what it did."""
    server = (script.GitHub if api.kind == "github" else script.GitLab)(variables, None, MINE)
    return script.keep(server, script.report_of(text.encode(), server))


class Job(threading.Thread):
    """One run of the script, on one commit."""

    def __init__(self, script, api, folder, commit, run, status, text):
        super().__init__(daemon=True)
        self.script, self.api, self.folder, self.commit = script, api, folder, commit
        self.run_pair, self.status, self.text = run, status, text
        self.go, self.done, self.failure = threading.Semaphore(0), None, None
        self.posted = False

    def run(self):
        self.go.acquire()
        try:
            self.done = self.keep()
        except BaseException as failure:
            self.failure = failure
        self.stop.release()

    def keep(self):
        variables = environment(self.api, self.folder, commit=self.commit)
        return keep(self.script, self.api, variables, report(*self.run_pair, self.status, self.text))

    def last(self, event):
        """The number of this run's last event of a kind, or -1."""
        return max((number for number, entry in enumerate(self.api.log) if entry == (event, self)), default=-1)


def play(script, kind, seed, large):
    """Runs of several commits in a random order; returns the runs, and whether there was an exception.

    A large order has 200 runs. A small one has a few: there, no later run puts right what an earlier one did wrong.
    """
    choice = random.Random(seed)
    count, runs, attempts = (5, 8, 5) if large else [choice.randrange(1, most + 1) for most in (3, 2, 2)]
    api = ReviewAPI(kind, seed, faults=choice.choice([0, 0, 0.05]))
    for number in range(choice.choice([3, 3, 130 if large else 3])): api.add(OTHER, f"comment {number}")
    api.add(OTHER, report(10**12, 1, choice.randrange(3)))
    foreign = list(api.comments)
    commits = [character * 40 for character in "abcde"[:count]]
    in_turn, width = choice.random() < 0.4, choice.choice([2, 4, 20, 200])
    texts = ["- one\n", "- two\n", "- three\n"]
    turn = threading.Semaphore(0)
    current = None

    def exchange(method, url, headers, data):
        job = current
        if job and job is threading.current_thread():
            turn.release()
            job.go.acquire()
        client = threading.current_thread()
        try:
            answer = api.handle(method, url, headers, data, client)
        except Lost:
            raise ConnectionResetError("lost")
        if method == "POST" and job: job.posted = True
        return answer

    script.exchange = exchange
    red = choice.choice([0.2, 0.5, 0.9, 1])
    pushes = 0.003 * min(width, 4) if large else 0.15
    # A run that mostly goes on until it is interrupted: only so, one run ends between two requests of another one.
    steady = 0 if large else choice.choice([0, 0.6, 0.85])
    if choice.random() < 0.5:
        api.add(MINE, report(1, 1, choice.randrange(3), choice.choice(texts)))
        api.time += 1000
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for number, commit in enumerate(commits):
            place = pathlib.Path(folder) / str(number)
            place.mkdir()
            for run in range(runs):
                for attempt in range(1, attempts + 1):
                    status = choice.choice([1, 2]) if choice.random() < red else 0
                    text = choice.choice(texts + [f"- only {number} {run} {attempt}\n"])
                    jobs.append(Job(script, api, place, commit, (1000 + number * 10 + run, attempt), status, text))
                    jobs[-1].stop = turn
        waiting, active, pushed = jobs[:], [], 0
        if not in_turn: choice.shuffle(waiting)
        api.head = commits[0]
        while waiting or active or pushed < len(commits) - 1:
            if pushed < len(commits) - 1 and choice.random() < pushes:
                pushed += 1
                api.head = commits[pushed]
            # A comment counts as settled only after its own run has ended.
            if choice.random() < 0.1 and not any(job.posted for job in active): api.time += 1000
            startable = []
            if len(active) < width:
                busy = {job.commit for job in active}
                startable = [job for job in waiting if job.commit in commits[:pushed + 1]]
                if in_turn:
                    # The first waiting run of each commit of which no run is active.
                    first = {}
                    for job in startable: first.setdefault(job.commit, job)
                    startable = [job for job in first.values() if job.commit not in busy]
            if current in active and choice.random() < steady:
                job = current
            elif startable and (not active or choice.random() < 0.5):
                job = choice.choice(startable)
                waiting.remove(job)
                active.append(job)
                job.start()
            elif active:
                job = choice.choice(active)
            else:
                pushed += 1
                api.head = commits[pushed]
                continue
            current = job
            job.go.release()
            turn.acquire()
            if job.done or job.failure: active.remove(job)
        exception = verify(script, api, jobs, commits[-1], in_turn, foreign)
        # The next run puts right what the exception left.
        api.faults, api.time = 0, api.time + 1000
        last = max((job for job in jobs if job.commit == commits[-1]), key=lambda job: job.run_pair)
        before = bodies(api)
        final = Job(script, api, pathlib.Path(folder) / str(count - 1), commits[-1], (2000, 1), last.status, last.text)
        current = None
        final.done = final.keep()
        after = bodies(api)
        if last.status: assert len(after) == 1 and says_same(script, after[0], final), after
        elif not before: assert not after, after
        else: assert len(after) == 1 and "status=0" in after[0], after
    return jobs, exception


def says_same(script, body, job):
    mark = script.MARK.match(body)
    server = type("Any", (), {"limit": 10**6, "name": "GitHub"})
    wanted = script.report_of(report(*job.run_pair, job.status, job.text).encode(), server)
    return script.same(script.Comment(1, None, int(mark[4]), body, 0), wanted)


def verify(script, api, jobs, head, in_turn, foreign):
    """The comments at the end are those of the newest run of the last commit.

    There is one exception: the newest run may write nothing, because there is nothing new to say. Then an older run of
    the same commit that posts later can't know of it, and its comment stays. It can't happen if the runs of one commit
    come one after the other.
    """
    for job in jobs:
        if job.failure: raise job.failure
    assert [comment for comment in api.comments if comment in foreign] == foreign, "a foreign comment is missing"
    ours = bodies(api)
    assert len(ours) <= 1, ours
    on_head = [job for job in jobs if job.commit == head]
    newest = max(on_head, key=lambda job: job.run_pair)
    left = ours[0] if ours else None
    if newest.done == script.POSTED:
        assert left and script.MARK.match(left)[2] == str(newest.run_pair[0]), (newest.run_pair, left)
        assert script.MARK.match(left)[3] == str(newest.run_pair[1]), (newest.run_pair, left)
        assert int(script.MARK.match(left)[4]) == newest.status
        return False
    assert newest.done in (script.SAME, script.NO_DRIFT), (newest.run_pair, newest.done)
    if left is None:
        assert newest.done == script.NO_DRIFT, "the findings of the newest run are missing"
        return False
    if newest.done == script.SAME and says_same(script, left, newest): return False
    if newest.done == script.NO_DRIFT and "status=0" in left: return False
    mark = script.MARK.match(left)
    (writer,) = [job for job in jobs if job.run_pair == (int(mark[2]), int(mark[3]))]
    assert not in_turn, (newest.run_pair, newest.done, left)
    assert writer.commit == head and writer.last("post") > newest.last("list"), (newest.run_pair, writer.run_pair)
    return True


def play_seed(kind, seed):
    """Plays one large order and 40 small ones; returns how many runs did what, and the number of exceptions."""
    script = load()
    done, exceptions = collections.Counter(), 0
    for number in range(41):
        own_seed = seed * 100 + number
        try:
            jobs, exception = play(script, kind, own_seed, large=number == 0)
        except Exception as failure:
            raise AssertionError(f"seed {own_seed}, {kind}: {failure!r}") from failure
        done += collections.Counter(job.done for job in jobs)
        exceptions += exception
    return done, exceptions


def test_two_hundred_runs(seeds, pool):
    script = load()
    orders = [pool.submit(play_seed, kind, seed) for seed in seeds for kind in KINDS]
    done, exceptions = collections.Counter(), 0
    for future in orders:
        counted, exception = future.result()
        done += counted
        exceptions += exception
    for sentence in (script.POSTED, script.SAME, script.NO_DRIFT, script.NEWER, script.NOT_HEAD, script.WITHDRAWN):
        assert done[sentence], f"no run {sentence}"
    count = len(seeds) * len(KINDS)
    print(f"comments: {count} orders of 200 runs and {40 * count} of a few runs, seeds {seeds[0]} to {seeds[-1]}, end "
          "with one comment of the newest run, or none")
    print(f"comments: in {exceptions} orders, the newest run wrote nothing; an older run of its commit posted later")



def test_http_at_once(kind):
    """200 runs over HTTP, 16 at a time, with lost answers; all are red, and each has its own text."""
    script = load()
    api = serve(ReviewAPI(kind, seed=7, faults=0.05))
    for number in range(90): api.add(OTHER, f"comment {number}")
    marks = [(run, attempt) for run in range(1, 51) for attempt in range(1, 5)]
    random.Random(7).shuffle(marks)
    with tempfile.TemporaryDirectory() as folder:
        variables = environment(api, folder)

        def one(mark):
            return keep(script, api, variables, report(*mark, 1, f"- {mark}\n"))

        with concurrent.futures.ThreadPoolExecutor(16) as pool: list(pool.map(one, marks))
    assert len(api.by(OTHER)) == 90
    (body,) = bodies(api)
    assert body.startswith("<!-- flowdrift run=50 attempt=4 status=1 -->"), body


def main():
    global SCRIPT
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("script", nargs="?", default=SCRIPT, type=pathlib.Path)
    options = parser.parse_args()
    SCRIPT = options.script.resolve()
    os.environ["no_proxy"] = "127.0.0.1"
    begin = time.monotonic()
    tests = [
        test_first_red_then_same_then_green, test_head_moved, test_many_comments_and_forged_marks,
        test_deletion_between_pages, test_two_names, test_doubles_are_removed, test_late_list, test_long_texts,
        test_commands_of_gitlab, test_refusals, test_no_address_outside, test_wrong_author, test_forks,
        test_branch_of_gitlab,
    ]
    with concurrent.futures.ProcessPoolExecutor(2, initializer=begin_worker, initargs=[SCRIPT]) as pool:
        done = [pool.submit(on_server, test, kind) for test in tests for kind in KINDS]
        done += [pool.submit(test, kind) for test in [test_answers_get_lost, test_http_at_once] for kind in KINDS]
        for future in done: future.result()
        print(f"comments: {len(tests) + 1} tests of single runs pass, on both APIs")
        print("comments: 200 runs at once over HTTP, with lost answers, end with the newest one's comment")
        test_two_hundred_runs(range(options.first, options.first + options.seeds), pool)
    print(f"comments: took {time.monotonic() - begin:.0f} s", file=sys.stderr)


def begin_worker(script):
    global SCRIPT
    SCRIPT = script


def on_server(test, kind):
    test(serve(ReviewAPI(kind)))


if __name__ == "__main__":
    main()
