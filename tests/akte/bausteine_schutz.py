"""Einheiten, Vermerke und Befangenheit für Tests."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from sozialamt.akte.models import (
    Befangenheit,
    Benutzer,
    Einheitszuweisung,
    Haushalt,
    Organisationseinheit,
    Person,
    Rollenzuweisung,
    Schutzvermerk,
    Zustaendigkeit,
)

GESTERN = date(2026, 1, 1)


def einheit(name: str, oben: Organisationseinheit | None = None) -> Organisationseinheit:
    return Organisationseinheit.objects.create(name=name, uebergeordnet=oben)


def benutzer_in(name: str, rolle: str, *einheiten: Organisationseinheit) -> Benutzer:
    konto = Benutzer.objects.create(username=name)
    Rollenzuweisung.objects.create(benutzer=konto, rolle=rolle)
    for eine in einheiten:
        Einheitszuweisung.objects.create(benutzer=konto, einheit=eine)
    return konto


def zustaendig(haushalt: Haushalt, eine: Organisationseinheit, wer: Benutzer, *, persoenlich: bool = False) -> None:
    Zustaendigkeit.objects.create(
        haushalt=haushalt,
        einheit=eine,
        sachbearbeiter=wer if persoenlich else None,
        von=GESTERN,
        erfasst_am=timezone.now(),
        erfasst_von=wer,
    )


def vermerk(ziel: Haushalt | Person, art: str, wer: Benutzer) -> Schutzvermerk:
    feld = "haushalt" if isinstance(ziel, Haushalt) else "person"
    return Schutzvermerk.objects.create(
        **{feld: ziel}, art=art, grund="Nachweis", von=GESTERN, erfasst_am=timezone.now(), erfasst_von=wer
    )


def befangen(wer: Benutzer, person: Person) -> Befangenheit:
    return Befangenheit.objects.create(
        benutzer=wer, person=person, grund="Schwester", von=GESTERN, erfasst_am=timezone.now(), erfasst_von=wer
    )


def gehoert_zu(konto: Benutzer, eine: Organisationseinheit) -> Organisationseinheit:
    """Weist zu und vergisst, was das Konto sich je Anfrage merkt."""
    Einheitszuweisung.objects.create(benutzer=konto, einheit=eine)
    konto.__dict__.pop("einheiten", None)
    return eine
