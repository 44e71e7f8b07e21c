"""Release: a dated zip of the record, every download, the codebook, checksums and licence; the same bytes each time.

    python -m macros.release
    python -m macros.release --folder dist --tag v0.1.0

In: the project's folder; SITE_URL and REPOSITORY_URL as for the site. Out: `dist/<name>-<day>-v<version>.zip`.
Times in the zip are the day of the record's last change, order and permissions are fixed, so that two people who make
the same release can compare it byte for byte. Founding documents' readings (seeds/) are no data and stay out.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.atlas import Atlas, read_atlas
from macros.edition import Edition, day, edition_of
from macros.exports import EXPORTS
from macros.language import Tongue
from macros.records.base import LANGS

NAME = "settlements-and-deportations"
BESIDE = ("LICENSE-DATA", "CITATION.cff", "CHANGELOG.md")
SUMS = "SHA256SUMS"


def main(arguments: list[str] | None = None) -> int:
    """Make the release; the exit status is 1 when a tag was given that is not the version's."""
    parser = argparse.ArgumentParser(prog="python -m macros.release", description=main.__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, default=Path("dist"), help="where the zip goes")
    parser.add_argument("--tag", default="", help="the tag it is made for, v and the version")
    given = parser.parse_args(arguments)
    number = version(given.root)
    if given.tag and given.tag != f"v{number}":
        print(f"the tag is {given.tag} and the version v{number}; change one of them", file=sys.stderr)
        return 1
    atlas, now = read_atlas(given.root), edition(given.root)
    given.folder.mkdir(parents=True, exist_ok=True)
    name = f"{NAME}-{day(atlas, now)}-v{number}"
    target = given.folder / f"{name}.zip"
    target.write_bytes(zipped(name, day(atlas, now), list(files(given.root, atlas, now))))
    print(f"{target} {hashlib.sha256(target.read_bytes()).hexdigest()}")
    return 0


def version(root: Path) -> str:
    """The project's version."""
    project: dict[str, str] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["version"]


def edition(root: Path) -> Edition:
    """The edition as a build of the site would make it."""
    return edition_of(root, os.environ.get("SITE_URL", ""), version(root), os.environ.get("REPOSITORY_URL", ""))


def files(root: Path, atlas: Atlas, now: Edition) -> Iterator[tuple[str, bytes]]:
    """Everything in the release by its path there, the checksums last."""
    found = {f"record/{path.relative_to(root)}": path.read_bytes() for path in sorted((root / "data").rglob("*.*ml"))}
    found |= {f"record/{p.relative_to(root)}": p.read_bytes() for p in sorted((root / "data").rglob("*.geojson"))}
    found |= {f"tables-and-files/{Path(one.path).name}": one.make(atlas, now) for one in EXPORTS}
    found |= {name: (root / name).read_bytes() for name in BESIDE if (root / name).is_file()}
    found["README.txt"] = readme(atlas, now).encode()
    yield from sorted(found.items())
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(found.items()))
    yield SUMS, sums.encode()


def readme(atlas: Atlas, now: Edition) -> str:
    """What the zip is, in both languages."""
    lines = []
    for lang in LANGS:
        tongue = Tongue(atlas, lang)
        shown = {"version": now.version, "date": day(atlas, now)}
        lines += [tongue.ui("site"), tongue.ui("this_version", **shown), tongue.ui("release_holds"), ""]
    return "\n".join([*lines, now.site]).strip() + "\n"


def zipped(name: str, made: str, content: list[tuple[str, bytes]]) -> bytes:
    """Files as a zip with one folder, all of one day and with the same rights."""
    year, month, date = (int(part) for part in made.split("-"))
    moment = (max(year, 1980), month, date, 0, 0, 0)
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, raw in content:
            info = zipfile.ZipInfo(f"{name}/{path}", moment)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, raw)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
