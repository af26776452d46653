"""Lets bash parse every script in pipelines, without running it.

usage: scripts.py FILE...
"""

import re
import subprocess
import sys

from ruamel.yaml import YAML


def scripts(value):
    """The scripts in a pipeline of GitHub or GitLab: under `run`, `script`, `before_script`, `after_script`."""
    if isinstance(value, list):
        for item in value:
            yield from scripts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("script", "before_script", "after_script"):
                yield "\n".join(item)
            elif key == "run" and isinstance(item, str):
                # What GitHub puts in before the shell reads the line.
                yield re.sub(r"\$\{\{.*?\}\}", "value", item)
            else:
                yield from scripts(item)


count = 0
for file in sys.argv[1:]:
    text = open(file, encoding="utf-8").read()
    if file.endswith(".yml"):
        found = list(scripts(YAML(typ="safe").load(text)))
    else:
        found = [part.replace("\\\\", "\\") for part in re.findall(r"sh '''(.*?)'''", text, re.DOTALL)]
    for script in found:
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)
        count += 1
print(f"pipelines: bash reads each of {count} scripts")
