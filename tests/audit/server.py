"""A server that answers as GitHub Pages does: under a sub-path, compressed, with 404.html for what is not there."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

BASE = "/repo/"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".mjs": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".gz": "application/gzip",
}
COMPRESSED = ("text/", "application/javascript", "application/json", "application/geo+json", "application/xml",
              "application/manifest+json", "image/svg+xml", "application/wasm")  # fmt: skip


@functools.lru_cache(maxsize=512)
def squeezed(file: Path, _changed: float) -> bytes:
    """A file's bytes, compressed."""
    return gzip.compress(file.read_bytes(), 6)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD from `folder`."""

    protocol_version = "HTTP/1.1"
    folder = Path()

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        inside = path.removeprefix(BASE) if path.startswith(BASE) else None
        file = (self.folder / inside).resolve() if inside is not None else None
        if file is None or not file.is_relative_to(self.folder):
            return self._send(HTTPStatus.NOT_FOUND, None, body=body)
        if file.is_dir():
            if path.endswith("/"):
                file = file / "index.html"
            else:
                return self._send(HTTPStatus.MOVED_PERMANENTLY, None, body=body, location=path + "/")
        if not file.is_file():
            return self._send(HTTPStatus.NOT_FOUND, self.folder / "404.html", body=body)
        return self._send(HTTPStatus.OK, file, body=body)

    def _send(self, status: HTTPStatus, file: Path | None, *, body: bool, location: str = "") -> None:
        kind = TYPES.get(file.suffix, "application/octet-stream") if file else "text/plain; charset=utf-8"
        packed = bool(file) and kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        data = (squeezed(file, file.stat().st_mtime) if packed else file.read_bytes()) if file else b""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Access-Control-Allow-Origin", "*")
        if packed:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Nothing is told of requests."""


class Server(http.server.ThreadingHTTPServer):
    """One thread a request; a reader who leaves early is no error."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection half way is told nothing."""


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    """Serve a built site; gives its address."""
    handler = type("Bound", (Handler,), {"folder": folder.resolve()})
    server = Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
