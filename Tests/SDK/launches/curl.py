"""Starts flows on the stand-in with curl, as a service's tests would.

usage: flowdrift stub ... --run -- python3 curl.py
The variables that --run sets have the stand-in's address. cases.json has the launches and the expected answers.
"""

import json
import os
import pathlib
import subprocess
import sys

URL = os.environ["FLOWDRIFT_STUB_URL"]
CASES = json.loads((pathlib.Path(__file__).parent / "cases.json").read_text())


def curl(path, *words):
    """The status and the body of an answer."""
    command = ["curl", "--silent", "--show-error", "--write-out", "\n%{http_code}", *words, URL + path]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    body, status = text.rsplit("\n", 1)
    return int(status), json.loads(body)


def main():
    failures = 0
    for case in CASES:
        token = ["--header", "Authorization: Bearer any-token"] if case["token"] else []
        # A test that wants a refusal says so, and its launch isn't recorded.
        wish = [] if case["status"] == 200 else ["--header", "X-Flowdrift-Expect: refused"]
        words = ["--header", "Content-Type: application/json", "--data", json.dumps(case["body"])]
        status, answer = curl("/api/v2/flows/executions", *token, *wish, *words)
        rules = [detail["errorCode"] for detail in answer.get("details", [])]
        is_expected = status == case["status"] and case["text"] in answer.get("message", "") and rules == case["rules"]
        if status == 200:
            _, execution = curl(answer["selfUri"], *token)
            is_expected = is_expected and execution["outputData"] == case.get("outputs")
        if not is_expected:
            print(f"sdk: curl: {case['name']}: {status}, {answer}", file=sys.stderr)
            failures += 1
    print(f"sdk: curl launches: {len(CASES)} cases, {failures} failed")
    return 1 if failures else 0


sys.exit(main())
