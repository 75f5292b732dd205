"""Rechtsbehelfsbelehrung (§ 36 SGB X): Rechtsbehelf, Stelle, Sitz, Frist und Form.

Fehlt ein Teil oder ist er falsch, läuft statt eines Monats ein Jahr (§ 66 Abs. 2 SGG). Deshalb:

* Die elektronische Form wird immer genannt. Wer im Briefkopf eine E-Mail-Adresse angibt, muss über sie belehren
  (BSG, Urteil vom 27. September 2023, B 7 AS 10/22 R).
* Ein Kalendertag als Fristende steht nicht darin: Der Zugang kann später sein als die Vermutung des § 37 SGB X.
"""

from __future__ import annotations

from datetime import date

from sozialamt.akte.fristen import tage_bis_bekanntgabe
from sozialamt.akte.schreiben.daten import Behoerde, Textabschnitt
from sozialamt.leistungen.steckbrief import Rechtsbehelf

TITEL = "Rechtsbehelfsbelehrung"

_FORM_SOZIAL = (
    "schriftlich, in elektronischer Form nach § 36a Absatz 2 des Ersten Buches Sozialgesetzbuch (SGB I), "
    "schriftformersetzend nach § 36a Absatz 2a SGB I und § 9a Absatz 5 des Onlinezugangsgesetzes oder zur Niederschrift"
)
_FORM_VERWALTUNG = (
    "schriftlich, in elektronischer Form nach § 3a Absatz 2 des Verwaltungsverfahrensgesetzes, schriftformersetzend "
    "nach § 3a Absatz 3 des Verwaltungsverfahrensgesetzes und § 9a Absatz 5 des Onlinezugangsgesetzes oder zur "
    "Niederschrift"
)
_ORDNUNGSZAHL = {3: "dritten", 4: "vierten"}


def rechtsbehelfsbelehrung(
    behoerde: Behoerde,
    datum: date,
    rechtsbehelf: Rechtsbehelf = Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT,
    *,
    gericht: str = "",
    elektronischer_weg: str = "",
) -> Textabschnitt:
    """Belehrung im Wortlaut der Vorschrift.

    `gericht` (Name und Anschrift) ist nötig, wenn ohne Vorverfahren zu klagen ist; `elektronischer_weg` sagt,
    über welches Postfach oder Formular die Behörde erreichbar ist.
    """
    einlegen = _einlegen(behoerde, rechtsbehelf, gericht)
    absaetze = [einlegen]
    if elektronischer_weg:
        absaetze.append(f"Elektronisch erreichen Sie uns so: {elektronischer_weg} Eine einfache E-Mail genügt nicht.")
    absaetze.append(
        "Wird dieser Bescheid im Inland durch die Post oder wird er elektronisch übermittelt, gilt er am "
        f"{_ORDNUNGSZAHL[tage_bis_bekanntgabe(datum)]} Tag nach der Aufgabe zur Post oder nach der Absendung als "
        "bekannt gegeben. Das gilt nicht, wenn er nicht oder später bei Ihnen angekommen ist "
        f"({'§ 122 Absatz 2 und 2a AO' if rechtsbehelf is Rechtsbehelf.EINSPRUCH else '§ 37 Absatz 2 SGB X'}). "
        + ("" if rechtsbehelf is not Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT else _AUSLAND)
    )
    return Textabschnitt(TITEL, tuple(a.strip() for a in absaetze))


def klagebelehrung(datum: date, *, gericht: str, verwaltungsgericht: bool = False) -> Textabschnitt:
    """Belehrung über die Klage gegen einen Widerspruchsbescheid (§§ 85, 87, 90 SGG; §§ 73, 74 VwGO)."""
    ordnung = "§ 55a der Verwaltungsgerichtsordnung" if verwaltungsgericht else "§ 65a des Sozialgerichtsgesetzes"
    if not gericht:
        raise ValueError("Für die Klage sind Name und Anschrift des Gerichts anzugeben (§ 66 Abs. 1 SGG).")
    return Textabschnitt(
        TITEL,
        (
            "Gegen den Bescheid in der Gestalt dieses Widerspruchsbescheids können Sie innerhalb eines Monats nach "
            f"seiner Bekanntgabe Klage erheben. Die Klage ist beim {gericht} schriftlich, als elektronisches Dokument "
            f"nach {ordnung} oder zur Niederschrift der Urkundsbeamtin oder des Urkundsbeamten "
            "der Geschäftsstelle zu erheben.",
            f"Wird er im Inland durch die Post oder elektronisch übermittelt, gilt er am "
            f"{_ORDNUNGSZAHL[tage_bis_bekanntgabe(datum)]} Tag danach als bekannt gegeben, außer er ist nicht oder "
            f"später angekommen (§ 37 Absatz 2 SGB X). {'' if verwaltungsgericht else _AUSLAND}".strip(),
        ),
    )


def _einlegen(behoerde: Behoerde, rechtsbehelf: Rechtsbehelf, gericht: str) -> str:
    if rechtsbehelf is Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT:
        if not gericht:
            raise ValueError("Für die Klage sind Name und Anschrift des Verwaltungsgerichts anzugeben (§ 36 SGB X).")
        return (
            "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Klage erheben. "
            f"Die Klage ist beim {gericht} schriftlich, als elektronisches Dokument nach § 55a der "
            "Verwaltungsgerichtsordnung oder zur Niederschrift der Urkundsbeamtin oder des Urkundsbeamten "
            "der Geschäftsstelle zu erheben."
        )
    if rechtsbehelf is Rechtsbehelf.EINSPRUCH:
        return (
            "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Einspruch einlegen. "
            "Der Einspruch ist schriftlich, elektronisch oder zur Niederschrift einzulegen (§§ 347, 355, 357 der "
            f"Abgabenordnung) bei: {behoerde.name}, {behoerde.sitz}."
        )
    form = _FORM_SOZIAL if rechtsbehelf is Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT else _FORM_VERWALTUNG
    return (
        "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Widerspruch erheben. "
        f"Der Widerspruch ist {form} einzulegen bei: {behoerde.name}, {behoerde.sitz}."
    )


_AUSLAND = "Wird er im Ausland bekannt gegeben, beträgt die Frist drei Monate."
