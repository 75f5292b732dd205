"""Bescheide, Konten und Läufe ohne den Umweg über die Berechnung: Hier geht es nur ums Geld."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from sozialamt.akte.anschluesse import BEI_ERLASS
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import (
    Benutzer,
    Bescheid,
    Haushalt,
    Kostenersatz,
    Person,
    Rollenzuweisung,
    Vorgang,
    Vorgangsschritt,
    Zahlanspruch,
)
from sozialamt.kasse.models import Auffaelligkeit, Zahllauf, Zahlungsweg
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import auffaelligkeit_abhaken, zahllauf_pruefen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden
from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, zahlungsweg_erfassen
from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_freigeben
from sozialamt.leistungen.verfahren import KOSTENERSATZ, UEBERPRUEFUNG

GSIAE, HLU = "grundsicherung_alter_erwerbsminderung", "hilfe_zum_lebensunterhalt"
MAI, JUNI, JULI, AUGUST = (date(2026, m, 1) for m in (5, 6, 7, 8))
BEGINN = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
IBANS = ("DE02120300000000202051", "DE02500105170137075030", "DE02100500000054540402", "DE02300209000106531065")

Teil = tuple[str, str, str, str]
"""Bestandteil, Kostenträger, Wohnform, Grund."""
LEBENSUNTERHALT: Teil = ("lebensunterhalt", "bund", "wohnung", "alter")
UNTERKUNFT: Teil = ("unterkunft", "bund", "wohnung", "alter")


class Uhr:
    """Jeder Vorgang bekommt einen späteren Zeitpunkt; nichts liest die wirkliche Uhr."""

    def __init__(self) -> None:
        self.jetzt = BEGINN

    def tick(self, **weiter: int) -> datetime:
        self.jetzt += timedelta(**(weiter or {"minutes": 5}))
        return self.jetzt


def konto(name: str, *rollen: str) -> Benutzer:
    benutzer = Benutzer.objects.create(username=name)
    Rollenzuweisung.objects.bulk_create(Rollenzuweisung(benutzer=benutzer, rolle=rolle) for rolle in rollen)
    return benutzer


def haushalt(nummer: int = 1) -> tuple[Haushalt, Person]:
    akte = Haushalt.objects.create(
        aktenzeichen=f"50-{nummer:06d}", strasse="Mühlenweg 3", plz="12345", ort="Musterstadt"
    )
    person = Person.objects.create(
        vorname="Jörg", nachname=f"Müßig {nummer}", geburtsdatum=date(1950, 1, 1), name_gefaltet=f"mussig {nummer}"
    )
    return akte, person


@transaction.atomic
def bescheid(
    akte: Haushalt,
    ansprueche: Mapping[tuple[date, Person, Teil], int],
    benutzer: Benutzer,
    zeitpunkt: datetime,
    *,
    leistung: str = GSIAE,
    zeitraum: tuple[date, date] | None = None,
    art: str = "bewilligung",
) -> Bescheid:
    """Ein erlassener Bescheid mit seinen Zahlansprüchen; die Kasse bucht wie beim wirklichen Erlass."""
    von, bis = zeitraum or (min(m for m, _, _ in ansprueche), max(m for m, _, _ in ansprueche))
    erlassen = _erlassen(akte, benutzer, zeitpunkt, art=art, leistung=leistung, beginn=von, ende=bis)
    Zahlanspruch.objects.bulk_create(
        Zahlanspruch(
            bescheid=erlassen,
            monat=monat,
            person=person,
            bestandteil=teil[0],
            kostentraeger=teil[1],
            wohnform=teil[2],
            grund=teil[3],
            cent=cent,
        )
        for (monat, person, teil), cent in ansprueche.items()
        if cent
    )
    return _angeschlossen(erlassen)


@transaction.atomic
def ersatzbescheid(
    akte: Haushalt,
    person: Person | None,
    cent: int,
    wer_wann: tuple[Benutzer, datetime],
    *,
    leistung: str = GSIAE,
    grundlage: Grundlage = Grundlage.VERSCHULDEN,
    schuldner: str | Person = "Clara Erbin",
    **weitere: object,
) -> Bescheid:
    """Ein erlassener Bescheid über Kostenersatz für Juni und Juli mit seinem Vorgang; die Kasse bucht wie sonst.

    Ein bloßer Name ist ein Anspruch, wie er früher aufgenommen wurde, außer `weitere` sagt `von_aussen`.
    """
    name = schuldner if isinstance(schuldner, str) else schuldner.rufname
    benutzer, zeitpunkt = wer_wann
    vorgang = Vorgang.objects.create(
        haushalt=akte,
        art=KOSTENERSATZ.schluessel,
        leistung=leistung,
        person=person,
        antragsdatum=zeitpunkt.date(),
        zustand="entschieden",
        zustaendig=benutzer,
        created_at=zeitpunkt,
    )
    Kostenersatz.objects.create(
        vorgang=vorgang,
        grundlage=grundlage,
        gegner=name,
        schuldner=None if isinstance(schuldner, str) else schuldner,
        **weitere,
        anschrift="Am Markt 1, 54321 Nebenstadt",
        von=JUNI,
        bis=JULI,
        ereignis_am=JUNI,
        nachlass_cent=1_000_000 if grundlage is Grundlage.ERBEN else None,
        spaetestens=date(2029, 12, 31),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    inhalt = {"entscheidung": {"erstattung": cent}, "empfaenger": {"name": name}}
    felder = {"art": "kostenersatz", "leistung": leistung, "norm": grundlage.norm, "inhalt": inhalt}
    erlassen = _erlassen(akte, benutzer, zeitpunkt, beginn=JUNI, ende=JULI, **felder)
    _schritt(vorgang, erlassen)
    return _angeschlossen(erlassen)


@transaction.atomic
def ersatzaufhebung(ersatz: Bescheid, cent: int, wer_wann: tuple[Benutzer, datetime]) -> Bescheid:
    """Ein erlassener Bescheid, der einen Kostenersatz um `cent` mindert, nach einer Überprüfung."""
    benutzer, zeitpunkt = wer_wann
    vorgang = Vorgang.objects.create(
        haushalt=ersatz.haushalt,
        art=UEBERPRUEFUNG.schluessel,
        leistung=ersatz.leistung,
        bescheid=ersatz,
        antragsdatum=zeitpunkt.date(),
        zustand="entschieden",
        zustaendig=benutzer,
        created_at=zeitpunkt,
    )
    inhalt = {"entscheidung": {"erstattung": cent}, "empfaenger": ersatz.inhalt["empfaenger"]}
    felder = {"art": "ersatzaufhebung", "leistung": ersatz.leistung, "norm": "§ 44 Abs. 2 SGB X", "inhalt": inhalt}
    zeitraum = {"beginn": ersatz.beginn, "ende": ersatz.ende}
    erlassen = _erlassen(ersatz.haushalt, benutzer, zeitpunkt, **zeitraum, **felder)
    _schritt(vorgang, erlassen)
    return _angeschlossen(erlassen)


def _schritt(vorgang: Vorgang, erlassen: Bescheid) -> None:
    Vorgangsschritt.objects.create(
        vorgang=vorgang,
        nummer=1,
        handlung="bescheid_erlassen",
        nach_zustand="entschieden",
        ereignis_am=erlassen.erlassen_am.date(),
        bescheid=erlassen,
        erfasst_am=erlassen.erlassen_am,
        erfasst_von=erlassen.created_by,
    )


def _erlassen(akte: Haushalt, benutzer: Benutzer, zeitpunkt: datetime, **felder: object) -> Bescheid:
    angaben = {"inhalt": {}, "rechtsstand": felder["ende"]} | felder
    return Bescheid.objects.create(
        haushalt=akte,
        nummer=f"{akte.aktenzeichen}-{Bescheid.objects.count() + 1:03d}",
        gewusst_am=zeitpunkt - timedelta(hours=1),
        rechenweg=b"",
        erlassen_am=zeitpunkt,
        created_by=benutzer,
        **angaben,
    )


def _angeschlossen(erlassen: Bescheid) -> Bescheid:
    for anschluss in BEI_ERLASS:
        anschluss(erlassen, erlassen.created_by, erlassen.erlassen_am)
    return erlassen


def zahlungsweg(
    akte: Haushalt, sach: Benutzer, zweite: Benutzer, zeitpunkt: datetime, **angaben: object
) -> Zahlungsweg:
    """Ein freigegebener Weg."""
    werte = {"kontoinhaber": "Jörg Müßig", "iban": IBANS[0], "gilt_ab": date(2026, 1, 1)} | angaben
    weg = zahlungsweg_erfassen(benutzer=sach, haushalt=akte, angaben=Wegangaben(**werte), zeitpunkt=zeitpunkt)
    zahlungsweg_freigeben(benutzer=zweite, zahlungsweg=weg, zeitpunkt=zeitpunkt)
    return weg


def laufe(lauf: Zahllauf, kasse: Benutzer, zweite: Benutzer, uhr: Uhr) -> Zahllauf:
    """Vom gesammelten zum gesendeten Lauf."""
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    hake_ab(lauf, zweite, uhr)
    zahllauf_freigeben(benutzer=zweite, zahllauf=lauf, zeitpunkt=uhr.tick())
    zahldatei_erstellen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    return zahllauf_senden(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())


def hake_ab(lauf: Zahllauf, zweite: Benutzer, uhr: Uhr) -> None:
    for eine in Auffaelligkeit.objects.filter(zahlung__zahllauf=lauf, sichtvermerk=None):
        auffaelligkeit_abhaken(benutzer=zweite, auffaelligkeit=eine, zeitpunkt=uhr.tick(seconds=5))


def sammle(kasse: Benutzer, uhr: Uhr, monat: date = JULI) -> Zahllauf:
    """Gesammelt wird frühestens zu Beginn des Monats."""
    uhr.jetzt = max(uhr.jetzt, datetime(monat.year, monat.month, 1, 8, 0, tzinfo=UTC))
    zeitpunkt = uhr.tick()
    return zahllauf_sammeln(
        benutzer=kasse, monat=monat, ausfuehrungstag=zeitpunkt.date() + timedelta(days=2), zeitpunkt=zeitpunkt
    )
