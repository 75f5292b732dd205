"""Rechtsbehelfsbelehrung nach § 36 SGB X."""

from datetime import date

import pytest

from sozialamt.akte.schreiben import rechtsbehelfsbelehrung
from sozialamt.leistungen.steckbrief import Rechtsbehelf


@pytest.mark.parametrize("art", [Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT, Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT])
def test_sie_nennt_rechtsbehelf_stelle_sitz_frist_und_form(behoerde, art):
    text = " ".join(rechtsbehelfsbelehrung(behoerde, date(2026, 11, 21), art).absaetze)
    for teil in ("Widerspruch", "innerhalb eines Monats", behoerde.name, behoerde.sitz, "schriftlich", "Niederschrift"):
        assert teil in text
    assert "in elektronischer Form" in text  # BSG 27.09.2023, B 7 AS 10/22 R


def test_der_tag_der_bekanntgabe_folgt_dem_datum_des_bescheids(behoerde):
    for tag, wort in ((date(2024, 12, 31), "dritten Tag"), (date(2025, 1, 1), "vierten Tag")):
        assert wort in rechtsbehelfsbelehrung(behoerde, tag).absaetze[-1]


def test_kein_kalendertag_als_fristende(behoerde):
    text = " ".join(rechtsbehelfsbelehrung(behoerde, date(2026, 11, 21)).absaetze)
    assert "2026" not in text


def test_eine_klage_braucht_das_gericht(behoerde):
    with pytest.raises(ValueError, match="Verwaltungsgericht"):
        rechtsbehelfsbelehrung(behoerde, date(2026, 11, 21), Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT)
    text = rechtsbehelfsbelehrung(
        behoerde,
        date(2026, 11, 21),
        Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT,
        gericht="Verwaltungsgericht Musterhausen, Gerichtsweg 1, 44135 Musterhausen",
    ).absaetze[0]
    assert "Klage" in text
    assert "Gerichtsweg 1" in text


def test_der_elektronische_weg_wird_beschrieben(behoerde):
    absaetze = rechtsbehelfsbelehrung(behoerde, date(2026, 11, 21), elektronischer_weg="De-Mail an x.").absaetze
    assert "De-Mail an x. Eine einfache E-Mail genügt nicht." in absaetze[1]


def test_der_einspruch_folgt_der_abgabenordnung(behoerde):
    einlegen, bekanntgabe = rechtsbehelfsbelehrung(behoerde, date(2026, 11, 21), Rechtsbehelf.EINSPRUCH).absaetze
    for teil in ("Einspruch", "innerhalb eines Monats", "§§ 347, 355, 357", behoerde.name, behoerde.sitz):
        assert teil in einlegen
    assert "§ 122 Absatz 2" in bekanntgabe and "SGB X" not in einlegen + bekanntgabe


def test_das_land_schafft_nur_den_widerspruch_vor_dem_verwaltungsgericht_ab():
    for art in Rechtsbehelf:
        assert art.nach_landesrecht(ohne_vorverfahren=False) is art
        ohne = art.nach_landesrecht(ohne_vorverfahren=True)
        vor_dem_verwaltungsgericht = art is Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT
        assert ohne is (Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT if vor_dem_verwaltungsgericht else art)
