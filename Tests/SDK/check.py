"""Sends requests to the stand-in with the vendor's SDK, and compares each answer with the SDK's models.

usage: check.py URL

Each member that a model declares must exist and have the declared type, both in the answer's JSON and in the object
that the SDK makes of that JSON. Exceptions are in expected.py: members that only some entities have, and members that
the stand-in never has. A member that no model declares is a mismatch, and so is a line of expected.py that is no longer
true.
"""

import datetime
import json
import sys

import PureCloudPlatformClientV2 as sdk
from PureCloudPlatformClientV2.rest import ApiException

import expected

PLAIN = {"str": str, "int": int, "float": (int, float), "bool": bool}


class Report:
    """The results of the comparisons with the models."""

    def __init__(self):
        self.passed = 0
        self.failures = []
        self.seen = {}

    def expect(self, is_true, text):
        if is_true:
            self.passed += 1
        else:
            self.failures.append(text)

    def finish(self):
        """Members that only some entities have must have been seen once, those that none has never."""
        for model, members in expected.SOME.items():
            for member in members:
                self.expect(member in self.seen.get(model, ()), f"{model}.{member}: no entity has it")
        for model, members in expected.NONE.items():
            for member in members:
                self.expect(
                    member not in self.seen.get(model, ()), f"{model}.{member}: is there, so expected.py is out of date"
                )
        for failure in self.failures:
            print(f"sdk: {failure}", file=sys.stderr)
        print(f"sdk: {self.passed} passed, {len(self.failures)} failed ({sdk.__name__} {version()})")
        return 1 if self.failures else 0


def version():
    from importlib.metadata import version as of

    return of("purecloudplatformclientv2")


def is_time(text):
    try:
        datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        return True
    except (ValueError, AttributeError):
        return False


def check(report, kind, raw, value, path):
    """Checks a value of a declared type: the JSON as it came, and what the SDK made of it."""
    if kind.startswith("list["):
        check_list(report, kind[5:-1], raw, value, path)
    elif kind.startswith("dict("):
        inner = kind[5:-1].split(", ", 1)[1]
        report.expect(isinstance(raw, dict) and isinstance(value, dict), f"{path}: {raw!r} is no object")
        for key, element in raw.items() if isinstance(raw, dict) else ():
            # An output of any type may be null.
            if element is not None or inner != "object":
                check(report, inner, element, value[key], f"{path}.{key}")
    elif kind in PLAIN:
        is_typed = isinstance(raw, PLAIN[kind]) and (kind == "bool" or not isinstance(raw, bool))
        report.expect(is_typed, f"{path}: {raw!r} is no {kind}")
        # A value that the SDK's enumeration lacks comes out as another one.
        report.expect(value == raw, f"{path}: the SDK makes {value!r} of {raw!r}")
    elif kind == "datetime":
        report.expect(is_time(raw), f"{path}: {raw!r} is no date and time")
        report.expect(isinstance(value, datetime.datetime), f"{path}: the SDK makes {value!r} of it")
    elif kind == "object":
        report.expect(raw is not None, f"{path}: is null")
    else:
        check_model(report, kind, raw, value, path)


def check_list(report, kind, raw, value, path):
    is_list = isinstance(raw, list) and isinstance(value, list) and len(raw) == len(value)
    report.expect(is_list, f"{path}: {raw!r} is no list")
    for index, (element, made) in enumerate(zip(raw, value) if is_list else ()):
        check(report, kind, element, made, f"{path}[{index}]")


def may_lack(model, name):
    lists = (expected.SOME, expected.NONE)
    return any(name in members.get(model, {}) for members in lists) or (
        model in expected.REFERENCES and name not in expected.REFERENCES[model]
    )


