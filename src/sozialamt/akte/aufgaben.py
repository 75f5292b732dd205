"""Aufgaben der Akte: Fristen, Verfahren, Bescheide, Freigaben, Aufsicht."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from sozialamt.akte.aufgabe import VERTEILT, Aufgabe, Spalte, Zeilen, melde_an
from sozialamt.akte.models import (
    Ausgabe,
    Benutzer,
    Bescheid,
    Bescheidentwurf,
    Entwurfsstand,
    Frist,
    Massenlauf,
    Notzugriff,
    Rollenantrag,
    Traegeranspruch,
    Vorgang,
    Zustaendigkeit,
)
from sozialamt.akte.models.massenlauf import Laufstand
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.leistungen import steckbriefe

TAGE_VORAUS, TAGE_ZURUECK, MONATE_VORAUS = 7, 7, 1
AUSSCHLUSS_TAGE = 28


def _fristen(benutzer: Benutzer, bis: date) -> QuerySet[Frist]:
    return Frist.objects.faellig(bis).filter(zustaendig=benutzer).exclude(art=Frist.WIEDERVORLAGE)


def _wiedervorlagen(benutzer: Benutzer, heute: date) -> QuerySet[Frist]:
    return Frist.objects.faellig(heute).filter(zustaendig=benutzer, art=Frist.WIEDERVORLAGE)


def _ueberfaellig(benutzer: Benutzer, heute: date) -> QuerySet[Frist]:
    """Überfälliges aller, in Akten, deren Zuständigkeit man verteilt."""
    faellig = Frist.objects.faellig(heute - timedelta(days=1))
    return faellig.filter(haushalt__in=zugaengliche(benutzer, "akte_lesen"))


def _bis(tage: int, art: str) -> Callable[[date], dict[str, str]]:
    return lambda heute: {"wessen": "eigene", "art": art, "bis": f"{heute + timedelta(days=tage):%d.%m.%Y}"}


def _vorgaenge(*arten: str) -> tuple[Zeilen, Zeilen]:
    """Offene Vorgänge dieser Arten: eigene und alle, die man führen darf."""

    def alle(benutzer: Benutzer, heute: date) -> QuerySet[Vorgang]:
        offene = Vorgang.objects.offen().filter(art__in=arten)
        zugaenglich = offene.filter(haushalt__in=zugaengliche(benutzer, "vorgang_fuehren"))
        return zugaenglich.select_related("haushalt", "zustaendig").order_by("antragsdatum", "pk")

    def eigene(benutzer: Benutzer, heute: date) -> QuerySet[Vorgang]:
        return alle(benutzer, heute).filter(zustaendig=benutzer)

    return eigene, alle


def _entwuerfe(stand: str) -> QuerySet[Bescheidentwurf]:
    ohne_stand = Q(stand__isnull=True) if stand == Entwurfsstand.ARBEIT else Q()
    gesucht = Bescheidentwurf.objects.filter(ohne_stand | Q(stand__stand=stand))
    return gesucht.select_related("haushalt", "created_by", "stand").defer("inhalt", "rechenweg").order_by("pk")


def _eigene_entwuerfe(stand: str) -> Zeilen:
    def eigene(benutzer: Benutzer, heute: date) -> QuerySet[Bescheidentwurf]:
        zugaenglich = zugaengliche(benutzer, "bescheid_entwerfen")
        return _entwuerfe(stand).filter(created_by=benutzer, haushalt__in=zugaenglich)

    return eigene


def _freizugeben(benutzer: Benutzer, heute: date) -> QuerySet[Bescheidentwurf]:
    """Von anderen vorgelegt, in Akten, in denen man erlassen darf."""
    vorgelegt = _entwuerfe(Entwurfsstand.VORGELEGT).exclude(created_by=benutzer).exclude(stand__vorgelegt_von=benutzer)
    return vorgelegt.filter(haushalt__in=zugaengliche(benutzer, "bescheid_erlassen")).order_by("stand__vorgelegt_am")


def _endende(benutzer: Benutzer, heute: date) -> QuerySet[Bescheid]:
    """Verfügende Bescheide, die im laufenden oder nächsten Monat enden und denen keiner folgt."""
    von, bis = heute.replace(day=1), monat_weiter(heute.replace(day=1), MONATE_VORAUS)
    folge = Bescheid.objects.verfuegend().filter(
        haushalt=OuterRef("haushalt"), leistung=OuterRef("leistung"), ende__gt=OuterRef("ende")
    )
    juenger = Bescheid.objects.verfuegend().filter(
        haushalt=OuterRef("haushalt"),
        leistung=OuterRef("leistung"),
        ende=OuterRef("ende"),
        erlassen_am__gt=OuterRef("erlassen_am"),
    )
    endend = Bescheid.objects.verfuegend().filter(~Exists(folge), ~Exists(juenger), ende__gte=von, ende__lte=bis)
    zugaenglich = endend.filter(haushalt__in=zugaengliche(benutzer, "bescheid_entwerfen"))
    return zugaenglich.select_related("haushalt").defer("inhalt", "rechenweg").order_by("ende", "pk")


def _eigene_endende(benutzer: Benutzer, heute: date) -> QuerySet[Bescheid]:
    zustaendig = Zustaendigkeit.objects.am(heute).filter(haushalt=OuterRef("haushalt"))
    # As keys: the database then starts with these files instead of all decisions of the town.
    betreut = Zustaendigkeit.objects.filter(sachbearbeiter=benutzer).order_by().values("haushalt")
    eigene = _endende(benutzer, heute).filter(haushalt__eine_von=betreut)
    return eigene.alias(wer=Subquery(zustaendig.values("sachbearbeiter_id")[:1])).filter(wer=benutzer.pk)


def _massenlaeufe(benutzer: Benutzer, heute: date) -> QuerySet[Massenlauf]:
    return Massenlauf.objects.filter(stand=Laufstand.VORSCHAU).exclude(created_by=benutzer)


def _rollenantraege(benutzer: Benutzer, heute: date) -> QuerySet[Rollenantrag]:
    return Rollenantrag.objects.exclude(beantragt_von=benutzer).exclude(benutzer=benutzer)


def _ansprueche(benutzer: Benutzer, heute: date) -> QuerySet[Traegeranspruch]:
    bald = Traegeranspruch.objects.bald_ausgeschlossen(heute + timedelta(days=AUSSCHLUSS_TAGE))
    return bald.filter(vorgang__haushalt__in=zugaengliche(benutzer, "vorgang_fuehren"))


def _seit(heute: date) -> datetime:
    return timezone.make_aware(datetime.combine(heute - timedelta(days=TAGE_ZURUECK), time.min))


def _notzugriffe(benutzer: Benutzer, heute: date) -> QuerySet[Notzugriff]:
    return Notzugriff.objects.filter(zeitpunkt__gte=_seit(heute), haushalt__in=zugaengliche(benutzer, "akte_lesen"))


def _ausgaben(benutzer: Benutzer, heute: date) -> QuerySet[Ausgabe]:
    return Ausgabe.objects.filter(zeitpunkt__gte=_seit(heute))


def _titel(zeile: Any) -> str:
    return steckbriefe()[zeile.leistung].titel


AKTE = Spalte("Akte", lambda z: z.haushalt.aktenzeichen)
LEISTUNG = Spalte("Leistung", _titel)
_VORGANG = (
    Spalte("Stand", lambda v: v.stand.titel),
    LEISTUNG,
    AKTE,
    Spalte("seit", lambda v: v.antragsdatum),
    Spalte("zuständig", lambda v: v.zustaendig.anzeigename),
)
_ENTWURF = (
    LEISTUNG,
    AKTE,
    Spalte("Zeitraum", lambda e: f"{e.beginn:%m.%Y} bis {e.ende:%m.%Y}"),
    Spalte("entworfen von", lambda e: e.created_by.anzeigename),
)


def _verfahren(schluessel: str, titel: str, arten: Sequence[str], hilfe: str, rang: int) -> Aufgabe:
    eigene, alle = _vorgaenge(*arten)
    return Aufgabe(
        schluessel,
        titel,
        "vorgang_fuehren",
        eigene,
        alle=alle,
        hilfe=hilfe,
        rang=rang,
        spalten=(Spalte("Vorgang", lambda v: v.titel), *_VORGANG),
        ziel=lambda v: ("vorgang", (v.pk,)),
    )


melde_an(
    Aufgabe(
        "fristen",
        "Fristen",
        "vorgang_fuehren",
        lambda b, heute: _fristen(b, heute + timedelta(days=TAGE_VORAUS)),
        hilfe=f"gesetzlich oder gesetzt, bis in {TAGE_VORAUS} Tagen",
        rang=10,
        dringend=True,
        seite="fristen",
        filter=_bis(TAGE_VORAUS, "frist"),
    ),
    Aufgabe(
        "wiedervorlagen",
        "Wiedervorlagen",
        "vorgang_fuehren",
        _wiedervorlagen,
        hilfe="heute fällig oder überfällig",
        rang=20,
        dringend=True,
        seite="fristen",
        filter=_bis(0, Frist.WIEDERVORLAGE),
    ),
    Aufgabe(
        "ueberfaellig",
        "Überfälliges im Team",
        VERTEILT,
        _ueberfaellig,
        hilfe="Fristen und Wiedervorlagen, die niemand erledigt hat",
        rang=11,
        dringend=True,
        seite="fristen",
        filter=lambda heute: {"wessen": "alle", "bis": f"{heute - timedelta(days=1):%d.%m.%Y}"},
    ),
    _verfahren("aenderungen", "Vorschläge aus Neuberechnung", ["aenderung"], "ein Bescheid passt nicht mehr", 30),
    _verfahren("antraege", "Laufende Anträge", ["antrag"], "noch nicht entschieden", 50),
    _verfahren(
        "rechtsbehelfe",
        "Widersprüche und Überprüfungen",
        ["widerspruch", "ueberpruefung"],
        "noch nicht entschieden",
        40,
    ),
    Aufgabe(
        "freigaben",
        "Bescheide freizugeben",
        "bescheid_erlassen",
        _freizugeben,
        hilfe="von anderen vorgelegt",
        rang=15,
        dringend=True,
        spalten=(*_ENTWURF, Spalte("vorgelegt am", lambda e: e.stand.vorgelegt_am)),
        ziel=lambda e: ("entwurf", (e.pk,)),
    ),
    Aufgabe(
        "zurueckgewiesen",
        "Zurückgewiesene Entwürfe",
        "bescheid_entwerfen",
        _eigene_entwuerfe(Entwurfsstand.ZURUECKGEWIESEN),
        hilfe="die zweite Person hat etwas beanstandet",
        rang=16,
        dringend=True,
        spalten=(*_ENTWURF, Spalte("Grund", lambda e: e.stand.zurueckweisung)),
        ziel=lambda e: ("entwurf", (e.pk,)),
    ),
    Aufgabe(
        "entwuerfe",
        "Offene Bescheidentwürfe",
        "bescheid_entwerfen",
        _eigene_entwuerfe(Entwurfsstand.ARBEIT),
        hilfe="entworfen, noch nicht vorgelegt",
        rang=45,
        spalten=_ENTWURF,
        ziel=lambda e: ("entwurf", (e.pk,)),
    ),
    Aufgabe(
        "bewilligungsenden",
        "Enden von Bewilligungen",
        "bescheid_entwerfen",
        _eigene_endende,
        alle=_endende,
        hilfe="in diesem oder dem nächsten Monat, kein Bescheid folgt",
        rang=35,
        spalten=(LEISTUNG, AKTE, Spalte("letzter Monat", lambda b: f"{b.ende:%m.%Y}"), Spalte("Bescheid", str)),
        ziel=lambda b: ("haushalt", (b.haushalt.aktenzeichen,)),
    ),
    Aufgabe(
        "traegeransprueche",
        "Ansprüche gegen andere",
        "vorgang_fuehren",
        _ansprueche,
        hilfe=f"Ausschlussfrist endet in {AUSSCHLUSS_TAGE} Tagen (§ 111 SGB X)",
        rang=25,
        dringend=True,
        seite="traegeransprueche",
    ),
    Aufgabe(
        "massenlaeufe",
        "Massenläufe freizugeben",
        "massenlauf_freigeben",
        _massenlaeufe,
        hilfe="von anderen vorbereitet",
        rang=22,
        seite="massenlaeufe",
    ),
    Aufgabe(
        "rollenantraege",
        "Rollen freizugeben",
        "rolle_freigeben",
        _rollenantraege,
        hilfe="von anderen beantragt",
        rang=20,
        seite="freigaben",
    ),
    Aufgabe(
        "notzugriffe",
        "Zugriffe mit Begründung",
        "notzugriffe_lesen",
        _notzugriffe,
        hilfe=f"in den letzten {TAGE_ZURUECK} Tagen",
        rang=60,
        seite="notzugriffe",
    ),
    Aufgabe(
        "ausgaben",
        "Ausgaben von Daten",
        "ausgaben_lesen",
        _ausgaben,
        hilfe=f"in den letzten {TAGE_ZURUECK} Tagen",
        rang=61,
        seite="ausgaben",
    ),
)
