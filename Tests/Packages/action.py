"""Runs the steps of action.yml as GitHub's runner would, with a release that a server on this machine provides.

usage: action.py ROOT RELEASE REPOSITORY FLOWDRIFT
"""
import functools
import hashlib
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

import ruamel.yaml

import comments
from review_api import ReviewAPI, serve

root, release, repository, flowdrift = (pathlib.Path(word).resolve() for word in sys.argv[1:5])
action = ruamel.yaml.YAML(typ="safe").load(root / "action.yml")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *words):
        pass


def expand(text, values):
    """Text with each `${{ expression }}` filled in; an expression that is not known is a mistake of action.yml."""
    return re.sub(r"\$\{\{ ([a-z_.-]+) \}\}", lambda match: values[match[1]], str(text))


def is_wanted(step, failed, values):
    """Whether the runner runs a step: not after a failure, unless the step's condition has `!cancelled()`."""
    condition = step.get("if")
    if condition is None: return not failed
    match = re.fullmatch(r"\$\{\{ !cancelled\(\) && ([a-z.-]+) != '' \}\}", condition)
    return values[match[1]] != ""


def run(inputs, github):
    """Runs the action; its exit status, what it printed, and its outputs."""
    unknown = set(inputs) - set(action["inputs"])
    assert not unknown, unknown
    values = {f"inputs.{name}": str(terms["default"]) for name, terms in action["inputs"].items()}
    values |= {"github.token": "", "github.event_name": "push"} | github
    values |= {f"inputs.{name}": expand(value, values) for name, value in inputs.items()}
    values["inputs.token"] = expand(values["inputs.token"], values)
    values["steps.run.outputs.comment-file"] = ""
    said, result = "", 0
    with tempfile.TemporaryDirectory() as folder:
        for step in action["runs"]["steps"]:
            assert step["shell"] == "bash" and "${{" not in step["run"], step
            if not is_wanted(step, result, values): continue
            output = pathlib.Path(folder) / "output"
            output.write_text("")
            own = {"GITHUB_OUTPUT": str(output), "GITHUB_PATH": f"{folder}/path", "RUNNER_TEMP": folder}
            own |= {"GITHUB_ACTION_PATH": str(root)} | {k: expand(v, values) for k, v in step["env"].items()}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=expand(step.get("working-directory", "."), values), env=os.environ | own,
                capture_output=True, text=True,
            )
            said += done.stdout + done.stderr
            for line in output.read_text().splitlines():
                name, value = line.split("=", 1)
                values[f"steps.{step['id']}.outputs.{name}"] = value
            if not step.get("continue-on-error"): result = result or done.returncode
        if result: return result, said, values
        outputs = {name: expand(terms["value"], values) for name, terms in action["outputs"].items()}
        assert outputs["status"] == "0", outputs
        return 0, said, values


def main():
    handler = functools.partial(Quiet, directory=str(release))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"
    github = {"github.server_url": "https://127.0.0.1:9", "github.action_repository": "nobody/flowdrift"}
    (tarball,) = release.glob("flowdrift-*.tar.xz")
    version = re.match(r"flowdrift-([0-9.]+)-linux", tarball.name)[1]
    assert version == str(action["inputs"]["version"]["default"]), f"action.yml installs another version than {version}"
    mirror = {"mirror": f"http://127.0.0.1:{server.server_port}/", "working-directory": str(repository)}
    checksum = hashlib.sha256(tarball.read_bytes()).hexdigest()

    status, said, values = run(mirror, github)
    assert status == 0 and values["steps.install.outputs.binary"].endswith("/bin/flowdrift"), said
    status, said, _ = run(mirror | {"checksum": checksum, "arguments": "--version"}, github)
    assert status == 0 and said.strip() == version, said
    status, said, _ = run(mirror | {"checksum": "0" * 64}, github)
    assert status == 2 and "not the expected one" in said, said
    status, said, _ = run(mirror | {"version": "0.1.0/../x"}, github)
    assert status == 2 and "not a version" in said, said
    status, said, _ = run(mirror | {"mirror": mirror["mirror"] + "missing"}, github)
    assert status == 2 and "could not be downloaded" in said, said

    # A release whose tarball is another than its checksums say.
    with tempfile.TemporaryDirectory() as folder:
        forged = pathlib.Path(folder)
        shutil.copy(release / "SHA256SUMS", forged)
        (forged / tarball.name).write_bytes(b"not what was released")
        other = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=other.serve_forever, daemon=True).start()
        status, said, _ = run(mirror | {"mirror": f"http://127.0.0.1:{other.server_port}"}, github)
        assert status == 2 and "not the expected one" in said, said

    # What a user writes is words for flowdrift, and no script.
    own = {"working-directory": str(repository), "binary": str(flowdrift)}
    status, said, _ = run(own | {"arguments": "check --environment 'a b; touch /tmp/never' $(id)"}, github)
    assert status == 64 and "uid=" not in said, said
    status, said, _ = run(own | {"arguments": "check --environment 'not closed"}, github)
    assert status == 64 and "quote" in said, said
    status, said, values = run(own | {"arguments": "check --from nowhere --report github"}, github)
    assert status == 2 and values["steps.run.outputs.status"] == "2", said
    status, said, _ = run(own | {"binary": "/no/such/program"}, github)
    assert status == 2 and "doesn't exist" in said, said
    print("packages: the action installs a release, refuses a forged one, and passes words and statuses on")
    keeps_a_comment(github)


