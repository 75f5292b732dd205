"""Der Städtevergleich im Großen: 20 Jahre × 100 Städte × 600 Größen = 1,2 Mio. Werte.

    python -m bench vergleich

Gemessen werden die Wege des Programms: 100 Dateien annehmen (lesen, prüfen, speichern, Plausibilität), das Profil einer
Stadt, alle Kennzahlen aller Städte und Jahre neu rechnen. Die Werte sind erzeugt und bleiben im Arbeitsordner.
Schreibt `docs/leistung/vergleich.json` und `vergleich.md`; Ende mit 1, wenn eine Anforderung verfehlt ist.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from bench import maschine
from bench.bericht import ORT, tabelle
from bench.gemeinsam import ARBEIT
from bench.muss import Muss, melde, zahl

JAHRE, STAEDTE, GROESSEN = range(2004, 2024), 100, 600
IMPORT_S, PROFIL_MS, NEU_S = 30, 500, 10


class Uhr:
    """Vergangene Zeit und verbrauchte Rechenzeit; auf einer belegten Maschine sagt die zweite mehr."""

    def __init__(self) -> None:
        self.beginn, self.rechenzeit = time.perf_counter(), time.process_time()

    def stand(self) -> tuple[float, float]:
        """Beides seit Beginn, in Sekunden."""
        return time.perf_counter() - self.beginn, time.process_time() - self.rechenzeit


def main() -> int:
    """Misst und nennt, was verfehlt ist."""
    ordner = ARBEIT / "staedte"
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)
    os.environ |= {"SOZIALAMT_DATEN": str(ordner), "DJANGO_SETTINGS_MODULE": "sozialamt.config.settings"}
    os.environ.setdefault("SOZIALAMT_DATABASE_URL", f"sqlite:///{ordner / 'pool.sqlite3'}")
    import django

    django.setup()
    ergebnis = maschine.stempel() | messe(ordner)
    muss = pruefe(ergebnis)
    schreibe(ergebnis, muss)
    return melde(muss)


def pruefe(e: dict[str, Any]) -> list[Muss]:
    """Die Anforderungen an den Vergleich, nach der Uhr an der Wand."""
    lesen = f"{zahl(e['neu_s'])} s, davon lesen {zahl(e['neu_davon_lesen_s'])} s"
    return [
        Muss(f"Import höchstens {IMPORT_S} s", f"{zahl(e['import_s'])} s", e["import_s"] <= IMPORT_S),
        Muss(f"Profil höchstens {PROFIL_MS} ms", f"{zahl(e['profil_ms'], 0)} ms", e["profil_ms"] <= PROFIL_MS),
        Muss(f"alle Kennzahlen neu höchstens {NEU_S} s", lesen, e["neu_s"] <= NEU_S),
    ]


def schreibe(e: dict[str, Any], muss: list[Muss]) -> None:
    """JSON und Seite."""
    ORT.mkdir(parents=True, exist_ok=True)
    (ORT / "vergleich.json").write_text(json.dumps(e, ensure_ascii=False, indent=1) + "\n")
    m = e["maschine"]
    zeilen = [
        "# Leistung des Städtevergleichs\n",
        f"Erzeugt von `python -m bench vergleich` am {e['am']} auf SQLite: {zahl(e['werte'], 0)} erfundene Werte aus "
        f"{STAEDTE} Dateien ({len(JAHRE)} Jahre, {GROESSEN} Größen), daraus {zahl(e['neu_zeilen'], 0)} Werte von "
        f"Kennzahlen mit Mittel, Rang und z. {m['kerne']} Kerne ({m['prozessor']}), Last beim Beginn "
        f"{zahl(m['last'])}.\n",
        *tabelle(
            ("Anforderung", "gemessen", ""),
            [x.zeile for x in muss],
        ),
    ]
    (ORT / "vergleich.md").write_text("\n".join(zeilen).rstrip() + "\n")


def messe(ordner: Path) -> dict[str, float]:
    """Einrichten, dann jeder Weg einmal; das Profil dreimal, es gilt der mittlere Lauf."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    benutzer, staedte, groessen = richte_ein()
    dateien = [(stadt, fuelle_aus(ordner, stadt, groessen)) for stadt in staedte]
    dauer, rechenzeit = importiere(benutzer, dateien)
    ergebnis = {"import_s": dauer, "import_rechenzeit_s": rechenzeit}
    gib_frei(benutzer, staedte, groessen)
    dauer, rechenzeit = sorted(profil(staedte[nummer].schluessel) for nummer in (0, 1, 2))[1]
    ergebnis |= {"profil_ms": dauer * 1000, "profil_rechenzeit_ms": rechenzeit * 1000}
    ergebnis |= rechne_neu(staedte)
    from sozialamt.vergleich.models import Wert

    return {"werte": float(Wert.objects.count()), **ergebnis}


