"""Writes the pipelines that pages show to files, a folder for each kind.

usage: pipelines.py FOLDER PAGE...
"""
import pathlib
import re
import sys

import ruamel.yaml


def kind(block):
    """The schema that a block of YAML must meet; nil where it is no whole pipeline."""
    if not isinstance(block, dict):
        return None
    if "jobs" in block and "on" in block:
        return "github-workflows"
    is_job = lambda value: isinstance(value, dict) and ({"script", "extends", "trigger"} & set(value))
    if "include" in block or any(is_job(value) for value in block.values()):
        return "gitlab-ci"
    return None


def main():
    folder = pathlib.Path(sys.argv[1])
    yaml = ruamel.yaml.YAML(typ="safe")
    counts = {}
    for page in map(pathlib.Path, sys.argv[2:]):
        for text in re.findall(r"^```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            name = kind(yaml.load(text))
            if name is None:
                continue
            counts[name] = counts.get(name, 0) + 1
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / f"{page.stem}-{counts[name]}.yml").write_text(text, encoding="utf-8")
    missing = {"github-workflows", "gitlab-ci"} - set(counts)
    assert not missing, f"the pages show no {missing}"


main()
