"""Rewrites the places in the sources that places.txt lists, so that a number given at run time breaks one of them."""

import re

VERBS = {
    "turn": "(Mutant.isChosen({number}) != ({code}))",
    "assume": "(Mutant.isChosen({number}) ? true : ({code}))",
    "deny": "(Mutant.isChosen({number}) ? false : ({code}))",
    "put": "(Mutant.isChosen({number}) ? ({other}) : ({code}))",
    "skip": "if !Mutant.isChosen({number}) {{ {code} }}",
}
# Comments count as space, so that nobody has to change places.txt when they reword a comment.
SPACE = r"(?:\s|//[^\n]*\n)+"
LINE = re.compile(r"(\S+\.swift): (?:(turn|assume|deny|skip) `([^`]+)`|(put) `([^`]+)` for `([^`]+)`)")


class Place:
    """A place in the sources, and how to break it."""

    def __init__(self, line: str) -> None:
        match = LINE.fullmatch(line)
        if not match:
            raise SystemExit(f"places.txt: this line names no place: {line}")
        self.line = line
        self.file = match.group(1)
        self.verb = match.group(2) or match.group(4)
        self.code = match.group(3) or match.group(6)
        self.other = match.group(5)
        self.number = -1
        self.start = self.end = -1

    @property
    def what(self) -> str:
        return self.line.split(": ", 1)[1]

    def find(self, source: str) -> None:
        """Finds the place; the code must occur once, and ⟦ ⟧ mark the part of it that is broken."""
        before, part, after = "", self.code, ""
        if "⟦" in part:
            before, part, after = re.split("[⟦⟧]", part)
        pattern = "".join(
            group + re.sub(r"(\\ )+", lambda _: SPACE, re.escape(text)) + end
            for text, group, end in ((before, "", ""), (part, "(", ")"), (after, "", ""))
        )
        found = list(re.finditer(pattern, source))
        if len(found) != 1:
            raise SystemExit(f"places.txt: this code occurs {len(found)} times, not once: {self.line}")
        self.start, self.end = found[0].span(1)

    def broken(self, code: str) -> str:
        return VERBS[self.verb].format(number=self.number, code=code, other=self.other)


def places(path: str) -> list[Place]:
    """The places that a file lists."""
    with open(path) as file:
        lines = [line.rstrip("\n") for line in file]
    return [Place(line) for line in lines if line and not line.startswith("#")]


def rewritten(source: str, places: list[Place]) -> str:
    """A source with its places in it."""
    for place in places:
        place.find(source)
    return _rendered(source, 0, len(source), sorted(places, key=lambda place: (place.start, -place.end)))


def _rendered(source: str, start: int, end: int, places: list[Place]) -> str:
    out, left = "", places
    while left:
        place, left = left[0], left[1:]
        inner = [other for other in left if other.end <= place.end]
        left = left[len(inner) :]
        out += source[start : place.start] + place.broken(_rendered(source, place.start, place.end, inner))
        start = place.end
    return out + source[start:end]
