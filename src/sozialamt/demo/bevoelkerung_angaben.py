"""What the persons of a generated population earn, own, pay and live with, as arrays named like the facts.

Amounts are whole cents. The distributions are rough (medians and spreads of the right size, correlated where it matters
for the law); taxes and contributions follow a smooth curve, not the tax code. Everybody rents.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sozialamt.demo.bevoelkerung_haushalte import NIEMAND, Feld, Gefuege, Haushaltstyp
from sozialamt.recht.auswahl import WfbmBereich, Wohnverhaeltnis

EURO = 100
_ALTERSGRENZE = 67
_VOLLJAEHRIG = 18
_SCHULPFLICHT = 6
_ERWERBSALTER = 15
_KINDERGELD_BIS = 25
_KINDERGELD = 259 * EURO
_MINIJOB = 603 * EURO
_BEITRAGSBEMESSUNG = 8_450 * EURO
_TAGE_IM_JAHR = 365.2425
_GERINGFUEGIG, _TEILZEIT = 0.12, 0.4
_HOECHSTENS = 5_000_000 * EURO

_ARBEITET = {  # first adult, every further adult
    Haushaltstyp.ALLEINSTEHEND: (0.72, 0.0),
    Haushaltstyp.RENTE_ALLEIN: (0.06, 0.0),
    Haushaltstyp.RENTE_PAAR: (0.06, 0.06),
    Haushaltstyp.PAAR: (0.84, 0.74),
    Haushaltstyp.PAAR_MIT_KINDERN: (0.88, 0.66),
    Haushaltstyp.ALLEINERZIEHEND: (0.62, 0.0),
    Haushaltstyp.WOHNGEMEINSCHAFT: (0.62, 0.62),
    Haushaltstyp.GEMISCHT: (0.45, 0.0),
    Haushaltstyp.BEHINDERUNG: (0.0, 0.0),
    Haushaltstyp.ERWACHSENES_KIND: (0.86, 0.72),
}


class Angaben:
    """Draws the facts of one batch; `haushalt()` and `person()` give them by name."""

    def __init__(self, gefuege: Gefuege, stichtag: np.datetime64, zufall: np.random.Generator) -> None:
        self.g, self.stichtag, self.zufall = gefuege, stichtag, zufall

    # ------------------------------------------------------------------ dice
    def ja(self, wahrscheinlichkeit: Feld | float, anzahl: int | None = None) -> Feld:
        """True with that probability, per person."""
        return self.zufall.random(self.g.personen if anzahl is None else anzahl, np.float32) < wahrscheinlichkeit

    def betrag(self, wo: Feld, median: float, streuung: float, hoechstens: int = _HOECHSTENS) -> Feld:
        """Lognormal cents around a median in euro at the persons marked, 0 elsewhere."""
        return self._setze(wo, lambda n: _lognormal(self.zufall, n, median, streuung, hoechstens))

    def gleich(self, wo: Feld, von: int, bis: int) -> Feld:
        """Whole numbers from `von` below `bis` at the persons marked, 0 elsewhere."""
        return self._setze(wo, lambda n: self.zufall.integers(von, bis, n, np.int32))

    def _setze(self, wo: Feld, ziehe: Callable[[int], Feld]) -> Feld:
        stellen = np.flatnonzero(wo)
        werte = np.zeros(self.g.personen, np.int32)
        werte[stellen] = ziehe(len(stellen))
        return werte

    # ------------------------------------------------------------------ household
    def haushalt(self) -> dict[str, Feld]:
        """Housing: rent by size and local level, and what counts as reasonable there."""
        g, zufall = self.g, self.zufall
        groesse = g.groesse
        mietstufe = zufall.choice(
            np.arange(1, 8, dtype=np.int32), g.haushalte, p=(0.08, 0.19, 0.22, 0.19, 0.14, 0.11, 0.07)
        )
        flaeche = (38 + 13 * (groesse - 1)) * (0.75 + 0.6 * zufall.random(g.haushalte, np.float32))
        je_meter = (4.4 + 0.95 * mietstufe) * (0.8 + 0.45 * zufall.random(g.haushalte, np.float32)) + 1.8
        heizung = flaeche * (0.9 + zufall.random(g.haushalte, np.float32))
        return {
            "mietstufe": mietstufe,
            "miete_bruttokalt": _cent(flaeche * je_meter),
            "heizkosten": _cent(heizung),
            "angemessene_bruttokaltmiete": _angemessen(groesse, mietstufe),
            "angemessene_heizkosten": _cent((36 + 14 * groesse) * 1.8),
            "warmwasser_dezentral": self.ja(0.2, g.haushalte),
        }

    # ------------------------------------------------------------------ person
    def person(self, haushalt: dict[str, Feld]) -> dict[str, Feld]:
        """All facts of persons, in a fixed order of drawing."""
        g = self.g
        angaben = {
            "geburtsdatum": self._geburtstag(),
            "partner": g.partner,
            "elternteil_1": g.elternteil_1,
            "elternteil_2": g.elternteil_2,
            "verheiratet": g.verheiratet,
        }
        angaben |= self._gesundheit()
        angaben |= self._familie()
        angaben |= self._arbeit(angaben)
        angaben |= self._renten()
        angaben |= self._vermoegen()
        return angaben | self._wohnverhaeltnis(haushalt, angaben["voll_erwerbsgemindert_dauerhaft"])

    def _geburtstag(self) -> Feld:
        im_jahr = 0.003 + 0.994 * self.zufall.random(self.g.personen, np.float32)
        tage = ((self.g.alter + im_jahr) * _TAGE_IM_JAHR).astype(np.int32)
        return (int(self.stichtag.astype(np.int64)) - tage).astype(np.int32)

    def _gesundheit(self) -> dict[str, Feld]:
        g = self.g
        behindert = (g.typ_person == Haushaltstyp.BEHINDERUNG) | (
            (g.typ_person == Haushaltstyp.ERWACHSENES_KIND) & ~g.erwachsen & self.ja(0.12)
        )
        im_alter = g.alter >= _ALTERSGRENZE
        gemischt = (g.typ_person == Haushaltstyp.GEMISCHT) & g.erwachsen & (g.stelle == 1) & ~im_alter
        voll = (behindert & self.ja(0.75)) | gemischt
        befristet = g.erwachsen & (g.typ_person == Haushaltstyp.ALLEINSTEHEND) & self.ja(0.02)
        arbeitsbereich, berufsbildung = voll & behindert & self.ja(0.6), behindert & ~voll & self.ja(0.5)
        bereich = WfbmBereich.ARBEITSBEREICH * arbeitsbereich + WfbmBereich.BERUFSBILDUNG * berufsbildung
        gdb = self.gleich(behindert | gemischt | (g.erwachsen & self.ja(0.11)), 2, 11) * 10
        return {
            "erwerbsfaehig": (g.alter >= _ERWERBSALTER) & ~im_alter & ~voll & ~befristet & (bereich == 0),
            "voll_erwerbsgemindert_dauerhaft": voll,
            "voll_erwerbsgemindert_befristet": befristet,
            "wfbm_bereich": bereich.astype(np.int8),
            "wfbm_entgelt": self.gleich(bereich > 0, 110 * EURO, 420 * EURO),
            "grad_der_behinderung": gdb,
            "merkzeichen_g": (gdb >= 50) & self.ja(0.35),  # noqa: PLR2004 - Schwerbehinderung
            "pflegegrad": self.gleich(im_alter & self.ja(0.2), 1, 6),
        }

    def _familie(self) -> dict[str, Feld]:
        g = self.g
        kind = ~g.erwachsen
        in_schule = kind & (g.alter >= _SCHULPFLICHT) & ((g.alter < _VOLLJAEHRIG) | self.ja(0.25))
        ausbildung = (g.alter >= _VOLLJAEHRIG) & (g.alter < _KINDERGELD_BIS) & ~in_schule
        in_ausbildung = ausbildung & self.ja(np.where(kind, np.float32(0.5), np.float32(0.2)))
        allein = g.typ_person == Haushaltstyp.ALLEINERZIEHEND
        kindergeld = kind & ((g.alter < _VOLLJAEHRIG) | in_schule | in_ausbildung)
        unterhalt = self.gleich(kind & allein & (g.alter < _VOLLJAEHRIG) & self.ja(0.5), 150 * EURO, 480 * EURO)
        vorschuss = kind & allein & (unterhalt == 0) & (g.alter < _VOLLJAEHRIG) & self.ja(0.6)
        return {
            "alleinerziehend": g.erwachsen & allein & (self._juengstes() < _VOLLJAEHRIG),
            "schulbesuch": in_schule,
            "in_ausbildung": in_ausbildung,
            "kindergeld": np.where(kindergeld, _KINDERGELD, 0).astype(np.int32),
            "kindergeld_empfaenger": np.where(kindergeld, 0, NIEMAND).astype(np.int32),
            "unterhalt": unterhalt,
            "unterhaltsvorschuss_bezug": np.where(vorschuss, _vorschuss(g.alter), 0).astype(np.int32),
        }

    def _juengstes(self) -> Feld:
        """Age of the youngest person of the household, at each person."""
        return self.g.je_person(np.minimum.reduceat(self.g.alter, self.g.grenzen[:-1]))

    def _arbeit(self, bisher: dict[str, Feld]) -> dict[str, Feld]:
        g = self.g
        erste = np.array([_ARBEITET[t][0] for t in Haushaltstyp], np.float32)
        weitere = np.array([_ARBEITET[t][1] for t in Haushaltstyp], np.float32)
        wahrscheinlich = np.where(g.stelle == 0, erste[g.typ_person], weitere[g.typ_person])
        gross = ~g.erwachsen & (g.alter >= _VOLLJAEHRIG) & ~bisher["schulbesuch"]
        arbeitet = self.ja(np.where(gross, np.float32(0.45), wahrscheinlich)) & (g.erwachsen | gross)
        arbeitet &= bisher["erwerbsfaehig"] | (g.alter >= _ALTERSGRENZE)
        los = self.zufall.random(g.personen, np.float32)
        geringfuegig = arbeitet & ((los < _GERINGFUEGIG) | (g.alter >= _ALTERSGRENZE))
        teilzeit = arbeitet & ~geringfuegig & (los < _TEILZEIT)
        voll = arbeitet & ~geringfuegig & ~teilzeit
        brutto = self.gleich(geringfuegig, 120 * EURO, _MINIJOB) + self.gleich(teilzeit, 610 * EURO, 2_100 * EURO)
        brutto += self.betrag(voll, 2_950, 0.42, 60_000 * EURO)
        arbeitslos = g.erwachsen & ~arbeitet & (g.alter < _ALTERSGRENZE) & bisher["erwerbsfaehig"] & self.ja(0.22)
        return {
            "erwerbseinkommen_brutto": brutto,
            "erwerbseinkommen_steuern": _steuern(brutto),
            "erwerbseinkommen_sozialversicherung": _beitraege(brutto),
            "arbeitslosengeld": self.betrag(arbeitslos, 1_050, 0.35, 3_500 * EURO),
        }

    def _renten(self) -> dict[str, Feld]:
        g = self.g
        im_alter = g.alter >= _ALTERSGRENZE
        rente = self.betrag(im_alter & self.ja(0.96), 1_080, 0.5, 3_400 * EURO)
        betrieblich = self.betrag(im_alter & self.ja(0.25), 280, 0.8, 6_000 * EURO)
        zeiten = self.gleich(im_alter & (rente > 0), 60, 560)
        return {
            "bezieht_altersrente": im_alter & (rente > 0),
            "rente_gesetzlich": rente,
            "grundrentenzeiten_monate": zeiten,
            "rente_betrieblich": betrieblich,
            "rente_sozialversicherung": (rente * 0.122).astype(np.int32),
        }

    def _vermoegen(self) -> dict[str, Feld]:
        erwachsen = self.g.alter >= _VOLLJAEHRIG
        arm = self.ja(0.42)
        geld = self.betrag(erwachsen & arm, 1_400, 1.1) + self.betrag(erwachsen & ~arm, 16_000, 1.3)
        kind = self.betrag(~erwachsen & self.ja(0.3), 600, 1.0)
        return {
            "vermoegen_geld": geld + kind,
            "vermoegen_kfz": self.betrag(erwachsen & self.ja(0.4), 4_500, 0.8, 90_000 * EURO),
        }

    def _wohnverhaeltnis(self, haushalt: dict[str, Feld], erwerbsgemindert: Feld) -> dict[str, Feld]:
        """Flat shares pay by contract; incapacitated adults at their parents' do not (§ 42a Abs. 3 SGB XII)."""
        g = self.g
        wg = g.typ == Haushaltstyp.WOHNGEMEINSCHAFT
        in_wg, bei_eltern = g.je_person(wg), ~g.erwachsen & erwerbsgemindert
        stufe = haushalt["mietstufe"]
        return {
            "wohnverhaeltnis": (
                Wohnverhaeltnis.WOHNGEMEINSCHAFT * in_wg + Wohnverhaeltnis.OHNE_VERTRAG_BEI_VERWANDTEN * bei_eltern
            ).astype(np.int8),
            "eigene_wirtschaft": in_wg,
            "unterkunft_eigener_anteil": g.je_person(np.where(wg, haushalt["miete_bruttokalt"] // g.groesse, 0)),
            "heizung_eigener_anteil": g.je_person(np.where(wg, haushalt["heizkosten"] // g.groesse, 0)),
            "angemessene_miete_mit_person": np.where(bei_eltern, g.je_person(_angemessen(g.groesse, stufe)), 0),
            "angemessene_miete_ohne_person": np.where(bei_eltern, g.je_person(_angemessen(g.groesse - 1, stufe)), 0),
        }


def _angemessen(groesse: Feld, mietstufe: Feld) -> Feld:
    """Reasonable rent before heating for a number of persons at a local level, in cents."""
    return _cent((36 + 14 * groesse) * (6.9 + 0.95 * mietstufe))


def _lognormal(zufall: np.random.Generator, anzahl: int, median: float, streuung: float, hoechstens: int) -> Feld:
    werte = np.exp(zufall.standard_normal(anzahl, np.float32) * np.float32(streuung)) * np.float32(median * EURO)
    return np.minimum(werte, np.float32(hoechstens)).astype(np.int32)


def _cent(euro: Feld) -> Feld:
    return np.rint(euro * EURO).astype(np.int32)


def _steuern(brutto: Feld) -> Feld:
    """Smooth curve near wage tax class I: nothing up to 1,350 euros a month, 42 percent at the top."""
    ueber = np.maximum(brutto.astype(np.float32) / EURO - 1_350, 0)
    return _cent(ueber * np.minimum(0.16 + ueber / 30_000, 0.42))


def _beitraege(brutto: Feld) -> Feld:
    """Employee's share of social insurance, none for marginal employment."""
    pflichtig = np.where(brutto >= _MINIJOB, np.minimum(brutto, _BEITRAGSBEMESSUNG), 0)
    return (pflichtig * 0.2115).astype(np.int32)


def _vorschuss(alter: Feld) -> Feld:
    """Unterhaltsvorschuss by age group, in cents."""
    return np.select([alter < 6, alter < 12], [227 * EURO, 299 * EURO], 394 * EURO)  # noqa: PLR2004
