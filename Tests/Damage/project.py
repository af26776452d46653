"""A repository in sync: exports of four flows, listings, contracts, snapshots and a Terraform plan."""

import json
import os
import subprocess

IDS = {
    "Open Ticket": "4b1d7c02-5a3e-4f68-9c1b-7d20e9a4f611",
    "Close Ticket": "4b1d7c02-5a3e-4f68-9c1b-7d20e9a4f612",
    "Archive Call": "4b1d7c02-5a3e-4f68-9c1b-7d20e9a4f613",
    "Rate Call": "4b1d7c02-5a3e-4f68-9c1b-7d20e9a4f614",
}
ENDED = "v2.detail.events.conversation.{id}.customer.end"

FLOWS = {
    "open-ticket": """\
workflow:
  name: Open Ticket
  division: Home
  startUpRef: "/workflow/states/state[Initial State_10]"
  defaultLanguage: en-us
  variables:
    - stringVariable: { name: Flow.customerPhone, isInput: true, isOutput: false }
    - integerVariable: { name: Flow.priority, initialValue: { lit: 3 }, isInput: true, isOutput: false }
    - stringCollectionVariable: { name: Flow.labels, isInput: true, isOutput: false }
    - stringVariable: { name: Flow.ticketNumber, isInput: false, isOutput: true }
  states:
    - state:
        name: Initial State
        refId: Initial State_10
        actions:
          - updateData:
              name: Remember
              statements:
                - string: { variable: Flow.ticketNumber, value: { exp: "Append(Flow.customerPhone, GetAt(Flow.labels, 0))" } }
                - integer: { variable: State.order, value: { exp: "Flow.priority + 1" } }
          - endWorkflow: { name: End }
""",
    "close-ticket": """\
workflow:
  name: Close Ticket
  division: Home
  startUpRef: "/workflow/states/state[Initial State_10]"
  defaultLanguage: en-us
  variables:
    - stringVariable: { name: Flow.conversationId, isInput: true, isOutput: false }
  states:
    - state:
        name: Initial State
        refId: Initial State_10
        actions:
          - updateData:
              name: Remember
              statements:
                - string: { variable: State.id, value: { exp: Flow.conversationId } }
          - endWorkflow: { name: End }
""",
    "archive-call": """\
workflow:
  name: Archive Call
  division: Home
  startUpRef: "/workflow/states/state[Initial State_10]"
  defaultLanguage: en-us
  variables:
    - jsonVariable: { name: Flow.jsonData, isInput: true, isOutput: false }
  states:
    - state:
        name: Initial State
        refId: Initial State_10
        actions:
          - updateData:
              name: Remember
              statements:
                - string: { variable: State.id, value: { exp: ToString(Flow.jsonData.conversationId) } }
          - endWorkflow: { name: End }
""",
    "rate-call": """\
workflow:
  name: Rate Call
  division: Home
  startUpRef: "/workflow/states/state[Initial State_10]"
  defaultLanguage: en-us
  variables:
    - stringVariable: { name: Flow.conversationId, isInput: true, isOutput: false }
    - booleanVariable: { name: Flow.isUrgent, initialValue: { lit: false }, isInput: true, isOutput: false }
    - decimalVariable: { name: Flow.rating, isInput: false, isOutput: true }
  states:
    - state:
        name: Initial State
        refId: Initial State_10
        actions:
          - updateData:
              name: Remember
              statements:
                - string: { variable: State.id, value: { exp: Flow.conversationId } }
                - boolean: { variable: State.urgent, value: { exp: Flow.isUrgent } }
          - endWorkflow: { name: End }
""",
}

CONTRACTS = {
    "open-ticket": f"""\
flowdrift: 1
contract: open-ticket
flow: workflow/Open Ticket
environments:
  prod: {{ id: {IDS["Open Ticket"]} }}
launch:
  inputs:
    Flow.customerPhone: string
    Flow.priority: {{ type: integer, sent: sometimes }}
    Flow.labels: "string[]"
  outputs:
    Flow.ticketNumber: string
""",
    "close-ticket": f"""\
flowdrift: 1
contract: close-ticket
flow: workflow/Close Ticket
triggers:
  - name: Close after the call
    topic: "{ENDED}"
    dataFormat: TopLevelPrimitives
    enabled: true
    match: [{{ jsonPath: mediaType, operator: Equal, value: VOICE }}]
    eventTTLSeconds: 60
""",
    "rate-call": """\
flowdrift: 1
contract: rate-call
flow: workflow/Rate Call
launch:
  inputs:
    Flow.conversationId: string
    Flow.isUrgent: boolean
  outputs:
    Flow.rating: decimal
""",
}


