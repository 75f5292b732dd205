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
    if rechtsbehelf is Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT:
        if not gericht:
            raise ValueError("Für die Klage sind Name und Anschrift des Verwaltungsgerichts anzugeben (§ 36 SGB X).")
        einlegen = (
            "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Klage erheben. "
            f"Die Klage ist beim {gericht} schriftlich, als elektronisches Dokument nach § 55a der "
            "Verwaltungsgerichtsordnung oder zur Niederschrift der Urkundsbeamtin oder des Urkundsbeamten "
            "der Geschäftsstelle zu erheben."
        )
    else:
        sozial = rechtsbehelf is Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT
        einlegen = (
            "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Widerspruch erheben. "
            f"Der Widerspruch ist {_FORM_SOZIAL if sozial else _FORM_VERWALTUNG} einzulegen bei: "
            f"{behoerde.name}, {behoerde.sitz}."
        )
    absaetze = [einlegen]
    if elektronischer_weg:
        absaetze.append(f"Elektronisch erreichen Sie uns so: {elektronischer_weg} Eine einfache E-Mail genügt nicht.")
    absaetze.append(
        "Wird dieser Bescheid im Inland durch die Post oder wird er elektronisch übermittelt, gilt er am "
        f"{_ORDNUNGSZAHL[tage_bis_bekanntgabe(datum)]} Tag nach der Aufgabe zur Post oder nach der Absendung als "
        "bekannt gegeben. Das gilt nicht, wenn er nicht oder später bei Ihnen angekommen ist (§ 37 Absatz 2 SGB X). "
        + ("" if rechtsbehelf is not Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT else _AUSLAND)
    )
    return Textabschnitt(TITEL, tuple(a.strip() for a in absaetze))


def klagebelehrung(datum: date, *, gericht: str) -> Textabschnitt:
    """Belehrung über die Klage gegen einen Widerspruchsbescheid (§ 85 Abs. 3, §§ 87, 90 SGG)."""
    if not gericht:
        raise ValueError("Für die Klage sind Name und Anschrift des Gerichts anzugeben (§ 66 Abs. 1 SGG).")
    return Textabschnitt(
        TITEL,
        (
            "Gegen den Bescheid in der Gestalt dieses Widerspruchsbescheids können Sie innerhalb eines Monats nach "
            f"seiner Bekanntgabe Klage erheben. Die Klage ist beim {gericht} schriftlich, als elektronisches Dokument "
            "nach § 65a des Sozialgerichtsgesetzes oder zur Niederschrift der Urkundsbeamtin oder des Urkundsbeamten "
            "der Geschäftsstelle zu erheben.",
            f"Wird er im Inland durch die Post oder elektronisch übermittelt, gilt er am "
            f"{_ORDNUNGSZAHL[tage_bis_bekanntgabe(datum)]} Tag danach als bekannt gegeben, außer er ist nicht oder "
            f"später angekommen (§ 37 Absatz 2 SGB X). {_AUSLAND}",
        ),
    )


_AUSLAND = "Wird er im Ausland bekannt gegeben, beträgt die Frist drei Monate."
