"""Renders a Markdown report as GitHub does, and checks that no name in it becomes an element, a link or a mention.

usage: judge_markdown.py REPORT
"""

import html.parser
import re
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

ALLOWED = "h2 p sub strong table thead tbody tr th td ul li code br details summary".split()


class Reader(html.parser.HTMLParser):
    """Collects the text outside of code, and rejects elements that no report should have."""

    def __init__(self):
        super().__init__()
        self.depth, self.text, self.tags = 0, [], []

    def handle_starttag(self, tag, attributes):
        assert tag in ALLOWED, f"<{tag}>"
        assert not attributes or tag in ("td", "th"), (tag, attributes)
        self.tags.append(tag)
        self.depth += tag == "code"

    def handle_endtag(self, tag):
        self.depth -= tag == "code"

    def handle_data(self, data):
        if not self.depth:
            self.text.append(data)


def main(report):
    text = open(report, encoding="utf-8").read()
    assert len(text) < 65536, "too long for a comment"
    reader = Reader()
    reader.feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
    outside = "".join(reader.text)
    # What GitHub or GitLab would make a link, a mention, a reference or a picture of.
    for pattern in (r"[@#!$%&~^`]\w", r"\w+://", r"www\.", r"\bGH-\d", r"\b[0-9a-f]{7,40}\b", r":\w+:"):
        assert not re.search(pattern, outside, re.I), (pattern, re.search(pattern, outside, re.I))
    assert reader.tags.count("details") == reader.tags.count("summary")
    return len(text), reader.tags.count("li")


if __name__ == "__main__":
    print("%d characters, %d items" % main(sys.argv[1]))
