"""`sozialamt berechne FALL.yaml`: the calculation sheet of one household, or its trace as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from sozialamt.cli.ausgabe import bedingung, monat, monate
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.bogen import Bogen, berechnungsbogen, zeitraeume
from sozialamt.leistungen.bogentext import als_text
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.ueberblick import ueberblick
from sozialamt.leistungen.ueberblicktext import als_text as ueberblick_als_text
from sozialamt.rechenkern import Ergebnis, Herkunft, Mangel, UngueltigeAngaben, erklaere
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.values import Datum
from sozialamt.recht.fall import Fallbeschreibung, lies_fall

STANDARD = ("hilfe_zum_lebensunterhalt", "grundsicherung_alter_erwerbsminderung")
GERECHNETE_GRUENDE = frozenset({"einkommen", "vermoegen"})
"""Reasons of refusal that are themselves a calculation: then the sheet is printed although nothing is due."""


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("fall", metavar="FALL.yaml", help="Fall als YAML-Datei")
    parser.add_argument("--monat", type=monat, metavar="JJJJ-MM", help="Monat (sonst der im Fall genannte)")
    parser.add_argument("--bis", type=monat, metavar="JJJJ-MM", help="rechnet jeden Monat bis zu diesem")
    auswahl = parser.add_mutually_exclusive_group()
    auswahl.add_argument(
        "--leistung",
        action="append",
        type=_leistung,
        metavar="LEISTUNG",
        help="nur diese Leistung (mehrfach)",
    )
    auswahl.add_argument(
        "--alle", action="store_true", help="Überblick: alle Leistungen, warum nicht, was es ändern würde, was zuerst"
    )
    parser.add_argument("--kenntnis", metavar="JJJJ-MM-TT", help="nur Rechtsstand, der an diesem Tag bekannt war")
    parser.add_argument(
        "--json", action="store_true", help="gibt die Spur als JSON aus (Schema: sozialamt schema spur)"
    )
    parser.add_argument("--vorgaben", action="store_true", help="nennt jede Vorgabe, die für eine fehlende Angabe gilt")
    parser.set_defaults(tue=berechne)


def _leistung(schluessel: str) -> str:
    """Key of a benefit; the message names those that look alike, else all."""
    if schluessel in steckbriefe():
        return schluessel
    aehnlich = get_close_matches(schluessel, steckbriefe()) or list(steckbriefe())
    raise argparse.ArgumentTypeError(
        f"„{schluessel}“ ist keine Leistung. Gemeint ist vielleicht: {', '.join(aehnlich)}."
    )


def berechne(argumente: argparse.Namespace) -> int:
    """Calculate and print."""
    fall = lies_fall(argumente.fall, regelwerk())
    if argumente.alle:
        return _zeige_ueberblick(fall, argumente)
    alle = steckbriefe()
    gewaehlt = argumente.leistung or [s for s in STANDARD if s in alle]
    leistungen = [alle[s] for s in gewaehlt]
    ergebnisse = [_rechne(fall, leistungen, m, argumente.kenntnis) for m in _monate(fall, argumente)]
    if argumente.json:
        spuren = [e.spur.als_dict() for e in ergebnisse]
        print(json.dumps(spuren[0] if len(spuren) == 1 else spuren, ensure_ascii=False, indent=2))
        return 0
    print(_bericht(fall, leistungen, ergebnisse, alle_vorgaben=argumente.vorgaben))
    return 0


def _monate(fall: Fallbeschreibung, argumente: argparse.Namespace) -> list[Datum]:
    von = argumente.monat or fall.monat
    if von is None:
        raise UngueltigeAngaben(
            [Mangel("monat", "–", "weder im Fall noch als --monat genannt", "Ergänze zum Beispiel --monat 2026-11.")]
        )
    bis = argumente.bis or von
    if bis < von:
        raise UngueltigeAngaben([Mangel("--bis", str(bis)[:6], "liegt vor dem ersten Monat", "Vertausche die Monate.")])
    return monate(von, bis)


def _zeige_ueberblick(fall: Fallbeschreibung, argumente: argparse.Namespace) -> int:
    """The whole picture of each month, as text or as JSON."""
    stand = _stand(argumente.kenntnis)
    bilder = [ueberblick(fall.fall(m), m, regelwerk(), kenntnis=stand) for m in _monate(fall, argumente)]
    if argumente.json:
        daten = [bild.als_dict() for bild in bilder]
        print(json.dumps(daten[0] if len(daten) == 1 else daten, ensure_ascii=False, indent=2))
    else:
        print("\n\n\n".join(ueberblick_als_text(bild) for bild in bilder))
    return 0


def _rechne(fall: Fallbeschreibung, leistungen: Sequence[Steckbrief], m: Datum, kenntnis: str | None) -> Ergebnis:
    ziele = dict.fromkeys(name for s in leistungen for name in s.regelnamen())
    return erklaere(fall.fall(m), ziele, m, regelwerk(), kenntnis=_stand(kenntnis))


def _stand(kenntnis: str | None) -> Datum | None:
    try:
        return datum_aus_iso(kenntnis) if kenntnis else None
    except ValueError as fehler:
        raise UngueltigeAngaben([Mangel("--kenntnis", str(kenntnis), str(fehler), "Schreibe JJJJ-MM-TT.")]) from fehler


def _bericht(
    fall: Fallbeschreibung, leistungen: Sequence[Steckbrief], ergebnisse: Sequence[Ergebnis], *, alle_vorgaben: bool
) -> str:
    teile = [fall.titel] if fall.titel else []
    ablehnungen: list[str] = []
    for steckbrief in leistungen:
        boegen = [
            berechnungsbogen(ergebnis, steckbrief) for ergebnis in ergebnisse if _ist_gerechnet(steckbrief, ergebnis)
        ]
        teile += [_abschnitt(von, bis, bogen) for von, bis, bogen in zeitraeume(boegen)]
        ablehnungen += _ablehnungen(steckbrief, ergebnisse)
    teile += [*ablehnungen, *_unpassende_angaben(ergebnisse), _vorgaben(ergebnisse[-1].spur.als_dict(), alle_vorgaben)]
    return "\n\n".join(t for t in teile if t)


def _ist_gerechnet(steckbrief: Steckbrief, ergebnis: Ergebnis) -> bool:
    """Whether somebody is entitled, or is not because of what the calculation found."""
    if any(ergebnis.wert(steckbrief.anspruch, person) for person in ergebnis.personen):
        return True
    gruende = regelwerk().regeln[steckbrief.ablehnung][0].auswahl if steckbrief.ablehnung else None
    if steckbrief.ablehnung is None or gruende is None:
        return False
    werte = {int(ergebnis.wert(steckbrief.ablehnung, person)) for person in ergebnis.personen}
    return any(gruende(wert).schluessel in GERECHNETE_GRUENDE for wert in werte)


def _abschnitt(von: str, bis: str, bogen: Bogen) -> str:
    text = als_text(bogen).rstrip("\n")
    return text if von == bis else f"{text}\n\nGilt unverändert für alle Monate von {von} bis {bis}."


def _ablehnungen(steckbrief: Steckbrief, ergebnisse: Sequence[Ergebnis]) -> list[str]:
    """Per person the reason why there is no claim, for the months in which it holds."""
    if steckbrief.ablehnung is None:
        return []
    zeilen: dict[tuple[str, str], list[str]] = {}
    for ergebnis in ergebnisse:
        for person in ergebnis.personen:
            if ergebnis.wert(steckbrief.ablehnung, person):
                grund = ergebnis.spur.schritt(steckbrief.ablehnung, person).text
                zeilen.setdefault((person, grund), []).append(str(ergebnis.plan.monat)[:6])
    return [
        f"Kein Anspruch auf {steckbrief.titel}: {person} – {grund} ({_spanne(monate_mit)})"
        for (person, grund), monate_mit in zeilen.items()
    ]


def _spanne(monatsliste: Sequence[str]) -> str:
    lesbar = [f"{m[:4]}-{m[4:]}" for m in monatsliste]
    return lesbar[0] if len(lesbar) == 1 else f"{lesbar[0]} bis {lesbar[-1]}, {len(lesbar)} Monate"


def _unpassende_angaben(ergebnisse: Sequence[Ergebnis]) -> list[str]:
    """One line for each fact given although its own condition says that it does not apply."""
    zeilen: dict[str, None] = {}
    for ergebnis in ergebnisse:
        for merkmal in ergebnis.plan.merkmale:
            for i, person in enumerate(ergebnis.personen):
                if not merkmal.wenn or not ergebnis.werte[merkmal.name][i]:
                    continue
                if ergebnis.herkunft[merkmal.name][i] is not Herkunft.ANGABE:
                    continue
                offen = [b for b, erlaubt in merkmal.wenn.items() if ergebnis.werte[b][i] not in erlaubt]
                if offen:
                    wer = f", {person}" if merkmal.ebene == PERSON else ""
                    bedingungen = " und ".join(bedingung(name, merkmal.wenn[name]) for name in offen)
                    zeilen[f"Bitte prüfen: {merkmal.name}{wer} ist angegeben, gilt aber nur bei {bedingungen}."] = None
    return list(zeilen)


def _vorgaben(spur: dict[str, Any], ausfuehrlich: bool) -> str:
    genutzt = [
        (m["titel"], w["person"], w["text"], m["vorgabe_grund"])
        for m in spur["merkmale"].values()
        for w in m["werte"]
        if w["herkunft"] == "vorgabe"
    ]
    if not genutzt:
        return "Alle Angaben lagen vor."
    kopf = f"Für {len(genutzt)} fehlende Angaben gelten dokumentierte Vorgaben"
    if not ausfuehrlich:
        return kopf + " (einzeln mit --vorgaben)."
    zeilen = [f"  {titel}{f', {wer}' if wer else ''}: {text} – {grund}" for titel, wer, text, grund in genutzt]
    return "\n".join([kopf + ":", *zeilen])
