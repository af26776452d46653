"""Runs the jobs of the GitLab template as GitLab's runner would: in a repository in sync, and in one with drift.

usage: gitlab.py TEMPLATE REPOSITORY FLOWDRIFT
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import ruamel.yaml


def run(template, job, repository, flowdrift, variables):
    """Runs a job's script, and returns its exit status and output."""
    path = os.path.dirname(flowdrift) + ":" + os.environ["PATH"]
    values = {name: value for name, value in template["variables"].items()}
    values |= template[job].get("variables", {}) | variables
    script = "set -eo pipefail\n" + "\n".join(template[job]["script"])
    done = subprocess.run(
        ["bash", "-c", script], cwd=repository, env=os.environ | values | {"PATH": path}, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def main():
    template = ruamel.yaml.YAML(typ="safe").load(pathlib.Path(sys.argv[1]))
    names = template[".flowdrift"]["artifacts"]["reports"]
    with tempfile.TemporaryDirectory() as folder:
        repository = pathlib.Path(folder) / "repository"
        shutil.copytree(sys.argv[2], repository)
        status, said = run(template, "flowdrift-check", repository, sys.argv[3], {})
        assert status == 0, said
        assert json.loads((repository / names["codequality"]).read_text()) == []
        contract = repository / "specs/callback-request.yaml"
        contract.write_text(contract.read_text().replace("Flow.callerNumber:", "Flow.callerPhone:"))
        status, said = run(
            template, "flowdrift-check", repository, sys.argv[3], {"FLOWDRIFT_OPTIONS": "--environment prod"}
        )
        assert status == 1, said
        (issue,) = json.loads((repository / names["codequality"]).read_text())
        assert issue["check_name"] == "input-undeclared", issue
        assert xml.etree.ElementTree.parse(repository / names["junit"]).getroot().findall(".//failure")
        # The nightly job needs an org; without credentials it must be a tool's failure and no drift.
        subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=repository, check=True)
        status, said = run(
            template, "flowdrift-nightly", repository, sys.argv[3],
            {"FLOWDRIFT_ENVIRONMENT": "prod", "CI_DEFAULT_BRANCH": "main", "HOME": folder,
             "GENESYSCLOUD_REGION": "eu-west-1", "GENESYSCLOUD_ACCESS_TOKEN": "", "GENESYSCLOUD_OAUTHCLIENT_ID": ""},
        )
        assert status == 2 and "There are no credentials" in said, said
    print("packages: the GitLab jobs pass, find a drift, and tell missing credentials from it")


main()
