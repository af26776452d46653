"""Starts flows on the stand-in with the vendor's Python SDK, as a service's tests would.

usage: flowdrift stub ... --run -- python python_sdk.py
The variables that --run sets have the stand-in's address. cases.json has the launches and the expected answers.
"""

import json
import os
import pathlib
import sys

import PureCloudPlatformClientV2 as sdk
from PureCloudPlatformClientV2.rest import ApiException

HOST, PORT = os.environ["FLOWDRIFT_STUB_HOST"], int(os.environ["FLOWDRIFT_STUB_PORT"])
CASES = json.loads((pathlib.Path(__file__).parent / "cases.json").read_text())


def client():
    """A client that sends its requests to the stand-in instead of the Platform API and the login server."""
    made = sdk.ApiClient()
    made.set_gateway(HOST, "http", PORT, "", "")
    return made


def main():
    failures = []
    plain = client().get_client_credentials_token("any-id", "any-secret")
    for case in CASES:
        own = plain if case["token"] else client()
        # A test that wants a refusal says so, and its launch isn't recorded.
        if case["status"] != 200:
            own.set_default_header("X-Flowdrift-Expect", "refused")
        architect = sdk.ArchitectApi(own)
        try:
            launched = architect.post_flows_executions(case["body"])
            status, error = 200, {}
            execution = architect.get_flows_execution(launched.id)
            if execution.status != "COMPLETED" or execution.output_data != case.get("outputs"):
                failures.append(f"{case['name']}: {execution.status}, {execution.output_data}")
        except ApiException as refusal:
            status, error = refusal.status, json.loads(refusal.body)
        own.default_headers.pop("X-Flowdrift-Expect", None)
        rules = [detail["errorCode"] for detail in error.get("details", [])]
        if status != case["status"] or case["text"] not in error.get("message", "") or rules != case["rules"]:
            failures.append(f"{case['name']}: {status}, {error}")
    typed = sdk.FlowExecutionLaunchRequest()
    typed.flow_id, typed.input_data = CASES[0]["body"]["flowId"], CASES[0]["body"]["inputData"]
    if not sdk.ArchitectApi(plain).post_flows_executions(typed).id:
        failures.append("a typed request: no id")
    for failure in failures:
        print(f"sdk: the Python SDK: {failure}", file=sys.stderr)
    print(f"sdk: the Python SDK launches: {len(CASES)} cases, {len(failures)} failed")
    return 1 if failures else 0


sys.exit(main())
