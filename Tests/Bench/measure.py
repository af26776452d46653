#!/usr/bin/env python3
"""Compares the speed and memory of flowdrift with other programs on this machine.

It prints a table, and writes docs/performance.md if --output names that file.

usage: measure.py FLOWDRIFT BASELINE [--small] [--output FILE]

BASELINE is the program compiled from parse.c. The commands of a row run alternately: each once to warm up, and then
several times. The row has the medians. With --small, all sizes are a tenth, to try this script.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from large import write_large_files
from load import load
from page import Row, page, table
from sources import write_sources
from timing import Command, Figures, measured

HERE = Path(__file__).parent
ANY = (0, 1)


class Bench:
    """The rows of one run."""

    def __init__(self, flowdrift: Path, parse: Path, folder: Path, scale: int):
        self.flowdrift, self.parse, self.folder, self.scale = str(flowdrift), str(parse), folder, scale
        self.rows: list[Row] = []

    def size(self, number: int) -> int:
        return number // self.scale

    def org(self, name: str, flows: int, contracts: int, *environments: str, options: tuple[str, ...] = ()) -> Path:
        """A project with an org of that size, and the list of its files."""
        folder = self.folder / name
        words = [sys.executable, str(HERE / "generate.py"), str(folder), str(flows), str(contracts)]
        subprocess.run(words + list(environments or ("prod",)) + list(options), check=True)
        # Not in this process, because its peak memory would count for the commands that it starts.
        subprocess.run("find specs snapshots -name '*.yaml' | sort > files", shell=True, cwd=folder, check=True)
        return folder

    def check(self, folder: Path, *options: str, statuses: tuple[int, ...] = ANY) -> Command:
        return Command([self.flowdrift, "check", *options], folder, statuses=statuses)

    def baseline(self, folder: Path) -> Command:
        return Command([self.parse], folder, input=folder / "files")

    def add(
        self, what: str, ours: Figures, beside: str, theirs: Figures | None, goal: str, is_met: bool | None
    ) -> None:
        """Adds a row; the ratio is our wall time over theirs."""
        self.rows.append(Row(what, ours, beside, theirs, goal, is_met))
        print(" | ".join(self.rows[-1].cells()), file=sys.stderr)

    def large_check(self) -> None:
        number = self.size(10_000)
        folder = self.org("large", number, number)
        python = Command([sys.executable, str(HERE / "compare.py"), str(folder)], folder)
        ours, parse = measured([self.check(folder), self.baseline(folder)], 9)
        python_figures = measured([python], 1, warms_up=False)[0]
        what = f"check of {number:,} snapshots and {number:,} contracts"
        self.add(
            what, ours, "libyaml's parser alone, in C, one thread", parse,
            "ratio at most 0.65", ours.wall <= 0.65 * parse.wall,
        )
        self.add(
            what, ours, "Python: PyYAML's C loader, comparing only inputs", python_figures,
            "20 times faster", ours.wall * 20 <= python_figures.wall,
        )
        self.add(what, ours, "", None, "peak under 100 MiB", ours.peak < 100)
        unread = self.org("unread", number, number, options=("--unread", "3"))
        its, parse = measured([self.check(unread), self.baseline(unread)], 5)
        self.add(
            "the same, a third of the flows with inputs that nothing reads", its, "libyaml's parser alone", parse,
            "ratio at most 0.75", its.wall <= 0.75 * parse.wall,
        )
        drifting = self.org("drifting", number, number, options=("--drift", "2"))
        more = measured([self.check(drifting)], 3)[0]
        what = "the same, with drift in every second contract"
        self.add(what, more, "the same, with drift in one contract of a hundred", ours, "", None)

    def usual_check(self) -> None:
        flows, contracts = self.size(2_000), self.size(200)
        folder = self.org("usual", flows, contracts, "test", "prod", options=("--ids",))
        ours, parse = measured([self.check(folder), self.baseline(folder)], 9)
        what = f"check of a usual repository: {flows:,} flows, {contracts:,} contracts, two environments"
        self.add(what, ours, "libyaml's parser alone", parse, "", None)

    def one_contract(self) -> None:
        orgs = [self.org(f"one-{flows}", flows, 1) for flows in (10, self.size(10_000))]
        contract = next((orgs[0] / "specs").iterdir()).name
        commands = [self.check(org, "--contracts", f"specs/{contract}") for org in orgs]
        small, large = measured(commands, 15)
        what = f"check of one contract among {self.size(10_000):,} snapshots"
        self.add(what, large, "among 10 snapshots", small, "the same time, within 20 %", large.wall <= 1.2 * small.wall)

    def start(self) -> None:
        folder = self.org("start", 3, 3)
        version = Command([self.flowdrift, "--version"], folder)
        git = Command(["git", "--version"], folder)
        check, version, git = measured([self.check(folder), version, git], 15)
        self.add("`flowdrift --version`", version, "`git --version`", git, "under 30 ms", version.wall < 0.03)
        self.add("check of three contracts", check, "`git --version`", git, "under 30 ms", check.wall < 0.03)
        self.beginning = check

    def growth(self) -> None:
        sizes = [self.size(size) for size in (1_000, 10_000, 100_000)]
        orgs = [self.org(f"growth-{size}", size, size) for size in sizes]
        figures = [measured([self.check(org)], runs)[0] for org, runs in zip(orgs, (9, 7, 3))]
        for size, its in zip(sizes, figures):
            its.per_flow = (
                (its.wall - self.beginning.wall) / size * 1e6, (its.peak - self.beginning.peak) / size * 1024
            )
        middle = figures[1].per_flow
        for size, its in zip(sizes, figures):
            near = [own <= 1.2 * other for own, other in zip(its.per_flow, middle)]
            what = f"check of {size:,} flows: {its.per_flow[0]:.1f} µs and {its.per_flow[1]:.2f} KiB per flow"
            goal = f"cost per flow at most 20 % above that of {sizes[1]:,}"
            self.add(what, its, "", None, goal, all(near))
        for org in orgs:
            shutil.rmtree(org)

    def live(self) -> None:
        number = self.size(5_000)
        org = self.org("org", number, 0)
        words = [self.flowdrift, "stub", "--from", "snapshots/prod", "--port", "0", "--rate-limit", "1000000"]
        log = self.folder / "stub.log"
        with open(log, "wb") as said:
            stub = subprocess.Popen(words, cwd=org, stdout=subprocess.DEVNULL, stderr=said)
        try:
            url = self.address(log)
            project = self.folder / "live"
            project.mkdir()
            credentials = {"GENESYSCLOUD_OAUTHCLIENT_ID": "bench", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "bench"}
            os.environ.update(credentials)
            remote = ["--host", url, "--environment", "prod"]
            record = [self.flowdrift, "snapshot", *remote, "--record", "all.jsonl"]
            subprocess.run(record, cwd=project, check=True, stdout=subprocess.DEVNULL)
            # Each run has its own folder, because ext4 is slow to create files where others were just removed.
            command = f"exec '{self.flowdrift}' snapshot --snapshots run-$$ {' '.join(remote)}"
            first = Command(["sh", "-c", command], project)
            requests, loop, curl = self.curl(url, project)
            ours, theirs = measured([first, curl], 3)
            lone = measured([loop], 1, warms_up=False)[0]
            what = f"first snapshot of {number:,} flows, {requests:,} requests"
            self.add(
                what, ours, "a shell loop that starts curl for each request", lone,
                "ratio at most 1.2", ours.wall <= 1.2 * lone.wall,
            )
            self.add(what, ours, "one curl for all requests, on one connection", theirs, "", None)
            check = self.check(project, "--live", *remote, statuses=(0, 1, 2))
            again = measured([check], 5)[0]
            self.add(f"check --live of {number:,} flows, none changed", again, "the first snapshot", ours, "", None)
        finally:
            stub.terminate()
            stub.wait()

    def launches(self) -> None:
        its = load(self.flowdrift, self.folder / "launches", self.size(20_000), 64)
        ours = Figures([its.wall], [its.cpu], [its.peak])
        told = f"the stand-in receives {its.text}; the launch recording has a line for each"
        self.add(told, ours, "", None, "p99 under 20 ms", its.latency(0.99) < 20)

    def scans(self) -> None:
        """Sources without a launch: a few large files, compared with grep, and many small ones to measure memory."""
        large, many = self.folder / "sources", self.folder / "many-sources"
        write_sources(large, self.size(8_000), 131_072)
        write_sources(many, self.size(200_000), 400)
        words = ["xecution", "extbot", "extBot"]
        grep = Command(["grep", "-rlF", *[part for word in words for part in ("-e", word)], "."], large, statuses=(1,))
        scan, grep_figures = measured([Command([self.flowdrift, "scan"], large), grep], 5)
        size = sum(file.stat().st_size for file in large.rglob("*.js")) / 1e9
        self.add(
            f"scan of {size:.2f} GB of sources without a launch", scan, "`grep -rlF` with the same words", grep_figures,
            "under 2 s and at most 2 times", scan.wall < 2 and scan.wall <= 2 * grep_figures.wall,
        )
        its = measured([Command([self.flowdrift, "scan"], many)], 3)[0]
        self.add(f"scan of {self.size(200_000):,} source files", its, "", None, "peak under 100 MiB", its.peak < 100)
        shutil.rmtree(large)
        shutil.rmtree(many)

    def repositories(self) -> None:
        """Contracts of 50 other repositories, read from the cache."""
        count, contracts = self.size(50), 20
        folder = self.org("repositories", count * contracts, count * contracts)
        files = sorted((folder / "specs").rglob("*.yaml"))
        entries = []
        for number in range(count):
            repository = self.folder / f"repository-{number}"
            (repository / "specs").mkdir(parents=True)
            for file in files[number * contracts:(number + 1) * contracts]:
                file.rename(repository / "specs" / file.name)
            for words in (
                ["init", "--quiet", "--initial-branch=main"], ["config", "uploadpack.allowFilter", "true"],
                ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "contracts"],
            ):
                subprocess.run(["git", *words], cwd=repository, check=True)
            entries.append(f'  - {{ git: "file://{repository}", ref: main }}\n')
        (folder / "flowdrift.yaml").write_text("flowdrift: 1\ncontracts:\n" + "".join(entries))
        os.environ["GIT_ALLOW_PROTOCOL"] = "https:ssh:file"
        os.environ["XDG_CACHE_HOME"] = str(self.folder / "cache")
        first = measured([self.check(folder, "--fetch")], 1)[0]
        its = measured([self.check(folder)], 5)[0]
        what = f"check of {count} other repositories with {contracts} contracts each, cached"
        self.add(what, its, "the first fetch, from files", first, "under 2 s", its.wall < 2)

    @staticmethod
    def address(log: Path) -> str:
        for _ in range(200):
            words = log.read_text().split()
            if words:
                return words[0]
            time.sleep(0.1)
        raise SystemExit("the stand-in did not start")

    def curl(self, url: str, project: Path) -> tuple[int, Command, Command]:
        """The number of requests in an org recording, a loop that sends them, and one curl that sends them all."""
        lines = (project / "all.jsonl").read_text().splitlines()
        requests = [json.loads(line).get("request", "") for line in lines]
        paths = [request.removeprefix("GET ") for request in requests if request.startswith("GET ")]
        token = subprocess.run(
            ["curl", "-s", "-u", "bench:bench", "-d", "grant_type=client_credentials", url + "/oauth/token"],
            check=True, capture_output=True, text=True,
        )
        header = f"Authorization: Bearer {json.loads(token.stdout)['access_token']}"
        lines = ["silent", "fail", f'header = "{header}"']
        for path in paths:
            lines += [f'url = "{url}{path}"', 'output = "/dev/null"']
        (project / "curl.conf").write_text("\n".join(lines) + "\n")
        (project / "paths").write_text("\n".join(paths) + "\n")
        loop = f"while read -r path; do curl -sf -o /dev/null -H '{header}' \"{url}$path\" || exit 2; done <paths"
        alone = Command(["sh", "-c", loop], project)
        return len(paths) + 1, alone, Command(["curl", "--config", "curl.conf"], project)

    def linear(self) -> None:
        """Requires that 20 times a hostile text takes at most 60 times as long; quadratic code would take 400 times."""
        folder = self.folder / "linear"
        folder.mkdir()
        parts = ["(", ")", "[", "a[", "a(", "a.", "a.b ", '"', "\\", '"\\', "GetJsonObjectProperty(", "a[0]", ",", "+a"]
        texts = {f"an expression of {part}": lambda count, part=part: self.export(part * count) for part in parts}
        texts |= {
            f"nesting by {unit}": lambda count, unit=unit: unit * (10 * count)
            for unit in ("[", "{", "- ", "a: ", '"a": {', "|\n")
        }
        texts["a plan's flows and triggers"] = lambda count: self.plan(max(1, count // 100))
        slowest: tuple[float, str, Figures] | None = None
        for what, text in texts.items():
            name = "plan.json" if what.startswith("a plan") else "flow.yaml"
            commands = []
            for size in (10_000, 200_000):
                own = folder / str(len(list(folder.iterdir())))
                own.mkdir()
                (own / name).write_text(text(size))
                words = ["plan", name] if name == "plan.json" else ["snapshot", "--from", name, "--check"]
                commands.append(
                    Command([self.flowdrift, *words, "--environment", "prod"], own, statuses=(0, 1, 2))
                )
            small, large = measured(commands, 3)
            ratio = (large.wall - self.beginning.wall) / max(small.wall - self.beginning.wall, 0.002)
            if slowest is None or ratio > slowest[0]:
                slowest = (ratio, what, large)
        ratio, what, large = slowest
        told = f"20 times the text: {ratio:.0f} times the time for the slowest of {len(texts)} hostile kinds, {what}"
        self.add(told.replace("|", "\\|"), large, "", None, "at most 60 times", ratio <= 60)

    @staticmethod
    def export(expression: str) -> str:
        text = expression.replace("'", "''")
        return (
            "workflow:\n  name: A\n  variables:\n"
            "    - stringVariable: { name: Flow.a, initialValue: { noValue: true }, isInput: true }\n"
            "  states:\n    - state:\n        name: s\n        actions:\n"
            f"          - updateData: {{ name: u, statements: [ {{ string: {{ variable: State.x, value: {{ exp: '{text}' }} }} }} ] }}\n"
        )

    @staticmethod
    def plan(count: int) -> str:
        changes = []
        for number in range(count):
            flow = {"id": f"{number:08d}-0000-4000-8000-000000000000", "name": f"Flow {number}", "type": "WORKFLOW"}
            trigger = {"name": f"T {number}", "topic_name": "v2.detail.events.conversation.{id}.acw", "enabled": True}
            for type_, value in (("flow", flow), ("processautomation_trigger", trigger)):
                changes.append({
                    "address": f"genesyscloud_{type_}.r{number}", "mode": "managed", "type": f"genesyscloud_{type_}",
                    "name": f"r{number}", "change": {
                        "actions": ["update"], "before": value, "after": value, "after_unknown": {},
                    },
                })
        return json.dumps({"format_version": "1.2", "planned_values": {}, "resource_changes": changes})

    def large_files(self) -> None:
        commands = subprocess.run([self.flowdrift, "--help"], capture_output=True, text=True, check=True).stdout
        bodies, many, plan = write_large_files(self.folder / "bodies", self.scale)
        for word, what, files in (
            ("lint", "a body", [bodies]), ("lint", f"{len(many):,} bodies", many), ("plan", "a file", [plan]),
        ):
            size = sum(path.stat().st_size for path in files) / 2**20
            if f"\n  {word} " not in commands:
                print(f"{word}: this flowdrift has no such command, so it is not measured", file=sys.stderr)
                continue
            words = [self.flowdrift, word, *map(str, files)] + (["--environment", "prod"] if word == "plan" else [])
            ours = measured([Command(words, self.folder / "bodies", statuses=(0, 1, 2))], 3)[0]
            share = (ours.peak - self.beginning.peak) / max(size, 1)
            goal = "memory at most 4 times the files"
            told = f"{word} of {what} of {size:,.0f} MiB: memory {share:.1f} times "
            told += "their size" if len(files) > 1 else "its size"
            self.add(told, ours, "", None, goal, share <= 4)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("flowdrift", type=Path)
    arguments.add_argument("parse", type=Path)
    arguments.add_argument("--small", action="store_true")
    arguments.add_argument("--output", type=Path)
    arguments.add_argument("--only", default="", help="the parts to measure, with commas between")
    given = arguments.parse_args()
    if not yaml.__with_libyaml__:
        raise SystemExit("PyYAML has no C loader here")
    with tempfile.TemporaryDirectory(prefix="flowdrift-bench-") as folder:
        bench = Bench(given.flowdrift.resolve(), given.parse.resolve(), Path(folder), 10 if given.small else 1)
        bench.start()
        parts = ["large_check", "usual_check", "one_contract", "growth", "live", "launches", "scans", "repositories", "large_files",
                 "linear"]
        for part in [part for part in given.only.split(",") if part] or parts:
            getattr(bench, part)()
    print(table(bench.rows))
    if given.output:
        given.output.write_text(page(bench.rows, given.flowdrift))


main()