def check_model(report, model, raw, value, path):
    """Checks an object against the model that the SDK declares for it."""
    made = getattr(sdk, model)
    report.expect(isinstance(value, made), f"{path}: the SDK makes {value!r} of it, no {model}")
    if not isinstance(raw, dict):
        report.expect(False, f"{path}: {raw!r} is no object")
        return
    names = made().attribute_map
    types = made().swagger_types
    seen = report.seen.setdefault(model, set())
    for unknown in sorted(set(raw) - set(names.values())):
        report.expect(False, f"{path}.{unknown}: {model} has no such member")
    for own, name in names.items():
        if raw.get(name) is None:
            report.expect(may_lack(model, name), f"{path}.{name}: {model} declares it, and it is missing")
            continue
        seen.add(name)
        check(report, types[own], raw[name], getattr(value, own), f"{path}.{name}")


class Asking:
    """Calls the SDK and checks what comes back."""

    def __init__(self, client, report):
        self.client = client
        self.report = report

    def one(self, name, model, call, *arguments, **options):
        """The answer to one call."""
        value = call(*arguments, **options)
        raw = json.loads(self.client.last_response.data)
        before = len(self.report.failures)
        check(self.report, model, raw, value, name)
        mark = "ok" if len(self.report.failures) == before else "MISMATCH"
        print(f"sdk: {mark:8} {name}")
        return value

    def counted(self, name, model, call, **options):
        """All pages of a listing with page numbers, one entity each."""
        first = self.one(name, model, call, page_size=1, page_number=1, **options)
        entities = list(first.entities)
        for number in range(2, first.page_count + 1):
            page = self.one(f"{name} page {number}", model, call, page_size=1, page_number=number, **options)
            entities += page.entities
        self.report.expect(len(entities) == first.total, f"{name}: {len(entities)} of {first.total}")
        self.report.expect(len({e.id for e in entities}) == first.total, f"{name}: an entity comes twice")
        return entities

    def cursored(self, name, model, call, size="1"):
        """All pages of a listing with cursors."""
        entities, after, number = [], {}, 1
        while True:
            page = self.one(f"{name} page {number}", model, call, page_size=size, **after)
            entities += page.entities
            if not page.next_uri:
                return entities
            after, number = {"after": page.next_uri.split("after=")[1].split("&")[0]}, number + 1


def refused(report, name, status, code, call, *arguments):
    """A call that must fail, with a body as ErrorBody declares it."""
    try:
        call(*arguments)
        report.expect(False, f"{name}: it did not fail")
    except ApiException as error:
        raw = json.loads(error.body)
        report.expect(error.status == status, f"{name}: status {error.status}, not {status}")
        report.expect(raw.get("code") == code, f"{name}: code {raw.get('code')!r}, not {code!r}")
        made = sdk.ApiClient()._ApiClient__deserialize(raw, "ErrorBody")
        check_model(report, "ErrorBody", raw, made, name)
        identifier = error.headers.get("ININ-Correlation-Id")
        report.expect(raw.get("contextId") == identifier, f"{name}: the correlation id is another in the body")
        print(f"sdk: ok       {name}")
        return error.headers
    return {}


