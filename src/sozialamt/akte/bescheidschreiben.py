"""Vom Bescheid zum Schreiben: Absender, Empfänger und Rechenweg zusammenstellen und drucken."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import antrag_vom, gruende_aus
from sozialamt.akte.entwurf import Umstaende, entwirf_bescheid, entwirf_ohne_rechnung
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Bescheid
from sozialamt.akte.schreiben import Behoerde, BescheidDaten, Unterschrift, rendere_bescheid
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.steckbrief import Rechtsbehelf, Steckbrief


def schreiben(bescheid: Bescheid) -> bytes:
    """PDF/A-3a und PDF/UA-1 mit dem Rechenweg als Anlage."""
    return rendere_bescheid(bescheiddaten(bescheid))


def bescheiddaten(bescheid: Bescheid) -> BescheidDaten:
    """Alles, was im Schreiben steht, aus der Abschrift des Bescheids."""
    inhalt = bescheid.inhalt
    steckbrief = _steckbrief(bescheid)
    behoerde = Behoerde(**settings.BEHOERDE, ansprechperson=bescheid.created_by.anzeigename)
    umstaende = _umstaende(bescheid)
    if not inhalt.get("berechnet", True):
        zeitraum = (inhalt["monate"][0]["monat"], inhalt["monate"][-1]["monat"])
        return entwirf_ohne_rechnung(steckbrief, zeitraum, inhalt["entscheidung"]["saetze"], behoerde, umstaende)
    namen = {schluessel: person["name"] for schluessel, person in inhalt["personen"].items()}
    return entwirf_bescheid(steckbrief, bescheid.spuren, namen, behoerde, umstaende)


def _umstaende(bescheid: Bescheid) -> Umstaende:
    inhalt = bescheid.inhalt
    empfaenger, entscheidung = inhalt["empfaenger"], inhalt.get("entscheidung", {})
    vorlaeufig = entscheidung.get("vorlaeufig_grund", "")
    return Umstaende(
        art=Bescheidart(bescheid.art),
        aktenzeichen=inhalt["aktenzeichen"],
        datum=timezone.localdate(bescheid.erlassen_am),
        anschrift=(empfaenger["name"], empfaenger["strasse"], f"{empfaenger['plz']} {empfaenger['ort']}"),
        empfaenger=empfaenger["name"],
        angeschrieben=next(iter(inhalt["personen"])),
        antrag_vom=antrag_vom(inhalt),
        aendert=", ".join(entscheidung.get("aendert", [])),
        aenderungsnorm=bescheid.norm,
        bisher=entscheidung.get("bisher"),
        vorlaeufig_grund=vorlaeufig,
        vorlaeufig_norm=bescheid.norm if vorlaeufig else "",
        gruende=gruende_aus(inhalt),
        gericht=_gericht(bescheid),
        unterschrift=Unterschrift(name=bescheid.created_by.anzeigename),
        rechenweg=bytes(bescheid.rechenweg),
        muster=inhalt["erzeugt"],
    )


def _steckbrief(bescheid: Bescheid) -> Steckbrief:
    """Steckbrief mit dem Rechtsbehelf, den das Land vorsieht; ohne Gericht gibt es keinen Bescheid mit Klage."""
    steckbrief = steckbriefe()[bescheid.leistung]
    gilt = steckbrief.rechtsbehelf.nach_landesrecht(ohne_vorverfahren=bescheid.leistung in settings.OHNE_VORVERFAHREN)
    if gilt is Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT and not settings.VERWALTUNGSGERICHT:
        raise ZustandFehler(
            "Der Bescheid muss das Verwaltungsgericht nennen (§ 36 SGB X). Die Verwaltung trägt es in "
            "SOZIALAMT_VERWALTUNGSGERICHT ein."
        )
    return replace(steckbrief, rechtsbehelf=gilt)


def _gericht(bescheid: Bescheid) -> str:
    """Gericht, bei dem zu klagen ist; das Sozialgericht nur gegen Widerspruchsbescheide."""
    if steckbriefe()[bescheid.leistung].rechtsbehelf.verwaltungsrechtsweg:
        return str(settings.VERWALTUNGSGERICHT)
    return str(settings.SOZIALGERICHT) if bescheid.art == Bescheidart.WIDERSPRUCH else ""
