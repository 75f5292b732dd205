"""Aus den gerechneten Kennzahlen werden die Werte, die Texte und Bilder brauchen. Gerechnet wird hier nichts."""

from __future__ import annotations

from sozialamt.vergleich.kennzahlen.katalog import Bereich, Polaritaet
from sozialamt.vergleich.kennzahlen.stadtprofil import Bereichswerte, Messwert, Stadtprofil, Vergleichswert
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung
from sozialamt.vergleich.profil.daten import Kennwert, Organisation, Profildaten, Wirtschaftswert, Zahlentafel

ABWEICHUNGSARTEN = {
    Streuung.GRUNDGESAMTHEIT: "die der Grundgesamtheit (geteilt durch n)",
    Streuung.STICHPROBE: "die der Stichprobe (geteilt durch n − 1)",
}
_EINHEITEN = {"EUR je Einwohner": "Euro je Einwohner", "EUR im Jahr": "Euro im Jahr", "EUR im Monat": "Euro im Monat"}
_GRENZSTELLEN = 3


def profildaten(profil: Stadtprofil, name: str, organisation: Organisation, kreis: tuple[str, ...]) -> Profildaten:
    """Die Zahlen einer Stadt in der Form, die das Profil zeigt."""
    jahr = profil.jahr
    tafeln = (
        Zahlentafel("anzahlen", "Leistungsbeziehende und Ausgaben in Zahlen", _anzahlen(profil)),
        Zahlentafel("quoten", "Quoten", tuple(kennwert(w, jahr) for w in profil.quoten)),
        Zahlentafel("bevoelkerung", "Bevölkerung", tuple(kennwert(w, jahr) for w in profil.bevoelkerung)),
        Zahlentafel("alter", "Altersaufbau", tuple(kennwert(w, jahr) for w in profil.altersstruktur)),
        Zahlentafel("eigene", "Selbst angelegte Kennzahlen", tuple(kennwert(w, jahr) for w in profil.eigene)),
    )
    return Profildaten(
        stadt=name,
        jahr=jahr,
        organisation=organisation,
        anteile=tuple(_anteil(b, b.anteil_lb, b.lb, jahr) for b in profil.bereiche if b.anteil_lb),
        auszahlungen=tuple(_anteil(b, b.anteil_auszahlung, None, jahr) for b in profil.bereiche if b.anteil_auszahlung),
        dichten=tuple(_dichte(b, jahr) for b in profil.bereiche),
        wirtschaft=tuple(_wirtschaft(w, jahr) for w in profil.indikatoren),
        tafeln=tuple(t for t in tafeln if t.werte),
        kreis=kreis,
        abweichungsart=ABWEICHUNGSARTEN[profil.streuung],
        erzeugt=profil.erzeugt,
    )


def kennwert(w: Vergleichswert, jahr: int, *, name: str = "", satzteil: str = "") -> Kennwert:
    """Ein Messwert mit seiner Stellung; der Titel der Kennzahl, wo nichts anderes verlangt ist."""
    m, s = w.messwert, w.stellung
    return Kennwert(
        name=name or m.kennzahl.kurz or m.kennzahl.titel,
        satzteil=satzteil or m.kennzahl.titel,
        wert=None if m.wert is None else float(m.wert),
        einheit=einheit(m.kennzahl.einheit),
        zeitbezug=zeitbezug(m, jahr),
        quelle="; ".join(m.quellen),
        grund=m.warum,
        mittel=None if s.mittel is None else float(s.mittel),
        n=s.n,
        stellen=m.kennzahl.stellen,
        rang=s.rang,
        hinweise=m.hinweise,
        nummer=m.kennzahl.nummer,
    )


def einheit(text: str) -> str:
    """„Euro“ statt „EUR“: So liest es sich im Satz."""
    return _EINHEITEN.get(text, text)


def zeitbezug(m: Messwert, jahr: int) -> str:
    """Stichtage oder Zeiträume, mit dem Jahr, wo die Quelle es nicht nennt."""
    if m.wert is None:
        return ""
    if not m.stichtage:
        return str(jahr)
    return "; ".join(s if str(jahr) in s else f"{s} {jahr}".replace(". ", ".") for s in m.stichtage[:_GRENZSTELLEN])


def bereichsname(bereich: Bereich) -> str:
    """Kurzname, so im Bild beschriftet."""
    return "SGB II (ELB und NEF)" if bereich.schluessel == "sgb2" else bereich.kurz


def _anteil(b: Bereichswerte, anteil: Vergleichswert | None, anzahl: Vergleichswert | None, jahr: int) -> Kennwert:
    assert anteil is not None  # noqa: S101 - der Aufrufer hat Bereiche ohne Anteil schon ausgelassen
    wert = kennwert(anteil, jahr, name=bereichsname(b.bereich), satzteil=b.bereich.personen)
    if anzahl is None or anzahl.messwert.wert is None:
        return wert
    return _mit_grundlage(wert, float(anzahl.messwert.wert))


def _mit_grundlage(wert: Kennwert, grundlage: float) -> Kennwert:
    from dataclasses import replace

    return replace(wert, grundlage=grundlage)


def _dichte(b: Bereichswerte, jahr: int) -> Kennwert:
    """Weicht die Kennzahl von der ersten Dichte des Bereichs ab, sagt es der Name."""
    ersatz = b.dichte.messwert.kennzahl.schluessel != b.bereich.dichte[0]
    name = f"{b.bereich.kurz} (Bundeswahlleiterin)" if ersatz else bereichsname(b.bereich)
    return kennwert(b.dichte, jahr, name=name, satzteil=b.bereich.personen)


def _wirtschaft(w: Vergleichswert, jahr: int) -> Wirtschaftswert:
    richtung = w.messwert.kennzahl.polaritaet
    z = w.stellung.z if w.messwert.wert is not None else None
    guenstig = None if richtung is Polaritaet.NEUTRAL or not z else (z > 0) is (richtung is Polaritaet.HOCH_ENTLASTET)
    return Wirtschaftswert(kennwert(w, jahr), z, guenstig)


def _anzahlen(profil: Stadtprofil) -> tuple[Kennwert, ...]:
    paare = [w for b in profil.bereiche for w in (b.lb, b.je_lb)]
    return tuple(kennwert(w, profil.jahr) for w in paare)