def keeps_a_comment(github):
    """Runs the action for pull requests, against a server that acts as GitHub does."""
    api = serve(ReviewAPI("github"))
    with tempfile.TemporaryDirectory() as folder:
        checkout = pathlib.Path(folder) / "repository"
        shutil.copytree(repository, checkout)
        contract = checkout / "specs/callback-request.yaml"
        green = contract.read_text()
        red = green.replace("Flow.callerNumber:", "Flow.callerPhone:")
        own = {"working-directory": str(checkout), "binary": str(flowdrift), "comment": "true"}
        own |= {"arguments": "check --environment prod"}

        def step(text, number, inputs={}, event="pull_request", token="write", payload=None):
            contract.write_text(text)
            os.environ.update(comments.environment(api, folder, payload))
            os.environ.update({"GITHUB_RUN_ID": str(number), "GITHUB_RUN_ATTEMPT": "1", "FLOWDRIFT_COMMENT_PAUSE": "0"})
            return run(own | inputs, github | {"github.event_name": event, "github.token": token})

        status, said, values = step(red, 1)
        assert status == 1 and "drift" in said and len(api.comments) == 1, said
        assert "run=1 attempt=1 status=1 -->" in api.comments[0]["body"] and "callerPhone" in api.comments[0]["body"]
        status, said, _ = step(green, 2, {"comment-name": "web"})
        assert status == 0 and len(api.comments) == 1, said
        status, said, _ = step(green, 3)
        assert status == 0 and "run=3 attempt=1 status=0" in api.comments[0]["body"], said
        # Whatever happens to the comment, the job's result is that of flowdrift.
        for text, wanted in [(red, 1), (green, 0)]:
            status, said, _ = step(text, 4, token="expired")
            assert status == wanted and "::error title=flowdrift::the comment" in said, said
        status, said, _ = step(red, 5, token="read")
        assert status == 1 and "pull-requests: write" in said, said
        fork = {"number": 7, "head": {"sha": comments.HEAD, "repo": {"full_name": "mallory/shop"}}}
        status, said, _ = step(red, 6, token="read", payload={"pull_request": fork})
        assert status == 1 and "::notice title=flowdrift::the pull request is from a fork" in said, said
        # Without a pull request, and by default, there is no further report and no request.
        before = dict(api.count)
        for inputs, event in [({}, "push"), ({"comment": "false"}, "pull_request")]:
            status, said, values = step(red, 7, inputs, event)
            assert status == 1 and values["steps.run.outputs.comment-file"] == "", said
        assert api.count == before and len(api.comments) == 1

        # The second action, as a workflow for workflow_run uses it.
        file = pathlib.Path(folder) / "uploaded.md"
        file.write_text(comments.report(10**15, 1, 1, "@ada\n"))
        second = ruamel.yaml.YAML(typ="safe").load(root / "comment/action.yml")
        values = {f"inputs.{name}": str(terms.get("default", "")) for name, terms in second["inputs"].items()}
        values |= {"inputs.file": str(file), "inputs.token": "write", "inputs.run": "8", "inputs.untrusted": "true"}
        (only,) = second["runs"]["steps"]
        assert "${{" not in only["run"], only
        variables = {name: expand(value, values) for name, value in only["env"].items()}
        os.environ.update(comments.environment(api, folder))
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", only["run"]], capture_output=True, text=True,
            env=os.environ | variables | {"GITHUB_ACTION_PATH": str(root / "comment")},
        )
        assert done.returncode == 0 and "run=8 attempt=1 status=1" in api.comments[0]["body"], done.stdout + done.stderr
        assert len(api.comments) == 1 and "@ada" not in api.comments[0]["body"]
    print("packages: the action keeps one comment, and its result is that of flowdrift")


main()
