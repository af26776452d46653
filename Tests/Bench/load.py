#!/usr/bin/env python3
"""Sends launches to the stand-in over many connections at once, and checks that the launch recording has every launch.

usage: load.py FLOWDRIFT [--launches NUMBER] [--connections NUMBER]

Each launch sends different inputs, so that the launch recording has a line for each. One thread keeps every connection
busy: when a launch is answered, the next one is sent on the same connection. The latency of a launch is the time from
its first byte to the last byte of its answer.
"""

import argparse
import json
import os
import selectors
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

INPUTS = 15
FLOW = "11111111-2222-4333-8444-555555555555"
KINDS = (("string", '"a"', '"x"'), ("integer", "7", "0"), ("boolean", "true", "false"))


@dataclass
class Load:
    """The time and memory that the stand-in took for the launches."""

    launches: int
    connections: int
    latencies: list[float]
    wall: float
    cpu: float
    peak: int

    def latency(self, share: float) -> float:
        """The latency that a share of the launches has at most, in milliseconds."""
        ordered = sorted(self.latencies)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] * 1000

    @property
    def text(self) -> str:
        return (
            f"{self.launches:,} launches on {self.connections} connections: p50 {statistics.median(self.latencies) * 1000:.1f} ms, "
            f"p99 {self.latency(0.99):.1f} ms, slowest {max(self.latencies) * 1000:.1f} ms, "
            f"{self.launches / self.wall:,.0f} a second"
        )


def name(index: int) -> str:
    return f"Flow.input{index:02}"


def export() -> str:
    """A workflow whose inputs all have defaults, so that a launch may leave out any of them."""
    lines = ["workflow:", "  name: Load", "  division: Home", "  variables:"]
    for index in range(INPUTS):
        kind, _, default = KINDS[index % len(KINDS)]
        lines.append(
            f"    - {kind}Variable: {{ name: {name(index)}, initialValue: {{ lit: {default} }}, isInput: true, "
            "isOutput: false }"
        )
    return "\n".join(lines) + "\n"


def request(number: int) -> bytes:
    """A launch request: it sends the inputs whose bits are set in the number."""
    chosen = [index for index in range(INPUTS) if number >> index & 1]
    inputs = ", ".join(f'"{name(index)}": {KINDS[index % len(KINDS)][1]}' for index in chosen)
    body = f'{{"flowId": "{FLOW}", "inputData": {{{inputs}}}}}'
    return (
        "POST /api/v2/flows/executions HTTP/1.1\r\nHost: stub\r\nAuthorization: Bearer load\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


def expected(number: int) -> frozenset[tuple[str, str]]:
    return frozenset((name(index), KINDS[index % len(KINDS)][0]) for index in range(INPUTS) if number >> index & 1)


def is_whole(answer: bytearray) -> bool:
    """Whether the whole answer has arrived; an answer with another status than 200 ends the run."""
    head = answer.find(b"\r\n\r\n")
    if head < 0:
        return False
    if not answer.startswith(b"HTTP/1.1 200 "):
        raise SystemExit(f"load: a launch was answered otherwise: {bytes(answer[:500])!r}")
    lines = bytes(answer[:head]).lower().split(b"\r\n")
    length = next(int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:"))
    return len(answer) >= head + 4 + length


def launch_all(port: int, launches: int, connections: int) -> list[float]:
    """Sends all launches, and returns their latencies."""
    numbers = iter(range(launches))
    latencies: list[float] = []
    ready = selectors.DefaultSelector()

    def send(peer: socket.socket) -> None:
        number = next(numbers, None)
        if number is None:
            ready.unregister(peer)
            peer.close()
            return
        ready.modify(peer, selectors.EVENT_READ, (time.perf_counter(), bytearray()))
        peer.sendall(request(number))

    for _ in range(min(connections, launches)):
        peer = socket.create_connection(("127.0.0.1", port))
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ready.register(peer, selectors.EVENT_READ, None)
        send(peer)
    while ready.get_map():
        for key, _ in ready.select(timeout=30) or [(None, None)]:
            if key is None:
                raise SystemExit("load: the stand-in doesn't answer")
            begin, answer = key.data
            piece = key.fileobj.recv(1 << 16)
            if not piece:
                raise SystemExit("load: the stand-in closed a connection")
            answer += piece
            if is_whole(answer):
                latencies.append(time.perf_counter() - begin)
                send(key.fileobj)
    return latencies


def usage(process: int) -> tuple[float, int]:
    """The time on all cores in seconds, and the most memory in KiB, of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    status = Path(f"/proc/{process}/status").read_text()
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
    return ticks / os.sysconf("SC_CLK_TCK"), peak


def check_recording(file: Path, launches: int) -> None:
    """Requires that the launch recording has one complete line for each launch."""
    text = file.read_text()
    lines = text.splitlines()
    if not text.endswith("\n") or len(lines) != launches:
        raise SystemExit(f"load: the recording holds {len(lines)} lines, not {launches}")
    recorded = {frozenset(json.loads(line)["inputs"].items()) for line in lines}
    if recorded != {expected(number) for number in range(launches)}:
        raise SystemExit("load: the recording holds other launches than those that were made")


def load(flowdrift: str, folder: Path, launches: int, connections: int) -> Load:
    """Runs the stand-in in a folder, sends the launches, and checks the launch recording."""
    if launches > 1 << INPUTS:
        raise SystemExit(f"load: at most {1 << INPUTS} launches are different")
    (folder / "exports").mkdir(parents=True)
    (folder / "exports" / "load.yaml").write_text(export())
    words = [flowdrift, "stub", "--from", "exports", "--port", "0", "--record-launches", "launches.ndjson"]
    words += ["--id", f"workflow/Load={FLOW}"]
    with open(folder / "said", "wb") as said:
        stub = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=said)
    try:
        line = stub.stdout.readline().decode()
        if not line.startswith("listening on http://"):
            raise SystemExit(f"load: the stand-in did not start: {(folder / 'said').read_text()}")
        begin = time.perf_counter()
        latencies = launch_all(int(line.rsplit(":", 1)[1]), launches, connections)
        wall = time.perf_counter() - begin
        cpu, peak = usage(stub.pid)
        journal = (folder / "launches.ndjson.journal").read_bytes()
        if journal.count(b"\n") != launches or not journal.endswith(b"\n"):
            raise SystemExit("load: a line of the journal is missing or torn")
    finally:
        stub.send_signal(signal.SIGTERM)
        status = stub.wait()
    if status != 0:
        raise SystemExit(f"load: the stand-in ended with {status}: {(folder / 'said').read_text()}")
    check_recording(folder / "launches.ndjson", launches)
    return Load(launches, connections, latencies, wall, cpu, peak)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("flowdrift", type=Path)
    arguments.add_argument("--launches", type=int, default=20_000)
    arguments.add_argument("--connections", type=int, default=64)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="flowdrift-load-") as folder:
        its = load(str(given.flowdrift.resolve()), Path(folder), given.launches, given.connections)
    print(f"{its.text}; {its.cpu:.1f} s of CPU time and {its.peak / 1024:.0f} MiB; no line is missing or torn")


if __name__ == "__main__":
    main()
