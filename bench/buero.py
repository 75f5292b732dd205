"""Das Büro im Großen: die erzeugte Stadt auf PostgreSQL, bedient vom wirklichen Server.

    python -m bench buero [MASSSTAB]

Gemessen wird das Erzeugen der Stadt (Dauer, Rechenzeit, Speicher), dann als gewöhnliche Sachbearbeitung jede Seite
nacheinander (Antwortzeit am Server, über die Schleife des Rechners) und alle gemischt mit mehreren Verbindungen
zugleich. Schreibt `docs/leistung/buero.json` und `buero.md`; Ende mit 1, wenn eine Anforderung verfehlt ist.
"""

from __future__ import annotations

import http.client
import json
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from typing import Any

from bench import maschine
from bench.bericht import ORT
from bench.gemeinsam import UMGEBUNG, WURZEL
from bench.muss import GIB, Muss, melde, zahl

JAHR, KONTO = 2026, "sachbearbeitung"
ARBEITER, FAEDEN, VERBINDUNGEN = 2, 4, 8
AUFRUFE, MISCHUNG_S, WARTEN_S = 60, 20, 120
MEDIAN_MS, P95_MS, JE_SEKUNDE, ERZEUGEN_S = 150, 400, 60, 300
NAMEN = ("Schmidt", "Yilmaz", "Maier Anna", "Kaya", "Müller", "Bergstraße", "50-0123", "12.03.1955")
OK = 200


def main(massstab: str = "1") -> int:
    """Alles in einer eigenen Datenbank, die danach verschwindet."""
    sys.path.insert(0, str(WURZEL / "scripts"))
    from postgres import cluster

    last = os.getloadavg()[0]
    with cluster() as adresse, tempfile.TemporaryDirectory(prefix="sozialamt-buero-") as daten:
        umgebung = {"SOZIALAMT_DATABASE_URL": adresse, "SOZIALAMT_DATEN": daten}
        os.environ |= umgebung | {"DJANGO_SETTINGS_MODULE": "sozialamt.config.settings"}
        stadt = erzeuge(massstab, UMGEBUNG | umgebung)
        import django

        django.setup()
        stadt |= bestand()
        with server(UMGEBUNG | umgebung) as port:
            seiten = messe(port, sitzung(), akten())
    ergebnis = {
        **maschine.stempel(last=last),
        "massstab": massstab,
        "stadt": stadt,
        **seiten,
    }
    muss = pruefe(ergebnis)
    schreibe(ergebnis, muss)
    return melde(muss)


def erzeuge(massstab: str, umgebung: dict[str, str]) -> dict[str, Any]:
    """Wie auf der Kommandozeile, in einem eigenen Prozess."""
    befehl = [sys.executable, "-m", "sozialamt.cli", "demo", "dortmund", "--jahr", str(JAHR), "--massstab", massstab]
    beginn = time.perf_counter()
    subprocess.run(befehl, env=umgebung, cwd=WURZEL, check=True)
    dauer, kinder = time.perf_counter() - beginn, resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"dauer_s": dauer, "rechenzeit_s": kinder.ru_utime + kinder.ru_stime, "spitze_byte": kinder.ru_maxrss << 10}


def bestand() -> dict[str, int]:
    """Was in der Datenbank steht."""
    from sozialamt.akte.models import Bescheid, Haushalt, Person, Tatsache
    from sozialamt.kasse.models import Buchung

    modelle = {
        "haushalte": Haushalt,
        "personen": Person,
        "faelle": Bescheid,
        "tatsachen": Tatsache,
        "buchungen": Buchung,
    }
    return {name: modell.objects.count() for name, modell in modelle.items()}


