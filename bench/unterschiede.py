"""Where the two engines differ, household by household, put into classes with the paragraph that decides.

A difference counts from one euro on (whole-euro rounding of § 11 Abs. 2 BKGG and § 19 Abs. 2 WoGG lies below).
Classes are tried in order; what fits none is listed as not assigned, never hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from bench.gettsim_eingabe import STICHTAG, Feld, personenspalten

AB_EURO = 1.0
WIR, GETTSIM, STREIT = "dieses Projekt", "GETTSIM", "Auslegung"
LEISTUNGEN = {
    "grundsicherung_arbeitsuchende": ("sgb2_anspruch", "bg_id"),
    "grundsicherung_alter_erwerbsminderung": ("gsiae_anspruch", "eg_id"),
    "wohngeld": ("wohngeld", "wthh_id"),
    "kinderzuschlag": ("kinderzuschlag", "bg_id"),
}
JE_GRUPPE = {"wohngeld": "eigene_wirtschaft", "kinderzuschlag": "eigene_wirtschaft"}
"""Targets that stand at each member of their group: counted once per household, per person in flat shares."""


@dataclass(frozen=True)
class Klasse:
    """One reason for a difference. `trifft` marks the households it explains."""

    leistungen: tuple[str, ...]
    titel: str
    recht: str
    norm: str
    grund: str
    trifft: Callable[[Haushaltslage], Feld]


@dataclass(frozen=True)
class Haushaltslage:
    """Facts of the households the classes ask for, and both results in euro for the benefit at hand."""

    person: Mapping[str, Feld]
    haushalt: Feld
    grenzen: Feld
    wohnung: Mapping[str, Feld]
    unser: Feld
    ihr: Feld

    def jemand(self, wo: Feld) -> Feld:
        """Households in which it is true for somebody."""
        return np.bincount(self.haushalt, weights=wo, minlength=len(self.grenzen) - 1) > 0

    def hat(self, *merkmale: str) -> Feld:
        """Households in which somebody has one of these facts."""
        return self.jemand(np.logical_or.reduce([self.person[m] != 0 for m in merkmale]))

    @property
    def alter(self) -> Feld:
        tage = (np.datetime64(STICHTAG) - self.person["geburtsdatum"]).astype(np.int64)
        return (tage / 365.2425).astype(np.int64)

    @property
    def grosses_kind(self) -> Feld:
        return self.jemand((self.alter >= 18) & (self.person["elternteil_1"] >= 0))

    @property
    def vermoegen(self) -> Feld:
        return np.bincount(self.haushalt, weights=self.person["vermoegen_geld"] / 100)


def _nur_gettsim(lage: Haushaltslage) -> Feld:
    return (lage.unser == 0) & (lage.ihr > 0)


_GS, _GSAE, _WOG, _KIZ = LEISTUNGEN
KLASSEN = (
    Klasse(
        tuple(LEISTUNGEN),
        "Wohngemeinschaft",
        WIR,
        "§ 7 Abs. 3 SGB II; § 42a Abs. 4 SGB XII; § 5 WoGG",
        "GETTSIM rechnet nur eine Familie je Wohnung richtig (so seine Beschreibung von bg_id und wthh_id); hier "
        "bildet jede Person eine eigene Gemeinschaft und trägt ihren Mietanteil.",
        lambda lage: lage.hat("eigene_wirtschaft"),
    ),
    Klasse(
        (_GS, _GSAE, _KIZ),
        "Dauerhafte oder befristete Erwerbsminderung, Werkstatt",
        WIR,
        "§ 8 SGB II; § 41 Abs. 3, 3a, § 19 Abs. 1 SGB XII",
        "GETTSIM kennt die Grundsicherung bei Erwerbsminderung nicht (dort offen als #1145) und gibt stattdessen "
        "Leistungen nach dem SGB II.",
        lambda lage: lage.hat("voll_erwerbsgemindert_dauerhaft", "voll_erwerbsgemindert_befristet", "wfbm_bereich"),
    ),
    Klasse(
        (_GS, _WOG, _KIZ),
        "Auszubildende",
        WIR,
        "§ 7 Abs. 5, 6 SGB II; § 20 Abs. 2 WoGG",
        "GETTSIM prüft den Ausschluss von Auszubildenden nicht.",
        lambda lage: lage.hat("in_ausbildung"),
    ),
    Klasse(
        (_GS, _GSAE),
        "Rentenalter in der Gemeinschaft",
        STREIT,
        "§ 7a, § 9 Abs. 2 SGB II; § 41 Abs. 2, § 43 Abs. 1 SGB XII; BSG B 14 AS 89/20 R",
        "Erreichen der Altersgrenze im Monat, gemischte Gemeinschaften und Einsatz von Überschüssen über die beiden "
        "Gesetze hinweg werden verschieden abgegrenzt.",
        lambda lage: lage.jemand(lage.alter >= 65) & lage.hat("erwerbsfaehig"),
    ),
    Klasse(
        (_GS, _GSAE, _KIZ),
        "Warmwasser in der Wohnung erzeugt",
        WIR,
        "§ 21 Abs. 7 SGB II; § 30 Abs. 7 SGB XII",
        "GETTSIM kennt den Mehrbedarf nicht.",
        lambda lage: lage.wohnung["warmwasser_dezentral"],
    ),
    Klasse(
        (_GSAE,),
        "Vermögen um den Schonbetrag",
        STREIT,
        "§ 90 Abs. 2 Nr. 9 SGB XII, § 1 DVO zu § 90 Abs. 2 Nr. 9; § 19 Abs. 2 SGB XII",
        "GETTSIM schließt bei einem Cent über dem Schonbetrag ganz aus und gesteht Kindern 10.000 statt 500 Euro zu; "
        "hier mindert der Überschuss den Anspruch (Einstellung), das Kraftfahrzeug zählt nach § 90 Abs. 2 Nr. 10.",
        lambda lage: lage.vermoegen > 9_000,
    ),
    Klasse(
        (_GSAE,),
        "Freibetrag für Grundrentenzeiten und Betriebsrenten, Merkzeichen G",
        WIR,
        "§ 82 Abs. 4, 5, § 82a, § 30 Abs. 1 SGB XII",
        "Freibeträge und Mehrbedarf werden aus den Tatsachen bestimmt; GETTSIM misst sie an anderen Eingaben.",
        lambda lage: lage.hat("grundrentenzeiten_monate", "rente_betrieblich", "merkzeichen_g"),
    ),
    Klasse(
        (_GS, _KIZ),
        "Volljähriges Kind im Haushalt",
        WIR,
        "§ 7 Abs. 3 Nr. 4, § 9 Abs. 2 SGB II; § 6a Abs. 1 BKGG",
        "Ein Kind, das seinen Bedarf mit Einkommen oder Vermögen deckt, gehört nicht zur Gemeinschaft der Eltern; "
        "GETTSIM rechnet es immer ein.",
        lambda lage: lage.grosses_kind,
    ),
    Klasse(
        (_GS, _KIZ),
        "Versicherungspauschale bei Einkommen ohne Arbeit",
        WIR,
        "§ 11b Abs. 1 Nr. 3 SGB II, § 6 Abs. 1 Nr. 1 Bürgergeld-V",
        "GETTSIM zieht die 30 Euro von Arbeitslosengeld, Unterhalt und überschießendem Kindergeld nicht ab.",
        lambda lage: lage.hat("arbeitslosengeld", "unterhalt", "unterhaltsvorschuss_bezug", "rente_gesetzlich"),
    ),
    Klasse(
        (_KIZ,),
        "Hilfebedürftigkeit nicht vermieden",
        WIR,
        "§ 6a Abs. 1 Nr. 3, Abs. 1a BKGG",
        "Nach dem Gesetz Voraussetzung des Anspruchs; GETTSIM prüft sie erst nach dem Anspruch als Günstigkeit.",
        _nur_gettsim,
    ),
    Klasse(
        (_GS, _KIZ),
        "Sofortzuschlag, Kind mit eigenem Einkommen oder Vermögen",
        WIR,
        "§ 72 SGB II; § 7 Abs. 3 Nr. 4, § 11 Abs. 1 Satz 5 SGB II; § 6a Abs. 3 BKGG",
        "GETTSIM zählt den Sofortzuschlag zum Bedarf, sodass Einkommen ihn aufzehrt; nach § 72 steht er daneben zu.",
        lambda lage: lage.jemand(lage.person["kindergeld"] > 0),
    ),
    Klasse(
        (_GS, _KIZ),
        "Vermögen um den Freibetrag",
        STREIT,
        "§ 9 Abs. 1, § 12 SGB II; § 6a Abs. 3 BKGG",
        "GETTSIM schließt bei einem Cent über dem Freibetrag ganz aus; hier mindert der Überschuss den Anspruch des "
        "Monats (Einstellung).",
        lambda lage: (lage.vermoegen > 12_000) | lage.hat("vermoegen_kfz"),
    ),
    Klasse(
        (_WOG,),
        "Mindesteinkommen",
        STREIT,
        "§§ 4, 19 WoGG; Nr. 15.01 WoGVwV",
        "Das Gesetz kennt kein Mindesteinkommen; die Verwaltungsvorschrift lässt die Angaben auf Glaubhaftigkeit "
        "prüfen. GETTSIM macht daraus einen Ausschluss.",
        lambda lage: (lage.unser > 0) & (lage.ihr == 0),
    ),
    Klasse(
        (_WOG,),
        "Renten",
        WIR,
        "§ 14 Abs. 1, 2 Nr. 3, § 16, § 17a WoGG",
        "GETTSIM zählt nur den steuerpflichtigen Teil der Rente; nach § 14 Abs. 2 Nr. 3 zählt auch der steuerfreie.",
        lambda lage: lage.hat("rente_gesetzlich", "rente_betrieblich"),
    ),
    Klasse(
        (_WOG,),
        "Freibetrag bei Behinderung",
        WIR,
        "§ 17 Nr. 1 WoGG",
        "Den Freibetrag gibt es nur bei einem Grad von 100 oder bei häuslicher Pflege; GETTSIM gibt ihn schon ab einem "
        "Grad über 0.",
        lambda lage: lage.hat("grad_der_behinderung"),
    ),
    Klasse(
        (_WOG,),
        "Freibetrag für Kinder mit Erwerbseinkommen",
        WIR,
        "§ 17 Nr. 4 WoGG",
        "Der Freibetrag gilt für jedes Kind unter 25 Jahren; GETTSIM gibt ihn nur, solange Kindergeld gezahlt wird.",
        lambda lage: lage.jemand((lage.person["elternteil_1"] >= 0) & (lage.person["erwerbseinkommen_brutto"] > 0)),
    ),
    Klasse(
        (_WOG,),
        "Betrag unter 10 Euro",
        WIR,
        "§ 21 Nr. 1 WoGG",
        "Unter 10 Euro monatlich besteht kein Anspruch; GETTSIM zahlt ihn aus.",
        lambda lage: (lage.unser == 0) & (lage.ihr < 10),
    ),
)


def vergleiche(
    tabelle: pa.Table, unser: Mapping[str, Feld], ihr: Mapping[str, Feld], ziele: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Per benefit: how many households agree, and the classes of those that do not, with an example each."""
    person, grenzen = personenspalten(tabelle)
    haushalt = np.repeat(np.arange(len(grenzen) - 1), np.diff(grenzen))
    wohnung = {n: tabelle.column(n).to_numpy() for n in ("warmwasser_dezentral", "miete_bruttokalt", "heizkosten")}
    ergebnis = []
    for leistung, (ziel, gruppe) in LEISTUNGEN.items():
        unsere = _je_haushalt(unser[ziel] / 100, person, haushalt, ziel)
        ihre = _einmal_je_gruppe(ihr[ziele[leistung]], ihr[gruppe], haushalt)
        lage = Haushaltslage(person, haushalt, grenzen, wohnung, unsere, ihre)
        ergebnis.append(_leistung(leistung, lage))
    return ergebnis


