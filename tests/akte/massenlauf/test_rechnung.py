"""Der Massenlauf rechnet auf den Cent wie die Einzelberechnung."""

from collections import Counter

import pytest
from tests.akte.bausteine import NOVEMBER

from sozialamt.akte.berechnung import Zustand, berechne_alle
from sozialamt.akte.bestand import Bestand
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.massenlauf.rechnung import gezahlte, rechne
from sozialamt.akte.models import Haushalt
from sozialamt.demo.beispielamt import anlegen


@pytest.fixture
def beispielamt(db):
    return anlegen(hoechstens=30)


def test_alle_haushalte_auf_einmal_geben_die_teilbetraege_jedes_einzelnen(beispielamt):
    aus = rechne(Bestand.lade(Haushalt.objects.all(), NOVEMBER))
    gemeinsam = {tuple(zeile) for zeile in aus.teile.drop("wohnform", "grund").iter_rows()}
    schluessel = {tuple(zeile) for zeile in aus.teile.iter_rows()}
    einzeln, mit_schluessel, fragen = set(), set(), Counter()
    leistungen = {s.schluessel for s in gezahlte()}
    for haushalt in Haushalt.objects.all():
        for ergebnis in berechne_alle(Kenntnis.lade(haushalt).fall(NOVEMBER)):
            if ergebnis.steckbrief.schluessel not in leistungen:
                continue
            fragen[haushalt.pk] += ergebnis.zustand is Zustand.FRAGEN
            for t in ergebnis.teilbetraege:
                kopf = (haushalt.pk, int(t.person[1:]), ergebnis.steckbrief.schluessel, t.bestandteil)
                einzeln.add((*kopf, t.kostentraeger.value, t.cent))
                mit_schluessel.add((*kopf, t.kostentraeger.value, t.wohnform, t.grund, t.cent))
    assert aus.unvollstaendig == {pk for pk, anzahl in fragen.items() if anzahl}
    vollstaendig = {zeile for zeile in einzeln if zeile[0] not in aus.unvollstaendig}
    assert len(vollstaendig) > 30
    assert gemeinsam == vollstaendig
    assert schluessel == {zeile for zeile in mit_schluessel if zeile[0] not in aus.unvollstaendig}