def main(url):
    report = Report()
    sdk.configuration.host = url
    client = sdk.ApiClient()
    refused(report, "flows without a token", 401, "authentication.required", sdk.ArchitectApi(client).get_flows)
    client.get_client_credentials_token("any-id", "any-secret")
    report.expect(isinstance(client.access_token, str) and client.access_token != "", "there is no token")
    ask = Asking(client, report)

    architect = sdk.ArchitectApi(client)
    flows = ask.counted("flows", "FlowEntityListing", architect.get_flows, include_schemas=True)
    report.expect(len(flows) == 6, f"flows: {len(flows)} of 6")
    ask.one("flows by type", "FlowEntityListing", architect.get_flows, type=["workflow"])
    for flow in flows:
        ask.one(f"flow '{flow.name}'", "Flow", architect.get_flow, flow.id)
        versions = Versions(architect, flow.id)
        for listed in ask.counted(f"versions of '{flow.name}'", "FlowVersionEntityListing", versions):
            name = f"version {listed.id} of '{flow.name}'"
            ask.one(name, "FlowVersion", architect.get_flow_version, flow.id, listed.id)
    for flow in flows:
        if flow.name in ("Callback Request", "Customer Survey"):
            configuration = ask.one(
                f"configuration of '{flow.name}'",
                "object",
                architect.get_flow_version_configuration,
                flow.id,
                flow.published_version.id,
            )
            latest = ask.one("the same, latest", "object", architect.get_flow_latestconfiguration, flow.id)
            report.expect(configuration == latest, f"'{flow.name}': the latest configuration is another")
            report.expect(configuration["name"] == flow.name, f"'{flow.name}': the configuration is another's")

    callback = next(flow for flow in flows if flow.name == "Callback Request")
    body = {"flowId": callback.id, "inputData": {"Flow.callerNumber": "+353123456789"}}
    launched = ask.one("launch", "FlowExecutionLaunchResponse", architect.post_flows_executions, body)
    execution = ask.one("execution", "FlowRuntimeExecution", architect.get_flows_execution, launched.id)
    report.expect(execution.output_data == {"Flow.statusCode": None, "Flow.errorMessage": None}, "outputs are given")
    wrong = {"flowId": callback.id, "inputs": {"Flow.callerNumbr": 1}}
    refused(report, "a wrong launch", 400, "bad.request", architect.post_flows_executions, wrong)
    refused(report, "an execution that is not there", 404, "not.found", architect.get_flows_execution, callback.id)

    automation = sdk.ProcessAutomationApi(client)
    triggers = ask.cursored("triggers", "TriggerEntityListing", automation.get_processautomation_triggers)
    report.expect(len(triggers) == 2, f"triggers: {len(triggers)} of 2")
    for trigger in triggers:
        ask.one(f"trigger '{trigger.name}'", "Trigger", automation.get_processautomation_trigger, trigger.id)
    scheduled = ask.cursored(
        "scheduled triggers", "ScheduledTriggerEntityListing", automation.get_processautomation_scheduledtriggers
    )
    report.expect(len(scheduled) == 1, f"scheduled triggers: {len(scheduled)} of 1")
    for trigger in scheduled:
        call = automation.get_processautomation_scheduledtrigger
        ask.one(f"scheduled trigger '{trigger.name}'", "ScheduledTrigger", call, trigger.id)
    topics = ask.cursored(
        "topics of triggers", "TopicCursorEntityListing", automation.get_processautomation_triggers_topics, size="10"
    )

    notifications = sdk.NotificationsApi(client)
    call = notifications.get_notifications_availabletopics
    available = ask.one("available topics", "AvailableTopicEntityListing", call, expand=["schema"])
    report.expect({t.id for t in available.entities} == set(topics), "the two listings of topics differ")

    authorization = sdk.AuthorizationApi(client)
    divisions = ask.counted("divisions", "AuthzDivisionEntityListing", authorization.get_authorization_divisions)
    report.expect({d.name for d in divisions} == {"Home", "Sales"}, f"divisions: {[d.name for d in divisions]}")
    for division in divisions:
        call = authorization.get_authorization_division
        ask.one(f"division '{division.name}'", "AuthzDivision", call, division.id)
    ask.one("token", "TokenInfo", sdk.TokensApi(client).get_tokens_me)

    missing = "00000000-0000-4000-8000-000000000000"
    refused(report, "a flow that is not there", 404, "not.found", architect.get_flow, missing)
    # Tests/SDK/run has the stand-in fail for these two.
    refused(report, "a flow out of reach", 403, "missing.permissions", architect.get_flow, "out-of-reach")
    headers = refused(report, "one request too many", 429, "too.many.requests", architect.get_flow, "too-many")
    report.expect(headers.get("Retry-After") == "0", f"Retry-After: {headers.get('Retry-After')!r}, not '0'")
    return report.finish()


class Versions:
    """The versions of one flow, called as the listings are."""

    def __init__(self, architect, flow_id):
        self.architect = architect
        self.flow_id = flow_id

    def __call__(self, **options):
        return self.architect.get_flow_versions(self.flow_id, **options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