@contextmanager
def server(umgebung: dict[str, str]) -> Iterator[int]:
    """Granian wie im Betrieb, mit zwei Arbeitern."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    befehl = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    befehl += ["--workers", str(ARBEITER), "--blocking-threads", str(FAEDEN), "--no-ws", "--log-level", "warning"]
    umgebung = umgebung | {"DJANGO_SETTINGS_MODULE": "sozialamt.config.settings"}
    prozess = subprocess.Popen([*befehl, "sozialamt.config.wsgi:application"], env=umgebung, cwd=WURZEL)
    try:
        ende = time.monotonic() + WARTEN_S
        while time.monotonic() < ende:
            with socket.socket() as versuch:
                if versuch.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield port
    finally:
        prozess.terminate()
        prozess.wait(WARTEN_S)


def sitzung() -> str:
    """Eine angemeldete Sitzung des Kontos als Cookie."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from sozialamt.akte.models import Benutzer

    benutzer = Benutzer.objects.get(username=KONTO)
    neu = SessionStore()
    neu[SESSION_KEY] = str(benutzer.pk)
    neu[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    neu[HASH_SESSION_KEY] = benutzer.get_session_auth_hash()
    neu.save()
    return f"sessionid={neu.session_key}"


def akten() -> list[str]:
    """Aktenzeichen, die das Konto öffnen darf."""
    from sozialamt.akte.models import Benutzer, Haushalt

    eigene = Haushalt.objects.fuer(Benutzer.objects.get(username=KONTO), "akte_lesen")
    return list(eigene.order_by("-pk").values_list("aktenzeichen", flat=True)[:AUFRUFE])


def messe(port: int, cookie: str, aktenzeichen: Sequence[str]) -> dict[str, Any]:
    """Erst jede Seite für sich, dann alle gemischt."""
    from urllib.parse import quote

    pfade = {
        "Startseite": ["/"],
        "Suche": [f"/suche/?q={quote(name)}" for name in NAMEN],
        "Fristenliste": ["/fristen/"],
        "Haushaltsseite": [f"/haushalte/{akte}/" for akte in aktenzeichen],
    }
    zeiten = {}
    for titel, liste in pfade.items():
        rufe(port, cookie, list(islice(cycle(liste), 2 * ARBEITER * FAEDEN)))
        zeiten[titel] = _kennwerte(rufe(port, cookie, list(islice(cycle(liste), AUFRUFE))))
    gemischt = [
        pfad for viere in zip(*(islice(cycle(p), AUFRUFE) for p in pfade.values()), strict=True) for pfad in viere
    ]
    ende = time.monotonic() + MISCHUNG_S
    with ThreadPoolExecutor(VERBINDUNGEN) as verbindungen:
        laeufe = [
            verbindungen.submit(rufe, port, cookie, gemischt[i:] + gemischt[:i], ende) for i in range(VERBINDUNGEN)
        ]
        alle = [dauer for lauf in laeufe for dauer in lauf.result()]
    return {"seiten": zeiten, "gemischt": _kennwerte(alle) | {"je_sekunde": len(alle) / MISCHUNG_S}}


def rufe(port: int, cookie: str, pfade: Sequence[str], ende: float | None = None) -> list[float]:
    """Dauer jeder Antwort in Sekunden über eine stehende Verbindung; mit `ende` im Kreis, bis die Zeit um ist."""
    verbindung = http.client.HTTPConnection("127.0.0.1", port, timeout=WARTEN_S)
    dauern = []
    for pfad in pfade if ende is None else cycle(pfade):
        if ende is not None and time.monotonic() >= ende:
            break
        beginn = time.perf_counter()
        verbindung.request("GET", pfad, headers={"Cookie": cookie, "Accept-Language": "de"})
        antwort = verbindung.getresponse()
        antwort.read()
        dauern.append(time.perf_counter() - beginn)
        if antwort.status != OK:
            raise SystemExit(f"{pfad}: {antwort.status}")
    verbindung.close()
    return dauern


def _kennwerte(dauern: Sequence[float]) -> dict[str, float]:
    prozentile = statistics.quantiles(dauern, n=20, method="inclusive")
    return {"anzahl": len(dauern), "median_ms": 1e3 * statistics.median(dauern), "p95_ms": 1e3 * prozentile[-1]}


def pruefe(e: dict[str, Any]) -> list[Muss]:
    """Die Anforderungen an das Büro."""
    stadt, rate = e["stadt"], e["gemischt"]["je_sekunde"]
    muss = [
        Muss("Stadt erzeugt in höchstens 5 Minuten", f"{zahl(stadt['dauer_s'], 0)} s", stadt["dauer_s"] <= ERZEUGEN_S),
        Muss("dabei höchstens 3 GiB", f"{zahl(stadt['spitze_byte'] / GIB, 2)} GiB", stadt["spitze_byte"] <= 3 * GIB),
    ]
    for titel, zeit in e["seiten"].items():
        gut = zeit["median_ms"] <= MEDIAN_MS and zeit["p95_ms"] <= P95_MS
        text = f"{zahl(zeit['median_ms'], 0)} ms, {zahl(zeit['p95_ms'], 0)} ms"
        muss.append(Muss(f"{titel}: Median höchstens 150 ms, 95 Prozent höchstens 400 ms", text, gut))
    muss.append(Muss("gemischt mindestens 60 Antworten/s", f"{zahl(rate)} je s", rate >= JE_SEKUNDE))
    return muss


def schreibe(e: dict[str, Any], muss: Sequence[Muss]) -> None:
    """JSON und Seite."""
    ORT.mkdir(parents=True, exist_ok=True)
    (ORT / "buero.json").write_text(json.dumps(e, ensure_ascii=False, indent=1) + "\n")
    s, m = e["stadt"], e["maschine"]
    zeilen = [
        "# Leistung des Büros\n",
        f"Erzeugt von `python -m bench buero {e['massstab']}` am {e['am']} auf PostgreSQL. {m['kerne']} Kerne "
        f"({m['prozessor']}), Last beim Beginn {zahl(float(m['last']))}; der Lastgeber läuft auf denselben Kernen. "
        f"{zahl(s['haushalte'], 0)} Haushalte, {zahl(s['personen'], 0)} Personen, {zahl(s['faelle'], 0)} Bescheide, "
        f"{zahl(s['tatsachen'], 0)} Tatsachen, {zahl(s['buchungen'], 0)} Buchungen, alle erfunden. Rechenzeit des "
        f"Erzeugens ohne die der Datenbank: {zahl(s['rechenzeit_s'], 0)} s. Als gewöhnliche Sachbearbeitung.\n",
        "| Anforderung | gemessen |  |\n|---|---|---|",
        *(f"| {' | '.join(x.zeile)} |" for x in muss),
    ]
    (ORT / "buero.md").write_text("\n".join(zeilen) + "\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
