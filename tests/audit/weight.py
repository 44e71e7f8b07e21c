"""Three judges over every page that need no browser: links and fragments, bytes and requests, and other hosts."""

from __future__ import annotations

import gzip
import re

from tests.audit.findings import Result
from tests.audit.subject import Subject, bare
from tests.site import pages
from tests.site.pages import HOST

FIRST_VIEW = 30 * 1024  # bytes on the line for a page and everything it loads by itself
AIM = 19 * 1024
HTML = 15 * 1024  # aimed at; told, not failed
HTML_MOST = 18 * 1024
REQUESTS = 6


def links(subject: Subject) -> Result:
    """Every link inside the site leads to a file of it, every fragment to an id there."""
    result = Result("links and fragments", "every link and fragment of every page, offline")
    site = subject.site
    result.looked = subject.count(site.pages)
    for page in site.pages.values():
        for href in [link[0] for link in page.links] + list(page.loads) + [head[0] for head in page.heads]:
            own = href.replace(subject.address, HOST + site.base) if href.startswith(subject.address) else href
            if re.match(r"(?!https?:)[a-z][a-z+.-]*:", own) or (re.match(r"https?:", own) and not own.startswith(HOST)):
                continue
            found = site.resolve(page, own)
            if found is None:
                result.said(page.path, subject.kind(page.path), "leaves the site", href)
                continue
            file, fragment = found
            target = site.page_at(file)
            if target is None and not (site.folder / file).is_file():
                result.said(page.path, subject.kind(page.path), "leads to nothing", href)
            elif fragment and target is not None and fragment not in target.ids:
                result.said(page.path, subject.kind(page.path), "leads to no such part", href)
    return result


def budget(subject: Subject) -> Result:
    """Bytes and requests of the first view, compressed as the server does it."""
    limits = f"first view ≤ {FIRST_VIEW // 1024} KB, HTML ≤ {HTML_MOST // 1024} KB, ≤ {REQUESTS} requests"
    result = Result("bytes and requests", f"every page, gzip: {limits}")
    site = subject.site
    result.looked = subject.count(site.pages)
    views, bodies = {}, {}
    for page in site.pages.values():
        kind = subject.kind(page.path)
        views[page.path], bodies[page.path] = pages.weight(site, page), len(gzip.compress(page.raw.encode(), 9))
        asked = 1 + len({site.resolve(page, address) for address in page.loads})
        if views[page.path] > FIRST_VIEW:
            result.said(page.path, kind, "first view", f"{views[page.path]} bytes")
        if bodies[page.path] > HTML_MOST:
            result.said(page.path, kind, "HTML", f"{bodies[page.path]} bytes")
        if asked > REQUESTS:
            result.said(page.path, kind, "requests", f"{asked} requests")
    ordered = sorted(views.values())
    over = sorted((path for path in bodies if bodies[path] > HTML), key=lambda path: -bodies[path])
    most = max(views, key=lambda path: views[path])
    result.notes += [
        f"first view: median {ordered[len(ordered) // 2]} bytes, most {views[most]} on /{most}; "
        f"{sum(n > AIM for n in ordered)} of {len(ordered)} pages over the aim of {AIM // 1024} KB",
        f"HTML over the aim of {HTML // 1024} KB: {', '.join(f'/{path} {bodies[path]}' for path in over) or 'none'}",
    ]
    return result


def strangers(subject: Subject) -> Result:
    """No page or style sheet names another host in anything a browser loads by itself; every page has its policy."""
    result = Result(
        "third parties, policy", "every page and style sheet: what a browser loads; CSP and referrer policy"
    )
    site = subject.site
    result.looked = subject.count(site.pages)
    for page in site.pages.values():
        kind = subject.kind(page.path)
        for address in page.loads:
            if site.resolve(page, address.replace(subject.address, HOST + site.base)) is None:
                result.said(page.path, kind, "loads from elsewhere", address)
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.raw)
        if bare(page) and '<link rel="stylesheet"' not in page.raw and "<script" not in page.raw:
            continue
        if not policy or not policy[1].startswith("default-src 'none'") or "unsafe-inline" in policy[1]:
            result.said(page.path, kind, "no strict policy", policy[1] if policy else "none")
        if '<meta name="referrer" content="no-referrer">' not in page.raw:
            result.said(page.path, kind, "no referrer policy", "")
    for file, address in pages.styles(site):
        if re.match(r"(https?:)?//", address):
            result.said(file, "other", "style sheet loads from elsewhere", address)
    return result
