"""Versagen oder entziehen, weil jemand nicht mitwirkt (§ 66 SGB I)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.fristen import zukunft_ab
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.monat import monate, monatsschluessel
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.stand import zugesprochen
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import PFLICHTEN
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung

NORM = "§ 66 Abs. 1 SGB I"


@transaction.atomic
def versagen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    beginn: date,
    ende: date,
    gruende: str,
    ermessen: str,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Nur nach schriftlichem Hinweis auf die Folge und Ablauf der gesetzten Frist (§ 66 Abs. 3 SGB I)."""
    zeitpunkt = zeitpunkt or timezone.now()
    heute = timezone.localdate(zeitpunkt)
    pflicht, frist = _pruefe_hinweis(vorgang, heute)
    maengel = [
        Mangel(feld, "(leer)", "fehlt", abhilfe)
        for feld, text, abhilfe in (
            ("Gründe", gruende, "Schreiben Sie, was fehlt und warum die Aufklärung dadurch erheblich erschwert ist."),
            ("Ermessen", ermessen, "Schreiben Sie, warum Sie versagen und in welchem Umfang („kann“, § 66 Abs. 1)."),
        )
        if not text.strip()
    ]
    laufend = zugesprochen(vorgang.haushalt, vorgang.leistung, monate(beginn, ende))
    if laufend and beginn < zukunft_ab(heute):
        grund = "liegt vor der Bekanntgabe; entzogen wird nur für die Zukunft"
        maengel.append(Mangel("von Monat", f"{beginn:%m.%Y}", grund, f"Beginnen Sie mit {zukunft_ab(heute):%m.%Y}."))
    if maengel:
        raise AngabenFehler(maengel)
    was = "entziehen" if laufend else "versagen"
    bisher = dict.fromkeys((monatsschluessel(m) for m in monate(beginn, ende)), 0)
    for teil, cent in laufend.items():
        bisher[monatsschluessel(teil.monat)] += cent
    hinweis = (
        f"Wir hatten Sie schriftlich aufgefordert, bis zum {frist:%d.%m.%Y} mitzuwirken ({pflicht}), und auf diese "
        "Folge hingewiesen (§ 66 Abs. 3 SGB I). Das ist nicht geschehen."
    )
    nachholen = "Holen Sie die Mitwirkung nach, prüfen wir, ob wir auch nachträglich leisten (§ 67 SGB I)."
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=beginn,
        ende=ende,
        entscheidung=Entscheidung(
            art=Bescheidart.VERSAGUNG,
            norm=NORM,
            vorgang=vorgang,
            bisher=bisher,
            saetze=(f"Wir {was} die Leistung, bis Sie die Mitwirkung nachholen ({NORM}).",),
            gruende=(
                Textabschnitt("Fehlende Mitwirkung", (gruende.strip(), hinweis, nachholen)),
                Textabschnitt("Ermessen", (ermessen.strip(),)),
            ),
        ),
        zeitpunkt=zeitpunkt,
    )


def _pruefe_hinweis(vorgang: Vorgang, heute: date) -> tuple[str, date]:
    """Norm der verletzten Pflicht und Ende der Frist; ohne beides gibt es keine Versagung."""
    schritt = vorgang.schritte.filter(handlung="mitwirkung_anfordern").order_by("-nummer").first()
    if schritt is None:
        raise ZustandFehler(
            "Ohne schriftlichen Hinweis auf die Folgen keine Versagung (§ 66 Abs. 3 SGB I). Fordern Sie "
            "die Mitwirkung an."
        )
    if vorgang.schritte.filter(handlung="mitwirkung_erfolgt", nummer__gt=schritt.nummer).exists():
        raise ZustandFehler("Die angeforderten Unterlagen sind da; versagt werden kann nicht.")
    frist = date.fromisoformat(schritt.angaben["frist"])
    if heute <= frist:
        raise ZustandFehler(f"Die gesetzte Frist läuft noch bis {frist:%d.%m.%Y} (§ 66 Abs. 3 SGB I).")
    return PFLICHTEN[schritt.angaben["pflicht"]], frist
