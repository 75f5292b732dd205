"""`sozialamt massenlauf`: alle laufenden Fälle neu rechnen – ansehen, vorbereiten, ausführen, drucken.

Freigegeben wird nicht hier, sondern am Bildschirm, von einer zweiten angemeldeten Person.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sozialamt.cli.ausgabe import monat

if TYPE_CHECKING:
    from sozialamt.akte.massenlauf.rentendatei import Rentenangabe
    from sozialamt.akte.models import Benutzer, Massenlauf


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    was = parser.add_mutually_exclusive_group(required=True)
    was.add_argument("--monat", type=monat, metavar="JJJJ-MM", help="ab diesem Monat neu rechnen")
    was.add_argument("--ausfuehren", type=int, metavar="NR", help="freigegebenen Lauf ausführen oder fortsetzen")
    was.add_argument("--briefe", type=int, metavar="NR", help="Schreiben eines Laufs in einen Ordner legen")
    was.add_argument("--liste", action="store_true", help="Läufe mit ihrem Stand zeigen")
    parser.add_argument(
        "--bis",
        type=monat,
        metavar="JJJJ-MM",
        help="Monate bis hierher neu rechnen und Vorschläge machen, keine Bescheide",
    )
    parser.add_argument("--vorschau", action="store_true", help="nur zeigen, nichts festhalten")
    parser.add_argument("--anlass", default="", help="warum neu gerechnet wird, zum Beispiel „Regelsätze 2027“")
    parser.add_argument("--rentendatei", type=Path, metavar="DATEI.csv", help="neue Renten, siehe Handbuch")
    parser.add_argument("--werte", type=Path, metavar="DATEI.yaml", help="angekündigte Werte, nur mit --vorschau")
    parser.add_argument(
        "--bisher", type=monat, metavar="JJJJ-MM", help="Monat zum Vergleich mit --werte; sonst der davor"
    )
    parser.add_argument("--benutzer", metavar="NAME", help="Konto, in dessen Namen vorbereitet wird")
    parser.add_argument("--ausgabe", type=Path, metavar="ORDNER", help="Ordner für die Schreiben")
    parser.set_defaults(tue=lambda argumente: _tue(parser, argumente))


def _tue(parser: argparse.ArgumentParser, a: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    import django

    django.setup()
    if a.liste:
        return _liste()
    if a.ausfuehren:
        return _ausfuehren(a.ausfuehren)
    if a.briefe:
        if a.ausgabe is None:
            parser.error("--briefe braucht --ausgabe ORDNER")
        return _briefe(a.briefe, a.ausgabe)
    if not a.vorschau and (not a.benutzer or not a.anlass):
        parser.error("Zum Festhalten braucht es --benutzer und --anlass; nur ansehen geht mit --vorschau.")
    tag = _erster(a.monat)
    if a.werte:
        if not a.vorschau or a.bis or a.rentendatei:
            parser.error("--werte geht nur mit --vorschau, ohne --bis und --rentendatei: Es ist nur zum Ansehen.")
        return _zeige_annahmen(tag, a)
    if a.bis:
        if a.rentendatei:
            parser.error("--bis und --rentendatei gehen nicht zusammen: Neue Renten gelten ab einem Monat.")
        return _rechne_neu(tag, _erster(a.bis), a)
    renten = _renten(a.rentendatei)
    return _zeige(tag, renten) if a.vorschau else _bereite_vor(tag, renten, a)


def _erster(tag: int) -> date:
    return date(tag // 10_000, tag // 100 % 100, 1)


def _rechne_neu(von: date, bis: date, a: argparse.Namespace) -> int:
    """Zurückliegende Monate: ansehen oder als Vorschläge festhalten."""
    from sozialamt.akte.massenlauf.neuberechnung import rechne_monate_neu
    from sozialamt.akte.massenlauf.vorschau import zusammengefasst
    from sozialamt.akte.monat import monate
    from sozialamt.akte.vorgaenge.neuberechnung_vorbereiten import neuberechnung_vorbereiten
    from sozialamt.cli.fortschritt import Anzeige

    beginn = time.monotonic()
    kopf = f"Neuberechnung {von:%m.%Y} bis {bis:%m.%Y}"
    with Anzeige(len(monate(von, bis)), was="Monate") as anzeige:
        if a.vorschau:
            vorschlaege, geprueft = rechne_monate_neu(von, bis, fortschritt=anzeige.weiter)
        else:
            angaben = {"benutzer": _benutzer(a.benutzer), "monat": von, "bis": bis, "anlass": a.anlass}
            lauf = neuberechnung_vorbereiten(**angaben, fortschritt=anzeige.weiter)
    if a.vorschau:
        _drucke(kopf, geprueft, zusammengefasst(vorschlaege), beginn, "alle Monate")
        return 0
    _drucke(f"{kopf}, Nummer {lauf.pk}", lauf.geprueft, _zeilen(lauf), beginn, "alle Monate")
    print("Die Vorschläge stehen am Bildschirm unter „Massenläufe“; über jeden wird einzeln entschieden.")
    return 0


def _zeilen(lauf: Massenlauf) -> list[tuple[str, str, int, int, int]]:
    return [
        (str(z["leistung"]), str(z["wirkung"]), z["faelle"], z["alt"], z["neu"])
        for z in lauf.posten.all().zusammengefasst()
    ]


def _renten(datei: Path | None) -> list[Rentenangabe]:
    from sozialamt.akte.massenlauf.rentendatei import lies_rentendatei

    return lies_rentendatei(datei) if datei else []


def _zeige(tag: date, renten: list[Rentenangabe]) -> int:
    from sozialamt.akte.massenlauf.vorschau import als_tabelle, vergleiche, zusammengefasst

    beginn = time.monotonic()
    posten, geprueft = vergleiche(tag, angaben=als_tabelle(renten))
    _drucke(f"Vorschau ab {tag:%m.%Y}", geprueft, zusammengefasst(posten), beginn)
    return 0


def _zeige_annahmen(tag: date, a: argparse.Namespace) -> int:
    """Angekündigte Werte: Nichts davon wird festgehalten, und jede Seite sagt, dass es Annahmen sind."""
    from sozialamt.akte.massenlauf.vorschau import vergleiche_mit_annahmen, zusammengefasst
    from sozialamt.akte.monat import als_datum, monat_weiter
    from sozialamt.leistungen import regelwerk
    from sozialamt.recht.annahmen import lies_annahmen

    beginn = time.monotonic()
    bisher = _erster(a.bisher) if a.bisher else monat_weiter(tag, -1)
    annahmen = lies_annahmen(a.werte, regelwerk(), als_datum(tag))
    posten, geprueft = vergleiche_mit_annahmen(tag, annahmen, bisher)
    print("ANNAHMEN, KEIN RECHT. Diese Werte sind nicht eingetragen; daraus entsteht weder Lauf noch Bescheid.\n")
    for w in annahmen.werte:
        print(f"  {w.titel} ab {w.ab}: {w.kuenftig} (eingetragen: {w.bisher}). {w.quelle}")
    print(f"  {annahmen.fortgeschrieben} weitere Werte gelten hier ungeprüft unverändert weiter.\n")
    _drucke(f"Annahme für {tag:%m.%Y} gegenüber {bisher:%m.%Y}", geprueft, zusammengefasst(posten), beginn)
    return 0


def _bereite_vor(tag: date, renten: list[Rentenangabe], a: argparse.Namespace) -> int:
    from sozialamt.akte.vorgaenge.massenlauf_vorbereiten import massenlauf_vorbereiten

    beginn = time.monotonic()
    lauf = massenlauf_vorbereiten(benutzer=_benutzer(a.benutzer), monat=tag, anlass=a.anlass, renten=renten)
    _drucke(f"Massenlauf {lauf.pk}: {lauf}", lauf.geprueft, _zeilen(lauf), beginn)
    print(f"Freigeben muss ihn eine zweite Person am Bildschirm; danach: sozialamt massenlauf --ausfuehren {lauf.pk}")
    return 0


def _ausfuehren(nummer: int) -> int:
    from sozialamt.akte.massenlauf.ausfuehrung import fuehre_aus
    from sozialamt.akte.models.massenlauf import Postenstand
    from sozialamt.cli.fortschritt import Anzeige
    from sozialamt.leistungen import regelwerk
    from sozialamt.leistungen.speicher import geladenes_bleibt

    lauf = _lauf(nummer)
    regelwerk()
    geladenes_bleibt()
    with Anzeige(lauf.posten.all().wartend().count(), was="Fälle") as anzeige:
        fuehre_aus(lauf, fortschritt=anzeige.weiter)
    stand = {s.value: lauf.posten.filter(stand=s).count() for s in Postenstand}
    print(f"{stand['erlassen']} Bescheide erlassen, {stand['uebergangen']} übergangen, {stand['wartet']} offen.")
    return 0


def _briefe(nummer: int, ordner: Path) -> int:
    from sozialamt.akte.massenlauf.briefe import lege_ab
    from sozialamt.cli.fortschritt import Anzeige

    lauf = _lauf(nummer)
    with Anzeige(lauf.posten.filter(bescheid__isnull=False).count(), was="Schreiben") as anzeige:
        anzahl = lege_ab(lauf, ordner, fortschritt=anzeige.weiter)
    print(f"{anzahl} Schreiben in {ordner.name}, Verzeichnis in verzeichnis.csv.")
    return 0


def _liste() -> int:
    from sozialamt.akte.models import Massenlauf

    laeufe = Massenlauf.objects.all()
    for lauf in laeufe:
        print(f"{lauf.pk:>4}  {lauf.get_stand_display():<12} {lauf}, vorbereitet am {lauf.created_at:%d.%m.%Y}")
    if not laeufe:
        print("Noch kein Massenlauf.")
    return 0


def _drucke(
    titel: str, geprueft: int, zeilen: list[tuple[str, str, int, int, int]], beginn: float, was: str = "im Monat"
) -> None:
    from sozialamt.akte.models.massenlauf import Wirkung
    from sozialamt.leistungen import steckbriefe
    from sozialamt.rechenkern.values import euro

    zahl: Callable[[int], str] = lambda n: f"{n:,}".replace(",", ".")  # noqa: E731
    print(f"{titel} – {zahl(geprueft)} laufende Fälle geprüft ({time.monotonic() - beginn:.1f} s)\n")
    if not zeilen:
        print("Nichts ändert sich.")
        return
    print(f"{'Leistung':<10}{'Wirkung':<38}{'Fälle':>8}{f'bisher {was}':>20}{'künftig':>20}")
    for leistung, wirkung, faelle, alt, neu in zeilen:
        kuenftig = "" if wirkung == Wirkung.OFFEN else euro(neu)
        print(
            f"{steckbriefe()[leistung].kurz:<10}{Wirkung(wirkung).label:<38}{zahl(faelle):>8}{euro(alt):>20}{kuenftig:>20}"
        )


def _lauf(nummer: int) -> Massenlauf:
    from sozialamt.akte.fehler import AngabenFehler, Mangel
    from sozialamt.akte.models import Massenlauf

    lauf = Massenlauf.objects.filter(pk=nummer).first()
    if lauf is None:
        raise AngabenFehler([Mangel("Massenlauf", str(nummer), "gibt es nicht", "Siehe sozialamt massenlauf --liste.")])
    return lauf


def _benutzer(name: str) -> Benutzer:
    from sozialamt.akte.fehler import AngabenFehler, Mangel
    from sozialamt.akte.models import Benutzer

    konto = Benutzer.objects.filter(username=name, is_active=True).first()
    if konto is None:
        raise AngabenFehler([Mangel("Benutzer", name, "gibt es nicht", "Nennen Sie ein vorhandenes Konto.")])
    return konto
