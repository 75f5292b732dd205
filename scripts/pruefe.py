"""What must not be in the repository: registry hosts, paths of one machine, awkward file names; long files warn."""

import fnmatch
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

WURZEL = Path(__file__).resolve().parent.parent
LANG = 400

# Written in pieces so that this file does not find itself.
REGISTER = ("pypi" + ".org", "pythonhosted" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org")
VERBOTEN = {
    "Adresse eines Paketregisters": re.compile("|".join(re.escape(name) for name in REGISTER)),
    "Pfad eines bestimmten Rechners": re.compile(r"(?<![\w.$}])/(?:work|root|home)/\w"),
}


def dateien(wurzel: Path = WURZEL) -> list[Path]:
    """Every file that .gitignore does not name; works without git, in an unpacked archive too."""
    zeilen = (wurzel / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignoriert = [".git", *(zeile.strip("/") for zeile in zeilen if zeile and not zeile.startswith("#"))]
    gefunden = []
    for ordner, unterordner, namen in os.walk(wurzel):
        hier = Path(ordner)
        unterordner[:] = [name for name in unterordner if not _passt(hier / name, wurzel, ignoriert)]
        gefunden += [hier / name for name in namen if not _passt(hier / name, wurzel, ignoriert)]
    return sorted(gefunden)


def _passt(pfad: Path, wurzel: Path, muster: list[str]) -> bool:
    namen = (pfad.name, pfad.relative_to(wurzel).as_posix())
    return any(fnmatch.fnmatch(name, eins) for name in namen for eins in muster)


def text(datei: Path) -> str | None:
    inhalt = datei.read_bytes()
    return None if b"\0" in inhalt else inhalt.decode("utf-8")


def maengel(datei: Path, wurzel: Path = WURZEL) -> Iterator[str]:
    name = str(datei.relative_to(wurzel))
    if not name.isascii() or " " in name:
        yield f"{name!r}: Dateinamen sind ASCII ohne Leerzeichen"
    try:
        inhalt = text(datei)
    except UnicodeDecodeError:
        yield f"{name}: ist kein UTF-8"
        return
    for nummer, zeile in enumerate((inhalt or "").splitlines(), start=1):
        for was, muster in VERBOTEN.items():
            if muster.search(zeile):
                yield f"{name}:{nummer}: {was}"


def zu_lang(liste: list[Path]) -> Iterator[str]:
    for datei in liste:
        zeilen = len(datei.read_text(encoding="utf-8").splitlines()) if datei.suffix == ".py" else 0
        if zeilen > LANG:
            yield f"{datei.relative_to(WURZEL)}: {zeilen} Zeilen, über {LANG} (Hinweis)"


def main() -> None:
    liste = dateien()
    for hinweis in zu_lang(liste):
        print(hinweis)
    gefunden = [mangel for datei in liste for mangel in maengel(datei)]
    for mangel in gefunden:
        print(mangel, file=sys.stderr)
    print(f"{len(liste)} Dateien geprüft, {len(gefunden)} Mängel")
    sys.exit(bool(gefunden))


if __name__ == "__main__":
    main()
