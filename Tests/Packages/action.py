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

root, release, repository, flowdrift = (pathlib.Path(word).resolve() for word in sys.argv[1:5])
action = ruamel.yaml.YAML(typ="safe").load(root / "action.yml")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *words):
        pass


def expand(text, values):
    """Text with each `${{ expression }}` filled in; an expression that is not known is a mistake of action.yml."""
    return re.sub(r"\$\{\{ ([a-z.-]+) \}\}", lambda match: values[match[1]], str(text))


def run(inputs, github):
    """Runs the action; its exit status, what it printed, and its outputs."""
    unknown = set(inputs) - set(action["inputs"])
    assert not unknown, unknown
    values = {f"inputs.{name}": str(terms["default"]) for name, terms in action["inputs"].items()}
    values |= {f"inputs.{name}": value for name, value in inputs.items()} | github
    said = ""
    with tempfile.TemporaryDirectory() as folder:
        for step in action["runs"]["steps"]:
            assert step["shell"] == "bash" and "${{" not in step["run"], step
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
            if done.returncode != 0:
                return done.returncode, said, values
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


main()
