"""Alle Adressen aus der URL-Konfiguration, je mit Werten, die es in der Testakte gibt.

Eine neue Adresse steht damit von selbst in der Rechtematrix. Nur wenn sie einen neuen Platzhalter hat, braucht er
unten einen Wert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, get_resolver
from tests.akte.bausteine import ANFANG, GRUNDSICHERUNG, MAI, NOVEMBER, zweite_person
from tests.kasse.bausteine import Uhr, konto, laufe, sammle, zahlungsweg

from sozialamt.akte.models import Benutzer, Einheitszuweisung, Haushalt, Massenlauf, Person
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.dokument_ablegen import dokument_ablegen
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import mitwirkung_anfordern
from sozialamt.kasse.models import Zahllauf


def muster(liste: Iterable[Any] | None = None) -> Iterator[URLPattern]:
    """Jede Adresse der Konfiguration, auch aus eingebundenen Paketen."""
    for eintrag in get_resolver().url_patterns if liste is None else liste:
        if isinstance(eintrag, URLPattern):
            yield eintrag
        else:
            yield from muster(eintrag.url_patterns)


def beispielwerte(benutzer: Benutzer, person: Person) -> dict[str, Any]:
    """Ein Wert je Platzhalter; `name.platzhalter` gilt nur für diese Adresse."""
    akte = person.mitgliedschaften.get().haushalt
    zeitraum = {"benutzer": benutzer, "haushalt": akte, "leistung": GRUNDSICHERUNG, "beginn": MAI, "ende": MAI}
    _in_dieselbe_einheit(benutzer, zweite_person())
    entwurf = bescheid_entwerfen(**zeitraum)
    erlassen = bescheid_erlassen(benutzer=zweite_person(), entwurf=bescheid_entwerfen(**zeitraum))
    antrag = antrag_aufnehmen(benutzer=benutzer, haushalt=akte, leistung=GRUNDSICHERUNG, eingang=MAI, person=person)
    brief = mitwirkung_anfordern(benutzer=benutzer, vorgang=antrag, unterlagen=["Kontoauszug"])
    lauf = _zahllauf(akte, benutzer)
    return {
        "massenlauf.pk": Massenlauf.objects.create(
            monat=NOVEMBER, anlass="Test", gewusst_am=ANFANG, created_at=ANFANG, created_by=benutzer
        ).pk,
        "vorgang.pk": antrag.pk,
        "handbuch_seite.name": "bedienung",
        "handbuch_bild.name": "haushalt.png",
        "vorgang_angaben.pk": antrag.pk,
        "vorgang_entscheiden.pk": antrag.pk,
        "entscheidung": "bewilligen",
        "vorgangsschreiben.pk": brief.pk,
        "zahllauf.nummer": lauf.nummer,
        "stichprobe.nummer": lauf.nummer,
        "zahldatei.nummer": lauf.nummer,
        "zahlung_herausnehmen.pk": lauf.zahlungen.first().pk,
        "aktenzeichen": akte.aktenzeichen,
        "person_id": person.pk,
        "leistung": GRUNDSICHERUNG,
        "monat": NOVEMBER,
        "nummer": erlassen.nummer,
        "entwurf.pk": entwurf.pk,
        "benutzerkonto.pk": benutzer.pk,
        "dokument.pk": dokument_ablegen(benutzer=benutzer, haushalt=akte, titel="Brief", inhalt=b"%PDF-1.7 x").pk,
        "stadt": "dortmund",
        "schluessel": "sgb2",
        "jahr": 2020,
        "kennung": "0" * 32,
        "vergleich_grafik.art": "svg",
        "vergleich_vorlage.art": "csv",
        "vergleich_text.art": "faktenboard",
        "bezug": "hlu",
        "vergleich_lieferbericht.pk": 0,
        "vergleich_auffaelligkeit.pk": 0,
        "api_vergleich.name": "staedte",
        "offene_datei.stamm": "werte",
        "offene_datei.endung": "csv",
        "mfa_edit_webauthn.pk": 0,
        "mfa_remove_webauthn.pk": 0,
    }


def _in_dieselbe_einheit(benutzer: Benutzer, *andere: Benutzer) -> None:
    for einheit in benutzer.einheiten:
        for konto_ in andere:
            Einheitszuweisung.objects.get_or_create(benutzer=konto_, einheit_id=einheit)


def _zahllauf(akte: Haushalt, benutzer: Benutzer) -> Zahllauf:
    """Ein gesendeter Lauf mit einer Zahlung an den Haushalt; alle arbeiten in der Einheit des Benutzers."""
    uhr = Uhr()
    sach, kasse, team = konto("z1", "sachbearbeitung"), konto("z2", "kasse"), konto("z3", "teamleitung")
    for einheit in benutzer.einheiten:
        Einheitszuweisung.objects.bulk_create(
            Einheitszuweisung(benutzer=k, einheit_id=einheit) for k in (sach, kasse, team)
        )
    zahlungsweg(akte, sach, team, uhr.tick())
    return laufe(sammle(kasse, uhr), kasse, team, uhr)


def argumente(eines: URLPattern, werte: dict[str, Any]) -> dict[str, Any]:
    """Die Werte für die Platzhalter einer Adresse."""
    gefunden = {}
    for platzhalter in eines.pattern.converters:
        wert = werte.get(f"{eines.name}.{platzhalter}", werte.get(platzhalter))
        if wert is None:
            pytest.fail(f"{eines.name}: Für den Platzhalter „{platzhalter}“ fehlt ein Wert in tests/web/adressen.py.")
        gefunden[platzhalter] = wert
    return gefunden
