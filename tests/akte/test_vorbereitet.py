"""Vorbereitete Abfragen: gebaut einmal je Form, gestellt mit jedem Wert, nie mit einem vergessenen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Haushalt, Mitgliedschaft, Person
from sozialamt.akte.vorbereitet import als_unterabfrage, vorbereitet, zaehle

pytestmark = pytest.mark.django_db
GEBAUT: list[tuple[object, ...]] = []


@vorbereitet
def mitglieder(nur_laufende: bool, *, haushalt: int, bis: date, keine: frozenset[int]):  # noqa: FBT001 - the form
    GEBAUT.append((nur_laufende,))
    zeilen = Mitgliedschaft.objects.filter(haushalt=haushalt, von__lte=bis).exclude(pk__eine_von=keine)
    if nur_laufende:
        zeilen = zeilen.filter(bis__isnull=True)
    return zeilen.select_related("person").order_by("pk")


@vorbereitet
def aktenzeichen(*, wort: str, nummer: int):
    return Haushalt.objects.filter(Q(aktenzeichen=wort) | Q(pk=nummer)).order_by("pk").values_list("aktenzeichen")


@pytest.fixture
def akten(sachbearbeitung):
    haushalte = [
        Haushalt.objects.create(aktenzeichen=f"50-{i:04d}", strasse="Weg 1", plz="44135", ort="Ort") for i in range(3)
    ]
    for i, haushalt in enumerate(haushalte):
        for j in range(i + 1):
            mitglied(haushalt, f"100 % {i}", j, sachbearbeitung)
    return haushalte


def mitglied(haushalt, nachname, stelle, wer):
    """Das erste gehört weiter dazu, die anderen bis Juni."""
    return Mitgliedschaft.objects.create(
        haushalt=haushalt,
        person=Person.objects.create(vorname="P", nachname=nachname, geburtsdatum=date(1990, 1, 1)),
        von=date(2026, 1 + stelle, 1),
        bis=date(2026, 6, 1) if stelle else None,
        reihenfolge=stelle,
        erfasst_am="2026-01-01T12:00:00Z",
        erfasst_von=wer,
    )


def gelesen(akte, *, nur_laufende=False, bis=date(2026, 12, 1), keine=frozenset()):
    return list(mitglieder(nur_laufende, haushalt=akte.pk, bis=bis, keine=keine))


def test_jeder_wert_bekommt_sein_eigenes_ergebnis_mit_den_verbundenen_objekten(akten):
    for anzahl, akte in enumerate(akten, 1):
        assert len(gelesen(akte)) == anzahl
        assert len(gelesen(akte, nur_laufende=True)) == 1
        assert len(gelesen(akte, bis=date(2026, 2, 1))) == min(anzahl, 2)
        erste, *weitere = gelesen(akte)
        assert gelesen(akte, keine={erste.pk}) == weitere
        with CaptureQueriesContext(connection) as abfragen:
            assert [z.person.nachname for z in gelesen(akte)] == [f"100 % {anzahl - 1}"] * anzahl
        assert len(abfragen) == 1


def test_dieselbe_form_wird_nicht_noch_einmal_gebaut_aber_immer_neu_gelesen(akten, sachbearbeitung):
    erste, *_, letzte = akten
    gelesen(erste)
    GEBAUT.clear()
    anzahl = len(gelesen(letzte))
    mitglied(letzte, "Neu", 3, sachbearbeitung)
    assert len(gelesen(letzte)) == anzahl + 1
    assert GEBAUT == []


def test_am_naechsten_tag_wird_neu_gebaut(akten, monkeypatch):
    gelesen(akten[0])
    GEBAUT.clear()
    morgen = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: morgen)
    gelesen(akten[0])
    gelesen(akten[0])
    assert len(GEBAUT) == 2


def test_texte_sind_werte_und_werden_nie_sql(akten):
    boese = "50' OR 1=1 -- %(nummer)s %s"
    assert list(aktenzeichen(wort=boese, nummer=-1)) == []
    akten[0].aktenzeichen = boese[:30]
    akten[0].save()
    assert list(aktenzeichen(wort=boese[:30], nummer=akten[1].pk)) == [(boese[:30],), ("50-0001",)]


def test_eine_vorbereitete_abfrage_laesst_sich_einsetzen(akten):
    zeilen = aktenzeichen(wort="50-0002", nummer=akten[0].pk)
    assert Haushalt.objects.filter(aktenzeichen__in=als_unterabfrage(zeilen)).count() == 2


def test_eine_vorbereitete_abfrage_laesst_sich_nicht_weiter_filtern(akten):
    with pytest.raises(TypeError, match="verändern"):
        aktenzeichen(wort="", nummer=1).filter(pk=1)


def test_mehrere_werden_in_einer_anweisung_gezaehlt(akten):
    abfragen = [
        aktenzeichen(wort="50-0002", nummer=akten[0].pk),
        nichts(nummer=akten[0].pk),
        aktenzeichen(wort="50-0002", nummer=akten[0].pk),
    ]
    with CaptureQueriesContext(connection) as gestellt:
        assert zaehle(abfragen) == [2, 0, 2]
    assert len(gestellt) == 1
    assert zaehle([nichts(nummer=1)]) == [0]


def test_gemeinsam_gezaehlte_haben_dieselben_werte(akten):
    with pytest.raises(ValueError, match="verschieden"):
        zaehle([aktenzeichen(wort="a", nummer=1), aktenzeichen(wort="b", nummer=1)])


@vorbereitet
def nichts(*, nummer: int):
    return Haushalt.objects.filter(pk=nummer).none()


@vorbereitet
def abgeleitet(*, tag: date):
    return Mitgliedschaft.objects.filter(von__lte=tag + timedelta(days=7))


@vorbereitet
def wechselnd(*, nummer: int):
    return Haushalt.objects.filter(pk=nummer) if nummer % 2 else Haushalt.objects.filter(pk__gt=nummer)


@vorbereitet
def jetzig(*, nummer: int):
    return Haushalt.objects.filter(pk=nummer, created_at__lte=timezone.now())


@vorbereitet
def lesend(*, nummer: int):
    return Haushalt.objects.filter(pk__in=list(Haushalt.objects.filter(pk=nummer)))


@vorbereitet
def mitlesend(*, nummer: int):
    return Haushalt.objects.filter(pk=nummer).prefetch_related("mitgliedschaften")


@vorbereitet
def bekannt(*, nummer: int):
    return Haushalt(pk=nummer).mitgliedschaften.all()


@pytest.mark.parametrize(
    ("abfrage", "werte", "fehler"),
    [
        (abgeleitet, {"tag": date(2026, 1, 1)}, ValueError),
        (wechselnd, {"nummer": 1}, ValueError),
        (jetzig, {"nummer": 1}, ValueError),
        (lesend, {"nummer": 1}, RuntimeError),
        (mitlesend, {"nummer": 1}, ValueError),
        (bekannt, {"nummer": 1}, ValueError),
        (nichts, {"nummer": None}, TypeError),
        (nichts, {"nummer": True}, TypeError),
    ],
)
def test_was_sich_nicht_sicher_vorbereiten_laesst_ist_ein_fehler(abfrage, werte, fehler):
    with pytest.raises(fehler):
        abfrage(**werte)


def test_ein_vergleich_mit_einem_benutzer_haelt_nichts_von_ihm_fest(akten, sachbearbeitung):
    @vorbereitet
    def eigene(*, benutzer: int):
        return Mitgliedschaft.objects.filter(erfasst_von=Benutzer(pk=benutzer)).order_by().values_list("pk")

    assert zaehle([eigene(benutzer=sachbearbeitung.pk)]) == [6]
    assert zaehle([eigene(benutzer=sachbearbeitung.pk + 1)]) == [0]
