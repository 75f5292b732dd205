"""Einen Anspruch gegen einen anderen Träger oder Dritten aufnehmen (§§ 102 bis 105 SGB X, § 93 SGB XII)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.fristen import ausschlussfrist, monatsende
from sozialamt.akte.models import Benutzer, Haushalt, Person, Traegeranspruch
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.frist_setzen import Gesetzesfrist, lege_gesetzesfrist_an
from sozialamt.akte.vorgaenge.vorgang_beginnen import Beginn, beginne
from sozialamt.leistungen.verfahren import ANDERER_TRAEGER

UEBERLEITUNG = "93"


@dataclass(frozen=True, slots=True)
class Anspruch:
    """Gegen wen, worauf, für welche Monate (je ihr erster Tag) und nach welcher Norm."""

    grundlage: str
    gegner: str
    anschrift: str
    anspruch_auf: str
    von: date
    bis: date
    entscheidung_bekannt_am: date | None = None


@transaction.atomic
def anspruch_gegen_anderen_anlegen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    person: Person,
    leistung: str,
    anspruch: Anspruch,
    zeitpunkt: datetime | None = None,
) -> Traegeranspruch:
    """Legt den Anspruch mit seiner Ausschlussfrist an; geltend gemacht ist er damit noch nicht."""
    pruefe_recht(benutzer, "vorgang_fuehren", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    _pruefe(anspruch)
    spaetestens = None
    if anspruch.grundlage != UEBERLEITUNG:
        spaetestens = ausschlussfrist(monatsende(anspruch.bis), anspruch.entscheidung_bekannt_am)
    beginn = Beginn(haushalt, leistung, timezone.localdate(zeitpunkt), anspruch.anspruch_auf, person)
    vorgang = beginne(
        ANDERER_TRAEGER,
        beginn,
        handlung="anspruch_gegen_anderen_anlegen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
    )
    if spaetestens is not None:
        titel = f"Erstattung geltend machen bei {anspruch.gegner}"
        frist = Gesetzesfrist("ausschluss", titel, "§ 111 SGB X", spaetestens)
        lege_gesetzesfrist_an(
            frist, haushalt_id=haushalt.pk, vorgang=vorgang, zustaendig=benutzer, wer_wann=(benutzer, zeitpunkt)
        )
    return Traegeranspruch.objects.create(
        vorgang=vorgang,
        grundlage=anspruch.grundlage,
        gegner=anspruch.gegner.strip(),
        anschrift=anspruch.anschrift.strip(),
        anspruch_auf=anspruch.anspruch_auf.strip(),
        von=anspruch.von,
        bis=anspruch.bis,
        entscheidung_bekannt_am=anspruch.entscheidung_bekannt_am,
        spaetestens=spaetestens,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )


def _pruefe(anspruch: Anspruch) -> None:
    maengel = [
        Mangel(feld, "(leer)", "fehlt", abhilfe)
        for feld, text, abhilfe in (
            ("Gegen wen", anspruch.gegner, "Nennen Sie den Träger oder Dritten."),
            ("Anschrift", anspruch.anschrift, "Nennen Sie Straße, Postleitzahl und Ort."),
            ("Anspruch auf", anspruch.anspruch_auf, "Nennen Sie die Leistung, etwa „Altersrente“."),
        )
        if not text.strip()
    ]
    if anspruch.grundlage not in dict(Traegeranspruch.GRUNDLAGEN):
        maengel.append(Mangel("Grundlage", anspruch.grundlage, "gibt es nicht", "Wählen Sie eine der Normen."))
    if anspruch.bis < anspruch.von:
        grund = f"liegt vor {anspruch.von:%m.%Y}"
        maengel.append(Mangel("bis Monat", f"{anspruch.bis:%m.%Y}", grund, "Prüfen Sie Beginn und Ende."))
    maengel += zu_lang(
        Traegeranspruch, gegner=anspruch.gegner, anschrift=anspruch.anschrift, anspruch_auf=anspruch.anspruch_auf
    )
    if maengel:
        raise AngabenFehler(maengel)
