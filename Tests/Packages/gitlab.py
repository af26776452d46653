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

import comments
from review_api import ReviewAPI, serve


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


def keeps_a_comment(template, repository, contract, folder):
    """Runs the job for merge requests, against a server that acts as GitLab does."""
    api = serve(ReviewAPI("gitlab"))
    path = pathlib.Path(folder) / "bin"
    path.mkdir()
    (path / "flowdrift").symlink_to(sys.argv[3])
    script = pathlib.Path(sys.argv[1]).resolve().parents[1] / "packaging/action/comment"
    (path / "flowdrift-comment").symlink_to(script)
    red = contract.read_text()
    green = red.replace("Flow.callerPhone:", "Flow.callerNumber:")

    def job(text, pipeline, **variables):
        contract.write_text(text)
        values = comments.environment(api, folder) | {"CI_PIPELINE_ID": str(pipeline), "CI_JOB_ID": "9"}
        values |= {"GITLAB_CI": "true", "FLOWDRIFT_COMMENT_PAUSE": "0", "no_proxy": "127.0.0.1"} | variables
        values["FLOWDRIFT_OPTIONS"] = "--environment prod"
        return run(template, "flowdrift-check", repository, str(path / "flowdrift"), values)

    status, said = job(red, 1)
    assert status == 1 and "run=1 attempt=9 status=1 -->" in api.comments[0]["body"], said
    assert (repository / template["flowdrift-check"]["artifacts"]["paths"][0]).exists()
    # Whatever happens to the comment, the job's result is that of flowdrift.
    for text, wanted in [(red, 1), (green, 0)]:
        status, said = job(text, 2, FLOWDRIFT_GITLAB_TOKEN="read")
        assert status == wanted and "the comment could not be kept" in said, said
    status, said = job(green, 3)
    assert status == 0 and "Solved" in api.comments[0]["body"] and len(api.comments) == 1, said
    # Without the token, or outside of merge requests, there is no request.
    before = dict(api.count)
    for variables in [{"FLOWDRIFT_GITLAB_TOKEN": ""}, {"CI_MERGE_REQUEST_IID": ""}]:
        status, said = job(red, 4, **variables)
        assert status == 1 and api.count == before, said


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
        keeps_a_comment(template, repository, contract, folder)
        # The nightly job needs an org; without credentials it must be a tool's failure and no drift.
        subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=repository, check=True)
        status, said = run(
            template, "flowdrift-nightly", repository, sys.argv[3],
            {"FLOWDRIFT_ENVIRONMENT": "prod", "CI_DEFAULT_BRANCH": "main", "HOME": folder,
             "GENESYSCLOUD_REGION": "eu-west-1", "GENESYSCLOUD_ACCESS_TOKEN": "", "GENESYSCLOUD_OAUTHCLIENT_ID": ""},
        )
        assert status == 2 and "There are no credentials" in said, said
    print("packages: the GitLab jobs pass, find a drift, keep one comment, and tell missing credentials from it")


main()
