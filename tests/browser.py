"""The browser of the browser tests: an installed one, else Playwright's own, else the system's; never none in silence.

`python -m tests.browser` prints one line saying which it uses, and fails with one line when none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
# Package managers by their command: how each installs Chromium.
MANAGERS = {
    "apt-get": (("apt-get", "update"), ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")),
    "dnf": (("dnf", "install", "--assumeyes", "chromium"),),
    "apk": (("apk", "add", "chromium"),),
}
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ARGUMENTS = [
    *(["--no-sandbox"] if ROOT else []),  # Chromium refuses to run as root with its sandbox
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class NoBrowserError(RuntimeError):
    """No browser was found and none could be installed."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that runs: its file, its version, and how it was come by."""

    path: str
    version: str
    how: str


def find() -> Browser:
    """The first browser that runs, installing one if there is none."""
    for path, how in candidates():
        version = runs(path)
        if version:
            return Browser(path, version, how)
    raise NoBrowserError(
        "no browser: none is installed, `python -m playwright install chromium` brought none, "
        f"and {'no package manager has one' if ROOT else 'only root can install the system package chromium'}"
    )


def candidates() -> Iterator[tuple[str, str]]:
    """(file, how it was come by), each step taken only when those before it came to nothing."""
    yield from ((path, "installed") for path in installed())
    own = playwrights_own()
    if own and Path(own).is_file():
        yield own, "Playwright's own"
    _try([sys.executable, "-m", "playwright", "install", "chromium"])
    if own and Path(own).is_file():
        yield own, "Playwright's own, installed now"
    if ROOT:
        for manager, commands in MANAGERS.items():
            if shutil.which(manager) and all(_try(list(command)) for command in commands):
                yield from ((path, f"installed now by {manager}") for path in installed())


def installed() -> Iterator[str]:
    """Browsers on the PATH and in the usual places."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    yield from dict.fromkeys([*found, *(place for place in PLACES if Path(place).is_file())])


def playwrights_own() -> str:
    """Where Playwright keeps its Chromium, whether it is there or not."""
    try:
        with sync_playwright() as playwright:
            return playwright.chromium.executable_path
    except Error:
        return ""


def runs(path: str) -> str:
    """The version a browser tells, or nothing when it does not run."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip().splitlines()[-1].strip() if done.returncode == 0 and done.stdout.strip() else ""


def _try(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=900)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def main() -> int:
    """Say which browser there is; 1 when there is none."""
    try:
        found = find()
    except NoBrowserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"browser tests use {found.version} at {found.path} ({found.how})\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
