"""Generates source files that launch flows, that is, start them.

For each launch, it also says where to look for the launch's inputs: in its body, in its function, or in the rest of the
file. It doesn't say which names are there; oracle.py finds them with ast-grep.
"""

import dataclasses
import random

from languages import LANGUAGES

WORDS = [
    "callerNumber", "priority", "größe", "x", "customer_id", "Nåme", "amount2", "isOpen", "日付", "_internal", "skill",
]
BUILT_IN = ["HoldPrompt", "Version", "IsTest", "version", "InvocationData", "StartDateTimeUTC"]


@dataclasses.dataclass
class Launch:
    """The place where a launch begins, and the range of the text that has its inputs, as offsets in characters.

    The flow is the literal id in the body, or None if the body comes from elsewhere.
    """

    start: int
    region: tuple
    certainty: str
    may_be_more: bool
    flow: str | None


class Source:
    def __init__(self, number, seed):
        self.random = random.Random(f"{seed}/{number}")
        self.number = number
        self.language = LANGUAGES[number % len(LANGUAGES)]
        self.file = f"part{number % 40}/source{number}.{self.language.ending}"
        self.text = ""
        self.launches = []
        self.count = 0

    # Names and literals

    def name(self):
        self.count += 1
        scope = "flow" if self.random.random() < 0.15 else "Flow"
        member = ".part" if self.random.random() < 0.1 else ""
        return f"{scope}.{self.random.choice(WORDS)}{self.count}{member}"

    def literal(self, is_key=False):
        """A literal that is a name from its first to its last character."""
        language, name = self.language, self.name()
        form = self.random.choice(is_key and language.keys or language.forms)
        # Other forms may be raw.
        if form is language.forms[0] and len(name) > 6 and self.random.random() < 0.15:
            name = name[:6] + language.escape(ord(name[6])) + name[7:]
        return form(name)

    def value(self, depth=0):
        """A value of an entry: with names or without."""
        choice = self.random.random()
        language = self.language
        if choice < 0.25:
            return self.literal()
        if choice < 0.4 and depth < 2:
            entries = [(self.literal(True), self.value(depth + 1)) for _ in range(self.random.randint(1, 2))]
            return language.mapping(entries)
        if choice < 0.5 and depth < 2:
            return language.listing([self.value(depth + 1) for _ in range(self.random.randint(1, 3))])
        if choice < 0.6 and language.joins:
            name = self.name()
            cut = self.random.randint(1, len(name) - 1)
            form = self.random.choice(language.forms[:2])
            join = self.random.choice(language.joins)
            return join.replace("{a}", form(name[:cut])).replace("{b}", form(name[cut:]))
        if choice < 0.7:
            return language.forms[0](self.prose())
        if choice < 0.75:
            return language.forms[0](f"Flow.{self.random.choice(BUILT_IN)}")
        return str(self.random.randint(0, 99))

    def prose(self):
        name = self.name()
        return self.random.choice([f"the input {name} is missing", f"{name}: unknown", f"see {name}.", f"{name} ", "Flow.",
                                   f"x{name}", f"my.{name}", "flow.json", "Flow.9", "ä Flow"])

    def comment(self):
        text = self.random.choice([self.literal(), self.prose(), f"don't use {self.literal()}", '"', "it's 😀"])
        return self.random.choice(self.language.comments).replace("{text}", text.replace("*/", ""))

    def noise(self):
        """Lines that have no name in a literal."""
        language, choice = self.language, self.random.random()
        if choice < 0.4:
            return self.comment()
        if choice < 0.6 and language.traps:
            return self.random.choice(language.traps)
        if choice < 0.8 and language.holes:
            return language.statement.replace("{value}", self.random.choice(language.holes))
        return language.statement.replace("{value}", language.forms[0](self.prose()))

    # Launches

    def body(self):
        """A body with its inputs, whether a key is put together by code, and the flow's id."""
        language = self.language
        entries = []
        is_computed = False
        for index in range(self.random.randint(1, 6)):
            # A body without any name leaves the launch to the names of its function.
            if index and self.random.random() < 0.08 and language.computed:
                entries.append((self.random.choice(language.computed), "1"))
                is_computed = True
            else:
                entries.append((self.literal(True), self.value()))
        flow = self.flow()
        keys = [language.forms[0](key) for key in ["flowId", "inputData"]]
        return language.mapping([(keys[0], language.forms[0](flow)), (keys[1], language.mapping(entries))]), is_computed, flow

    def embedded(self):
        names = [self.name() for _ in range(self.random.randint(1, 4))]
        inputs = ", ".join(f'"{name}": {index}' for index, name in enumerate(names))
        flow = self.flow()
        return f'{{"flowId": "{flow}", "inputData": {{{inputs}}}}}', flow

    def flow(self):
        return f"5d1f0c52-83b1-4a67-9a0c-{self.number:06x}{self.count:06x}"

    def launch(self, kind):
        """The lines of a launch with its marks, whether a key is computed, and the flow's id."""
        language = self.language
        if kind == "embedded" and not language.embedded:
            kind = "body"
        if kind == "embedded":
            body, flow = self.embedded()
            pattern = self.random.choice(language.embedded)
            escaped = body.replace('"', '\\"')
            return pattern.replace("{json}", f"\2{body}\3").replace("{escaped}", f"\2{escaped}\3"), False, flow
        pattern = self.random.choice(language.launches)
        if kind == "body":
            body, is_computed, flow = self.body()
            return pattern.replace("{body}", f"\2{body}\3"), is_computed, flow
        parameter = "$body" if language.ending == "php" else "body"
        return pattern.replace("{body}", parameter), False, None

    def add(self, kind):
        """Adds a function that launches a flow."""
        lines = [self.noise() for _ in range(self.random.randint(0, 3))]
        launch, is_computed, flow = self.launch(kind)
        if kind == "function":
            for _ in range(self.random.randint(1, 4)):
                lines.append(self.language.statement.replace("{value}", self.literal()))
        elif kind in ["body", "embedded"] and not is_computed:
            # Names beside a closed body belong to nobody.
            for _ in range(self.random.randint(0, 2)):
                lines.append(self.language.statement.replace("{value}", self.literal()))
        lines.insert(self.random.randint(0, len(lines)), launch.replace("{sign}", "\1"))
        indent = {"cs": " " * 8, "java": " " * 8, "go": "\t", "rb": "  ", "scala": " " * 4, "js": "  ", "ts": "  ",
                  "tsx": "  ", "html": "  "}.get(self.language.ending, " " * 4)
        text = "\n".join(indent + line for line in lines)
        if kind == "function":
            text = "\2" + text + "\3"
        text = self.language.function.replace("{n}", str(len(self.launches))).replace("{lines}", text) + "\n\n"
        start = len(self.text) + text.replace("\2", "").replace("\3", "").index("\1")
        region = None
        if "\2" in text:
            plain = text.replace("\1", "")
            first = plain.index("\2")
            region = (len(self.text) + first, len(self.text) + plain.index("\3") - 1)
        certainty = {"embedded": "body"}.get(kind, kind)
        self.launches.append(Launch(start, region, certainty, is_computed or certainty != "body", flow))
        self.text += text.replace("\1", "").replace("\2", "").replace("\3", "")

    def other(self):
        """Names that no launch has near: a function without a launch."""
        lines = [self.language.statement.replace("{value}", self.literal()) for _ in range(self.random.randint(1, 4))]
        lines.insert(self.random.randint(0, len(lines)), self.noise())
        indent = "\t" if self.language.ending == "go" else " " * 4
        text = "\n".join(indent + line for line in lines)
        self.text += self.language.function.replace("{n}", f"{self.count}x").replace("{lines}", text) + "\n\n"

    def write(self):
        self.text += self.language.head
        kind = self.random.choice(["body", "body", "function", "file", "embedded"])
        self.text += self.comment() + "\n"
        if kind == "file":
            self.other()
            self.add("file")
            self.other()
            self.launches[0].region = (0, 10**9)
        else:
            for index in range(self.random.randint(1, 3)):
                if index:
                    self.other()
                self.add(kind if index == 0 else self.random.choice(["body", "function", "embedded"]))
        self.text += self.language.tail
        return self
