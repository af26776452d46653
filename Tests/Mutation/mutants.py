"""Finds the conditions of the rules, and rewrites each so that a number given at run time negates or removes it."""

import re

OPEN, CLOSE = "([{", ")]}"


def end_of_string(text: str, start: int) -> int:
    """The end of the string literal that starts at `start`, including everything that is interpolated in it."""
    quote = '"""' if text.startswith('"""', start) else '"'
    index = start + len(quote)
    while not text.startswith(quote, index):
        if text.startswith("\\(", index):
            index, depth = index + 2, 1
            while depth > 0:
                if text[index] == '"':
                    index = end_of_string(text, index)
                    continue
                depth += (text[index] == "(") - (text[index] == ")")
                index += 1
        else:
            index += 2 if text[index] == "\\" else 1
    return index + len(quote)


def without_strings(text: str) -> tuple[str, list[str]]:
    """The source with a mark instead of each string literal, and the literals."""
    out, strings, index = "", [], 0
    while index < len(text):
        if text[index] == '"':
            end = end_of_string(text, index)
            out += f"§{len(strings)}§"
            strings.append(text[index:end])
            index = end
        else:
            out += text[index]
            index += 1
    return out, strings


def split(text: str, separator: str) -> list[tuple[int, int]]:
    """The parts of an expression without strings between a separator that stands in no bracket, as ranges."""
    parts, depth, start, index = [], 0, 0, 0
    while index < len(text):
        if text[index] in OPEN:
            depth += 1
        elif text[index] in CLOSE:
            depth -= 1
        elif depth == 0 and text.startswith(separator, index):
            parts.append((start, index))
            index += len(separator)
            start = index
            continue
        index += 1
    return parts + [(start, len(text))]


def closing(text: str, start: int) -> int:
    """Where the bracket closes that stands at a place."""
    depth = 0
    for index in range(start, len(text)):
        depth += text[index] in OPEN
        depth -= text[index] in CLOSE
        if depth == 0:
            return index
    raise ValueError("a bracket does not close")


class Mutants:
    """The mutants of some sources, numbered from 0."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def _number(self, file: str, what: str) -> int:
        self.found.append((file, " ".join(what.split())))
        return len(self.found) - 1

    def _condition(self, file: str, text: str) -> str:
        """A condition, turned as a whole, and each of its operands left out."""
        stripped = text.strip()
        if not stripped or stripped.startswith(("let ", "var ", "case ")):
            return text
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        inner = stripped
        for separator, neutral in (("||", "false"), ("&&", "true")):
            ranges = split(stripped, separator)
            if len(ranges) > 1:
                operands = [stripped[start:end].strip() for start, end in ranges]
                inner = f" {separator} ".join(
                    f"Mutant.leave({self._number(file, f'leave out `{operand}`')}, {neutral}, {operand})"
                    for operand in operands
                )
                break
        return f"{lead}Mutant.turn({self._number(file, f'turn `{stripped}`')}, {inner}){tail}"

    def _list(self, file: str, text: str) -> str:
        """The conditions of a `guard` or an `if`, each turned, and left out where it is not the only one."""
        parts = [text[start:end] for start, end in split(text, ",")]
        for index, part in enumerate(parts):
            stripped = part.strip()
            changed = self._condition(file, part)
            if changed != part and len(parts) > 1:
                number = self._number(file, f"leave out `{stripped}`")
                lead, tail = changed[: len(changed) - len(changed.lstrip())], changed[len(changed.rstrip()) :]
                changed = f"{lead}Mutant.leave({number}, true, {changed.strip()}){tail}"
            parts[index] = changed
        if all(part.strip().startswith(("let ", "case ")) for part in parts):
            parts.append(f" Mutant.turn({self._number(file, f'fail `{text.strip()}`')}, true)")
        return ",".join(parts)

    def rewritten(self, file: str, source: str) -> str:
        """A source with its mutants in it."""
        lines, strings = without_strings(re.sub(r"^\s*//.*$", "", source, flags=re.M))
        first = len(self.found)
        written = self._rewritten(file, lines)

        def back(text: str) -> str:
            return re.sub(r"§(\d+)§", lambda match: strings[int(match.group(1))], text)

        self.found[first:] = [(file, back(what)) for file, what in self.found[first:]]
        return back(written)

    def _rewritten(self, file: str, lines: str) -> str:
        start = re.search(r"^    \) \{", lines, flags=re.M)
        head, body = lines[: start.start()], lines[start.start() :]
        out, index = "", 0
        pattern = re.compile(r"\b(guard|if) |\.(?:filter|contains|first|allSatisfy) \{ |(?:where|unless): \{ |severity: ")
        while match := pattern.search(body, index):
            out += body[index : match.end()]
            index = match.end()
            if match.group(1) == "guard":
                end = index + re.search(r"\s+else \{", body[index:]).start()
                out += self._list(file, body[index:end])
            elif match.group(1) == "if":
                end = index + split(body[index:], " {")[0][1]
                out += self._list(file, body[index:end])
            elif match.group(0) == "severity: ":
                ranges = split(body[index:], "?")
                end = index + ranges[0][1]
                rest = split(body[index:], ",")[0][1]
                if end - index > rest or " ? " not in body[index : index + rest]:
                    continue
                end = index + body[index : index + rest].rindex(" ? ")
                out += self._condition(file, body[index:end])
            else:
                brace = body.rindex("{", 0, index)
                end = closing(body, brace)
                inner = body[index:end]
                if "\n" in inner or " in " in inner:
                    continue
                out += self._condition(file, inner)
            index = end
        return head + out + body[index:]
