"""Source files without a launch, for `make bench`."""

import random
from pathlib import Path

WORDS = (
    "order customer callback queue status index executor flexible textual next extra value return function class const "
    "import string number result context exception request response handler service execute experience box exact"
).split()


def write_sources(folder: Path, count: int, size: int) -> None:
    """Writes `count` source files of about `size` bytes each; none has a launch."""
    chance = random.Random(7)
    lines = []
    for _ in range(4_000):
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(3, 9)))
        lines.append(f'    const {chance.choice(WORDS)}_{chance.randrange(1000)} = call("{words}", {chance.random():.3f});')
    text = "\n".join(lines) + "\n"
    text = text * (size // len(text) + 1)
    for number in range(count):
        if number % 1000 == 0:
            own = folder / f"part-{number // 1000}"
            own.mkdir(parents=True)
        start = chance.randrange(max(1, len(text) - size))
        (own / f"module-{number}.js").write_text(text[start : start + size])
