"""An independent reader of the files: it finds the flows and triggers in them, and what breaks a contract.

It reports a broken contract only if the files leave no doubt. It raises `Unreadable` for a file that it can't read at
all, and ignores what it doesn't understand.
"""

import glob
import json
import os
import re
from dataclasses import dataclass, field

import project
import trees

TYPES = {"string", "integer", "decimal", "boolean", "json"}
# The attributes at the top level of the event of the sample's only topic that the sample needs.
EVENT = {"conversationId": "string", "mediaType": "string"}


class Unreadable(Exception):
    """A file isn't a YAML or JSON document, or doesn't have the expected form."""


@dataclass
class Flow:
    """A flow's inputs and outputs, and its ids."""

    inputs: dict = field(default_factory=dict)
    outputs: dict = field(default_factory=dict)
    ids: set = field(default_factory=set)
    is_startable: bool = True


@dataclass
class World:
    """The flows by name, and the triggers; no triggers (None) where nobody listed any."""

    flows: dict = field(default_factory=dict)
    triggers: list | None = None
    contradictions: list = field(default_factory=list)


def _document(path: str, parse=trees.parse_yaml):
    try:
        with open(path, encoding="utf-8") as file:
            document = trees.plain(parse(file.read()))
    except Exception as error:
        raise Unreadable(f"{path}: {error}") from None
    if not isinstance(document, dict):
        raise Unreadable(f"{path}: no mapping")
    return document


def _require(value, kind, what: str):
    if not isinstance(value, kind):
        raise Unreadable(f"{what} is {value!r}")
    return value


def _optional(document: dict, key: str, kind, what: str):
    value = document.get(key)
    return kind() if value is None else _require(value, kind, f"{what}: {key}")


# Snapshots


def snapshots(folder: str) -> World:
    """What a folder of snapshots says."""
    _document(f"{folder}/index.yaml")
    world = World(triggers=[])
    for path in sorted(glob.glob(f"{folder}/*/*.yaml")):
        if path.startswith(f"{folder}/index/"):
            continue
        document = _document(path)
        about = _require(document.get("flow"), dict, path)
        key = f"{about.get('type')}/{about.get('name')}"
        flow = Flow()
        for name, value in _optional(document, "inputs", dict, path).items():
            value = _require(value, dict, f"{path}: {name}")
            flow.inputs[name] = (value.get("type"), value.get("default") is not None, value.get("read"))
            for member in value.get("paths") or []:
                flow.inputs.setdefault(f"{name}.", []).append(member)
        for name, value in _optional(document, "outputs", dict, path).items():
            flow.outputs[name] = _require(value, dict, f"{path}: {name}").get("type")
        entry = _document(path.replace(folder, f"{folder}/index", 1)).get("entry")
        if isinstance(entry, dict) and entry.get("id") is not None:
            flow.ids = {str(entry["id"]).lower()}
        world.flows[key] = flow
        for trigger in _optional(document, "triggers", list, path):
            world.triggers.append(_snapshot_trigger(trigger, key, path))
    for trigger in _optional(_document(f"{folder}/triggers.yaml"), "triggers", list, "triggers.yaml"):
        world.triggers.append(_snapshot_trigger(trigger, None, "triggers.yaml"))
    return world


def _snapshot_trigger(trigger, key, path: str) -> dict:
    trigger = _require(trigger, dict, path)
    return {
        "name": trigger.get("name"),
        "topic": trigger.get("topic"),
        "format": trigger.get("dataFormat") or "TopLevelPrimitives",
        "enabled": trigger.get("enabled"),
        "match": trigger.get("match") or [],
        "flow": key or trigger.get("flow") or trigger.get("target"),
    }


# Exports


def archy(text: str, values: dict | None = None) -> tuple[str, Flow]:
    """A flow file in YAML: the flow's name, and the flow."""
    for key, value in (values or {}).items():
        text = text.replace("{{" + key + "}}", value)
    try:
        document = trees.plain(trees.parse_yaml(text))
    except Exception as error:
        raise Unreadable(str(error)) from None
    # The type in any letter case, as names of types are taken everywhere.
    roots = {key.lower(): value for key, value in _require(document, dict, "flow").items()}
    root = _require(roots.get("workflow"), dict, "workflow")
    expressions = _expressions(root)
    flow = Flow()
    for variable in _optional(root, "variables", list, "workflow"):
        for kind, value in _require(variable, dict, "variable").items():
            value = _require(value, dict, kind)
            match = re.fullmatch(r"([a-z]\w*?)(Collection)?Variable", kind)
            if not match:
                raise Unreadable(kind)
            spelt = match[1] + ("[]" if match[2] else "")
            name = value.get("name")
            default = isinstance(value.get("initialValue"), dict) and value["initialValue"].get("lit") not in (None, "")
            if value.get("isInput") is True:
                read = re.search(rf"(?i)(?<![\w.]){re.escape(str(name))}(?![\w])", expressions) is not None
                flow.inputs[name] = (spelt, default, read)
                flow.inputs[f"{name}."] = re.findall(rf"{re.escape(str(name))}\.(\w+)", expressions)
            if value.get("isOutput") is True:
                flow.outputs[name] = spelt
    return f"workflow/{root.get('name')}", flow


