"""Parses Jenkinsfiles as Groovy, and compares their blocks with Jenkins' declarative syntax.

usage: judge_jenkinsfile.py FOLDER FILE...
FOLDER keeps the results, so that the same text is parsed only once.

Jenkins publishes no schema. Only a running Jenkins can check a Jenkinsfile completely, because plugins define steps.

Source: jenkins.io/doc/book/pipeline/syntax.
"""

import re
import sys

from groovy_parser.parser import parse_and_digest_groovy_content

SECTIONS = {
    "pipeline": {"agent", "stages", "post", "environment", "options", "parameters", "triggers", "tools", "libraries"},
    "stages": {"stage"},
    "stage": {"agent", "steps", "stages", "post", "environment", "options", "tools", "when", "input", "parallel"},
    "post": {"always", "changed", "fixed", "regression", "aborted", "failure", "success", "unstable", "cleanup"},
}
TEXT = re.compile(r"'''.*?'''|'(?:[^'\\\n]|\\.)*'", re.DOTALL)


def sections(text):
    """Each word that begins a block or a statement, with the word of the block that it stands in."""
    inside = []
    word = None
    for match in re.finditer(r"[{}\n;]|[A-Za-z_]+", TEXT.sub("''", text)):
        token = match[0]
        if token == "{":
            inside.append(word)
            word = None
        elif token == "}":
            inside.pop()
            word = None
        elif token in "\n;":
            word = None
        elif word is None:
            word = token
            yield inside[-1] if inside else None, word


folder, *files = sys.argv[1:]
texts = {file: open(file, encoding="utf-8").read() for file in files}
for file, text in texts.items():
    for outer, inner in sections(text):
        allowed = {"pipeline"} if outer is None else SECTIONS.get(outer)
        assert allowed is None or inner in allowed, f"{file}: '{inner}' in '{outer}'"
# A parse takes seconds.
for text in texts.values():
    parse_and_digest_groovy_content(text, cache_directory=folder)
print(f"pipelines: {len(files)} Jenkinsfiles read as Groovy, and as declarative pipelines")
