"""Makes a repository in which every rule of `flowdrift check` fires, each in its own environment.

It copies the rules' fixtures without changes, except the digests in their indexes. It omits rules that need a live org.
Two more contracts have names that try to break out of every report format. Each rule of `lint` or `plan` gets its own
repository in `alone/`, with the words of its command in the file `command`.

usage: every_rule.py FIXTURES FOLDER
Prints the ids of the rules that should fire.
"""

import datetime
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = ['::error::<script>"]]>&%0A', "\x1b[31m\x07\u202e##[error]@all [a](http://evil.example)"]


def snapshot_path(text):
    """The path of a flow's snapshot, as docs/snapshot.md describes it."""
    kind, name = re.search(r"^flow: \{ type: (\w+), name: ([^,}]+?)\s*[,}]", text, flags=re.M).groups()
    slug = re.sub(r"[^A-Za-z0-9]+", "-", name)[:80].strip("-").lower()
    if " ".join(word[:1].upper() + word[1:] for word in slug.split("-")) != name:
        slug += f"-{digest(name)}"[:9]
    return f"{kind}/{slug}.yaml"


def digest(text):
    """The digest of a text, as an index has it: FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def with_listed(text, snapshots):
    """The snapshots, and one without inputs of each other flow that the fixture's index lists."""
    for kind, name, file in re.findall(r"^  (\w+)/([^:\n]+):.*?file: ([^,\s]+)", text, flags=re.M | re.S):
        snapshots.setdefault(file, f"flowdrift: 1\nflow: {{ type: {kind}, name: {name} }}\n")
    return snapshots


def index(text, snapshots):
    """The fixture's index with the digests of the snapshots that are there."""
    for file, old in re.findall(r"file: ([^,\s]+).*?digest: (\w+)", text, flags=re.S):
        if file in snapshots:
            text = text.replace(old, digest(snapshots[file]))
    return text


def repository(fires, folder, rule, command):
    """Writes a repository for a rule that `check` does not look at, and the command that does."""
    # What a contract promises of its payloads is looked at by `check`.
    is_of_contract = command == "lint" and (fires / "contract.yaml").exists()
    words = ["plan", "plan.json"] if command == "plan" else ["check"] if is_of_contract else ["lint", request(fires).name]
    words += ["--environment", "prod"]
    snapshots = {}
    for file in sorted(fires.iterdir()):
        text = file.read_text()
        if file.name == "snapshot.yaml":
            snapshots[snapshot_path(text)] = text
            kind, name = re.search(r"^flow: \{ type: (\w+), name: ([^,}]+?)\s*[,}]", text, flags=re.M).groups()
            if words[0] == "lint":
                words += ["--flow", f"{kind}/{name}"]
        elif file.name == "contract.yaml":
            write(folder / "specs" / file.name, text)
        elif file.name == "index.yaml":
            continue
        else:
            write(folder / ("specs" if is_of_contract else ".") / file.name, text)
            if file.name == "response.json":
                words += ["--response", file.name]
    listing = fires / "index.yaml"
    if listing.exists():
        with_listed(listing.read_text(), snapshots)
    for path, text in snapshots.items():
        write(folder / "snapshots" / "prod" / path, text)
    text = index(listing.read_text(), snapshots) if listing.exists() else "flowdrift: 1\nflows: {}\n"
    write(folder / "snapshots" / "prod" / "index.yaml", text)
    write(folder / "flowdrift.yaml", f"flowdrift: 1\nseverity: {{ {rule}: error }}\n")
    write(folder / "command", "\n".join(words))


def is_snapshot(file):
    """Whether a file of a fixture is the snapshot of a flow."""
    return file.suffix == ".yaml" and (file.name.startswith("snapshot") or file.name == "module.yaml")


def request(fires):
    """The request of a fixture of `lint`; nothing where it has none."""
    return next(iter(sorted(fires.glob("request.*"))), None)


def contract(text, rule):
    """The fixture's contract under the rule's name, holding in the rule's environment alone."""
    name = f"contract: {rule}\nowner: team-{rule.split('-')[0]}"
    text = re.sub(r"^contract: .*$", name, re.sub(r"^owner: .*\n", "", text, flags=re.M), flags=re.M)
    if re.search(r"^environments:", text, flags=re.M):
        return re.sub(r"^(environments:\s+)prod:", rf"\g<1>{rule}:", text, flags=re.M)
    return text + f"environments:\n  {rule}:\n"


def waivers(text, rule):
    """The fixture's waivers on the contract under its new name, with days that keep their sense as time goes on."""
    days = -1 if rule == "waiver-expired" else 60
    day = datetime.date.today() + datetime.timedelta(days=days)
    text = re.sub(r"^(    contract: ).*?(\*?)$", lambda m: m[1] + (rule[:-1] + "*" if m[2] else rule), text, flags=re.M)
    ending = rf"\g<1>{day}\n    environments: [{rule}]"
    return re.sub(r"^(    expires: ).*$", ending, text.split("waivers:\n")[1], flags=re.M)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def main(fixtures, folder):
    rules, accepted = [], ""
    for fires in sorted(fixtures.glob("*/fires")):
        rule = fires.parent.name
        if (fires / "live.yaml").exists() or rule.startswith("live-"):
            continue
        if (fires / "plan.json").exists() or request(fires):
            command = "plan" if (fires / "plan.json").exists() else "lint"
            repository(fires, folder / "alone" / rule, rule, command)
            continue
        rules.append(rule)
        listed = [file.read_text() for file in fires.glob("*.yaml") if is_snapshot(file)]
        specs, snapshots = folder / "specs" / rule, folder / "snapshots" / rule
        for file in sorted(fires.iterdir()):
            text = file.read_text()
            if file.name == "contract.yaml":
                write(specs / file.name, contract(text, rule))
            elif file.name == "flowdrift.yaml":
                # Other settings only keep a fixture to one finding.
                accepted += waivers(text, rule) if "waivers:" in text else ""
            elif is_snapshot(file):
                write(snapshots / snapshot_path(text), text)
            elif file.name == "index.yaml":
                known = with_listed(text, {snapshot_path(one): one for one in listed})
                write(snapshots / file.name, index(text, known))
                for path in known.keys() - {snapshot_path(one) for one in listed}:
                    write(snapshots / path, known[path])
            elif file.suffix == ".yaml":
                write(snapshots / file.name, text)
            else:
                write(specs / file.name, text)
        snapshots.mkdir(parents=True, exist_ok=True)
        if not (snapshots / "index.yaml").exists():
            write(snapshots / "index.yaml", "flowdrift: 1\nflows: {}\n")
    for number, name in enumerate(HOSTILE):
        write(
            folder / "specs" / "hostile" / f"{number}.yaml",
            f"flowdrift: 1\ncontract: {json.dumps(name)}\nowner: {json.dumps(name)}\n"
            f"flow: {json.dumps('workflow/' + name)}\nenvironments:\n  flow-missing:\nlaunch: {{}}\n",
        )
    # Rules that are off until somebody asks for them.
    sources = [file.read_text() for file in (ROOT / "Sources/DriftCore/Rules").glob("*/*.swift")]
    off = sorted(re.search(r'id: "([\w-]+)"', text).group(1) for text in sources if "isOn: false" in text)
    off = f"severity: {{ {', '.join(f'{rule}: note' for rule in off)} }}"
    write(folder / "flowdrift.yaml", f"flowdrift: 1\n{off}\nwaivers:\n{accepted}")
    print(" ".join(rules))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
