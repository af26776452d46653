"""Tests of full disks, and of folders and files without permission."""

import os
import subprocess

from sample import Sample, require


def fill(sample: Sample, path: str) -> None:
    """Takes snapshots on a disk that has room for only some of them, and again after the disk has enough room."""
    os.makedirs(path)
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", path]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        print("a full disk: skipped, a small disk cannot be mounted here")
        return
    try:
        refused = sum(_fill_to(sample, path, pages) for pages in range(0, 160, 8))
    finally:
        subprocess.run(["umount", path], check=True)
    require(refused > 5, "a full disk: it was hardly ever full")
    print(f"a full disk, with room for 0 to 152 pages more: refused {refused} times, mended each time")


def _fill_to(sample: Sample, path: str, pages: int) -> bool:
    """Whether a run failed on a disk with room for this number of pages of 4 KiB."""
    _remount(path, "size=64m")
    project = sample.project(f"{path}/project")
    used = os.statvfs(path)
    taken = (used.f_blocks - used.f_bfree) * used.f_frsize // 4096
    _remount(path, f"size={(taken + pages) * 4}k")
    what = f"a full disk with {pages} pages"
    run = sample.snapshot(project, "new")
    state = sample.require_whole_files(project, what)
    if run.returncode == 0:
        require(state == "new", f"{what}: status 0, and the snapshots are {state}")
        return False
    require(run.returncode == 2, f"{what}: the run ended with {run.returncode}: {run.stderr[:300]}")
    require("o space left on device" in run.stderr, f"{what}: it said {run.stderr[:300]!r}")
    require(not run.stdout, f"{what}: it told of its success")
    if state == "mixed":
        sample.require_noticed(project, what)
    _remount(path, "size=64m")
    sample.require_mended(project, what)
    return True


def _remount(path: str, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", path], check=True, capture_output=True)


def forbid(sample: Sample, path: str) -> None:
    """Takes snapshots in a folder without write permission."""
    folders = [f"{path}/snapshots/prod", f"{path}/snapshots/prod/workflow"]
    # Root may write everywhere; anybody else may not.
    options = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    for closed in ([folders[0]], [folders[1]], folders):
        project = sample.project(path)
        for folder in folders:
            os.chmod(folder, 0o555 if folder in closed else 0o777)
        run = sample.snapshot(project, "new", **options)
        require(run.returncode == 2, f"a read-only folder: the run ended with {run.returncode}: {run.stderr[:300]}")
        require("permission denied; check the permissions of the path" in run.stderr, f"a read-only folder: {run.stderr[:300]!r}")
        require(not run.stdout, "a read-only folder: it told of its success")
        state = sample.require_whole_files(project, "a read-only folder")
        require(state == "old" or folders[0] not in closed, f"a read-only folder: the snapshots are {state}")
        if state == "mixed":
            sample.require_noticed(project, "a read-only folder")
        for folder in folders:
            os.chmod(folder, 0o777)
        sample.require_mended(project, "a read-only folder")
    contract = f"{sample.project(path)}/specs/a.yaml"
    os.makedirs(os.path.dirname(contract))
    with open(contract, "w") as file:
        file.write("flowdrift: 1\ncontract: a\nflow: workflow/Order 1\nlaunch: { inputs: { Flow.orderNumber: string } }\n")
    require(sample.check(path, **options).returncode == 0, "a contract that may be read was not")
    os.chmod(contract, 0)
    run = sample.check(path, **options)
    require(run.returncode == 2, f"a file that may not be read: the run ended with {run.returncode}")
    said = "error: specs/a.yaml: Cannot read the file: permission denied; check the permissions of the path\n"
    require(run.stderr == said, f"a file that may not be read: it said {run.stderr!r}")
    os.chmod(contract, 0o644)
    os.chmod(f"{path}/snapshots", 0)
    run = sample.check(path, **options)
    os.chmod(f"{path}/snapshots", 0o755)
    require(run.returncode == 2, f"a folder that may not be listed: the run ended with {run.returncode}")
    said = "error: snapshots: Cannot list the folder: permission denied; check the permissions of the path\n"
    require(run.stderr == said, f"a folder that may not be listed: it said {run.stderr!r}")
    print("a read-only folder, in 3 places: refused each time, mended when it was writable")
