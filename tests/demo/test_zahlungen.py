"""Das Beispielamt hat gezahlt: erfunden, gekennzeichnet, und die Bücher gehen auf."""

import pytest

from sozialamt import demo
from sozialamt.demo.zahlungen import erfundene_iban
from sozialamt.kasse.iban import pruefe_iban
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.models import Laufstatus, Zahllauf, Zahlungsweg

pytestmark = pytest.mark.django_db


def test_das_beispielamt_hat_konten_und_einen_gesendeten_lauf():
    amt = demo.anlegen(hoechstens=8)
    lauf = Zahllauf.objects.get()
    assert (lauf.status, lauf.erzeugt) == (Laufstatus.GESENDET, True)
    assert lauf.zahlungen.values("haushalt").distinct().count() == amt.bescheide
    assert all(pruefe_iban(weg.iban) and weg.erzeugt for weg in Zahlungsweg.objects.all())
    assert lauf.zahlungen.filter(empfaenger="vermieter", cent__lte=35_000).exists()
    assert pruefe_kasse() == []


def test_erfundene_kontonummern_haben_richtige_pruefziffern():
    for nummer in (0, 1, 97, 9_000_001, 123_456_789):
        assert pruefe_iban(erfundene_iban(nummer)) == erfundene_iban(nummer)