def _je_haushalt(werte: Feld, person: Mapping[str, Feld], haushalt: Feld, ziel: str) -> Feld:
    if ziel not in JE_GRUPPE:
        return np.bincount(haushalt, weights=werte)
    for_sich = person[JE_GRUPPE[ziel]]
    erste = np.diff(haushalt, prepend=-1) > 0
    hoechster = np.zeros(haushalt[-1] + 1)
    np.maximum.at(hoechster, haushalt, np.where(for_sich, 0, werte))
    return np.bincount(haushalt, weights=np.where(for_sich, werte, 0)) + np.where(erste, hoechster[haushalt], 0)[erste]


def _einmal_je_gruppe(werte: Feld, gruppe: Feld, haushalt: Feld) -> Feld:
    erste = np.zeros(len(werte), bool)
    erste[np.unique(gruppe, return_index=True)[1]] = True
    return np.bincount(haushalt, weights=np.where(erste, werte, 0))


def _leistung(leistung: str, lage: Haushaltslage) -> dict[str, Any]:
    anders = np.abs(lage.unser - lage.ihr) >= AB_EURO
    offen = anders.copy()
    klassen = []
    for klasse in KLASSEN:
        if leistung not in klasse.leistungen:
            continue
        hier = offen & klasse.trifft(lage)
        offen &= ~hier
        if hier.any():
            klassen.append(_eintrag(klasse.titel, klasse.recht, klasse.norm, klasse.grund, hier, lage))
    if offen.any():
        klassen.append(_eintrag("nicht zugeordnet", "offen", "–", "Noch keiner Klasse zugeordnet.", offen, lage))
    anspruch = (lage.unser > 0) | (lage.ihr > 0)
    return {
        "leistung": leistung,
        "haushalte": len(anders),
        "mit_anspruch": int(anspruch.sum()),
        "gleich": int((~anders).sum()),
        "klassen": sorted(klassen, key=lambda k: -k["haushalte"]),
    }


