"""Der Steckbrief einer Leistung."""

import pytest

from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief


def steckbrief(**angaben) -> Steckbrief:
    return Steckbrief(
        schluessel="x",
        titel="Bürgergeld",
        kurz="BG",
        rechtsgrundlage="SGB II",
        zustaendig="Jobcenter",
        kostentraeger="Bund",
        anspruch="x_anspruch",
        ebene="person",
        bogen=(
            Abschnitt("Bedarf", ("a", "b"), summe="s"),
            Abschnitt("Anspruch", ("s",), abzuege=("e",), summe="x_anspruch"),
        ),
        **angaben,
    )


def test_der_name_folgt_dem_datum():
    s = steckbrief(namen=(("2023-01-01", "Bürgergeld"), ("2026-07-01", "Grundsicherungsgeld")))
    assert s.titel_am("2022-12") == "Bürgergeld"
    assert s.titel_am("2026-06") == "Bürgergeld"
    assert s.titel_am("2026-07") == "Grundsicherungsgeld"
    assert s.titel_am("2026-07-01") == "Grundsicherungsgeld"


def test_die_regelnamen_nennen_alles_einmal():
    assert steckbrief(ablehnung="grund").regelnamen() == ("x_anspruch", "grund", "a", "b", "s", "e")


def test_pflichtzeilen_muessen_zum_abschnitt_gehoeren():
    with pytest.raises(ValueError, match="fremde Zeilen"):
        Abschnitt("Bedarf", ("a",), pflicht=("b",))
