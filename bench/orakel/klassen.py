"""Reasons for differences: each class names the benefits, the paragraph that decides and who is right.

Classes are tried in order; the first that holds takes the household. What none explains is reported as open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.orakel.messung import Vergleich
from sozialamt.leistungen.grundsicherung_arbeitsuchende.auswahl import Sgb2Ablehnung
from sozialamt.leistungen.kinderzuschlag.auswahl import KinderzuschlagAblehnung
from sozialamt.leistungen.wohngeld.auswahl import WohngeldAblehnung
from sozialamt.rechenkern.kalender import monat_im_jahr, monat_plus, vollendete_jahre

WIR, GETTSIM, STREIT, RUNDUNG = "dieses Projekt", "GETTSIM", "Auslegung", "beide"
GLEICH_BIS = 0.05
"""Euro; below lie the roundings of § 41 Abs. 2 SGB II."""


@dataclass(frozen=True)
class Klasse:
    """One reason. `trifft` sees the household, our amount and GETTSIM's."""

    werte: tuple[str, ...]
    titel: str
    recht: str
    norm: str
    grund: str
    trifft: Callable[[Vergleich, float, float], bool]


OFFEN = Klasse((), "nicht zugeordnet", "offen", "–", "Keiner Klasse zugeordnet.", lambda v, a, b: True)


def klasse(v: Vergleich, wert: str) -> Klasse | None:
    """Class of a difference, None where both agree."""
    unser, ihr = v.werte[wert]
    if abs(unser - ihr) < GLEICH_BIS:
        return None
    return next((k for k in KLASSEN if wert in k.werte and k.trifft(v, unser, ihr)), OFFEN)


def _zwischen(v: Vergleich, von: int, bis: int) -> bool:
    return von <= v.monat <= bis


def _hat(v: Vergleich, *namen: str) -> bool:
    return any(p.get(n, 0) for p in v.fall.personen.values() for n in namen)


def _kinder(v: Vergleich) -> list[dict[str, int]]:
    return [dict(p) for p in v.fall.personen.values() if "elternteil_1" in p]


def _geburtstag(v: Vergleich, alter: tuple[int, ...]) -> bool:
    """A child reaches one of these ages in the course of the month."""
    return any(
        monat_im_jahr(k["geburtsdatum"]) == monat_im_jahr(v.monat)
        and vollendete_jahre(k["geburtsdatum"], monat_plus(v.monat, 1)) in alter
        for k in _kinder(v)
        if k["geburtsdatum"] % 100 > 1
    )


def _ueberhang(v: Vergleich) -> bool:
    """Income without work from which § 6 Abs. 1 Nr. 1 Bürgergeld-V takes 30 euro."""
    return _hat(v, "arbeitslosengeld") or bool(_kinder(v))


def _saeugling(v: Vergleich) -> int:
    return max(k["geburtsdatum"] for k in _kinder(v))


_SGB2, _KIZ = ("sgb2_anspruch",), ("kinderzuschlag", "kinderzuschlag_hoehe")
COVID = (2020_03_01, 2022_12_01)
BUERGERGELD, REFORM = 2023_01_01, 2026_07_01
STARKE_FAMILIEN, SOFORTZUSCHLAG = 2019_07_01, 2022_07_01
ELTERNGELD_GRENZEN = (2021_09_01, 2024_04_01, 2025_04_01)

