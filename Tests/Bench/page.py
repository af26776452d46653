"""Makes the table that `make bench` prints, and docs/performance.md."""

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml
from timing import Figures


@dataclass
class Row:
    """One measurement of flowdrift, what it is compared with, and its goal."""

    what: str
    ours: Figures
    beside: str
    theirs: Figures | None
    goal: str
    is_met: bool | None

    @property
    def ratio(self) -> str:
        return f"{self.ours.wall / self.theirs.wall:.2f}" if self.theirs else ""

    @property
    def verdict(self) -> str:
        if self.is_met is None:
            return ""
        return "met" if self.is_met else "**missed**"

    def cells(self) -> list[str]:
        return [
            self.what, self.beside, self.ratio, milliseconds(self.ours.wall), milliseconds(self.ours.cpu),
            f"{self.ours.peak:.0f} MiB", self.goal, self.verdict,
        ]


HEADINGS = ["flowdrift", "compared with", "ratio", "wall time", "CPU time", "peak memory", "goal", ""]


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def table(rows: list[Row]) -> str:
    lines = [HEADINGS, ["---"] * len(HEADINGS)] + [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def output(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def machine() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())[1]) / 2**20
    name = model[1] if model else platform.machine()
    return f"{name}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}"


def versions(flowdrift: Path) -> str:
    return ", ".join(
        [
            f"flowdrift {output(str(flowdrift), '--version')}",
            f"libyaml {output('pkg-config', '--modversion', 'yaml-0.1')}",
            f"PyYAML {yaml.__version__} on Python {platform.python_version()}",
            output("git", "--version"),
            output("curl", "--version").split(" (")[0],
        ]
    )


def page(rows: list[Row], flowdrift: Path) -> str:
    template = (Path(__file__).parent / "performance.template").read_text()
    missed = [row for row in rows if row.is_met is False]
    summary = f"This run missed {len(missed)} of its goals; the last column marks them."
    if not missed:
        summary = "This run met all its goals."
    for name, text in {
        "machine": machine(), "versions": versions(flowdrift), "summary": summary, "table": table(rows),
    }.items():
        template = template.replace("{{" + name + "}}", text)
    return template