def _expressions(tree) -> str:
    if isinstance(tree, dict):
        own = [str(value) for key, value in tree.items() if key == "exp"]
        return " ; ".join(own + [_expressions(value) for value in tree.values()])
    if isinstance(tree, list):
        return " ; ".join(_expressions(value) for value in tree)
    return ""


def _file_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from None


def _is_trigger(entity: dict) -> bool:
    return any(entity.get(member) is not None for member in ("topicName", "target", "matchCriteria"))


def exports(folder: str) -> World:
    """What a folder of exports and listings says."""
    world = World()
    for path in sorted(glob.glob(f"{folder}/*.yaml")):
        key, flow = archy(_file_text(path))
        if key in world.flows:
            raise Unreadable(f"{key} twice")
        world.flows[key] = flow
    ids = {}
    # What a listing holds tells its content, not its name.
    listings = [_document(path, trees.parse_json) for path in sorted(glob.glob(f"{folder}/*.json"))]
    for listing in listings:
        for entity in _require(listing.get("entities"), list, "a listing"):
            entity = _require(entity, dict, "an entity")
            if _is_trigger(entity):
                continue
            key = f"{str(entity.get('type')).lower()}/{entity.get('name')}"
            flow = world.flows.setdefault(key, Flow())
            flow.ids.add(str(entity.get("id")).lower())
            ids[str(entity.get("id")).lower()] = key
            unpublished = entity.get("publishedVersion") is None or entity.get("active") is False
            flow.is_startable = not unpublished and entity.get("deleted") is not True
    for listing in listings:
        for entity in listing["entities"]:
            if not _is_trigger(entity):
                continue
            world.triggers = world.triggers or []
            target = _optional(entity, "target", dict, "trigger")
            settings = _optional(target, "workflowTargetSettings", dict, "target")
            world.triggers.append(
                {
                    "name": entity.get("name"),
                    "topic": entity.get("topicName"),
                    "format": settings.get("dataFormat") or "TopLevelPrimitives",
                    "enabled": entity.get("enabled"),
                    "match": entity.get("matchCriteria") or [],
                    "flow": ids.get(str(target.get("id")).lower()),
                }
            )
    return world


# A plan


def planned(plan_path: str, folder: str, before: World) -> World:
    """What a plan would leave of the snapshots."""
    document = _document(plan_path, trees.parse_json)
    world = before
    changes = _optional(document, "resource_changes", list, "plan")
    values = _optional(_optional(document, "planned_values", dict, "plan"), "root_module", dict, "plan")
    said = {change.get("address") for change in changes if isinstance(change, dict)}
    for resource in _optional(values, "resources", list, "plan"):
        if isinstance(resource, dict) and str(resource.get("type")).startswith("genesyscloud_"):
            if resource.get("address") not in said:
                world.contradictions.append(f"the plan says nothing of what it does with {resource.get('address')}")
    for change in changes:
        change = _require(change, dict, "a change")
        step = _require(change.get("change"), dict, "a change")
        actions = step.get("actions")
        if actions == ["no-op"] or change.get("mode") != "managed":
            before_it = step.get("before")
            if change.get("type") == "genesyscloud_flow" and isinstance(before_it, dict):
                key = f"{str(before_it.get('type')).lower()}/{before_it.get('name')}"
                if key in world.flows and before_it.get("id"):
                    world.flows[key].ids.add(str(before_it["id"]).lower())
            continue
        after = step.get("after")
        if change.get("type") == "genesyscloud_flow":
            gone = step.get("before")
            if isinstance(gone, dict) and "delete" in (actions or []):
                world.flows.pop(f"{str(gone.get('type')).lower()}/{gone.get('name')}", None)
            if isinstance(after, dict):
                text = _file_text(os.path.join(folder, str(after.get("filepath"))))
                key, flow = archy(text, after.get("substitutions") or {})
                flow.ids = {str(after["id"]).lower()} if after.get("id") else set()
                world.flows[key] = flow
        elif change.get("type") == "genesyscloud_processautomation_trigger" and world.triggers is not None:
            gone = step.get("before") if isinstance(step.get("before"), dict) else {}
            world.triggers = [one for one in world.triggers if one["name"] != gone.get("name")]
            if isinstance(after, dict):
                world.triggers.append(_planned_trigger(after, world))
    return world


