"""Gemeinsam, was beim Aufnehmen eines Anspruchs gleich ist: Personen der Akte, Formular, Vorgang."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.akte.models import Haushalt, Person
from sozialamt.web.handlung import UNBRAUCHBAR


class Anspruch(Protocol):
    """Was aufgenommen wird, gehört zu einem Vorgang."""

    vorgang_id: int


def personen_der_akte(akte: Haushalt) -> list[Person]:
    """Wer nach heutigem Stand im Haushalt lebt oder lebte, jeder einmal."""
    mitglieder = akte.mitgliedschaften.gewusst_am(None).select_related("person")
    return list(dict.fromkeys(m.person for m in mitglieder))


def waehle_person(personen: Sequence[Person], text: str, feld: str) -> Person:
    """Die gewählte Person der Akte; eine andere ist eine unbrauchbare Angabe."""
    for person in personen:
        if str(person.pk) == text:
            return person
    raise AngabenFehler([Mangel(feld, text or "(leer)", "gehört nicht zum Haushalt", "Wählen Sie eine Person.")])


def nimm_auf(
    request: HttpRequest, vorlage: str, umfeld: dict[str, Any], vorgang: Callable[[], Anspruch], erfolg: str
) -> HttpResponse:
    """Zeigt das Formular; abgeschickt führt es zum Vorgang oder nennt, was nicht stimmt."""
    if request.method != "POST":
        return render(request, vorlage, umfeld)
    try:
        neu = vorgang()
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        return render(request, vorlage, umfeld | {"fehler": fehler}, status=UNBRAUCHBAR)
    messages.success(request, erfolg)
    return redirect("vorgang", neu.vorgang_id)
