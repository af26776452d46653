#!/usr/bin/env python3
"""Makes a project with snapshots and contracts of about 1 kB each from a seed, for `make bench`.

usage: generate.py FOLDER FLOWS CONTRACTS ENVIRONMENT… [--seed N] [--drift N] [--ids]

The same arguments give the same bytes, and the first flows of a large org are the same as those of a small one. One
contract in a hundred has drifted from its flow; with --drift N, one contract in N.
"""

import argparse
import random
import re
from pathlib import Path

HEADER = "# Written by flowdrift snapshot. Do not edit.\nflowdrift: 1\n"
VERBS = "Answer Book Cancel Change Check Confirm Credit Escalate Find Notify Open Order Quote Refund Renew Route".split()
NOUNS = "Account Address Agent Appointment Bill Callback Card Claim Contract Customer Delivery Invoice Parcel Policy".split()
MEMBERS = "amount brand caller channel code country currency language order postal priority queue reason region".split()
SUFFIXES = "At Code Count Date Id Name Number Text".split()
TYPES = {"At": "dateTime", "Count": "integer", "Date": "date", "Number": "decimal"}
TOPIC = "v2.detail.events.conversation.{id}.customer.end"
EVENT = {
    "addressFrom": "string", "addressTo": "string", "ani": "string", "conversationId": "string", "direction": "string",
    "disconnectType": "string", "divisionId": "string", "dnis": "string", "eventTime": "integer",
    "externalContactId": "string", "interactingDurationMs": "integer", "mediaType": "string",
    "participantId": "string", "provider": "string", "sessionId": "string", "utilizationLabel": "string",
}


