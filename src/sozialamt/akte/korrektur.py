"""Eine geltende Entscheidung durch eine neue ersetzen: gemeinsame Prüfung aller Korrekturen (§§ 44, 45, 48 SGB X)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.fristen import bekanntgabe
from sozialamt.akte.korrekturtexte import NORMSATZ
from sozialamt.akte.models import Bescheid, Vorgang
from sozialamt.akte.monat import monatsschluessel
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.stand import Teil, geltende_bescheide, je_person, zugesprochen
from sozialamt.akte.verfahrensrecht import Anhoerungsausnahme, Korrektur, Korrekturfall, pruefe_korrektur

ANGEHOERT = ("aeusserung_aufnehmen", "anhoerung_beenden")


@dataclass(frozen=True, slots=True)
class Korrekturangaben:
    """Was ein Mensch zur Korrektur festlegt; `ohne_anhoerung` nennt die Ausnahme, wenn nicht angehört wird."""

    korrektur: Korrektur
    gruende: str
    kenntnis: date | None = None
    ermessen: str = ""
    vertrauen: str = ""
    ohne_anhoerung: Anhoerungsausnahme | None = None


@dataclass(frozen=True)
class Korrekturlage:
    """Der Vergleich vor der Korrektur: was galt und was künftig gilt, je Monat, Person und Bestandteil."""

    vorgang: Vorgang
    monate: Sequence[date]
    geltend: Mapping[date, Bescheid]
    alt: Mapping[Teil, int]
    neu: Mapping[Teil, int]
    heute: date

    @classmethod
    def lies(cls, vorgang: Vorgang, monate: Sequence[date], neu: Mapping[Teil, int], heute: date) -> Korrekturlage:
        """Liest, was für die Monate gilt; ohne Bescheid gibt es nichts zu korrigieren."""
        geltend = geltende_bescheide(vorgang.haushalt, vorgang.leistung, monate)
        if not geltend:
            raise ZustandFehler("Für diesen Zeitraum gilt kein Bescheid. Bewilligen Sie oder lehnen Sie ab.")
        return cls(vorgang, monate, geltend, zugesprochen(vorgang.haushalt, vorgang.leistung, monate), neu, heute)

    @property
    def belastet(self) -> bool:
        """Ob irgendeine Person in irgendeinem Monat weniger bekommt."""
        return any(neu < alt for alt, neu in self._je_person().values())

    @property
    def beguenstigt(self) -> bool:
        return any(neu > alt for alt, neu in self._je_person().values())

    @property
    def ueberzahlt(self) -> int:
        """Cent, die bis zum laufenden Monat zu viel zugesprochen waren."""
        bis = self.heute.replace(day=1)
        return sum(max(alt - neu, 0) for (monat, _), (alt, neu) in self._je_person().items() if monat <= bis)

    @property
    def bisher(self) -> dict[str, int]:
        """Monatssummen, die ersetzt werden."""
        summen = dict.fromkeys((monatsschluessel(m) for m in self.monate), 0)
        for teil, cent in self.alt.items():
            summen[monatsschluessel(teil.monat)] += cent
        return summen

    @property
    def ersetzte(self) -> list[Bescheid]:
        """Ersetzte Bescheide, der älteste zuerst."""
        return sorted({b.pk: b for b in self.geltend.values()}.values(), key=lambda b: (b.erlassen_am, b.pk))

    def _je_person(self) -> dict[tuple[date, int], tuple[int, int]]:
        alt, neu = je_person(self.alt), je_person(self.neu)
        return {wer: (alt.get(wer, 0), neu.get(wer, 0)) for wer in alt.keys() | neu.keys()}


def entscheide(lage: Korrekturlage, angaben: Korrekturangaben, art: Bescheidart) -> Entscheidung:
    """Prüft Norm, Fristen, Begründung und Anhörung und gibt die Entscheidung, mit der entworfen wird."""
    korrektur, vorgang = angaben.korrektur, lage.vorgang
    if lage.alt == lage.neu and korrektur is not Korrektur.ENDGUELTIG:
        raise ZustandFehler("Es ändert sich kein Betrag. Tragen Sie zuerst ein, was anders ist.")
    maengel = [*_richtung(lage, korrektur), *pruefe_korrektur(_fall(lage, angaben))]
    if not angaben.gruende.strip():
        maengel.append(Mangel("Gründe", "(leer)", "fehlt", "Schreiben Sie, was sich geändert hat oder falsch war."))
    if maengel:
        raise AngabenFehler(maengel)
    if lage.belastet:
        pruefe_anhoerung(vorgang, angaben.ohne_anhoerung)
    return Entscheidung(
        art=art,
        norm=korrektur.norm,
        vorgang=vorgang,
        aendert=tuple(b.nummer for b in lage.ersetzte),
        bisher=lage.bisher,
        gruende=begruende(angaben),
        ueberzahlt=lage.ueberzahlt,
    )


def begruende(angaben: Korrekturangaben) -> tuple[Textabschnitt, ...]:
    """Eigene Gründe des Bescheids (§ 35 SGB X): Sachverhalt, Norm, Ermessen, Vertrauen, Anhörung."""
    regel = angaben.korrektur.regel
    abschnitte = [
        Textabschnitt(
            "Was sich geändert hat" if not angaben.korrektur.von_anfang_an_falsch else "Was falsch war",
            (angaben.gruende.strip(), NORMSATZ[angaben.korrektur]),
        ),
    ]
    if angaben.vertrauen.strip():
        abschnitte.append(Textabschnitt("Vertrauensschutz", (angaben.vertrauen.strip(),)))
    if angaben.ermessen.strip():
        titel = "Ermessen" if regel.ermessen else "Besondere Umstände"
        abschnitte.append(Textabschnitt(titel, (angaben.ermessen.strip(),)))
    if angaben.ohne_anhoerung is not None:
        satz = (
            f"Von einer Anhörung haben wir abgesehen: {angaben.ohne_anhoerung.titel} ({angaben.ohne_anhoerung.norm})."
        )
        abschnitte.append(Textabschnitt("Anhörung", (satz,)))
    return tuple(abschnitte)


def pruefe_anhoerung(vorgang: Vorgang, ausnahme: Anhoerungsausnahme | None) -> None:
    """Vor einem Eingriff ist anzuhören; ohne Anhörung braucht es eine benannte Ausnahme (§ 24 SGB X)."""
    if ausnahme is not None or vorgang.schritte.filter(handlung__in=ANGEHOERT).exists():
        return
    if vorgang.schritte.filter(handlung="anhoeren").exists():
        raise ZustandFehler(
            "Die Anhörung läuft noch. Nehmen Sie die Äußerung auf oder warten Sie das Ende der Frist ab (§ 24 SGB X)."
        )
    raise ZustandFehler(
        "Dieser Bescheid greift in Rechte ein. Hören Sie zuerst an oder wählen Sie eine Ausnahme (§ 24 Abs. 2 SGB X)."
    )


def _richtung(lage: Korrekturlage, korrektur: Korrektur) -> Iterable[Mangel]:
    regel = korrektur.regel
    if korrektur is Korrektur.ENDGUELTIG:
        return
    if lage.belastet and not regel.belastet:
        yield Mangel(
            "Norm", regel.norm, "trägt keine Kürzung", "Teilen Sie den Zeitraum oder wählen Sie §§ 45, 48 SGB X."
        )
    if lage.beguenstigt and regel.belastet and korrektur is not Korrektur.AENDERUNG_ZUKUNFT:
        yield Mangel(
            "Norm", regel.norm, "trägt keine Erhöhung", "Teilen Sie den Zeitraum oder wählen Sie §§ 44, 48 SGB X."
        )


def _laufend(lage: Korrekturlage) -> bool:
    """Ob nach einem der ersetzten Bescheide noch gezahlt wurde, als das Verfahren begann (§ 45 Abs. 3 Satz 4)."""
    vorgang, monat = lage.vorgang, lage.vorgang.antragsdatum.replace(day=1)
    geltend = geltende_bescheide(vorgang.haushalt, vorgang.leistung, [monat]).get(monat)
    return geltend in lage.ersetzte and bool(zugesprochen(vorgang.haushalt, vorgang.leistung, [monat]))


def _fall(lage: Korrekturlage, angaben: Korrekturangaben) -> Korrekturfall:
    vorgang = lage.vorgang
    return Korrekturfall(
        korrektur=angaben.korrektur,
        leistung=vorgang.leistung,
        beginn=min(lage.monate),
        heute=lage.heute,
        bekanntgaben=[bekanntgabe(timezone.localdate(b.erlassen_am)) for b in lage.ersetzte],
        laufend=_laufend(lage),
        kenntnis=angaben.kenntnis,
        antrag=vorgang.antragsdatum if vorgang.art == "ueberpruefung" else None,
        ermessen=angaben.ermessen,
        vertrauen=angaben.vertrauen,
    )