def trigger(number: int, name: str, flow: str | None, data_format: str, **more) -> dict:
    """A trigger as the API lists it."""
    return {
        "id": f"9c5e2f10-7b4a-4d38-8e16-{number:012d}",
        "name": name,
        "topicName": ENDED,
        "target": {
            "type": "Workflow",
            "id": IDS[flow] if flow else "4b1d7c02-5a3e-4f68-9c1b-7d20e9a4f699",
            "workflowTargetSettings": {"dataFormat": data_format},
        },
        "version": 1,
        "enabled": True,
        **more,
    }


TRIGGERS = [
    trigger(
        1,
        "Close after the call",
        "Close Ticket",
        "TopLevelPrimitives",
        matchCriteria=[{"jsonPath": "mediaType", "operator": "Equal", "value": "VOICE"}],
        eventTTLSeconds=60,
    ),
    trigger(2, "Archive after the call", "Archive Call", "Json"),
    # Nobody minds that a disabled trigger's flow is gone.
    trigger(3, "Old survey", None, "Json", enabled=False),
]


def listed_flow(number: int, name: str) -> dict:
    """A flow as the API lists it."""
    return {
        "id": IDS[name],
        "name": name,
        "division": {"id": "7d3f5a90-6c2b-4e81-a4d7-0f9b8c1e2d30", "name": "Home"},
        "type": "WORKFLOW",
        "active": True,
        "system": False,
        "deleted": False,
        "publishedVersion": {"id": f"{number}.0", "name": f"{number}.0"},
    }


def plan() -> dict:
    """A plan that publishes one flow anew, and leaves another and a trigger as they are."""
    resources, changes = [], []

    def add(kind: str, name: str, action: str, before: dict, after: dict) -> None:
        address = f"{kind}.{name}"
        about = {"address": address, "mode": "managed", "type": kind, "name": name}
        about["provider_name"] = "registry.terraform.io/mypurecloud/genesyscloud"
        resources.append({**about, "schema_version": 1, "values": after, "sensitive_values": {}})
        change = {"actions": [action], "before": before, "after": after, "after_unknown": {}}
        changes.append({**about, "change": change})

    def flow(path: str, name: str, content: str) -> dict:
        return {
            "file_content_hash": content * 8,
            "filepath": f"flows/{path}.yaml",
            "force_unlock": None,
            "id": IDS[name],
            "name": name,
            "substitutions": None,
            "type": "WORKFLOW",
        }

    opened = flow("open-ticket", "Open Ticket", "2b4d6f80")
    add("genesyscloud_flow", "open", "update", opened, {**opened, "file_content_hash": "1a3c5e70" * 8})
    closed = flow("close-ticket", "Close Ticket", "3c5e7a91")
    add("genesyscloud_flow", "close", "no-op", closed, closed)
    ended = {
        "delay_by_seconds": None,
        "description": None,
        "enabled": True,
        "event_ttl_seconds": 60,
        "id": TRIGGERS[0]["id"],
        "match_criteria": json.dumps(TRIGGERS[0]["matchCriteria"]),
        "name": "Close after the call",
        "target": [
            {
                "id": IDS["Close Ticket"],
                "type": "Workflow",
                "workflow_target_settings": [{"data_format": "TopLevelPrimitives"}],
            }
        ],
        "topic_name": ENDED,
    }
    add("genesyscloud_processautomation_trigger", "ended", "update", {**ended, "description": "Old"}, ended)
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": resources}},
        "resource_changes": changes,
        "configuration": {"root_module": {}},
    }


def make(flowdrift: str, folder: str) -> None:
    """Writes the repository, and takes its snapshots with the program itself."""
    files = {f"exports/{name}.yaml": text for name, text in FLOWS.items()}
    files |= {f"infrastructure/flows/{name}.yaml": text for name, text in FLOWS.items()}
    files |= {f"specs/{name}.yaml": text for name, text in CONTRACTS.items()}
    flows = [listed_flow(number, name) for number, name in enumerate(IDS, start=3)]
    files["exports/flows.json"] = json.dumps({"entities": flows, "total": len(flows)}, indent=1)
    files["exports/triggers.json"] = json.dumps({"entities": TRIGGERS}, indent=1)
    files["plan.json"] = json.dumps(plan(), indent=1)
    for path, text in files.items():
        os.makedirs(os.path.dirname(f"{folder}/{path}"), exist_ok=True)
        with open(f"{folder}/{path}", "w") as file:
            file.write(text)
    command = [flowdrift, "snapshot", "--from", "exports", "--environment", "prod"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
