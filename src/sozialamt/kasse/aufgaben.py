"""Aufgaben der Kasse: Konten, Zahlläufe, Rückläufer, Ungeklärtes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from sozialamt.akte.aufgabe import Aufgabe, Spalte, melde_an
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.models import Benutzer
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.kasse.konten import Konto
from sozialamt.kasse.models import (
    Bewegungsart,
    Buchung,
    Forderung,
    Kontobewegung,
    Laufstatus,
    Sperrgrund,
    Zahllauf,
    Zahlungsweg,
    stand,
)


def _konten(benutzer: Benutzer, heute: date) -> QuerySet[Zahlungsweg]:
    zugaenglich = zugaengliche(benutzer, "zahlungsweg_freigeben")
    return Zahlungsweg.objects.offen().filter(haushalt__in=zugaenglich).exclude(erfasst_von=benutzer)


def _ruecklaeufer(benutzer: Benutzer, heute: date) -> QuerySet[Kontobewegung]:
    """Zurückgekommene Zahlungen, deren Konto gesperrt ist und noch kein neues hat."""
    neuer = Zahlungsweg.objects.filter(
        haushalt=OuterRef("zahlung__haushalt"),
        empfaenger=OuterRef("zahlung__empfaenger"),
        sperre__isnull=True,
        pk__gt=OuterRef("zahlung__zahlungsweg"),
    )
    zurueck = Kontobewegung.objects.filter(
        ~Exists(neuer), art=Bewegungsart.RUECKLAEUFER, zahlung__zahlungsweg__sperre__grund=Sperrgrund.RUECKLAEUFER
    )
    zugaenglich = zugaengliche(benutzer, "buchungen_lesen")
    offen = zurueck.filter(zahlung__haushalt__in=zugaenglich)
    return offen.select_related("zahlung__haushalt").order_by("buchungstag", "pk")


def _zu_klaeren(benutzer: Benutzer, heute: date) -> QuerySet[Kontobewegung]:
    return Kontobewegung.objects.zu_klaeren()


def _guthaben(benutzer: Benutzer, heute: date) -> QuerySet[Forderung]:
    """Forderungen, von denen nach einer Aufhebung etwas zurückzuzahlen ist."""
    gebucht = Buchung.objects.filter(forderung=OuterRef("pk")).order_by().values("forderung")
    rest = Subquery(gebucht.annotate(s=stand(Konto.ERSATZGUTHABEN, haben=True)).values("s"))
    ersatz = Forderung.objects.filter(bescheid__art=Bescheidart.KOSTENERSATZ).annotate(guthaben=rest)
    zugaenglich = zugaengliche(benutzer, "forderung_bearbeiten")
    offen = ersatz.filter(guthaben__gt=0, haushalt__in=zugaenglich)
    return offen.select_related("haushalt", "bescheid").order_by("erfasst_am", "pk")


def _laeufe(schluessel: str, titel: str, recht: str, staende: Sequence[str], rang: int, hilfe: str) -> Aufgabe:
    """Läufe, bei denen der nächste Schritt bei diesem Menschen liegt; wer gesammelt hat, gibt nicht frei."""

    def zeilen(benutzer: Benutzer, heute: date) -> QuerySet[Zahllauf]:
        wartend = Zahllauf.objects.filter(status__in=staende).select_related("gesammelt_von")
        if recht == "zahllauf_freigeben":
            wartend = wartend.exclude(gesammelt_von=benutzer)
        return wartend.order_by("ausfuehrungstag", "pk")

    return Aufgabe(
        schluessel, titel, recht, zeilen, hilfe=hilfe, rang=rang, dringend=True, spalten=_LAUF, ziel=_zum_lauf
    )


def _zum_lauf(lauf: Any) -> tuple[str, Sequence[object]]:
    return "zahllauf", (lauf.nummer,)


_LAUF = (
    Spalte("Zahllauf", lambda z: z.nummer),
    Spalte("Ausführung am", lambda z: z.ausfuehrungstag),
    Spalte("Stand", lambda z: z.get_status_display()),
    Spalte("Zahlungen", lambda z: z.anzahl),
    Spalte("Summe", lambda z: z.summe, betrag=True),
    Spalte("gesammelt von", lambda z: z.gesammelt_von.anzeigename),
)

melde_an(
    Aufgabe(
        "konten",
        "Konten freizugeben",
        "zahlungsweg_freigeben",
        _konten,
        hilfe="von anderen erfasst",
        rang=18,
        dringend=True,
        seite="konten_freigeben",
    ),
    Aufgabe(
        "ruecklaeufer",
        "Zurückgekommene Zahlungen",
        "buchungen_lesen",
        _ruecklaeufer,
        hilfe="das Konto ist gesperrt, ein neues fehlt",
        rang=12,
        dringend=True,
        spalten=(
            Spalte("Empfänger", lambda b: b.zahlung.kontoinhaber),
            Spalte("Akte", lambda b: b.zahlung.haushalt.aktenzeichen),
            Spalte("Betrag", lambda b: b.cent, betrag=True),
            Spalte("zurück am", lambda b: b.buchungstag),
            Spalte("Grund der Bank", lambda b: b.rueckgabegrund),
        ),
        ziel=lambda b: ("zahlungswege", (b.zahlung.haushalt.aktenzeichen,)),
    ),
    Aufgabe(
        "guthaben",
        "Kostenersatz zurückzuzahlen",
        "forderung_bearbeiten",
        _guthaben,
        hilfe="gezahlt, dann aufgehoben",
        rang=16,
        dringend=True,
        spalten=(
            Spalte("An wen", lambda f: f.schuldner),
            Spalte("Akte", lambda f: f.haushalt.aktenzeichen),
            Spalte("Kassenzeichen", lambda f: f.nummer),
            Spalte("Betrag", lambda f: f.guthaben, betrag=True),
        ),
        ziel=lambda f: ("forderungen", (f.haushalt.aktenzeichen,)),
    ),
    Aufgabe(
        "bewegungen",
        "Kontobewegungen zu klären",
        "kontoauszug_einlesen",
        _zu_klaeren,
        hilfe="niemandem zugeordnet",
        rang=30,
        seite="kontoauszuege",
    ),
    _laeufe("zahllaeufe_pruefen", "Zahlläufe zu prüfen", "zahllauf_pruefen", [Laufstatus.GESAMMELT], 13, "gesammelt"),
    _laeufe(
        "zahllaeufe_freigeben",
        "Zahlläufe freizugeben",
        "zahllauf_freigeben",
        [Laufstatus.GEPRUEFT],
        14,
        "von anderen gesammelt und geprüft",
    ),
    _laeufe(
        "zahllaeufe_senden",
        "Zahlläufe zur Bank",
        "zahllauf_senden",
        [Laufstatus.FREIGEGEBEN, Laufstatus.DATEI_ERSTELLT],
        15,
        "freigegeben, noch nicht gesendet",
    ),
)