def _planned_trigger(after: dict, world: World) -> dict:
    target = after.get("target")
    target = target[0] if isinstance(target, list) and target and isinstance(target[0], dict) else {}
    settings = target.get("workflow_target_settings")
    settings = settings[0] if isinstance(settings, list) and settings and isinstance(settings[0], dict) else {}
    flows = [key for key, flow in world.flows.items() if str(target.get("id")).lower() in flow.ids]
    try:
        match = json.loads(after.get("match_criteria") or "[]")
    except (TypeError, ValueError):
        match = after.get("match_criteria")
    return {
        "name": after.get("name"),
        "topic": after.get("topic_name"),
        "format": settings.get("data_format") or "TopLevelPrimitives",
        "enabled": after.get("enabled"),
        "match": match,
        "flow": flows[0] if flows else None,
    }


# What is broken


def broken(world: World, only: set | None = None) -> list[str]:
    """The promises that are broken beyond doubt; `only` limits them to some contracts."""
    found = list(world.contradictions)
    sent = {}
    for text in project.CONTRACTS.values():
        contract = trees.plain(trees.parse_yaml(text))
        name, key = contract["contract"], contract["flow"]
        sent.setdefault(key, set()).update(contract.get("launch", {}).get("inputs", {}))
        if only is not None and name not in only:
            continue
        flow = world.flows.get(key)
        if flow is None:
            found.append(f"{name}: {key} is missing")
            continue
        if not flow.is_startable:
            found.append(f"{name}: {key} can't be started")
        promised = (contract.get("environments") or {}).get("prod", {}).get("id")
        if promised and flow.ids and promised not in flow.ids:
            found.append(f"{name}: another id")
        launch = contract.get("launch", {})
        for kind in ("inputs", "outputs"):
            for variable, terms in launch.get(kind, {}).items():
                spelt = terms["type"] if isinstance(terms, dict) else terms
                found += _variable(name, kind, variable, spelt, getattr(flow, kind))
        for promise in contract.get("triggers", []):
            found += _trigger(name, promise, key, world)
    for trigger in world.triggers or []:
        if trigger["enabled"] is True and trigger["topic"] == project.ENDED:
            found += _feed(trigger, world, sent)
    return found


def _variable(name: str, kind: str, variable: str, spelt: str, there: dict) -> list[str]:
    mine = there.get(variable)
    if mine is None:
        # Letter case may not matter.
        if any(other.lower() == variable.lower() for other in there if isinstance(other, str)):
            return []
        return [f"{name}: {kind} lack {variable}"]
    real = mine[0] if isinstance(mine, tuple) else mine
    if isinstance(real, str) and real.removesuffix("[]") in TYPES and real != spelt:
        if (spelt, real) == ("integer", "decimal"):
            return []
        return [f"{name}: {variable} is {real}"]
    return []


def _trigger(name: str, promise: dict, key: str, world: World) -> list[str]:
    if world.triggers is None:
        return []
    named = [one for one in world.triggers if one["name"] == promise["name"]]
    if not named:
        return [f"{name}: no trigger '{promise['name']}'"]
    if any(one["flow"] == key and _keeps(promise, one) for one in named):
        return []
    return [f"{name}: trigger '{promise['name']}' is another"]


def _keeps(promise: dict, one: dict) -> bool:
    return (
        one["topic"] == promise["topic"]
        and one["format"] == promise["dataFormat"]
        and one["enabled"] is not False
        and one["match"] == promise["match"]
    )


def _feed(trigger: dict, world: World, sent: dict) -> list[str]:
    flow = world.flows.get(trigger["flow"])
    if flow is None:
        return [f"trigger '{trigger['name']}' starts no flow"]
    found = []
    for name, value in flow.inputs.items():
        if not isinstance(value, tuple) or not isinstance(name, str):
            continue
        spelt, has_default, read = value
        if read in (False, None) or has_default or name in sent.get(trigger["flow"], ()):
            continue
        own = name.split(".", 1)[-1]
        if trigger["format"] == "Json":
            if name.lower() != "flow.jsondata":
                found.append(f"trigger '{trigger['name']}' doesn't fill {name}")
            elif any(path.lower() not in {one.lower() for one in EVENT} for path in flow.inputs.get(name + ".", [])):
                pass  # The event may hold more than is listed here.
        elif own == "jsonData" and spelt == "json":
            found.append(f"trigger '{trigger['name']}' sends no event to {name}")
    return found
