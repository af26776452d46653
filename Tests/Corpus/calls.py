"""Lists the calls in flow files: what their manifests and their YAML say, read without flowdrift.

Usage: calls.py FOLDER. Prints a line for each call: file: kind name [inputs].
"""

import base64
import json
import os
import re
import sys
import urllib.parse

import yaml

MANIFEST = {
    "dataAction": "data-action",
    "botFlow": "bot",
    "digitalBotFlow": "bot",
    "commonModuleFlow": "module",
}
ROOTS = {
    "workflow", "botFlow", "digitalBotFlow", "inboundCall", "inboundChat", "inboundEmail", "inboundShortMessage",
    "inqueueCall", "inqueueEmail", "inqueueShortMessage", "outboundCall", "commonModule", "voicemail", "securecall",
}


def configuration(data):
    """The JSON of a configuration or an export, or None."""
    for text in (data, None):
        try:
            if text is None:
                text = urllib.parse.unquote(base64.b64decode(data).decode())
            found = json.loads(text)
            return found if isinstance(found, dict) and "flowSequenceItemList" in found else None
        except (ValueError, UnicodeDecodeError):
            continue
    return None


def passed(value):
    """Whether an input in a configuration has a value."""
    return not ("emp" in value.get("config", {}) and value.get("uiMetaData", {}).get("mode") == 3)


def of_manifest(flow):
    """The targets that the manifest lists, with the inputs of the actions that the manifest points at."""
    actions = {}

    def walk(value):
        if isinstance(value, dict):
            if "id" in value and "__type" in value:
                actions[value["id"]] = value
            for member in value.values():
                walk(member)
        elif isinstance(value, list):
            for element in value:
                walk(element)

    walk(flow["flowSequenceItemList"])
    calls = {}
    for kind, targets in flow.get("manifest", {}).items():
        word = MANIFEST.get(kind, "transfer" if kind.endswith("Flow") else None)
        if word is None:
            continue
        for target in targets:
            # The manifest also lists what the copies of common modules call; those calls are the modules' own.
            own = [actions[context["id"]] for context in target.get("context", []) if context["id"] in actions]
            if not own:
                continue
            names = calls.setdefault((word, target["name"]), set())
            for action in own:
                for given in action.get("inputs", []):
                    if passed(given.get("value", {})):
                        names.add(given["name"])
    return calls


def of_yaml(body):
    """The calls in Archy YAML."""
    calls = {}

    def add(kind, name, call):
        given = (call or {}).get("inputs") or {}
        names = {key for key, value in given.items() if not (isinstance(value, dict) and "noValue" in value)}
        calls.setdefault((kind, name), set()).update(names)

    def walk(value):
        if isinstance(value, list):
            for element in value:
                walk(element)
        if not isinstance(value, dict):
            return
        for key, member in value.items():
            if isinstance(member, dict):
                for category in (member.get("category") or {}).values() if key == "callData" else []:
                    for name, call in category["dataAction"].items():
                        add("data-action", name, call)
                for action, flows, kind in (
                    ("callBotFlow", "botFlow", "bot"), ("callCommonModule", "commonModule", "module"),
                ):
                    for name, versions in (member.get(flows) or {}).items() if key == action else []:
                        for call in versions.values():
                            add(kind, name, call)
                for action, target in (("transferToFlow", "targetFlow"), ("transferToAcd", "overrideInQueueFlow")):
                    if key == action and (member.get(target) or {}).get("name"):
                        add("transfer", member[target]["name"], {})
            walk(member)

    walk(body)
    return calls


def calls(path):
    with open(path, "rb") as file:
        data = file.read()
    flow = configuration(data)
    if flow is not None:
        return of_manifest(flow)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return {}
    # A placeholder in braces is no YAML.
    text = re.sub(r"\{\{(\w+)\}\}", r"__\1__", text)
    try:
        root = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    if not isinstance(root, dict):
        return {}
    for key, body in root.items():
        if key in ROOTS:
            return {(kind, re.sub(r"__(\w+?)__", r"{{\1}}", name)): names for (kind, name), names in of_yaml(body).items()}
    return {}


def main():
    folder = sys.argv[1]
    lines = []
    for top, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(top, name)
            for (kind, target), names in calls(path).items():
                lines.append(f"{os.path.relpath(path, folder)}: {kind} {target} [{', '.join(sorted(names))}]")
    print("\n".join(sorted(lines)))


main()
