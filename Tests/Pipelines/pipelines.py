"""Extracts the pipelines from pages into one file each, and prints the files' names.

usage: pipelines.py FOLDER PAGE...

A block of YAML is a pipeline if it has jobs. A block of Groovy is a pipeline if it begins with `pipeline {`.
"""

import re
import sys
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

BLOCK = re.compile(r"^```(yaml|groovy)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def kind(language, text):
    """The end of the file's name, which says what reads the block, or None if the block isn't a complete pipeline."""
    if language == "groovy":
        return "Jenkinsfile" if text.startswith("pipeline {") else None
    try:
        value = YAML(typ="safe").load(text)
    except YAMLError:
        # A flow file with placeholders is no YAML before Terraform fills them; a broken pipeline must be noticed.
        if re.search(r"^(on|jobs|include|stages):", text, re.MULTILINE):
            raise
        return None
    if not isinstance(value, dict):
        return None
    if "jobs" in value and "on" in value:
        return "github.yml"
    jobs = [entry for entry in value.values() if isinstance(entry, dict)]
    return "gitlab.yml" if "include" in value or any({"script", "extends", "trigger"} & set(job) for job in jobs) else None


folder = Path(sys.argv[1])
for page in map(Path, sys.argv[2:]):
    for number, (language, text) in enumerate(BLOCK.findall(page.read_text("utf-8")), 1):
        name = kind(language, text)
        if name:
            file = folder / f"{page.stem}-{number}-{name}"
            file.write_text(text, "utf-8")
            print(file)
