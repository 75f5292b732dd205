"""Grundsicherung wegen Erwerbsminderung nur mit Feststellung (§ 45 SGB XII)."""

from __future__ import annotations

from sozialamt.akte.berechnung import Leistungsergebnis
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.levels import PERSON

REGEL, FESTSTELLUNG, WERKSTATT = "berechtigt_wegen_erwerbsminderung", "feststellung_erwerbsminderung", "wfbm_bereich"


def pruefe_feststellung(kenntnis: Kenntnis, ergebnis: Leistungsergebnis) -> None:
    """Wer wegen Erwerbsminderung Geld bekommt, braucht das Ergebnis des Ersuchens oder eine Ausnahme mit Nachweis.

    Die Rechnung nimmt die Feststellung als Vorgabe an; der Bescheid tut es nicht. Ausnahmen sind die Nummern des § 45
    Satz 3: eine Feststellung des Rentenversicherungsträgers, die Stellungnahme des Fachausschusses, die Werkstatt.
    """
    if ergebnis.ergebnis is None or REGEL not in ergebnis.ergebnis.werte:
        return
    berechtigt, anspruch = ergebnis.ergebnis.werte[REGEL], ergebnis.ergebnis.werte[ergebnis.steckbrief.anspruch]
    if ergebnis.ergebnis.plan.ebene(ergebnis.steckbrief.anspruch) != PERSON:
        return
    alter = ergebnis.ergebnis.werte.get("berechtigt_wegen_alters", [False] * len(berechtigt))
    geltend = kenntnis.geltende(ergebnis.bild.monat)
    for stelle, person in enumerate(ergebnis.bild.personen.values()):
        if not berechtigt[stelle] or alter[stelle] or anspruch[stelle] <= 0:
            continue
        tatsachen = (geltend.get((person.pk, name)) for name in (FESTSTELLUNG, WERKSTATT))
        if not any(t is not None and t.wert is not None and t.nachweis for t in tatsachen):
            titel = regelwerk().merkmale[FESTSTELLUNG].titel
            raise ZustandFehler(
                f"{person.rufname} soll im {ergebnis.bild.monat:%m.%Y} Grundsicherung wegen Erwerbsminderung bekommen, "
                f"aber „{titel}“ ist nicht mit Nachweis eingetragen. Ersuchen Sie den Rentenversicherungsträger oder "
                "tragen Sie die Ausnahme mit Nachweis ein (§ 45 SGB XII)."
            )
