"""The judges' tools: installed from the npm registry into .audit/ as package-lock.json pins them; Java; a browser.

In: nothing. Out: paths, or a `MissingError` that says in one line what to install.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from tests import browser, projects

HERE = Path(__file__).parent
FOLDER = projects.ROOT / ".audit"
NODE = 20


class MissingError(RuntimeError):
    """A tool is not there and could not be installed."""


def program(name: str, hint: str) -> str:
    """The path of an installed program."""
    found = shutil.which(name)
    if not found:
        raise MissingError(f"no `{name}` on this machine: {hint}")
    return found


@functools.lru_cache(maxsize=1)
def packages() -> Path:
    """The folder node_modules with every judge in it, installed anew only when the lock changed."""
    npm = program("npm", f"install Node.js {NODE} or newer")
    stamp = FOLDER / "installed"
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        FOLDER.mkdir(exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, FOLDER / name)
        done = run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=FOLDER, timeout=900
        )
        if done.returncode:
            raise MissingError(f"`npm ci` failed: {' '.join(done.stderr.split())[:300]}")
        stamp.write_text(wanted)
    return FOLDER / "node_modules"


def version(package: str) -> str:
    """The version of an installed judge."""
    found: str = json.loads((packages() / package / "package.json").read_text(encoding="utf-8"))["version"]
    return found


def java() -> str:
    """A Java that runs the Nu checker."""
    return program("java", "install a Java runtime, version 11 or newer (Debian: default-jre-headless)")


@functools.lru_cache(maxsize=1)
def chromium() -> str:
    """The browser, as the browser tests find it."""
    try:
        return browser.find().path
    except browser.NoBrowserError as error:
        raise MissingError(str(error)) from None


def run(
    command: list[str], cwd: Path | None = None, timeout: float = 3600, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run a tool and keep what it says."""
    settings = {**os.environ, "NO_COLOR": "1", "npm_config_update_notifier": "false", **extra}
    return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False, timeout=timeout)
