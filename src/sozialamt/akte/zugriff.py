"""Wer welche Akte sehen und bearbeiten darf, über das Recht der Rolle hinaus. Die eine Stelle dafür.

Drei Schranken, in dieser Reihenfolge:

1. Befangenheit (§ 16 SGB X) sperrt Lesen und Handeln, ohne Ausnahme.
2. Eine besonders geschützte Akte öffnen nur ihre Sachbearbeitung und wer `geschuetzte_akte_lesen` hat.
3. Eine fremde Einheit: handeln nie; lesen mit `fremde_einheit_lesen` oder nach einem Zugriff mit Begründung.

Ein Haushalt ohne Zuständigkeit ist noch nicht verteilt; dort entscheidet allein die Rolle.

`pruefe` antwortet für ein Ziel und nennt den Grund, `filtere_haushalte` und `filtere_personen` gelten für Listen und
Suche. Beide beruhen auf denselben Ausdrücken; ein Test vergleicht sie. Jeder Vorgang und jede Seite prüft mehrmals;
darum sind die Abfragen einmal übersetzt (`vorbereitet`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.apps import apps
from django.db.models import BigAutoField, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from sozialamt.akte.fehler import ZugriffVerweigert
from sozialamt.akte.models.schutz import ANSCHRIFTSCHUTZ, Befangenheit, Notzugriff, Schutzart, Schutzvermerk
from sozialamt.akte.rechte import LESERECHTE
from sozialamt.akte.vorbereitet import als_unterabfrage, vorbereitet

BEFANGEN = "Sie gelten in dieser Sache als befangen (§ 16 SGB X). Die Akte führt jemand anderes."
BESONDERS_GESCHUETZT = "Diese Akte ist besonders geschützt. Nur die zuständige Sachbearbeitung darf sie öffnen."
FREMDE_EINHEIT = "Für diesen Haushalt ist eine andere Einheit zuständig."
PERSON_FREMD = "Die Akte dieser Person führt eine andere Einheit."
NUR_LESEN = "Für diesen Haushalt ist eine andere Einheit zuständig. Sie dürfen die Akte lesen, aber nicht bearbeiten."

MERKMALE = ("z_befangen", "z_besonders", "z_einheit", "z_sachbearbeiter", "z_notzugriff")


def ziel_von(ziel: Any) -> Any:
    """Haushalt oder Person, um deren Akte es geht; None, wenn das Ziel zu keiner Akte gehört."""
    if isinstance(ziel, (_modell("Haushalt"), _modell("Person"))):
        return ziel
    return getattr(ziel, "haushalt", None) or getattr(ziel, "person", None)


def hindernis(benutzer: Any, recht: str, ziel: Any, zeitpunkt: datetime | None = None) -> str:
    """Warum der Benutzer das Recht, das seine Rolle gibt, hier nicht ausüben darf; leer: er darf."""
    return hindernisse(benutzer, (recht,), ziel, zeitpunkt)[0]


def hindernisse(benutzer: Any, rechte: Sequence[str], ziel: Any, zeitpunkt: datetime | None = None) -> tuple[str, ...]:
    """Wie `hindernis`, für mehrere Rechte mit einer Abfrage."""
    akte = ziel_von(ziel)
    if akte is None:
        return ("",) * len(rechte)
    zeitpunkt = zeitpunkt or timezone.now()
    if isinstance(akte, _modell("Person")):
        return _hindernisse_person(benutzer, rechte, akte, zeitpunkt)
    zeilen = _merkmale("haushalt", benutzer, akte, zeitpunkt)
    return tuple(_hindernis_haushalt(benutzer, recht, zeilen[0]) if zeilen else "" for recht in rechte)


def pruefe(benutzer: Any, recht: str, ziel: Any, zeitpunkt: datetime | None = None) -> None:
    """Bricht mit `ZugriffVerweigert` ab, wenn eine Schranke im Weg steht."""
    if grund := hindernis(benutzer, recht, ziel, zeitpunkt):
        akte = ziel_von(ziel)
        aktenzeichen = getattr(akte, "aktenzeichen", "") if grund == FREMDE_EINHEIT else ""
        raise ZugriffVerweigert(recht, grund, aktenzeichen=aktenzeichen)


def filtere_haushalte(haushalte: QuerySet[Any], benutzer: Any, recht: str) -> QuerySet[Any]:
    """Nur Haushalte, an denen der Benutzer das Recht hat; kostet keine eigene Abfrage je Haushalt."""
    if recht not in benutzer.rechte:
        return haushalte.none()
    zeitpunkt, tag = _AUGENBLICK.get() or _jetzt()
    haushalte = _haushalte_mit_merkmalen(haushalte, benutzer.pk, zeitpunkt, tag, nur_filtern=True)
    haushalte = haushalte.filter(z_befangen=False)
    if "geschuetzte_akte_lesen" not in benutzer.rechte:
        haushalte = haushalte.filter(Q(z_besonders=False) | Q(z_sachbearbeiter=benutzer.pk))
    if recht in LESERECHTE and "fremde_einheit_lesen" in benutzer.rechte:
        return haushalte
    offen = Q(z_einheit__isnull=True) | Q(z_einheit__eine_von=benutzer.einheiten)
    return haushalte.filter(offen | Q(z_notzugriff=True) if recht in LESERECHTE else offen)


Augenblick = tuple[datetime, date]
_AUGENBLICK: ContextVar[Augenblick | None] = ContextVar("augenblick", default=None)


@contextmanager
def ein_augenblick(gilt: Augenblick | None = None) -> Iterator[None]:
    """Bis zum Ende gilt für alle Abfragen dieser Datei ein Augenblick: dieser oder der jetzige."""
    marke = _AUGENBLICK.set(gilt or _jetzt())
    try:
        yield
    finally:
        _AUGENBLICK.reset(marke)


def _jetzt() -> Augenblick:
    jetzt = timezone.now()
    return jetzt, timezone.localdate(jetzt)


def mit_sicht(bauen: Callable[..., QuerySet[Any]]) -> Callable[..., QuerySet[Any]]:
    """Bereitet eine Abfrage vor, die davon abhängt, was jemand sehen darf: `bauen(benutzer, *form, **werte)`.

    Die Form bestimmen seine Rechte und der Tag; wer er ist, seine Einheiten und der Augenblick sind Werte. Beim Bauen
    ist `benutzer` ein Stellvertreter mit denselben Rechten.
    """

    @vorbereitet
    def uebersetzt(
        rechte: frozenset[str], tag: date, *form: Any, benutzer: int, einheiten: Any, zeitpunkt: datetime, **werte: Any
    ) -> QuerySet[Any]:
        stellvertreter = _modell("Benutzer")(pk=benutzer)
        stellvertreter.rechte, stellvertreter.einheiten = rechte, einheiten
        with ein_augenblick((zeitpunkt, tag)):
            return bauen(stellvertreter, *form, **werte)

    @wraps(bauen)
    def gestellt(benutzer: Any, *form: Any, **werte: Any) -> QuerySet[Any]:
        zeitpunkt, tag = _AUGENBLICK.get() or _jetzt()
        return uebersetzt(
            benutzer.rechte,
            tag,
            *form,
            benutzer=benutzer.pk,
            einheiten=benutzer.einheiten,
            zeitpunkt=zeitpunkt,
            **werte,
        )

    return gestellt


def zugaengliche(benutzer: Any, recht: str) -> Any:
    """Schlüssel der Haushalte, an denen der Benutzer das Recht hat, als Unterabfrage."""
    return als_unterabfrage(_zugaengliche(benutzer, recht))


@mit_sicht
def _zugaengliche(benutzer: Any, recht: str) -> QuerySet[Any]:
    return filtere_haushalte(_modell("Haushalt").objects.order_by(), benutzer, recht).values("pk")


def filtere_personen(personen: QuerySet[Any], benutzer: Any, recht: str) -> QuerySet[Any]:
    """Personen mit mindestens einem zugänglichen Haushalt; wer zu keinem gehört, ist für alle mit dem Recht da."""
    if recht not in benutzer.rechte:
        return personen.none()
    mitgliedschaften = _modell("Mitgliedschaft").objects.filter(person=OuterRef("pk"))
    zugaenglich = mitgliedschaften.filter(haushalt__in=zugaengliche(benutzer, recht))
    _, tag = _AUGENBLICK.get() or _jetzt()
    befangen = Befangenheit.objects.wirksam_am(tag).filter(benutzer=benutzer, person=OuterRef("pk"))
    return personen.filter(~Exists(befangen), Exists(zugaenglich) | ~Exists(mitgliedschaften))


def anschrift_geschuetzt(tag: date, haushalt: str = "pk") -> Exists:
    """Ob die Anschrift des Haushalts zu verbergen ist: wegen ihm selbst oder einem Mitglied.

    `haushalt` nennt die Spalte der äußeren Abfrage, in der er steht.
    """
    return _vermerkt(ANSCHRIFTSCHUTZ, tag, haushalt)


def schutzvermerke(haushalt: Any, tag: date) -> QuerySet[Any]:
    """Was diesen Haushalt an dem Tag schützt, auch durch seine Mitglieder."""
    return _vermerke(haushalt, haushalt, tag)


def _hindernis_haushalt(benutzer: Any, recht: str, z: dict[str, Any]) -> str:
    if z["z_befangen"]:
        return BEFANGEN
    besonders = z["z_besonders"] and z["z_sachbearbeiter"] != benutzer.pk
    if besonders and "geschuetzte_akte_lesen" not in benutzer.rechte:
        return BESONDERS_GESCHUETZT
    if z["z_einheit"] is None or z["z_einheit"] in benutzer.einheiten:
        return ""
    if "fremde_einheit_lesen" in benutzer.rechte or z["z_notzugriff"]:
        return "" if recht in LESERECHTE else NUR_LESEN
    return FREMDE_EINHEIT


def _hindernisse_person(benutzer: Any, rechte: Sequence[str], person: Any, zeitpunkt: datetime) -> tuple[str, ...]:
    """Ein zugänglicher Haushalt genügt; wer zu keinem gehört, ist für alle mit dem Recht da."""
    if _befangen_gegenueber(timezone.localdate(zeitpunkt), person=person.pk, benutzer=benutzer.pk):
        return (BEFANGEN,) * len(rechte)
    zeilen = _merkmale("person", benutzer, person, zeitpunkt)
    gesperrt = [bool(zeilen) and all(_hindernis_haushalt(benutzer, recht, z) for z in zeilen) for recht in rechte]
    return tuple(PERSON_FREMD if eines else "" for eines in gesperrt)


def _merkmale(ebene: str, benutzer: Any, akte: Any, zeitpunkt: datetime) -> list[dict[str, Any]]:
    """Merkmale des Haushalts oder aller Haushalte der Person."""
    tag = timezone.localdate(zeitpunkt)
    zeilen = _merkmalsabfrage(ebene, tag, akte=akte.pk, benutzer=benutzer.pk, zeitpunkt=zeitpunkt)
    return [dict(zip(MERKMALE, zeile, strict=True)) for zeile in zeilen]


@vorbereitet
def _merkmalsabfrage(ebene: str, tag: date, *, akte: int, benutzer: int, zeitpunkt: datetime) -> QuerySet[Any, Any]:
    eigene = Q(pk=akte)
    if ebene == "person":
        eigene = Q(pk__in=_modell("Mitgliedschaft").objects.filter(person=akte).values("haushalt"))
    haushalte = _modell("Haushalt").objects.filter(eigene).order_by()
    return _haushalte_mit_merkmalen(haushalte, benutzer, zeitpunkt, tag).values_list(*MERKMALE)


@vorbereitet
def _befangen_gegenueber(tag: date, *, person: int, benutzer: int) -> QuerySet[Any, Any]:
    befangenheiten = Befangenheit.objects.wirksam_am(tag).filter(benutzer=benutzer, person=person)
    return befangenheiten.order_by().values_list("pk")


def _haushalte_mit_merkmalen(
    haushalte: QuerySet[Any], benutzer: int, zeitpunkt: datetime, tag: date, *, nur_filtern: bool = False
) -> QuerySet[Any]:
    zustaendig = _modell("Zustaendigkeit").objects.am(tag).filter(haushalt=OuterRef("pk"))
    befangen = Befangenheit.objects.wirksam_am(tag).filter(
        benutzer=benutzer, person__mitgliedschaften__haushalt=OuterRef("pk")
    )
    notzugriff = Notzugriff.objects.laufende(zeitpunkt).filter(benutzer=benutzer, haushalt=OuterRef("pk"))
    merkmale = {
        "z_befangen": Exists(befangen),
        "z_besonders": _vermerkt((Schutzart.BESONDERE_AKTE,), tag),
        "z_einheit": Subquery(zustaendig.values("einheit_id")[:1], output_field=BigAutoField()),
        "z_sachbearbeiter": Subquery(zustaendig.values("sachbearbeiter_id")[:1]),
        "z_notzugriff": Exists(notzugriff),
    }
    return haushalte.alias(**merkmale) if nur_filtern else haushalte.annotate(**merkmale)


def _vermerkt(arten: tuple[Schutzart, ...], tag: date, haushalt: str = "pk") -> Exists:
    return Exists(_vermerke(OuterRef(haushalt), OuterRef(OuterRef(haushalt)), tag).filter(art__in=arten))


def _vermerke(haushalt: Any, haushalt_innen: Any, tag: date) -> QuerySet[Any]:
    """Wirksame Vermerke am Haushalt und an jedem, der ihm noch oder künftig angehört."""
    noch = Q(bis__isnull=True) | Q(bis__gte=tag.replace(day=1))
    mitglieder = _modell("Mitgliedschaft").objects.gewusst_am(None).filter(noch, haushalt=haushalt_innen)
    return Schutzvermerk.objects.wirksam_am(tag).filter(
        Q(haushalt=haushalt) | Q(person__in=mitglieder.values("person"))
    )


def _modell(name: str) -> Any:
    """Die Tabellen fragen diese Datei nach ihren Filtern; darum holt sie sie erst, wenn alle geladen sind."""
    return apps.get_model("akte", name)
