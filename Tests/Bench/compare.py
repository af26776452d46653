"""The Python program of `make bench`: loads snapshots and contracts with PyYAML's C loader, and compares inputs."""

import sys
from pathlib import Path

import yaml


def load(path: Path) -> dict:
    with open(path, "rb") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def type_of(value: object) -> object:
    return value["type"] if isinstance(value, dict) else value


def main() -> None:
    folder = Path(sys.argv[1])
    flows = {}
    for path in folder.glob("snapshots/*/*/*.yaml"):
        snapshot = load(path)
        flows[path.parent.name + "/" + snapshot["flow"]["name"]] = snapshot.get("inputs", {})
    contracts = differing = 0
    for path in (folder / "specs").glob("*.yaml"):
        contract = load(path)
        inputs = flows[contract["flow"]]
        for name, value in contract.get("launch", {}).get("inputs", {}).items():
            if name not in inputs or inputs[name]["type"] != type_of(value):
                differing += 1
        contracts += 1
    print(f"{contracts} contracts, {differing} inputs differ")


main()
