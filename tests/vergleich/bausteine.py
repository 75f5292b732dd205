"""Was Tests des Vergleichs gemeinsam brauchen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import polars as pl
import pytest

from sozialamt.akte.models import Benutzer, Rollenzuweisung
from sozialamt.vergleich.models import Basisgroesse, Lieferung, Stadt, Stadtzugehoerigkeit
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.pool.grundbestand import gleiche_ab
from sozialamt.vergleich.pool.schreiben import Herkunft, speichere

AM = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def nutzer_fuer(stadt: Stadt, *rollen: str) -> Benutzer:
    """Ein Konto mit Rollen, das für eine Stadt handelt."""
    konto = Benutzer.objects.create(username=f"{stadt.schluessel}-{'-'.join(rollen)}")
    Rollenzuweisung.objects.bulk_create(Rollenzuweisung(benutzer=konto, rolle=rolle) for rolle in rollen)
    Stadtzugehoerigkeit.objects.create(benutzer=konto, stadt=stadt)
    return konto


def zeilen(stadt: Stadt, jahr: int, werte: dict[str, int | str], quelle: str = "") -> pl.DataFrame:
    """Geprüfte Zeilen; Text statt Zahl ist der Grund, warum ein Wert fehlt."""
    nummern = dict(Basisgroesse.objects.values_list("schluessel", "pk"))
    liste = [
        (i, stadt.pk, nummern[name], jahr, f"31.12.{jahr}", 1)
        + ((None, w) if isinstance(w, str) else (w, ""))
        + ("", quelle or f"Lieferung der Stadt {stadt.name}")
        for i, (name, w) in enumerate(werte.items(), 2)
    ]
    ganz = dict.fromkeys(("zeile", "stadt_id", "groesse_id"), pl.Int64)
    schema = {**ganz, "jahr": pl.Int32, "stichtag": pl.String, "definition": pl.Int64, "wert": pl.Int64}
    return pl.DataFrame(
        liste, schema={**schema, **dict.fromkeys(("fehlt", "hinweis", "quelle"), pl.String)}, orient="row"
    )


def liefere(stadt: Stadt, jahr: int, werte: dict[str, int | str], benutzer: Benutzer | None = None) -> Lieferung:
    """Eine angenommene Lieferung ohne Umweg über eine Datei."""
    herkunft = Herkunft(Lieferungsart.DATEI, "Test", AM, stadt=stadt, benutzer=benutzer)
    return speichere(zeilen(stadt, jahr, werte), herkunft)


def stadt(schluessel: str) -> Stadt:
    return Stadt.objects.get(schluessel=schluessel)


def schluessel_der(staedte: Iterable[Stadt]) -> set[str]:
    return {s.schluessel for s in staedte}


@pytest.fixture
def grundbestand(db: None) -> None:
    """Städte und Basisgrößen, ohne Werte."""
    gleiche_ab()
