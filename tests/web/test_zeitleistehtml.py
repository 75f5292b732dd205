"""Die Zeilen der Zeitleiste: jeder Text entschärft, mehrere Einträge aufklappbar."""

from datetime import UTC, date, datetime

from sozialamt.akte.models import Benutzer, Tatsache
from sozialamt.web.zeitleiste import Balken, Zeile
from sozialamt.web.zeitleistehtml import als_html

BOESE = '<b onclick="x">&'
SICHER = "&lt;b onclick=&quot;x&quot;&gt;&amp;"


def eintrag(**angaben) -> Tatsache:
    return Tatsache(
        gilt_ab=date(2026, 1, 1),
        erfasst_am=datetime(2026, 1, 31, 23, 30, tzinfo=UTC),
        erfasst_von=Benutzer(username=BOESE),
        nachweis=BOESE,
        **angaben,
    )


def zeile(*verlauf, gilt_ab=date(2026, 1, 1)) -> str:
    balken = (Balken(0, 3, BOESE), Balken(3, 21, "b"))
    return als_html([Zeile("miete", BOESE, BOESE, gilt_ab, None, verlauf[0][0], balken, verlauf)])


def test_kein_text_wird_zu_html():
    for html in (zeile((eintrag(), BOESE)), zeile((eintrag(), BOESE), (eintrag(gilt_bis=date(2026, 3, 1)), BOESE))):
        assert BOESE not in html
        assert "<b " not in html
        assert html.count(SICHER) == {True: 9, False: 5}["<details" in html]


def test_ein_eintrag_steht_da_mit_ortszeit_und_nachweis():
    html = zeile((eintrag(), "1 €"))
    assert "<details" not in html
    assert f'<td class="kern-table__cell">01.02.2026, {SICHER}<br><span class="nachweis">{SICHER}</span></td>' in html
    assert ">01.2026 bis offen<" in html
    assert 'class="balken__zeit balken__zeit--a" x="0" width="3"' in html
    assert 'class="balken__zeit" x="3" width="21"' in html


def test_mehrere_eintraege_sind_aufzuklappen():
    html = zeile((eintrag(gilt_bis=date(2026, 3, 1)), "2 €"), (eintrag(), "1 €"), gilt_ab=None)
    assert "<summary>2 Einträge</summary>" in html
    assert "<li>2 €, gilt 01.2026 bis 03.2026, eingetragen 01.02.2026 00:30 von " in html
    assert "nicht in diesem Monat" in html
