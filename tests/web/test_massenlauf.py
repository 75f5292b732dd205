"""Massenläufe am Bildschirm: ansehen, freigeben durch eine zweite Person, verwerfen."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, NOVEMBER
from tests.kasse.bausteine import konto
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Massenlauf, Massenlaufposten
from sozialamt.akte.models.massenlauf import Laufstand, Wirkung

HEUTE = datetime(2026, 10, 20, tzinfo=UTC)


@pytest.fixture
def erste(db):
    return konto("erste", "teamleitung")


@pytest.fixture
def lauf(erste, haushalt):
    lauf = Massenlauf.objects.create(
        monat=NOVEMBER, anlass="Neue Sätze", gewusst_am=HEUTE, geprueft=7, created_at=HEUTE, created_by=erste
    )
    Massenlaufposten.objects.create(
        massenlauf=lauf,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        wirkung=Wirkung.MEHR,
        alt_cent=40_000,
        neu_cent=41_250,
    )
    return lauf


def seite(konto_, lauf, **filter_):
    return angemeldet(konto_).get(reverse("massenlauf", args=[lauf.pk]), filter_).content.decode()


def test_die_vorschau_nennt_summen_und_faelle(lauf, erste, haushalt):
    text = seite(erste, lauf)
    assert "412,50" in text
    assert haushalt.aktenzeichen in text
    assert "bekommt mehr" in text
    assert "Freigeben muss ihn eine andere Person" in text
    assert haushalt.aktenzeichen not in seite(erste, lauf, wirkung="entfaellt").split('id="faelle"')[1]


def test_freigeben_kann_nur_eine_zweite_person(lauf, erste):
    ort = reverse("massenlauf", args=[lauf.pk])
    antwort = angemeldet(erste).post(ort, {"freigeben": "1"})
    assert antwort.status_code == 422
    assert "selbst vorbereitet" in antwort.content.decode()
    assert angemeldet(konto("zweite", "teamleitung")).post(ort, {"freigeben": "1"}).status_code == 302
    lauf.refresh_from_db()
    assert lauf.stand == Laufstand.FREIGEGEBEN


def test_verwerfen_laesst_den_lauf_sichtbar(lauf, erste):
    angemeldet(erste).post(reverse("massenlauf", args=[lauf.pk]), {"verwerfen": "1"})
    lauf.refresh_from_db()
    assert lauf.stand == Laufstand.VERWORFEN
    assert "verworfen" in angemeldet(erste).get(reverse("massenlaeufe")).content.decode()


def test_ohne_laeufe_sagt_die_liste_wie_es_geht(erste):
    assert "Noch kein Massenlauf" in angemeldet(erste).get(reverse("massenlaeufe")).content.decode()


def test_das_ansehen_uebersetzt_keinen_kern(lauf, erste):
    import sys

    geladen = set(sys.modules)
    seite(erste, lauf)
    assert not {m for m in set(sys.modules) - geladen if m.startswith(("llvmlite", "sozialamt.rechenkern.kern"))}