def digest(text: str) -> str:
    """FNV-1a in 64 bits, which is what the index holds of a snapshot."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def quoted(text: str) -> str:
    """A text in quotes where YAML would take it for a number."""
    return f'"{text}"' if re.fullmatch(r"[0-9]+(e[0-9]+)?", text) else text


class Flow:
    """One flow: what its snapshots and its contract are written from."""

    def __init__(self, seed: int, number: int, drift: int, unread: int = 0):
        chance = random.Random(f"{seed}/{number}")
        self.name = f"{chance.choice(VERBS)} {chance.choice(NOUNS)} {number:06}"
        self.id = f"{chance.getrandbits(32):08x}-0000-4000-8000-{number:012x}"
        names = [member + suffix for member in MEMBERS for suffix in SUFFIXES]
        drawn = chance.sample(names, 14)
        inputs = {name: self.type(name) for name in drawn[:10]}
        # What an event starts takes what the event brings; what the code starts takes anything.
        self.is_triggered = chance.random() < 0.3
        if self.is_triggered:
            inputs = {name: EVENT[name] for name in chance.sample(list(EVENT), 8)}
        self.inputs = sorted((f"Flow.{name}", type_, chance.random()) for name, type_ in inputs.items())
        self.outputs = sorted((f"Flow.{name}", self.type(name)) for name in drawn[10:])
        self.is_drifted = number % drift == drift // 2
        self.has_unread = unread > 0 and number % unread == 0

    @staticmethod
    def type(name: str) -> str:
        return next((TYPES[suffix] for suffix in TYPES if name.endswith(suffix)), "string")

    @property
    def media(self) -> list[str]:
        """What its triggers listen for, in order of the triggers' names."""
        return ["CALLBACK", "MESSAGE", "VOICE"] if self.is_triggered else []

    @property
    def slug(self) -> str:
        return self.name.lower().replace(" ", "-")

    def snapshot(self) -> str:
        lines = [f"flow: {{ type: workflow, name: {self.name}, division: Home }}", "inputs:"]
        for place, (name, type_, chance) in enumerate(self.inputs):
            default = f', default: "{int(chance * 90)}"' if chance < 0.3 else ""
            read = "false" if self.has_unread and place % 4 == 0 else "true"
            lines.append(f"  {name}: {{ type: {type_}{default}, read: {read} }}")
        lines.append("outputs:")
        lines += [f"  {name}: {{ type: {type_} }}" for name, type_ in self.outputs]
        if self.is_triggered:
            lines.append("triggers:")
        for medium in self.media:
            lines += [
                f"  - name: After {self.name} by {medium.title()}",
                f'    topic: "{TOPIC}"',
                "    dataFormat: TopLevelPrimitives",
                "    enabled: true",
                "    match:",
                f"      - {{ jsonPath: mediaType, operator: Equal, value: {medium} }}",
                "    eventTTLSeconds: 60",
            ]
        return HEADER + "\n".join(lines) + "\n"

    def contract(self, environments: list[str], has_ids: bool) -> str:
        lines = [
            f"# What the service sends when it wants to {self.name.lower()}, and what it reads from the answer.",
            "flowdrift: 1",
            f"contract: {self.slug}",
            f"owner: team-{self.slug.split('-')[1]}",
            f"flow: workflow/{self.name}",
        ]
        if has_ids:
            lines += ["environments:"] + [f"  {name}: {{ id: {self.id} }}" for name in environments]
        lines += self.promised_triggers() if self.is_triggered else self.launch()
        return "\n".join(lines) + "\n"

    def launch(self) -> list[str]:
        lines = ["launch:", "  via: flow-execution", "  inputs:"]
        for place, (name, type_, chance) in enumerate(self.inputs):
            if self.is_drifted and place == 4:
                name = name.replace("Flow.", "Flow.former")
            lines.append(f"    {name}: {f'{{ type: {type_}, sent: sometimes }}' if chance < 0.3 else type_}")
        return lines + ["  outputs:"] + [f"    {name}: {type_}" for name, type_ in self.outputs]

    def promised_triggers(self) -> list[str]:
        lines = ["triggers:"]
        for medium in self.media:
            lines += [
                f"  - name: After {self.name} by {medium.title()}",
                f'    topic: "{TOPIC}"',
                "    dataFormat: TopLevelPrimitives",
                f"    enabled: {'false' if self.is_drifted else 'true'}",
                f"    match: [{{ jsonPath: mediaType, operator: Equal, value: {medium} }}]",
                "    eventTTLSeconds: 60",
            ]
        return lines


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("flows", type=int)
    arguments.add_argument("contracts", type=int)
    arguments.add_argument("environments", nargs="+")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--drift", type=int, default=100, help="one contract in so many has drifted")
    arguments.add_argument("--unread", type=int, default=0, help="one flow in so many has inputs that nothing reads")
    arguments.add_argument("--ids", action="store_true", help="let the contracts hold the flows' ids")
    given = arguments.parse_args()

    entries = []
    for environment in given.environments:
        (given.folder / "snapshots" / environment / "workflow").mkdir(parents=True, exist_ok=True)
    (given.folder / "specs").mkdir(exist_ok=True)
    for number in range(given.flows):
        flow = Flow(given.seed, number, given.drift, given.unread)
        text, file = flow.snapshot(), f"workflow/{flow.slug}.yaml"
        for environment in given.environments:
            (given.folder / "snapshots" / environment / file).write_text(text)
        if number < given.contracts:
            contract = flow.contract(given.environments, given.ids)
            (given.folder / "specs" / f"{flow.slug}.yaml").write_text(contract)
        entries.append((flow.name, flow.id, file, digest(text)))
    for environment in given.environments:
        folder = given.folder / "snapshots" / environment
        (folder / "index" / "workflow").mkdir(parents=True, exist_ok=True)
        for name, id_, file, hash_ in entries:
            about = f'type: workflow, name: {name}, id: {id_}, version: "1.0", digest: {quoted(hash_)}, reader: 3'
            (folder / "index" / file).write_text(HEADER + f"entry: {{ {about} }}\n")
        triggers = HEADER + "triggers: []\n"
        about = f"file: triggers.yaml, digest: {quoted(digest(triggers))}"
        (folder / "index" / "triggers.yaml").write_text(HEADER + f"entry: {{ {about} }}\n")
        (folder / "index.yaml").write_text(HEADER + "flows: index\n")
        (folder / "triggers.yaml").write_text(triggers)


main()
