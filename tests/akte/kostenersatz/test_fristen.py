"""Bis wann Kostenersatz zu verlangen ist (§ 102 Abs. 4, § 103 Abs. 3 SGB XII; §§ 34, 34a SGB II)."""

from datetime import date

import pytest

from sozialamt.akte.kostenersatz.fristen import erloschene, spaetestens
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.monat import monate

MONATE = monate(date(2023, 11, 1), date(2024, 2, 1))


@pytest.mark.parametrize(
    ("todestag", "ende"),
    [
        (date(2026, 5, 20), date(2029, 5, 20)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2025, 12, 31), date(2028, 12, 31)),
    ],
)
def test_der_ersatz_der_erben_erlischt_drei_jahre_nach_dem_tod(todestag, ende):
    assert spaetestens(Grundlage.ERBEN, MONATE, todestag) == ende


@pytest.mark.parametrize("grundlage", [Grundlage.VERSCHULDEN, Grundlage.ZU_UNRECHT, Grundlage.SOZIALWIDRIG])
def test_sonst_erlischt_er_drei_jahre_nach_dem_ende_des_jahres_der_leistung(grundlage):
    assert spaetestens(grundlage, MONATE, None) == date(2026, 12, 31)
    assert erloschene(grundlage, MONATE, None, date(2026, 12, 31)) == []
    assert erloschene(grundlage, MONATE, None, date(2027, 1, 1)) == MONATE[:2]


def test_nach_34a_verjaehrt_er_vier_jahre_nach_dem_jahr_der_unanfechtbarkeit():
    assert spaetestens(Grundlage.RECHTSWIDRIG, MONATE, date(2024, 3, 5)) == date(2028, 12, 31)


@pytest.mark.parametrize("grundlage", [Grundlage.ERBEN, Grundlage.RECHTSWIDRIG])
def test_ohne_den_tag_des_ereignisses_beginnt_keine_frist(grundlage):
    with pytest.raises(ValueError, match="Tag des Ereignisses"):
        spaetestens(grundlage, [date(2026, 1, 1)], None)
