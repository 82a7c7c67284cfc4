"""Print pages and draw pictures with a browser that is installed, without any network."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from klout_cli.errors import AccessError
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import translate

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "brave-browser",
)
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser")
WINDOWS_APPS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-crash-reporter",
    "--metrics-recording-only",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--hide-scrollbars",
)
SECONDS = 60
BY_HAND = N_("Save it as .html or .svg, open it in your browser and print it there.")


def print_pdf(page: str) -> bytes:
    """Return a page as PDF; raises AccessError without a browser, or if it fails."""
    return _run(page, "page.html", "page.pdf", ("--no-pdf-header-footer", "--print-to-pdf={}"))


def draw_png(svg: str, width: int, height: int) -> bytes:
    """Return an SVG as PNG; raises as `print_pdf` does."""
    size = f"--window-size={width},{height}"
    return _run(svg, "card.svg", "card.png", (size, "--screenshot={}"))


def find_browser(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the path of an installed Chromium, Chrome or Edge."""
    found = (shutil.which(name, path=environ.get("PATH")) for name in NAMES)
    return next((path for path in (*found, *_find_apps(environ)) if path), None)


def _find_apps(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield browsers outside of the search path that exist."""
    places = [
        Path("/Applications", f"{app}.app", "Contents/MacOS", app)
        for app in MAC_APPS
        if sys.platform == "darwin"
    ]
    if sys.platform == "win32":
        folders = [environ[name] for name in WINDOWS_FOLDERS if name in environ]
        places = [Path(folder, app) for folder in folders for app in WINDOWS_APPS]
    yield from (str(place) for place in places if place.is_file())


def _run(content: str, source: str, result: str, flags: tuple[str, ...]) -> bytes:
    """Run the browser on one file, with a profile that goes with the run."""
    browser = find_browser()
    if browser is None:
        raise AccessError(
            _("No Chromium, Chrome or Edge was found, so klout can't make a PDF or PNG."),
            "",
            translate(BY_HAND),
        )
    with tempfile.TemporaryDirectory(prefix="klout-") as folder:
        page, made = Path(folder, source), Path(folder, result)
        page.write_text(content, encoding="utf-8")
        command = [
            browser,
            *QUIET,
            *_sandbox(),
            f"--user-data-dir={Path(folder, 'profile')}",
            *(flag.format(made) for flag in flags),
            page.as_uri(),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise AccessError(
                _("The browser could not make the file."),
                browser,
                translate(BY_HAND),
            ) from error


def _sandbox() -> tuple[str, ...]:
    """Return what lets Chromium start for root, as it runs in containers."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if root else ()
