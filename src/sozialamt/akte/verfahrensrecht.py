"""Aufhebung und Rücknahme: welche Norm trägt, was sie verlangt und bis wann (§§ 24, 44, 45, 48 SGB X).

Reine Funktionen: Tage und Texte herein, Mängel heraus. Was im Einzelfall zutrifft, entscheidet ein Mensch; geprüft
wird, ob die gewählte Norm den Zeitraum, den Tag und die Begründung hergibt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sozialamt.akte.fehler import Mangel
from sozialamt.akte.fristen import (
    bekanntgabe,
    jahresfrist,
    nachzahlung_ab,
    ruecknahme_bis,
    ueberpruefbar_bis,
    zukunft_ab,
)
from sozialamt.akte.monat import monat_weiter

SGB_2 = "grundsicherung_arbeitsuchende"
EIN_JAHR_ZURUECK = {
    "hilfe_zum_lebensunterhalt": "§ 116a SGB XII",
    "grundsicherung_alter_erwerbsminderung": "§ 116a SGB XII",
    "hilfe_zur_pflege": "§ 116a SGB XII",
    SGB_2: "§ 40 Abs. 1 Satz 2 SGB II",
    "asylbewerberleistungen": "§ 9 Abs. 4 Satz 2 AsylbLG",
}
"""Leistungen, bei denen § 44 SGB X nur ein Jahr zurückreicht und die Überprüfung befristet ist."""
JAHRE_ZURUECK = 4
UEBERGANG_1998 = date(1998, 4, 15)
"""War die Zehnjahresfrist da schon um, wird nur noch für die Zukunft aufgehoben (§ 45 Abs. 3 Satz 5 SGB X)."""


@dataclass(frozen=True, slots=True)
class Korrekturregel:
    """Was eine Norm erlaubt und verlangt."""

    norm: str
    titel: str
    vergangenheit: bool
    belastet: bool
    ermessen: bool = False
    atypisch: bool = False
    vertrauen: bool = False


class Korrektur(StrEnum):
    """Grund, aus dem eine Entscheidung für einen Zeitraum durch eine andere ersetzt wird."""

    ZUGUNSTEN = "44"
    RUECKNAHME_ZUKUNFT = "45-1"
    RUECKNAHME_TAEUSCHUNG = "45-2-3-1"
    RUECKNAHME_ANGABEN = "45-2-3-2"
    RUECKNAHME_KENNTNIS = "45-2-3-3"
    AENDERUNG_ZUKUNFT = "48-1-1"
    AENDERUNG_ZUGUNSTEN = "48-1-2-1"
    AENDERUNG_MITTEILUNG = "48-1-2-2"
    AENDERUNG_EINKOMMEN = "48-1-2-3"
    AENDERUNG_WISSEN = "48-1-2-4"
    ENDGUELTIG = "44a"

    @property
    def regel(self) -> Korrekturregel:
        return _REGELN[self]

    @property
    def norm(self) -> str:
        return self.regel.norm

    @property
    def von_anfang_an_falsch(self) -> bool:
        """Ob die Norm einen schon beim Erlass rechtswidrigen Bescheid voraussetzt."""
        return self.value.startswith(("44", "45")) and self is not Korrektur.ENDGUELTIG


_REGELN = {
    Korrektur.ZUGUNSTEN: Korrekturregel(
        "§ 44 Abs. 1 SGB X", "von Anfang an zu niedrig oder zu Unrecht abgelehnt", vergangenheit=True, belastet=False
    ),
    Korrektur.RUECKNAHME_ZUKUNFT: Korrekturregel(
        "§ 45 Abs. 1 und 2 SGB X",
        "von Anfang an zu hoch, Wirkung nur für die Zukunft",
        vergangenheit=False,
        belastet=True,
        ermessen=True,
        vertrauen=True,
    ),
    Korrektur.RUECKNAHME_TAEUSCHUNG: Korrekturregel(
        "§ 45 Abs. 2 Satz 3 Nr. 1 und Abs. 4 SGB X",
        "von Anfang an zu hoch: arglistige Täuschung, Drohung oder Bestechung",
        vergangenheit=True,
        belastet=True,
        ermessen=True,
    ),
    Korrektur.RUECKNAHME_ANGABEN: Korrekturregel(
        "§ 45 Abs. 2 Satz 3 Nr. 2 und Abs. 4 SGB X",
        "von Anfang an zu hoch: Angaben vorsätzlich oder grob fahrlässig falsch oder unvollständig",
        vergangenheit=True,
        belastet=True,
        ermessen=True,
    ),
    Korrektur.RUECKNAHME_KENNTNIS: Korrekturregel(
        "§ 45 Abs. 2 Satz 3 Nr. 3 und Abs. 4 SGB X",
        "von Anfang an zu hoch: Fehler war bekannt oder grob fahrlässig nicht bekannt",
        vergangenheit=True,
        belastet=True,
        ermessen=True,
    ),
    Korrektur.AENDERUNG_ZUKUNFT: Korrekturregel(
        "§ 48 Abs. 1 Satz 1 SGB X",
        "Verhältnisse haben sich geändert, Wirkung für die Zukunft",
        vergangenheit=False,
        belastet=True,
    ),
    Korrektur.AENDERUNG_ZUGUNSTEN: Korrekturregel(
        "§ 48 Abs. 1 Satz 2 Nr. 1 SGB X",
        "Verhältnisse haben sich zugunsten des Menschen geändert",
        vergangenheit=True,
        belastet=False,
    ),
    Korrektur.AENDERUNG_MITTEILUNG: Korrekturregel(
        "§ 48 Abs. 1 Satz 2 Nr. 2 SGB X",
        "Änderung vorsätzlich oder grob fahrlässig nicht mitgeteilt",
        vergangenheit=True,
        belastet=True,
        atypisch=True,
    ),
    Korrektur.AENDERUNG_EINKOMMEN: Korrekturregel(
        "§ 48 Abs. 1 Satz 2 Nr. 3 SGB X",
        "Einkommen oder Vermögen nach Antrag oder Erlass",
        vergangenheit=True,
        belastet=True,
        atypisch=True,
    ),
    Korrektur.AENDERUNG_WISSEN: Korrekturregel(
        "§ 48 Abs. 1 Satz 2 Nr. 4 SGB X",
        "Wegfall war bekannt oder besonders leichtfertig nicht bekannt",
        vergangenheit=True,
        belastet=True,
        atypisch=True,
    ),
    Korrektur.ENDGUELTIG: Korrekturregel(
        "§ 44a Abs. 5 SGB XII", "endgültige Entscheidung nach vorläufiger", vergangenheit=True, belastet=False
    ),
}


class Anhoerungsausnahme(StrEnum):
    """Wann ohne Anhörung entschieden werden darf (§ 24 Abs. 2 SGB X)."""

    EILE = "1"
    FRIST = "2"
    EIGENE_ANGABEN = "3"
    VIELE = "4"
    EINKOMMEN = "5"
    VOLLSTRECKUNG = "6"
    GERINGE_AUFRECHNUNG = "7"

    @property
    def norm(self) -> str:
        return f"§ 24 Abs. 2 Nr. {self.value} SGB X"

    @property
    def titel(self) -> str:
        return _AUSNAHMEN[self]


_AUSNAHMEN = {
    Anhoerungsausnahme.EILE: "Gefahr im Verzug oder öffentliches Interesse an sofortiger Entscheidung",
    Anhoerungsausnahme.FRIST: "Anhörung würde eine maßgebliche Frist gefährden",
    Anhoerungsausnahme.EIGENE_ANGABEN: "keine Abweichung von den eigenen Angaben zu Ungunsten",
    Anhoerungsausnahme.VIELE: "gleichartige Bescheide in größerer Zahl",
    Anhoerungsausnahme.EINKOMMEN: "einkommensabhängige Leistung wird geänderten Verhältnissen angepasst",
    Anhoerungsausnahme.VOLLSTRECKUNG: "Maßnahme der Vollstreckung",
    Anhoerungsausnahme.GERINGE_AUFRECHNUNG: "Aufrechnung mit weniger als 70 Euro",
}


@dataclass(frozen=True, slots=True)
class Korrekturfall:
    """Was zur Prüfung einer Korrektur nötig ist. Tage sind Kalendertage, `beginn` der erste betroffene Monat.

    `bekanntgaben` der ersetzten Bescheide; `laufend`: nach einem von ihnen wurde bei Beginn des Verfahrens noch gezahlt
    (§ 45 Abs. 3 Satz 4 SGB X); `kenntnis` der Tag, seit dem die Behörde die Tatsachen kennt, die eine
    Aufhebung für die Vergangenheit rechtfertigen; `antrag` der Tag eines Überprüfungsantrags.
    """

    korrektur: Korrektur
    leistung: str
    beginn: date
    heute: date
    bekanntgaben: Sequence[date]
    laufend: bool = False
    kenntnis: date | None = None
    antrag: date | None = None
    ermessen: str = ""
    vertrauen: str = ""

    @property
    def rueckwirkend(self) -> bool:
        return self.beginn < zukunft_ab(self.heute)


def pruefe_korrektur(fall: Korrekturfall) -> list[Mangel]:
    """Alle Gründe, aus denen die gewählte Norm nicht trägt; leer, wenn sie trägt."""
    return [*_zeitraum(fall), *_fristen(fall), *_nachzahlung(fall), *_begruendung(fall)]


def ermessen_noetig(korrektur: Korrektur, leistung: str) -> bool:
    """§ 45 verlangt Ermessen; im SGB II ist die Rücknahme gebunden (§ 40 Abs. 2 Nr. 3 SGB II)."""
    return korrektur.regel.ermessen and (leistung != SGB_2 or korrektur is Korrektur.RUECKNAHME_ZUKUNFT)


def atypik_noetig(korrektur: Korrektur, leistung: str) -> bool:
    """„Soll“ in § 48 Abs. 1 Satz 2: Liegt ein untypischer Fall vor, ist Ermessen auszuüben; nicht im SGB II."""
    return korrektur.regel.atypisch and leistung != SGB_2


def fruehester_monat(leistung: str, tag: date) -> date:
    """Ab wann zugunsten nachgezahlt werden darf (§ 44 Abs. 4 SGB X und die kürzeren Fristen)."""
    return nachzahlung_ab(tag, 1 if leistung in EIN_JAHR_ZURUECK else JAHRE_ZURUECK)


def _zeitraum(fall: Korrekturfall) -> Iterator[Mangel]:
    if fall.rueckwirkend and not fall.korrektur.regel.vergangenheit:
        ab = zukunft_ab(fall.heute)
        yield Mangel(
            "von Monat",
            f"{fall.beginn:%m.%Y}",
            f"liegt vor der Bekanntgabe; {fall.korrektur.norm} wirkt nur für die Zukunft",
            f"Beginnen Sie frühestens mit {ab:%m.%Y} oder wählen Sie eine andere Norm.",
        )


def _fristen(fall: Korrekturfall) -> Iterator[Mangel]:
    regel = fall.korrektur.regel
    bekannt = max(fall.bekanntgaben, default=None)
    if fall.korrektur.value.startswith("45") and bekannt is not None:
        yield from _ruecknahmefrist(fall, bekannt)
    if regel.belastet and regel.vergangenheit and fall.rueckwirkend:
        yield from _jahresfrist(fall)
    kurz = EIN_JAHR_ZURUECK.get(fall.leistung)
    if fall.korrektur is Korrektur.ZUGUNSTEN and kurz and bekannt is not None:
        ende = ueberpruefbar_bis(bekannt)
        if (fall.antrag or fall.heute) > ende:
            yield Mangel(
                "Norm",
                fall.korrektur.norm,
                f"greift nach {ende:%d.%m.%Y} nicht mehr ({kurz} Nr. 1)",
                "Lehnen Sie die Überprüfung ab.",
            )


def _ruecknahmefrist(fall: Korrekturfall, bekannt: date) -> Iterator[Mangel]:
    """Zwei Jahre, ohne Vertrauen zehn; danach nur, wenn die Leistung bei Beginn des Verfahrens noch lief (Satz 4)."""
    mit_vertrauen = fall.korrektur is Korrektur.RUECKNAHME_ZUKUNFT
    ende = ruecknahme_bis(bekannt, vertrauen=mit_vertrauen)
    if bekanntgabe(fall.heute) <= ende:
        return
    if mit_vertrauen or not fall.laufend:
        yield Mangel(
            "Norm",
            fall.korrektur.norm,
            f"erlaubt die Rücknahme nur bis {ende:%d.%m.%Y} (§ 45 Abs. 3 SGB X)",
            "Prüfen Sie, ob ein Ausschluss des Vertrauens vorliegt; sonst bleibt der Bescheid bestehen.",
        )
    elif fall.rueckwirkend and ende <= UEBERGANG_1998:
        yield Mangel(
            "von Monat",
            f"{fall.beginn:%m.%Y}",
            "liegt vor der Bekanntgabe; die zehn Jahre waren am 15.04.1998 schon um (§ 45 Abs. 3 Satz 5 SGB X)",
            f"Beginnen Sie frühestens mit {zukunft_ab(fall.heute):%m.%Y}.",
        )


def _jahresfrist(fall: Korrekturfall) -> Iterator[Mangel]:
    if fall.kenntnis is None:
        yield Mangel(
            "Kenntnis seit",
            "(leer)",
            "fehlt",
            "Tragen Sie ein, seit wann die Tatsachen bekannt sind (§ 45 Abs. 4 Satz 2 SGB X).",
        )
    elif fall.heute > (ende := jahresfrist(fall.kenntnis)):
        yield Mangel(
            "Kenntnis seit",
            f"{fall.kenntnis:%d.%m.%Y}",
            f"liegt zu lange zurück; die Jahresfrist endete am {ende:%d.%m.%Y} (§ 45 Abs. 4 Satz 2 SGB X)",
            "Heben Sie nur für die Zukunft auf.",
        )


def _nachzahlung(fall: Korrekturfall) -> Iterator[Mangel]:
    if fall.korrektur not in (Korrektur.ZUGUNSTEN, Korrektur.AENDERUNG_ZUGUNSTEN):
        return
    ab = fruehester_monat(fall.leistung, fall.antrag or fall.heute)
    if fall.beginn < ab:
        norm = EIN_JAHR_ZURUECK.get(fall.leistung)
        norm = f"{norm} Nr. 2" if norm else "§ 44 Abs. 4 SGB X"
        yield Mangel(
            "von Monat",
            f"{fall.beginn:%m.%Y}",
            f"liegt vor {ab:%m.%Y}; weiter zurück wird nicht nachgezahlt ({norm})",
            f"Beginnen Sie mit {ab:%m.%Y}; bis {monat_weiter(ab, -1):%m.%Y} bleibt es beim bisherigen Betrag.",
        )


def _begruendung(fall: Korrekturfall) -> Iterator[Mangel]:
    if ermessen_noetig(fall.korrektur, fall.leistung) and not fall.ermessen.strip():
        abhilfe = (
            "Schreiben Sie, was für und gegen die Rücknahme spricht (§ 45 Abs. 1 SGB X, § 35 Abs. 1 Satz 3 SGB X)."
        )
        yield Mangel("Ermessen", "(leer)", "fehlt", abhilfe)
    if atypik_noetig(fall.korrektur, fall.leistung) and not fall.ermessen.strip():
        abhilfe = "Schreiben Sie, ob Umstände vorliegen, die vom Regelfall abweichen (§ 48 Abs. 1 Satz 2 SGB X)."
        yield Mangel("Untypischer Fall", "(leer)", "fehlt", abhilfe)
    if fall.korrektur.regel.vertrauen and not fall.vertrauen.strip():
        abhilfe = "Wägen Sie Vertrauen und öffentliches Interesse ab (§ 45 Abs. 2 SGB X)."
        yield Mangel("Vertrauensschutz", "(leer)", "fehlt", abhilfe)
