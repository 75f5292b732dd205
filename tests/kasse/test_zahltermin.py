"""Ein vertipptes Jahr zahlt nicht alle bewilligten Monate auf einmal aus."""

from datetime import date

import pytest

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.kasse.zahltermin import pruefe_zahltermin

HEUTE = date(2026, 12, 31)


def test_der_laufende_und_der_naechste_monat_werden_gezahlt():
    pruefe_zahltermin(date(2020, 1, 1), HEUTE, HEUTE)
    pruefe_zahltermin(date(2027, 1, 1), date(2027, 2, 14), HEUTE)


@pytest.mark.parametrize(
    ("monat", "tag", "grund"),
    [
        (date(2027, 2, 1), HEUTE, "02.2027.*zu weit in der Zukunft"),
        (date(2062, 12, 1), HEUTE, "Höchstens|höchstens 01.2027"),
        (date(2026, 12, 1), date(2026, 12, 30), "Vergangenheit"),
        (date(2026, 12, 1), date(2027, 2, 15), "14.02.2027"),
        (date(2026, 12, 1), date(9999, 12, 31), "zu weit in der Zukunft"),
    ],
)
def test_was_zu_weit_voraus_oder_vorbei_ist_wird_abgelehnt(monat, tag, grund):
    with pytest.raises(AngabenFehler, match=grund):
        pruefe_zahltermin(monat, tag, HEUTE)
