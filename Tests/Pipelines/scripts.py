"""Lets the shell parse every script in pipelines and in a repository, without running it.

usage: scripts.py FILE|FOLDER...
A FILE is a pipeline. In a FOLDER, the scripts are the files that begin with `#!` and the name of bash or sh. Folders
with build products are skipped.
"""

import os
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


def shell_files(folder):
    """The shell scripts in a folder, each with the shell in its first line."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not re.fullmatch(r"\.git|\.build.*|dist", name))
        for name in sorted(files):
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                first = re.match(rb"#!.*\b(bash|sh)\b", file.readline(200))
            if first:
                yield path, first[1].decode()


def parse(shell, path=None, text=None):
    """Exits with the shell's message if the shell can't parse the script."""
    words = [shell, "-n"] + ([path] if path else [])
    if subprocess.run(words, input=text, text=True).returncode != 0:
        sys.exit(f"pipelines: {shell} can't parse a script" + (f", {path}" if path else f":\n{text}"))


count = 0
for file in sys.argv[1:]:
    if os.path.isdir(file):
        found = list(shell_files(file))
        for path, shell in found:
            parse(shell, path=path)
        if not found:
            sys.exit(f"pipelines: {file} has no shell script")
        print(f"pipelines: bash and sh read each of {len(found)} scripts of the repository")
        continue
    text = open(file, encoding="utf-8").read()
    if file.endswith(".yml"):
        found = list(scripts(YAML(typ="safe").load(text)))
    else:
        found = [part.replace("\\\\", "\\") for part in re.findall(r"sh '''(.*?)'''", text, re.DOTALL)]
    for script in found:
        parse("bash", text=script)
        count += 1
if count:
    print(f"pipelines: bash reads each of {count} scripts in pipelines")
