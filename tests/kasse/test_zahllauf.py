"""Ein Zahllauf von der Sammlung bis zur Bank."""

import pytest
from tests.kasse.bausteine import AUGUST, JULI, LEBENSUNTERHALT, UNTERKUNFT, bescheid, laufe, sammle, zahlungsweg

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.kasse.models import Buchung, Laufstatus, Zahlung

pytestmark = pytest.mark.django_db


def test_was_bewilligt_ist_wird_einmal_gezahlt(akte, jorg, sach, kasse, team, uhr):
    ansprueche = {(JULI, jorg, LEBENSUNTERHALT): 50_000, (JULI, jorg, UNTERKUNFT): 40_000}
    bescheid(akte, ansprueche, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    lauf = laufe(sammle(kasse, uhr), kasse, team, uhr)
    assert (lauf.status, lauf.anzahl, lauf.summe) == (Laufstatus.GESENDET, 1, 90_000)
    assert Zahlung.objects.get().verwendungszweck == "Aktenzeichen 50-000001 07.2026"
    assert Buchung.objects.offen() == 0
    assert Buchung.objects.gezahlt() == 90_000
    with pytest.raises(ZustandFehler, match="nichts zu zahlen"):
        sammle(kasse, uhr)


def test_spaetere_monate_kommen_mit_ihrem_lauf(akte, jorg, sach, kasse, team, uhr):
    bescheid(akte, {(m, jorg, LEBENSUNTERHALT): 50_000 for m in (JULI, AUGUST)}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    assert sammle(kasse, uhr).summe == 50_000
    assert sammle(kasse, uhr, AUGUST).summe == 50_000
