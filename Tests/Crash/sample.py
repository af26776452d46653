"""A repository before and after its flows are published again, with the snapshots that an undisturbed run writes."""

import json
import os
import shutil
import subprocess
import time

FLOWS = 100
CUT_SHORT = "was interrupted, or is still running"
DRAFT = ".flowdrift-writing"


def export(number: int, is_new: bool) -> str:
    """A workflow's export; every second workflow has another interface after it is published again."""
    inputs = ["Flow.orderNumber"] + (["Flow.addedLater"] if is_new and number % 2 else [])
    lines = [f"workflow:\n  name: Order {number}\n  division: Home\n  variables:"]
    lines += [f"    - stringVariable: {{ name: {name}, isInput: true, isOutput: false }}" for name in inputs]
    return "\n".join(lines) + "\n"


def triggers(numbers: range) -> str:
    """A listing of triggers that start none of the folder's flows, so that their snapshots are in triggers.yaml."""
    listed = [
        {
            "id": f"9a3c5e71-2b4d-4f60-8a1c-{number:012d}",
            "name": f"Trigger {number}",
            "topicName": "v2.detail.events.conversation.{id}.acw",
            "target": {"type": "Workflow", "id": "00000000-2b4d-4f60-8a1c-3d5e7f902b4c"},
            "enabled": True,
        }
        for number in numbers
    ]
    return json.dumps({"entities": listed})


class Sample:
    """The repository before and after, with the snapshots of both."""

    def __init__(self, flowdrift: str, folder: str) -> None:
        self.flowdrift = flowdrift
        self.folder = folder
        self._write("old", range(FLOWS), False)
        # Some flows are gone, and some are new.
        self._write("new", range(20, FLOWS + 100), True)
        self.trees = {}
        for name in ("old", "new"):
            os.makedirs(f"{folder}/clean-{name}")
            done = self.snapshot(f"{folder}/clean-{name}", name)
            assert done.returncode == 0, done.stderr
            self.trees[name] = tree(f"{folder}/clean-{name}/snapshots")
        assert self.trees["old"] != self.trees["new"]

    def _write(self, name: str, numbers: range, is_new: bool) -> None:
        os.makedirs(f"{self.folder}/{name}")
        for number in numbers:
            with open(f"{self.folder}/{name}/order-{number}.yaml", "w") as file:
                file.write(export(number, is_new))
        with open(f"{self.folder}/{name}/triggers.json", "w") as file:
            file.write(triggers(range(3 if is_new else 2)))

    def command(self, exports: str) -> list[str]:
        return [self.flowdrift, "snapshot", "--from", f"{self.folder}/{exports}", "--environment", "prod"]

    def snapshot(self, project: str, exports: str, **options) -> subprocess.CompletedProcess:
        """Runs `flowdrift snapshot` to its end."""
        return subprocess.run(
            self.command(exports), cwd=project, capture_output=True, text=True, timeout=60, **options
        )

    def time_of_writing(self, path: str) -> tuple[float, float]:
        """How long a run takes, and how much of that it writes; the least of three, in seconds."""
        times = []
        for _ in range(3):
            self.project(path)
            start = time.monotonic()
            run = subprocess.Popen(self.command("new"), cwd=path, stdout=subprocess.DEVNULL)
            wait_for_mark(run, path)
            write = time.monotonic()
            run.wait(timeout=60)
            end = time.monotonic()
            times.append((end - start, end - write))
        return min(whole for whole, _ in times), min(writing for _, writing in times)

    def check(self, project: str, **options) -> subprocess.CompletedProcess:
        """Runs `flowdrift check` to its end."""
        command = [self.flowdrift, "check"]
        return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=60, **options)

    def project(self, path: str) -> str:
        """A repository with the old snapshots."""
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(f"{self.folder}/clean-old", path)
        return path

    def require_whole_files(self, project: str, what: str) -> str:
        """Requires that each file is the old one or the new one; tells which of the two the whole is, or `mixed`."""
        found = tree(f"{project}/snapshots")
        files = {path: text for path, text in found.items() if not path.endswith(DRAFT)}
        for path, text in files.items():
            old, new = self.trees["old"].get(path), self.trees["new"].get(path)
            require(text in (old, new), f"{what}: {path} is neither the old file nor the new one")
        for name in ("old", "new"):
            if files == self.trees[name]:
                return name
        return "mixed"

    def require_noticed(self, project: str, what: str) -> None:
        """Requires that a check of half-written snapshots says what they are."""
        done = self.check(project)
        require(done.returncode in (1, 2), f"{what}: the check of half of it ended with {done.returncode}")
        require(CUT_SHORT in done.stderr, f"{what}: the check of half of it said {done.stderr[:300]!r}")

    def require_mended(self, project: str, what: str) -> None:
        """Requires that the next run makes everything whole, and leaves nothing over."""
        done = self.snapshot(project, "new")
        require(done.returncode == 0, f"{what}: the next run ended with {done.returncode}: {done.stderr[:300]}")
        found = tree(f"{project}/snapshots")
        wrong = sorted(set(found.items()) ^ set(self.trees["new"].items()))
        require(not wrong, f"{what}: the next run left {[path for path, _ in wrong][:5]}")


def tree(folder: str) -> dict[str, bytes]:
    """What the files below a folder hold, by path."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def wait_for_mark(run: subprocess.Popen, project: str) -> None:
    """Waits until a run begins to write, or ends."""
    while run.poll() is None and not os.path.exists(f"{project}/snapshots/prod/{DRAFT}"):
        pass


def wait_for_file(run: subprocess.Popen, path: str) -> None:
    """Waits until a run has put a new file in place of what is at a path, or ends."""
    before = identity(path)
    while run.poll() is None and identity(path) == before:
        pass


def identity(path: str) -> tuple[int, int] | None:
    """Which file is at a path; `None` where there is none."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def require(is_so: bool, what: str) -> None:
    """Ends the script where something is not as it must be."""
    if not is_so:
        raise SystemExit(f"crash: {what}")