KLASSEN = (
    Klasse(
        (*_SGB2, "gsiae"),
        "Vermögen im vereinfachten Zugang der Pandemie",
        WIR,
        "§ 67 Abs. 2 SGB II; § 141 Abs. 2 SGB XII (März 2020 bis Dezember 2022)",
        "Vermögen blieb sechs Monate außer Betracht, soweit es nicht erheblich war; GETTSIM kennt die Regel nicht.",
        lambda v, a, b: _zwischen(v, *COVID) and _hat(v, "vermoegen_geld") and b == 0 < a,
    ),
    Klasse(
        _SGB2,
        "Freibetrag der Kinder schützt nicht das Vermögen der Eltern",
        WIR,
        "§ 12 Abs. 2 Satz 1 Nr. 1a SGB II a. F.; BSG 13.05.2009 – B 4 AS 58/08 R",
        "Der Grundfreibetrag des Kindes gilt nur für sein eigenes Vermögen; GETTSIM zählt ihn zum Freibetrag der "
        "Gemeinschaft.",
        lambda v, a, b: v.monat < BUERGERGELD and a == 0 < b and v.gruende["sgb2_ablehnung"] == Sgb2Ablehnung.VERMOEGEN,
    ),
    Klasse(
        _SGB2,
        "Vermögensfreibeträge nach Lebensalter",
        WIR,
        "§ 12 Abs. 2 SGB II in der ab 01.07.2026 geltenden Fassung",
        "GETTSIM rechnet mit 15.000 Euro je Person weiter.",
        lambda v, a, b: v.monat >= REFORM and _hat(v, "vermoegen_geld") and a == 0 < b,
    ),
    Klasse(
        ("sgb2_freibetraege", *_SGB2, *_KIZ, "wohngeld", "wohngeld_formel"),
        "Achtzehnter Geburtstag eines Kindes im Monat",
        STREIT,
        "§ 11b Abs. 3 Satz 3 SGB II; § 6 Abs. 1 Nr. 1 Bürgergeld-V; § 6a BKGG; § 17 Nr. 3 WoGG",
        "Ob die Vorteile für Minderjährige im Monat des Geburtstags noch gelten, sagt das Gesetz nicht; hier gilt der "
        "Stand am Monatsende, in GETTSIM der am Monatsersten.",
        lambda v, a, b: _geburtstag(v, (18,)),
    ),
    Klasse(
        _SGB2,
        "Sofortzuschlag neben dem Bedarf",
        WIR,
        "§ 72 Abs. 1 SGB II",
        "Der Zuschlag steht zusätzlich zu, auch wenn nur wegen Kindergeld kein Anspruch besteht; GETTSIM zählt ihn zum "
        "Bedarf, sodass Einkommen ihn aufzehrt.",
        lambda v, a, b: v.monat >= SOFORTZUSCHLAG and bool(_kinder(v)) and b < a,
    ),
    Klasse(
        _SGB2,
        "Versicherungspauschale bei Einkommen ohne Arbeit",
        WIR,
        "§ 11b Abs. 1 Satz 1 Nr. 3 SGB II, § 6 Abs. 1 Nr. 1 Bürgergeld-V (Alg II-V)",
        "GETTSIM zieht die 30 Euro von Arbeitslosengeld und von übersteigendem Kindergeld nicht ab.",
        lambda v, a, b: _ueberhang(v) and a - b > 0,
    ),
    Klasse(
        ("wohngeld", "wohngeld_formel"),
        "Vermögen",
        WIR,
        "§ 21 Nr. 3 WoGG; WoGVwV Nr. 21.36",
        "Die Zwischengröße von GETTSIM prüft das Vermögen noch nicht; der Anspruch dort schon.",
        lambda v, a, b: v.gruende["wohngeld_ablehnung"] == WohngeldAblehnung.VERMOEGEN and a == 0,
    ),
    Klasse(
        ("wohngeld",),
        "Mindesteinkommen",
        STREIT,
        "§§ 4, 19 WoGG; WoGVwV Nr. 15.01",
        "Das Gesetz kennt kein Mindesteinkommen; die Verwaltungsvorschrift lässt die Angaben auf Glaubhaftigkeit "
        "prüfen, GETTSIM macht daraus einen Ausschluss. Ohne ihn ist das Ergebnis in jedem dieser Haushalte gleich.",
        lambda v, a, b: b == 0 < a and abs(v.werte["wohngeld_formel"][1] - a) < GLEICH_BIS,
    ),
    Klasse(
        ("wohngeld", "wohngeld_formel"),
        "Betrag unter 10 Euro",
        WIR,
        "§ 21 Nr. 1 WoGG",
        "Unter 10 Euro monatlich besteht kein Anspruch; GETTSIM zahlt ihn aus.",
        lambda v, a, b: a == 0 and b < 10,
    ),
    Klasse(
        ("wohngeld", "wohngeld_formel"),
        "Freibetrag bei Behinderung",
        WIR,
        "§ 17 Nr. 1 WoGG",
        "Den Freibetrag gibt es nur bei einem Grad von 100 oder bei häuslicher Pflege; GETTSIM gibt ihn schon ab einem "
        "Grad über 0.",
        lambda v, a, b: any(0 < p.get("grad_der_behinderung", 0) < 100 for p in v.fall.personen.values()),
    ),
    Klasse(
        ("wohngeld", "wohngeld_formel"),
        "Gesamteinkommen auf Cent gerundet",
        STREIT,
        "§ 13 Abs. 2 WoGG; WoGVwV Teil A Nr. 19.01",
        "Das Gesetz rundet das Zwölftel nicht ausdrücklich; das Beispiel der Verwaltungsvorschrift rechnet mit Cent. "
        "An der Grenze von 50 Cent ergibt das einen Euro.",
        lambda v, a, b: abs(v.werte["wohngeld_formel"][0] - v.werte["wohngeld_formel"][1]) <= 1,
    ),
    Klasse(
        ("kinderzuschlag",),
        "Hilfebedürftigkeit nicht vermieden",
        WIR,
        "§ 6a Abs. 1 Nr. 3, Abs. 1a BKGG",
        "Nach dem Gesetz Voraussetzung des Anspruchs; GETTSIM prüft sie erst nach dem Anspruch als Günstigkeit.",
        lambda v, a, b: v.gruende["kinderzuschlag_ablehnung"] == KinderzuschlagAblehnung.HILFEBEDUERFTIG and a == 0 < b,
    ),
    Klasse(
        _KIZ,
        "Höchsteinkommensgrenze",
        WIR,
        "§ 6a Abs. 1 Nr. 3 BKGG (bis 2019)",
        "Die Grenze galt bis Dezember 2019; bei GETTSIM endet sie im Juni, auch rundet es das Einkommen vorher ab.",
        lambda v, a, b: v.gruende["kinderzuschlag_ablehnung"] == KinderzuschlagAblehnung.HOECHSTEINKOMMEN,
    ),
    Klasse(
        _KIZ,
        "Vermögen der Familie",
        WIR,
        "§ 6a Abs. 3 Satz 5 bis 7, Abs. 5 BKGG; § 12 SGB II a. F.; § 20 Abs. 6, 6a BKGG",
        "GETTSIM mindert den Anspruch um das übersteigende Vermögen, kennt die Regel der Pandemie nicht und zählt den "
        "Freibetrag der Kinder mit.",
        lambda v, a, b: (
            _hat(v, "vermoegen_geld")
            and (
                v.gruende["kinderzuschlag_ablehnung"] == KinderzuschlagAblehnung.VERMOEGEN
                or (_zwischen(v, *COVID) and b < a)
                or (v.monat < BUERGERGELD and b < a - 20)
            )
        ),
    ),
    Klasse(
        _KIZ,
        "Stufen von 10 Euro bis Juni 2019",
        WIR,
        "§ 6a Abs. 4 Satz 6 BKGG (bis 30.06.2019)",
        "Je volle 10 Euro über dem Bedarf minderten Erwerbseinkünfte um 5 Euro; GETTSIM rundet das Einkommen statt des "
        "Unterschieds.",
        lambda v, a, b: v.monat < STARKE_FAMILIEN and abs(a - b) < 10,
    ),
    Klasse(
        _KIZ,
        "Höchstbetrag im Jahr 2022",
        WIR,
        "§ 6a Abs. 2 BKGG in der Fassung vom 23.05.2022",
        "209 Euro je Kind, seit Juli mit Sofortzuschlag 229 Euro; GETTSIM kommt das ganze Jahr auf 224 Euro.",
        lambda v, a, b: _zwischen(v, 2022_01_01, 2022_12_01) and 1 <= abs(a - b) < 25 * len(_kinder(v)) + 15,
    ),
    Klasse(
        _KIZ,
        "Anteil der Eltern an den Wohnkosten",
        WIR,
        "§ 6a Abs. 5 Satz 4 BKGG",
        "Das Gesetz schreibt seit Juli 2019 den 12. Existenzminimumbericht (für das Jahr 2020) fest; GETTSIM nimmt "
        "2019 dessen Werte für 2019 und ab 2021 die späteren Berichte.",
        lambda v, a, b: (
            v.monat >= STARKE_FAMILIEN
            and not _zwischen(v, 2020_01_01, 2020_12_01)
            and a > 0
            and 1 <= abs(a - b) < 20
            and not _hat(v, "arbeitslosengeld")
        ),
    ),
    Klasse(
        _KIZ,
        "Versicherungspauschale bei Einkommen ohne Arbeit",
        WIR,
        "§ 11b Abs. 1 Satz 1 Nr. 3 SGB II, § 6 Abs. 1 Nr. 1 Bürgergeld-V (Alg II-V)",
        "GETTSIM zieht die 30 Euro von Arbeitslosengeld nicht ab.",
        lambda v, a, b: _hat(v, "arbeitslosengeld") and 0 < a - b < 30,
    ),
    Klasse(
        _KIZ,
        "Rundung des Betrags",
        WIR,
        "§ 11 Abs. 2 BKGG",
        "Der Betrag wird auf volle Euro gerundet; GETTSIM rundet nur das Einkommen.",
        lambda v, a, b: abs(a - b) < 1.5,
    ),
    Klasse(
        ("unterhaltsvorschuss",),
        "Kinder ab zwölf Jahren",
        WIR,
        "§ 1 Abs. 1a UhVorschG",
        "Die 600 Euro des Elternteils werden nur verlangt, wenn das Kind Leistungen nach dem SGB II bezieht; GETTSIM "
        "verlangt sie immer.",
        lambda v, a, b: (
            b < a and any(vollendete_jahre(k["geburtsdatum"], monat_plus(v.monat, 1)) >= 12 for k in _kinder(v))
        ),
    ),
    Klasse(
        ("unterhaltsvorschuss",),
        "Höhere Altersstufe ab Beginn des Monats",
        WIR,
        "§ 1612a Abs. 3 BGB",
        "Der Betrag der nächsten Stufe gilt vom Beginn des Monats an, in dem das Kind das Lebensjahr vollendet.",
        lambda v, a, b: b < a and _geburtstag(v, (6, 12)),
    ),
    Klasse(
        ("unterhaltsvorschuss",),
        "Bis zum Tag vor dem Geburtstag",
        WIR,
        "§ 1 Abs. 1 Nr. 1, Abs. 1a, § 2 Abs. 1 Satz 3 UhVorschG",
        "Im Monat des achtzehnten Geburtstags steht der Anteil bis zur Vollendung zu; GETTSIM zahlt den ganzen Monat.",
        lambda v, a, b: a < b and _geburtstag(v, (18,)),
    ),
    Klasse(
        ("unterhaltsvorschuss",),
        "Beträge unter 5 Euro",
        WIR,
        "§ 9 Abs. 3 Satz 2 UhVorschG",
        "Unter 5 Euro wird nicht geleistet; GETTSIM zahlt sie.",
        lambda v, a, b: 0 < b - a < 5 * len(_kinder(v)),
    ),
    Klasse(
        ("elterngeld",),
        "Einkommensgrenze nach dem Tag der Geburt",
        WIR,
        "§ 1 Abs. 8, § 28 BEEG",
        "Maßgebend ist die Grenze am Tag der Geburt; GETTSIM nimmt die des berechneten Monats.",
        lambda v, a, b: any(_saeugling(v) < tag <= v.monat for tag in ELTERNGELD_GRENZEN) and (a == 0 or b == 0),
    ),
    Klasse(
        ("elterngeld",),
        "Geschwisterbonus nach Lebensmonaten",
        WIR,
        "§ 2a Abs. 1, 3, § 4 Abs. 2 BEEG",
        "Der Bonus endet mit dem Lebensmonat, in dem ein Kind die Grenze erreicht; GETTSIM prüft am Monatsersten.",
        lambda v, a, b: b - a >= 75 - GLEICH_BIS and a >= 300 and _geburtstag(v, (3, 6)),
    ),
    Klasse(
        ("elterngeld",),
        "Absenkung der Ersatzrate ab 1.200 Euro",
        WIR,
        "§ 2 Abs. 2 Satz 2 BEEG",
        "0,1 Prozentpunkte für je volle 2 Euro über 1.200 Euro; GETTSIM zählt ab 1.201 Euro.",
        lambda v, a, b: abs(a - b) < 2,
    ),
)
