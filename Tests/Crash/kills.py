"""Tests of runs that are interrupted: they are killed, their folder is deleted, or two run at once."""

import collections
import os
import random
import shutil
import subprocess
import time

from sample import DRAFT, Sample, require, wait_for_file, wait_for_mark


def kill(sample: Sample, path: str, count: int, seed: int) -> None:
    """Kills runs with signal 9: a third at any moment, a third while they write, a third after a given file is new."""
    numbers = random.Random(seed)
    whole, writing = sample.time_of_writing(path)
    written = sorted(name for name, text in sample.trees["new"].items() if sample.trees["old"].get(name) != text)
    seen = collections.Counter()
    for number in range(count):
        project = sample.project(path)
        run = subprocess.Popen(sample.command("new"), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if number % 3 == 0:
            time.sleep(numbers.random() * whole * 1.1)
        elif number % 3 == 1:
            wait_for_mark(run, project)
            time.sleep(numbers.random() * writing)
        else:
            # On a busy machine a time says little about how far a run has come; a file that is new does.
            wait_for_file(run, f"{project}/snapshots/{numbers.choice(written)}")
        run.kill()
        output, _ = run.communicate()
        what = f"kill {number} of seed {seed}"
        state = sample.require_whole_files(project, what)
        is_done = run.returncode == 0
        require(is_done or run.returncode == -9, f"{what}: the run ended with {run.returncode}")
        require(not is_done or state == "new", f"{what}: status 0, and the snapshots are {state}")
        require(not output or state == "new", f"{what}: it told of its success, and the snapshots are {state}")
        if state == "mixed":
            sample.require_noticed(project, what)
        left = any(name.endswith(DRAFT) and name != DRAFT for name in os.listdir(f"{project}/snapshots/prod/workflow"))
        seen[("done" if is_done else state) + (", a draft left" if left else "")] += 1
        sample.require_mended(project, what)
    print(f"killed {count} times, seed {seed}: " + ", ".join(f"{n} {state}" for state, n in sorted(seen.items())))
    require(seen["mixed"] + seen["mixed, a draft left"] > count / 10, "hardly a run was killed while it wrote")


def meet(sample: Sample, path: str, count: int) -> None:
    """Starts two runs at once; one of them may be told to wait, and nothing is mixed up."""
    refused = 0
    for number in range(count):
        project = sample.project(path)
        runs = [
            subprocess.Popen(sample.command("new"), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        ends = [(run.communicate(timeout=60), run.returncode) for run in runs]
        for (_, errors), status in ends:
            require(status == 0 or (status == 2 and "Another run" in errors), f"meeting {number}: {status}, {errors}")
            refused += status == 2
        require(any(status == 0 for _, status in ends), f"meeting {number}: neither run wrote")
        require(sample.require_whole_files(project, f"meeting {number}") == "new", f"meeting {number}: not whole")
    print(f"two runs at once, {count} times: {refused} told to wait, the snapshots whole each time")


def vanish(sample: Sample, path: str, count: int, seed: int) -> None:
    """Takes the folder away while it is written to."""
    numbers = random.Random(seed)
    _, writing = sample.time_of_writing(path)
    seen = collections.Counter()
    for number in range(count):
        project = sample.project(path)
        run = subprocess.Popen(sample.command("new"), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        wait_for_mark(run, project)
        time.sleep(numbers.random() * writing * 0.5)
        shutil.rmtree(f"{project}/snapshots", ignore_errors=True)
        _, errors = run.communicate(timeout=60)
        what = f"vanishing folder {number}"
        require(run.returncode in (0, 2), f"{what}: the run ended with {run.returncode}")
        require(run.returncode == 0 or errors.startswith("error: snapshots/prod"), f"{what}: it said {errors!r}")
        seen[run.returncode] += 1
        sample.require_whole_files(project, what)
        sample.require_mended(project, what)
    print(f"the folder vanished {count} times: status 2 {seen[2]} times, status 0 {seen[0]} times, mended each time")
