"""Was eine Änderung der Tatsachen oder des Rechts an schon Entschiedenem ändert, bevor etwas gespeichert ist.

Verglichen wird, was nach den geltenden Bescheiden zusteht, mit dem, was die Rechnung heute ergibt: je Monat, Person,
Bestandteil und Kostenträger. Daraus folgen Vorschläge, welche Entscheidung mit welcher Norm in Betracht kommt; ob sie
trägt, prüft der Vorgang, der sie entwirft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone

from sozialamt.akte.berechnung import Leistungsergebnis, Zustand, berechne
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Tatsache
from sozialamt.akte.monat import monate, monatsschluessel
from sozialamt.akte.rechtsvergleich import Rechtsunterschied, vergleiche_recht
from sozialamt.akte.stand import Teil, geltende_bescheide, zugesprochen, zustehend
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, als_tatsachen, pruefe_angaben
from sozialamt.akte.vorschlag import Ursache, Vorschlag, vorschlaege
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.steckbrief import Steckbrief

EINKOMMENSGRUPPEN = frozenset(
    {
        "Erwerbseinkommen",
        "Andere Einnahmen",
        "Renten",
        "Einmalige Einnahmen",
        "Kindergeld",
        "Unterhaltsvorschuss",
        "Vermögen",
    }
)
"""Überschriften des Merkmalskatalogs, unter denen Einkommen und Vermögen stehen (§ 48 Abs. 1 Satz 2 Nr. 3 SGB X)."""


@dataclass(frozen=True)
class Neuberechnung:
    """Vergleich einer Leistung: `paare` sind nur die Teile, die sich ändern, als (bisher, künftig) in Cent."""

    haushalt: Haushalt
    steckbrief: Steckbrief
    paare: Mapping[Teil, tuple[int, int]]
    luecken: tuple[str, ...]
    vorschlaege: tuple[Vorschlag, ...]
    recht: tuple[Rechtsunterschied, ...] = ()

    @property
    def leistung(self) -> str:
        return self.steckbrief.schluessel

    @property
    def aendert(self) -> bool:
        return bool(self.paare or self.luecken)

    @cached_property
    def je_monat(self) -> dict[date, int]:
        """Unterschied aller Personen je Monat in Cent."""
        summen: dict[date, int] = {}
        for teil, (alt, neu) in self.paare.items():
            summen[teil.monat] = summen.get(teil.monat, 0) + neu - alt
        return summen

    @property
    def gruende(self) -> str:
        """Was am Recht anders ist, als Vorschlag für die Gründe des Bescheids; leer, wenn nur Tatsachen neu sind."""
        return " ".join(unterschied.satz for unterschied in self.recht)

    @property
    def ueberzahlt(self) -> int:
        """Cent, die bis heute zu viel zugesprochen sind."""
        return sum(v.ueberzahlt for v in self.vorschlaege)

    @property
    def nachzahlung(self) -> int:
        """Cent, die bis heute fehlen."""
        return sum(v.nachzahlung for v in self.vorschlaege)


def auswirkung(
    haushalt: Haushalt, angaben: Sequence[Angabe], *, benutzer: Benutzer, zeitpunkt: datetime
) -> list[Neuberechnung]:
    """Was sich ändern würde, wären diese Angaben eingetragen. Schreibt nichts; unbrauchbare Angaben brechen ab."""
    pruefe_angaben(haushalt, angaben, timezone.localdate(zeitpunkt))
    neue = als_tatsachen(haushalt, angaben, benutzer=benutzer, zeitpunkt=zeitpunkt)
    ab = min((t.gilt_ab for t in neue), default=None)
    if ab is None:
        return []
    return rechne_neu(haushalt, Kenntnis.lade(haushalt, zeitpunkt).mit(neue), zeitpunkt=zeitpunkt, ab=ab)


def rechne_neu(
    haushalt: Haushalt, kenntnis: Kenntnis, *, zeitpunkt: datetime, ab: date | None = None
) -> list[Neuberechnung]:
    """Vergleicht jede bewilligte Leistung ab dem Monat `ab` mit dem, was Akte und Recht heute ergeben."""
    heute = timezone.localdate(zeitpunkt)
    leistungen = Bescheid.objects.verfuegend().filter(haushalt=haushalt, erlassen_am__lte=zeitpunkt)
    if ab is not None:
        leistungen = leistungen.filter(ende__gte=ab)
    zeitraeume: dict[str, list[date]] = {}
    for leistung, beginn, ende in leistungen.order_by("leistung").values_list("leistung", "beginn", "ende"):
        zeitraeume.setdefault(leistung, []).extend(monate(max(beginn, ab) if ab else beginn, ende))
    gerechnet = (
        _vergleiche(haushalt, steckbriefe()[leistung], kenntnis, sorted(set(zeitraum)), heute)
        for leistung, zeitraum in zeitraeume.items()
    )
    return [neu for neu in gerechnet if neu.aendert]


def _vergleiche(
    haushalt: Haushalt, steckbrief: Steckbrief, kenntnis: Kenntnis, zeitraum: Sequence[date], heute: date
) -> Neuberechnung:
    geltend = geltende_bescheide(haushalt, steckbrief.schluessel, zeitraum)
    alt = zugesprochen(haushalt, steckbrief.schluessel, zeitraum)
    ergebnisse = {monat: berechne(kenntnis.fall(monat), steckbrief) for monat in geltend}
    luecken = {monat: grund for monat, ergebnis in ergebnisse.items() if (grund := _luecke(ergebnis))}
    alt = {teil: cent for teil, cent in alt.items() if teil.monat not in luecken}
    neu = {teil: cent for ergebnis in ergebnisse.values() for teil, cent in zustehend(ergebnis).items()}
    paare = {teil: (alt.get(teil, 0), neu.get(teil, 0)) for teil in sorted(alt.keys() | neu.keys())}
    paare = {teil: paar for teil, paar in paare.items() if paar[0] != paar[1]}
    anders = sorted({teil.monat for teil in paare})
    recht = {monat: _anderes_recht(geltend[monat], ergebnisse[monat]) for monat in anders}
    ursachen = {monat: _ursache(geltend[monat], kenntnis, monat, recht[monat]) for monat in anders}
    return Neuberechnung(
        haushalt,
        steckbrief,
        paare,
        tuple(f"{monat:%m.%Y}: {grund}" for monat, grund in luecken.items()),
        vorschlaege(paare, ursachen, steckbrief.schluessel, heute),
        tuple(dict.fromkeys(u for unterschiede in recht.values() for u in unterschiede)),
    )


def _luecke(ergebnis: Leistungsergebnis) -> str:
    match ergebnis.zustand:
        case Zustand.FRAGEN:
            return "Es fehlt: " + ", ".join(dict.fromkeys(f.titel for f in ergebnis.fragen))
        case Zustand.KEIN_RECHT:
            return ergebnis.kein_recht
        case _:
            return ""


def _anderes_recht(bescheid: Bescheid, ergebnis: Leistungsergebnis) -> tuple[Rechtsunterschied, ...]:
    """Woran die heutige Rechnung vom Rechenweg des Bescheids abweicht, Tatsachen beiseite."""
    schluessel = monatsschluessel(ergebnis.bild.monat)
    damals = next((spur for spur in bescheid.spuren if spur["monat"] == schluessel), {})
    return vergleiche_recht(damals, ergebnis.spur, timezone.localdate(bescheid.erlassen_am))


def _ursache(bescheid: Bescheid, kenntnis: Kenntnis, monat: date, recht: Sequence[Rechtsunterschied]) -> Ursache:
    """Ob der Bescheid schon beim Erlass falsch war oder sich danach etwas geändert hat."""
    if bescheid.vorlaeufig:
        return Ursache(vorlaeufig=True)
    neuere = _neuere(bescheid, kenntnis.geltende(monat).values())
    if not neuere:
        return Ursache(recht=True, von_anfang_an=any(u.von_anfang_an for u in recht))
    erlassen = timezone.localdate(bescheid.erlassen_am).replace(day=1)
    return Ursache(
        von_anfang_an=any(t.gilt_ab <= erlassen for t in neuere),
        einkommen=any(t.merkmal in _einkommensmerkmale() for t in neuere),
    )


def _neuere(bescheid: Bescheid, tatsachen: Iterable[Tatsache]) -> list[Tatsache]:
    """Was erst nach dem Stand bekannt wurde, auf dem der Bescheid beruht."""
    return [t for t in tatsachen if t.erfasst_am > bescheid.gewusst_am]


def _einkommensmerkmale() -> frozenset[str]:
    return frozenset(m.name for m in regelwerk().merkmale.values() if m.gruppe in EINKOMMENSGRUPPEN)
