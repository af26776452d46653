"""Compares the inputs that `flowdrift scan` finds with the string literals that ast-grep finds.

usage: oracle.py FOLDER AST-GREP FLOWDRIFT SEED
"""

import bisect
import collections
import json
import pathlib
import re
import subprocess
import sys

from generate import BUILT_IN, Source
from languages import LANGUAGES

COUNT = 2_000
folder, ast_grep, flowdrift, seed = pathlib.Path(sys.argv[1]), *sys.argv[2:5]

NAME = re.compile(r"(?:Flow|flow)\.(?!\d)\w+(?=(?:\.\w+)*\Z)")
QUOTED = re.compile(r"""(?<=["'])(?:Flow|flow)\.(?!\d)\w+(?=(?:\.\w+)*\\?["'])""")
LITERAL = re.compile(r"""\A(?P<before>[A-Za-z@$]*#*|%q)(?P<open>\"{3}|'{3}|["'`(])(?P<text>.*?)(?P=open)?\)?#*\Z""", re.S)
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\u([0-9a-f]{4})")
JOINT = re.compile(r"\s*[+.]\s*|\s*", re.S)
OWN = {f"flow.{name.lower()}" for name in BUILT_IN} | {"flow.json"}


class Places:
    """The line and column of each character of a text, counted from 1."""

    def __init__(self, text):
        self.text = text
        self.starts = [0] + [index + 1 for index, letter in enumerate(text) if letter == "\n"]
        self.bytes = None
        if not text.isascii():
            self.bytes = [0]
            for letter in text:
                self.bytes.append(self.bytes[-1] + len(letter.encode()))

    def of(self, index):
        line = bisect.bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def index(self, byte):
        return byte if self.bytes is None else bisect.bisect_left(self.bytes, byte)


def literals():
    """The string literals of each file, as ranges of characters, by ast-grep."""
    rules = []
    for language in {language.name: language for language in LANGUAGES}.values():
        kinds = "".join(f"    - kind: {kind}\n" for kind in language.kinds)
        rules.append(f"id: {language.name}\nlanguage: {language.name}\nrule:\n  any:\n{kinds}")
    command = [ast_grep, "scan", "--json=stream", "--inline-rules", "---\n".join(rules), "."]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 1) or not run.stdout:
        sys.exit(f"ast-grep: {run.stderr[-2000:]}")
    found = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        match = json.loads(line)
        bounds = match["range"]["byteOffset"]
        found[str(pathlib.PurePath(match["file"]))].add((bounds["start"], bounds["end"]))
    return found


def names(source, places, ranges):
    """The names in a file's literals: where each begins, and the name without members."""
    pieces = []
    for start, end in sorted((places.index(first), places.index(last)) for first, last in ranges):
        match = LITERAL.match(source.text[start:end])
        # A word of Ruby's `%w` has no quotes.
        text = match["text"] if match else source.text[start:end]
        begin = start + (match.start("text") if match else 0)
        if not match or not match["before"].lower().startswith(("r", "@", "#")):
            text = ESCAPE.sub(lambda code: chr(int(code[1] or code[2], 16)), text)
        pieces.append((start, end, begin, text))
    found = []
    index = 0
    while index < len(pieces):
        start, end, begin, text = pieces[index]
        parts = [text]
        while index + 1 < len(pieces) and is_joined(source, end, pieces[index + 1][0]):
            index += 1
            end = pieces[index][1]
            parts.append(pieces[index][3])
        index += 1
        joined = "".join(parts)
        if NAME.match(joined):
            found.append((begin, NAME.match(joined)[0]))
        elif len(parts) == 1:
            found += [(begin + match.start(), match[0]) for match in QUOTED.finditer(text)]
    return [(begin, name) for begin, name in found if name.lower() not in OWN]


def is_joined(source, end, start):
    """Whether only a joint is between two literals: a sign, or in Python a blank."""
    between = source.text[end:start] if end <= start else "x"
    if not between.strip():
        return source.language.ending == "py" and bool(between)
    sign = "." if source.language.ending == "php" else "+"
    return between.strip() == sign


def expected(source, ranges):
    """What each launch must list: line and column of the launch, certainty, and its names with their places."""
    places = Places(source.text)
    found = names(source, places, ranges)
    result = []
    for launch in source.launches:
        inputs = {}
        for begin, name in found:
            if launch.region[0] <= begin < launch.region[1]:
                inputs.setdefault(name, (launch.certainty, *places.of(begin)))
        result.append((places.of(launch.start), inputs, (launch.may_be_more, launch.flow)))
    return result


def scanned():
    """What `flowdrift scan` lists of each file's launches."""
    run = subprocess.run([flowdrift, "scan", "--report", "json", "."], cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"flowdrift scan ended with {run.returncode}: {run.stderr[-2000:]}")
    found = collections.defaultdict(list)
    for launch in json.loads(run.stdout)["launches"]:
        if launch["setting"] != "code":
            continue
        inputs = {item["name"]: (item["certainty"], item["line"], item["column"]) for item in launch["inputs"]}
        more = (launch["mayMentionMore"], launch.get("flowId"))
        found[launch["file"]].append(((launch["line"], launch["column"]), inputs, more))
    return found


def difference(source, there, found):
    """The differences of one file, in words."""
    if [launch[0] for launch in there] != [launch[0] for launch in found]:
        yield f"launches at {[launch[0] for launch in there]}, found at {[launch[0] for launch in found]}"
        return
    for (place, inputs, more), (_, listed, may) in zip(there, found):
        for name in sorted(inputs.keys() | listed.keys()):
            if inputs.get(name) != listed.get(name):
                yield f"launch at {place}: {name}: ast-grep {inputs.get(name)}, flowdrift {listed.get(name)}"
        if more != may:
            yield f"launch at {place}: others, and the flow: {more}, flowdrift {may}"


def main():
    sources = [Source(number, seed).write() for number in range(COUNT)]
    for source in sources:
        path = folder / source.file
        path.parent.mkdir(exist_ok=True)
        path.write_text(source.text)
    by_file, found = literals(), scanned()
    problems = []
    counts = collections.Counter()
    launches = 0
    for source in sources:
        there = expected(source, by_file.get(source.file, set()))
        launches += len(there)
        counts[source.language.ending] += sum(len(inputs) for _, inputs, _ in there)
        problems += [f"{source.file}: {text}" for text in difference(source, there, found.pop(source.file, []))]
    problems += [f"{file}: isn't among the generated files" for file in found]
    # A comparison of nothing with nothing isn't one.
    for language in LANGUAGES:
        if counts[language.ending] < COUNT // len(LANGUAGES):
            problems.append(f"{language.ending}: ast-grep finds only {counts[language.ending]} names")
    for problem in problems[:40]:
        print(problem, file=sys.stderr)
    total = f"{COUNT:,} files, {sum(counts.values()):,} names, {launches:,} launches"
    print(f"oracle: {total}: " + (f"{len(problems):,} differences" if problems else "the same"))
    return 1 if problems else 0


sys.exit(main())
