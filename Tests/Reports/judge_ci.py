"""Checks the reports for GitHub and GitLab against the documented rules of their formats.

usage: judge_ci.py ANNOTATIONS CODE-QUALITY
"""

import json
import re
import sys

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\r\n]*)(?:,[a-zA-Z]+=[^:,\r\n]*)*)::([^\r\n]*)")


def github(path):
    """Requires that each line is an annotation or plain text, and that GitHub reads nothing else as a command."""
    annotations = 0
    for line in open(path, encoding="utf-8", newline="\n").read().splitlines():
        assert "##[" not in line, line
        if not line.lstrip().startswith("::"):
            continue
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}, properties
        assert all(properties[name].isdigit() for name in ("line", "col") if name in properties)
        # A percent sign stands only where it begins an escape.
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", match[2] + match[3]), line
        annotations += 1
    return annotations


def gitlab(path):
    """A list without a byte order mark, of entries that each have what the widget needs."""
    text = open(path, "rb").read()
    assert not text.startswith(b"\xef\xbb\xbf")
    entries = json.loads(text)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith(("./", "/"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    return len(entries)


if __name__ == "__main__":
    print(github(sys.argv[1]), "annotations,", gitlab(sys.argv[2]), "entries")
