"""Runs commands in turn, and gives the medians of what the system accounts to each."""

import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Command:
    """A command as it is measured; what it prints goes nowhere."""

    words: list[str]
    folder: Path
    input: Path | None = None
    statuses: tuple[int, ...] = (0,)


@dataclass
class Figures:
    """What the runs of one command took."""

    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """The median of the wall time, in seconds."""
        return statistics.median(self.walls)

    @property
    def cpu(self) -> float:
        """The median of the time on all cores, in seconds."""
        return statistics.median(self.cpus)

    @property
    def peak(self) -> float:
        """The median of the most memory that a run held, in MiB."""
        return statistics.median(self.peaks) / 1024


def once(command: Command, figures: Figures | None) -> None:
    """Runs a command once, and adds what it took."""
    with open(command.input or os.devnull, "rb") as source, tempfile.NamedTemporaryFile("r") as taken:
        done = subprocess.run(
            [os.environ["ALONE"], taken.name, *command.words],
            cwd=command.folder, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        if done.returncode not in command.statuses:
            raise SystemExit(f"{' '.join(command.words)}: ended with {done.returncode}\n{done.stderr.decode()}")
        wall, cpu, peak = taken.read().split()
    if figures is not None:
        figures.walls.append(float(wall))
        figures.cpus.append(float(cpu))
        figures.peaks.append(int(peak))


def measured(commands: list[Command], runs: int, warms_up: bool = True) -> list[Figures]:
    """Runs each command once to warm up, then all of them in turn; what slows the machine hits each alike."""
    figures = [Figures() for _ in commands]
    for command in commands if warms_up else []:
        once(command, None)
    for _ in range(runs):
        for command, its in zip(commands, figures):
            once(command, its)
    return figures
