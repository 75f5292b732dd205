"""Viele Zeilen auf einmal: Die Verweise sind danach dieselben und gelten auch für die neuen Zeilen."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from sozialamt.akte.massenablage import fuege_an, ohne_fremdschluessel
from sozialamt.akte.models import Tatsache

SPALTEN = ("haushalt", "merkmal", "wert", "gilt_ab", "erfasst_am", "erfasst_von", "nachweis")
pytestmark = pytest.mark.django_db


def _verweise():
    with connection.cursor() as cursor:
        return connection.introspection.get_relations(cursor, Tatsache._meta.db_table)


def _zeile(haushalt, benutzer):
    return (haushalt, "heizkosten", 6000, date(2026, 1, 1), datetime(2026, 1, 2, tzinfo=UTC), benutzer, "")


def test_die_verweise_sind_danach_dieselben(haushalt, sachbearbeitung):
    vorher = _verweise()
    assert {"haushalt_id", "person_id", "erfasst_von_id"} <= vorher.keys()
    with transaction.atomic(), ohne_fremdschluessel(Tatsache):
        fuege_an(Tatsache, SPALTEN, [_zeile(haushalt.pk, sachbearbeitung.pk)])
    assert _verweise() == vorher
    assert haushalt.tatsachen.filter(merkmal="heizkosten").count() == 1


def test_ein_verweis_ins_leere_faellt_am_ende_auf(haushalt, sachbearbeitung):
    vorher = _verweise()
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: PT012 - SQLite notices at the last line
        with ohne_fremdschluessel(Tatsache):
            fuege_an(Tatsache, SPALTEN, [_zeile(haushalt.pk + 99, sachbearbeitung.pk)])
        connection.check_constraints()
    assert _verweise() == vorher