def richte_ein():
    """100 Städte mit erdachtem Schlüssel, 600 Größen (die des Katalogs zuerst) und jemand, der für alle liefert."""
    from sozialamt.akte.models import Benutzer, Rollenzuweisung
    from sozialamt.vergleich.models import Basisgroesse, Mitgliedschaft, Stadt, Stadtzugehoerigkeit
    from sozialamt.vergleich.pool.grundbestand import gleiche_ab

    gleiche_ab()
    Mitgliedschaft.objects.all().delete()
    benutzer = Benutzer.objects.create(username="bench")
    Rollenzuweisung.objects.create(benutzer=benutzer, rolle="leitung")
    staedte = Stadt.objects.bulk_create(
        Stadt(schluessel=f"stadt-{i:03d}", name=f"Stadt {i:03d}", ags=f"99{i:03d}", erzeugt=True)
        for i in range(STAEDTE)
    )
    Mitgliedschaft.objects.bulk_create(Mitgliedschaft(stadt=stadt, quelle="erzeugt") for stadt in staedte)
    Stadtzugehoerigkeit.objects.bulk_create(Stadtzugehoerigkeit(benutzer=benutzer, stadt=stadt) for stadt in staedte)
    fehlen = GROESSEN - Basisgroesse.objects.filter(lieferbar=True).count()
    Basisgroesse.objects.bulk_create(
        Basisgroesse(
            schluessel=f"groesse_{i:03d}", nummer=f"X-{i:03d}", titel=f"Größe {i}", einheit="Personen", lieferbar=True
        )
        for i in range(fehlen)
    )
    return benutzer, staedte, list(Basisgroesse.objects.filter(lieferbar=True))


def fuelle_aus(ordner: Path, stadt, groessen) -> Path:
    """Eine ausgefüllte Vorlage über alle Jahre."""
    wuerfel = Random(stadt.schluessel)
    zeilen = ["ags,stadt,jahr,stichtag,groesse,einheit,wert,fehlt,hinweis"]
    stand = {g.schluessel: wuerfel.randint(1_000, 900_000) for g in groessen}
    for jahr in JAHRE:
        for g in groessen:
            wert = stand[g.schluessel] = stand[g.schluessel] * wuerfel.randint(980, 1020) // 1000
            zeilen.append(f"{stadt.ags},{stadt.name},{jahr},31.12.{jahr},{g.schluessel},{g.einheit},{wert},,")
    datei = ordner / f"{stadt.schluessel}.csv"
    datei.write_text("\n".join(zeilen), encoding="utf-8")
    return datei


def importiere(benutzer, dateien) -> tuple[float, float]:
    """Jede Datei auf dem Weg, den auch die Seite nimmt."""
    from sozialamt.vergleich.vorgaenge.datei_liefern import datei_liefern

    uhr = Uhr()
    for stadt, datei in dateien:
        datei_liefern(benutzer=benutzer, stadt=stadt, dateiname=datei.name, inhalt=datei.read_bytes())
    return uhr.stand()


def gib_frei(benutzer, staedte, groessen) -> None:
    """Alles für alle Städte, am Vorgang vorbei: Erzeugte Werte bestehen keine Plausibilität."""
    from django.utils import timezone

    from sozialamt.vergleich.models import Freigabe, Lieferung

    letzte = {x.stadt_id: x for x in Lieferung.objects.exclude(stadt=None).order_by("pk")}
    Freigabe.objects.bulk_create(
        Freigabe(stadt=s, groesse=g, reichweite="staedte", bis_lieferung=letzte[s.pk], am=timezone.now(), von=benutzer)
        for s in staedte
        for g in groessen
    )


def profil(schluessel: str) -> tuple[float, float]:
    """Die Daten eines Profils, aus der Sicht einer Stadt, die alle freigegebenen Werte sieht."""
    from sozialamt.vergleich.pool import lesen
    from sozialamt.vergleich.pool.sicht import Sicht

    uhr = Uhr()
    lesen.profil(Sicht.der_stadt(schluessel), schluessel, 2020)
    return uhr.stand()


def rechne_neu(staedte) -> dict[str, float]:
    """600 Kennzahlen für 100 Städte und 20 Jahre, mit Mittel, Rang und z: aus der Datenbank gelesen und gerechnet."""
    from sozialamt.vergleich.kennzahlen import rechnen
    from sozialamt.vergleich.kennzahlen.formel import lies
    from sozialamt.vergleich.kennzahlen.katalog import Art, Kennzahl, katalog
    from sozialamt.vergleich.kennzahlen.vergleichen import stelle_ein, vergleiche
    from sozialamt.vergleich.pool import lesen
    from sozialamt.vergleich.pool.grundbestand import alle_groessen
    from sozialamt.vergleich.pool.sicht import Sicht

    groessen = alle_groessen()
    namen = [name for name, g in groessen.items() if g.lieferbar and name != "einwohner"]
    kennzahlen = [*katalog().kennzahlen.values()]
    kennzahlen += [
        Kennzahl(
            f"T-{i}", f"t_{i}", f"T {i}", "", Art.DICHTE, lies(f"1000 * {name} / einwohner", groessen), 1, "erzeugt"
        )
        for i, name in enumerate(namen[: GROESSEN - len(kennzahlen)])
    ]
    uhr = Uhr()
    pool = lesen.pool(Sicht.der_stadt(staedte[0].schluessel))
    gelesen = uhr.stand()
    tafel = rechnen.breite_tafel(rechnen.waehle(pool), groessen)
    werte = rechnen.berechne(tafel, kennzahlen, groessen)
    kreise = {jahr: [s.schluessel for s in staedte] for jahr in JAHRE}
    ergebnis = stelle_ein(werte, vergleiche(werte, kreise), kreise)
    gesamt = uhr.stand()
    return {
        "neu_s": gesamt[0],
        "neu_rechenzeit_s": gesamt[1],
        "neu_davon_lesen_s": gelesen[0],
        "neu_zeilen": float(ergebnis.height),
    }


if __name__ == "__main__":
    sys.exit(main())
