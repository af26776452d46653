"""YAML and JSON as trees that keep the order of members and repeated members, and functions that damage such trees."""

import json
import random
import re

import yaml

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ./_-]*[A-Za-z0-9]")
WORDS = {"true", "false", "null", "yes", "no", "on", "off"}


class Members(list):
    """A mapping: a list of pairs."""


def parse_json(text: str):
    """A JSON text as a tree."""
    return json.loads(text, object_pairs_hook=Members)


def parse_yaml(text: str):
    """A YAML text as a tree; raises an error if the text isn't YAML."""
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        return None if node is None else _tree(loader, node)
    finally:
        loader.dispose()


def _tree(loader, node):
    if isinstance(node, yaml.MappingNode):
        return Members((loader.construct_object(key), _tree(loader, value)) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_tree(loader, value) for value in node.value]
    return loader.construct_object(node)


def write_json(tree) -> str:
    """A tree as JSON."""
    if isinstance(tree, Members):
        return "{" + ", ".join(f"{json.dumps(str(key))}: {write_json(value)}" for key, value in tree) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(write_json(value) for value in tree) + "]"
    return json.dumps(tree)


def write_yaml(tree, indent: str = "") -> str:
    """A tree as YAML in block style."""
    if isinstance(tree, Members) and tree:
        return "".join(f"{indent}{_key(key)}:{_below(value, indent)}" for key, value in tree)
    if isinstance(tree, list) and tree and not isinstance(tree, Members):
        return "".join(f"{indent}-{_below(value, indent)}" for value in tree)
    return indent + _scalar(tree) + "\n"


def _below(value, indent: str) -> str:
    if isinstance(value, list) and value:
        return "\n" + write_yaml(value, indent + "  ")
    return " " + _scalar(value) + "\n"


def _key(key) -> str:
    text = str(key)
    return text if PLAIN.fullmatch(text) and text.lower() not in WORDS else json.dumps(text)


def _scalar(value) -> str:
    if isinstance(value, Members):
        return "{}"
    if isinstance(value, list):
        return "[]"
    return json.dumps(value)


def plain(tree):
    """A tree as dictionaries and lists; of members that are there twice the last counts."""
    if isinstance(tree, Members):
        return {str(key): plain(value) for key, value in tree}
    if isinstance(tree, list):
        return [plain(value) for value in tree]
    return tree


def damage(tree, chance: random.Random) -> str | None:
    """Changes one place of a tree; tells what was changed, or nothing where the tree has no such place."""
    places = list(_places(tree, ""))
    if not places:
        return None
    parent, index, path = chance.choice(places)
    way = chance.choice(["remove", "rename", "double", "retype", "empty"])
    if way == "remove":
        del parent[index]
    elif way == "double":
        twin = parent[index]
        if isinstance(parent, Members) and chance.random() < 0.5:
            twin = (twin[0], _other_type(twin[1], chance))
        parent.insert(index + chance.choice([0, 1]), twin)
    elif isinstance(parent, Members):
        key, value = parent[index]
        if way == "rename":
            parent[index] = (_other_name(str(key), chance), value)
        elif way == "retype":
            parent[index] = (key, _other_type(value, chance))
        else:
            parent[index] = (key, _empty(value, chance))
    elif way == "rename" and isinstance(parent[index], str):
        parent[index] = _other_name(parent[index], chance)
    else:
        parent[index] = _empty(parent[index], chance) if way == "empty" else _other_type(parent[index], chance)
    return f"{way} {path}"


def _places(tree, path: str):
    if isinstance(tree, Members):
        for index, (key, value) in enumerate(tree):
            yield tree, index, f"{path}/{key}"
            yield from _places(value, f"{path}/{key}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield tree, index, f"{path}/{index}"
            yield from _places(value, f"{path}/{index}")


def _other_name(name: str, chance: random.Random) -> str:
    ways = [name + "X", name[:-1] or "x", name.swapcase(), name.replace("Flow.", "") or "x", "zz" + name, ""]
    return chance.choice([way for way in ways if way != name])


def _other_type(value, chance: random.Random):
    others = ["text", "string", "integer", 7, 2.5, True, False, None, [], Members(), ["text"], Members([("a", 1)])]
    if isinstance(value, str):
        others += [_other_name(value, chance)] * 4
    if isinstance(value, bool):
        others += [not value] * 4
    return chance.choice([other for other in others if (type(other), other) != (type(value), value)])


def _empty(value, chance: random.Random):
    if isinstance(value, Members):
        return Members()
    if isinstance(value, list):
        return []
    return chance.choice([None, ""])