def _eintrag(titel: str, recht: str, norm: str, grund: str, hier: Feld, lage: Haushaltslage) -> dict[str, Any]:
    stelle = int(np.flatnonzero(hier)[0])
    bereich = slice(int(lage.grenzen[stelle]), int(lage.grenzen[stelle + 1]))
    personen = [
        {n: _wert(w[i]) for n, w in lage.person.items() if n == "geburtsdatum" or (w[i] != 0 and w[i] != -1)}
        for i in range(bereich.start, bereich.stop)
    ]
    return {
        "titel": titel,
        "wer_hat_recht": recht,
        "norm": norm,
        "grund": grund,
        "haushalte": int(hier.sum()),
        "median_differenz_euro": round(float(np.median((lage.unser - lage.ihr)[hier])), 2),
        "beispiel": {
            "zeile": stelle,
            "unser_euro": round(float(lage.unser[stelle]), 2),
            "gettsim_euro": round(float(lage.ihr[stelle]), 2),
            "wohnung": {n: _wert(w[stelle]) for n, w in lage.wohnung.items()},
            "personen": personen,
        },
    }


def _wert(wert: Any) -> Any:
    if isinstance(wert, np.datetime64):
        return str(wert)
    return bool(wert) if isinstance(wert, np.bool_) else int(wert)
