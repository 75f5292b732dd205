"""Entwürfe, denen keine Rechnung zugrunde liegt: Einstellung, Versagung, Vorschuss, Erstattung, Zurückweisung."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from sozialamt.akte import bescheidinhalt
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheid, Bescheidentwurf, Person, Vorgang
from sozialamt.akte.monat import monate, monatsschluessel
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.entwurf_anlegen import Entwurfsrahmen, lege_entwurf_an, pruefe_rahmen

AN_ANDERE = (Bescheidart.KOSTENERSATZ, Bescheidart.ERSATZAUFHEBUNG)


def entwirf_ohne_rechnung(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    beginn: date,
    ende: date,
    entscheidung: Entscheidung,
    teile: Mapping[str, list[dict[str, Any]]] | None = None,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """`teile` sind je Monat („2026-05“) die festgesetzten Teilbeträge; ohne sie steht jeder Monat auf null."""
    pruefe_recht(benutzer, "bescheid_entwerfen", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    steckbrief = pruefe_rahmen(vorgang.leistung, beginn, ende, entscheidung)
    zeitraum = [monatsschluessel(m) for m in monate(beginn, ende)]
    je_monat = [
        {"monat": m, "cent": sum(t["cent"] for t in (teile or {}).get(m, [])), "teile": (teile or {}).get(m, [])}
        for m in zeitraum
    ]
    art = entscheidung.art
    assert art is not None  # noqa: S101 - every caller names the kind
    inhalt = bescheidinhalt.ohne_rechnung(vorgang.haushalt, steckbrief, betroffene(vorgang), je_monat)
    return lege_entwurf_an(
        Entwurfsrahmen(vorgang.haushalt, vorgang.leistung, beginn, ende, zeitpunkt),
        art,
        entscheidung,
        inhalt=inhalt | ({"empfaenger": dict(entscheidung.empfaenger)} if entscheidung.empfaenger else {}),
        spuren=[],
        benutzer=benutzer,
    )


def betroffene(vorgang: Vorgang) -> list[Person]:
    """Die Person des Vorgangs zuerst, dann die übrigen Mitglieder des Haushalts."""
    mitgliedschaften = vorgang.haushalt.mitgliedschaften.gewusst_am(None).select_related("person")
    alle = list(dict.fromkeys([*([vorgang.person] if vorgang.person else []), *(m.person for m in mitgliedschaften)]))
    if not alle:
        raise ZustandFehler("Zum Haushalt gehört niemand. Nehmen Sie zuerst eine Person auf.")
    return alle


def wer_ihn_bekam(bescheid: Bescheid) -> Mapping[str, str] | None:
    """Empfänger einer Entscheidung über einen Bescheid, der an jemand anderen ging als an den Haushalt."""
    return bescheid.inhalt["empfaenger"] if bescheid.art in AN_ANDERE else None
