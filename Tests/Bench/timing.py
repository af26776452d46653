"""Runs commands alternately, and measures the median time and memory of each."""

import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Command:
    """A command to measure; its output is discarded."""

    words: list[str]
    folder: Path
    input: Path | None = None
    statuses: tuple[int, ...] = (0,)


@dataclass
class Figures:
    """The times and the memory of the runs of one command."""

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
    """Runs a command once, and adds its time and memory to the figures."""
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
    """Runs each command once to warm up, and then all of them alternately, so that a busy machine slows all."""
    figures = [Figures() for _ in commands]
    for command in commands if warms_up else []:
        once(command, None)
    for _ in range(runs):
        for command, its in zip(commands, figures):
            once(command, its)
    return figures
