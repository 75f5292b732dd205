"""Die Erstattung zu Unrecht erbrachter Leistungen festsetzen (§ 50 SGB X)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.anschluesse import UEBERZAHLT
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.korrektur import pruefe_anhoerung
from sozialamt.akte.models import Benutzer, Bescheid, Bescheidentwurf, Vorgang, Zahlanspruch
from sozialamt.akte.monat import monate
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.stand import je_person, zugesprochen
from sozialamt.akte.verfahrensrecht import SGB_2, Anhoerungsausnahme
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung
from sozialamt.rechenkern.values import euro

NORM = "§ 50 Abs. 1 und 3 SGB X"
NORM_VORLAEUFIG = {True: "§ 41a Abs. 6 SGB II", False: "§ 44a Abs. 7 SGB XII"}


@transaction.atomic
def erstatten(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    beginn: date,
    ende: date,
    ohne_anhoerung: Anhoerungsausnahme | None = None,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Entwirft den Erstattungsbescheid über das, was nach den erlassenen Bescheiden zu viel geleistet ist.

    Raten und Aufrechnung vereinbart danach die Kasse; der Bescheid nennt die Summe und den Weg dorthin.
    """
    zeitpunkt = zeitpunkt or timezone.now()
    summe = ueberzahlt(vorgang, beginn, ende, timezone.localdate(zeitpunkt))
    if summe <= 0:
        raise ZustandFehler(
            "Für diese Monate ist nichts zu erstatten. Erlassen Sie zuerst den Bescheid, der aufhebt oder ändert."
        )
    pruefe_anhoerung(vorgang, ohne_anhoerung)
    aufhebend = _aufhebende(vorgang, beginn, ende)
    if not aufhebend:
        grund = "umfasst keinen Monat, den ein Bescheid dieses Vorgangs geändert hat"
        zeitraum = f"{beginn:%m.%Y}–{ende:%m.%Y}"
        raise AngabenFehler([Mangel("Zeitraum", zeitraum, grund, "Wählen Sie die aufgehobenen Monate.")])
    endgueltig = any(b.art == Bescheidart.ENDGUELTIG for b in aufhebend)
    norm = NORM_VORLAEUFIG[vorgang.leistung == SGB_2] if endgueltig else NORM
    nummern = ", ".join(b.nummer for b in aufhebend)
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=beginn,
        ende=ende,
        entscheidung=Entscheidung(
            art=Bescheidart.ERSTATTUNG,
            norm=norm,
            vorgang=vorgang,
            aendert=tuple(b.nummer for b in aufhebend),
            erstattung=summe,
            saetze=(
                f"Sie haben {euro(summe)} zu erstatten ({norm}).",
                "Der Betrag ist einen Monat nach Bekanntgabe dieses Bescheids fällig.",
            ),
            gruende=(
                Textabschnitt(
                    "Wie sich der Betrag ergibt",
                    (
                        f"Mit Bescheid {nummern} haben wir über die Monate {beginn:%m.%Y} bis {ende:%m.%Y} neu "
                        "entschieden. Was bis dahin mehr geleistet wurde, ist zu erstatten.",
                        "Können Sie nicht auf einmal zahlen, sprechen Sie uns an: Raten sind möglich. Von einer "
                        "laufenden Leistung dürfen wir nur einen begrenzten Teil einbehalten (§§ 26, 44b SGB XII).",
                    ),
                ),
            ),
        ),
        zeitpunkt=zeitpunkt,
    )


def ueberzahlt(vorgang: Vorgang, beginn: date, ende: date, heute: date) -> int:
    """Cent, die bis zum laufenden Monat zu viel geleistet sind: nach dem Kassenbuch, ohne Kasse nach den Bescheiden."""
    bis = min(ende, heute.replace(day=1))
    for frage in UEBERZAHLT:
        return frage(vorgang.haushalt, vorgang.leistung, beginn, bis)
    zeitraum = monate(beginn, bis)
    jetzt = je_person(zugesprochen(vorgang.haushalt, vorgang.leistung, zeitraum))
    return sum(max(vorher - jetzt.get(schluessel, 0), 0) for schluessel, vorher in _vorher(vorgang, zeitraum).items())


def _vorher(vorgang: Vorgang, zeitraum: list[date]) -> dict[tuple[date, int], int]:
    """Je Monat und Person, was der Bescheid vor dem geltenden zusprach."""
    bescheide = list(
        Bescheid.objects.verfuegend()
        .filter(haushalt=vorgang.haushalt, leistung=vorgang.leistung)
        .defer("rechenweg")
        .order_by("erlassen_am", "id")
    )
    summen: dict[tuple[date, int], int] = {}
    for monat in zeitraum:
        folge = [b for b in bescheide if b.beginn <= monat <= b.ende]
        if len(folge) > 1:
            for zeile in Zahlanspruch.objects.filter(bescheid=folge[-2], monat=monat):
                summen[monat, zeile.person_id] = summen.get((monat, zeile.person_id), 0) + zeile.cent
    return summen


def _aufhebende(vorgang: Vorgang, beginn: date, ende: date) -> list[Bescheid]:
    """Bescheide dieses Vorgangs, die über die Monate verfügt haben."""
    return list(
        Bescheid.objects.verfuegend()
        .filter(schritte__vorgang=vorgang, beginn__lte=ende, ende__gte=beginn)
        .order_by("erlassen_am", "id")
        .distinct()
    )
