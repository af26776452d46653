"""Kills the first snapshot of an org, and requires that the next run requests only what the killed one had not read."""

import http.client
import http.server
import os
import random
import re
import shutil
import signal
import subprocess
import threading

from sample import tree

FLOWS = 60
# The number of requests that flowdrift sends at once.
WIDTH = 4


class Gateway:
    """Passes requests to a stand-in of the API, counts the configurations, and tells when a given one is requested."""

    def __init__(self, port: int) -> None:
        gateway = self
        self.count, self.moment, self.reached = 0, 0, threading.Event()
        lock = threading.Lock()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.path.endswith("/configuration"):
                    with lock:
                        gateway.count += 1
                        if gateway.count == gateway.moment:
                            gateway.reached.set()
                connection = http.client.HTTPConnection("127.0.0.1", port)
                headers = {name: text for name, text in self.headers.items() if name.lower() != "host"}
                connection.request(self.command, self.path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
                try:
                    self.send_response(answer.status)
                    for name, text in answer.getheaders():
                        if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                            self.send_header(name, text)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                except OSError:
                    # The program was killed.
                    self.close_connection = True
                connection.close()

            do_GET = do_POST = pass_on

            def log_message(self, *_) -> None:
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_) -> None:
                # A killed program leaves its connections half-open.
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def wait_for(self, number: int) -> threading.Event:
        """An event that is set when so many more configurations were requested."""
        self.reached = threading.Event()
        self.moment = self.count + number
        return self.reached


def resume(sample, folder: str, kills: int, seed: int) -> None:
    """Kills first snapshots at `kills` random moments, one to four times each, and then lets each end."""
    numbers = random.Random(seed)
    os.makedirs(f"{folder}/exports")
    for number in range(FLOWS):
        with open(f"{folder}/exports/order-{number}.yaml", "w") as file:
            file.write(
                f"workflow:\n  name: Order {number}\n  division: Home\n  variables:\n"
                "    - stringVariable: { name: Flow.orderNumber, isInput: true, isOutput: false }\n"
            )
    stub = subprocess.Popen(
        [sample.flowdrift, "stub", "--from", f"{folder}/exports", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    try:
        port = None
        for line in stub.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                port = int(found[1])
                break
        assert port, "the stand-in did not start"
        threading.Thread(target=stub.stdout.read, daemon=True).start()
        gateway = Gateway(port)
        whole = run_to_end(sample, folder, gateway)
        killed = projects = most = 0
        while killed < kills:
            project, home = f"{folder}/project", f"{folder}/home"
            for path in (project, home):
                shutil.rmtree(path, ignore_errors=True)
                os.makedirs(path)
            start, times = gateway.count, 0
            for _ in range(min(numbers.randint(1, 4), kills - killed)):
                left = max(1, FLOWS - (gateway.count - start))
                event = gateway.wait_for(numbers.randint(1, left))
                run = begin(sample, project, home, gateway)
                while not event.wait(0.01) and run.poll() is None:
                    pass
                run.send_signal(signal.SIGKILL)
                run.communicate()
                killed, times = killed + 1, times + 1
                # What a killed run kept is for the user only, and nothing of it is in the repository.
                assert not os.path.exists(f"{project}/snapshots") or run.returncode == 0 or writes(project)
            last = begin(sample, project, home, gateway)
            output, errors = last.communicate(timeout=120)
            assert last.returncode == 0, errors
            assert tree(f"{project}/snapshots") == whole, "the snapshots are not those of an undisturbed run"
            extra = gateway.count - start - FLOWS
            assert extra <= WIDTH * times, f"{extra} configurations more than needed after {times} kills"
            most, projects = max(most, extra), projects + 1
            runs = f"{home}/.cache/flowdrift/runs"
            assert not os.path.exists(runs) or not os.listdir(runs), "the state of the run was left"
        print(
            f"killed {killed} times in {projects} first snapshots of {FLOWS} flows, seed {seed}: each was resumed, with "
            f"at most {most} more configurations requested than there are"
        )
    finally:
        stub.kill()
        stub.wait()


def writes(project: str) -> bool:
    """Whether the run was killed while it wrote the snapshots, which have the mark of a run in progress."""
    return any(name.endswith(".flowdrift-writing") for _, _, names in os.walk(project) for name in names)


def begin(sample, project: str, home: str, gateway: Gateway) -> subprocess.Popen:
    command = [sample.flowdrift, "snapshot", "--environment", "prod", "--host", gateway.url]
    variables = {"PATH": os.environ["PATH"], "HOME": home, "GENESYSCLOUD_ACCESS_TOKEN": "a-token-of-the-test"}
    return subprocess.Popen(
        command, cwd=project, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run_to_end(sample, folder: str, gateway: Gateway) -> dict:
    """The snapshots of a run that nobody disturbs."""
    project, home = f"{folder}/undisturbed", f"{folder}/undisturbed-home"
    os.makedirs(project)
    os.makedirs(home)
    run = begin(sample, project, home, gateway)
    _, errors = run.communicate(timeout=120)
    assert run.returncode == 0, errors
    return tree(f"{project}/snapshots")
