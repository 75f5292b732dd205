"""Zufällige Vorgänge der Akte zwischen Zahlläufen und Rückläufern: Nach jedem Schritt gelten alle Prüfregeln.

Wie `tests/kasse/test_eigenschaften`, nur entstehen die Bescheide hier wirklich: Antrag mit Bewilligung oder Ablehnung,
Tatsachen, Änderung, Einstellung, Überprüfung, Erstattung und Kostenersatz mit Entwurf und Erlass. Die Schreiben werden
nicht gesetzt.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from tests.akte.bausteine import JANUAR, eintragen, neue_person
from tests.kasse.bausteine import AUGUST, GSIAE, JULI, JUNI, laufe
from tests.kasse.test_eigenschaften import Amt

from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import Bescheid, Vorgang
from sozialamt.akte.stand import zugesprochen
from sozialamt.akte.verfahrensrecht import Anhoerungsausnahme, Korrektur
from sozialamt.akte.vorgaenge import bescheid_erlassen as erlass
from sozialamt.akte.vorgaenge.ablehnen import ablehnen
from sozialamt.akte.vorgaenge.aendern import aendern
from sozialamt.akte.vorgaenge.aenderung_aufnehmen import aenderung_aufnehmen
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.bewilligen import bewilligen
from sozialamt.akte.vorgaenge.einstellen import einstellen
from sozialamt.akte.vorgaenge.erstatten import erstatten
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.kostenersatz_aufnehmen import Ersatzangaben, kostenersatz_aufnehmen
from sozialamt.akte.vorgaenge.kostenersatz_festsetzen import (
    Ersatzentscheidung,
    aufgewendet,
    kostenersatz_festsetzen,
)
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.akte.vorgaenge.ueberpruefen import ueberpruefen
from sozialamt.akte.vorgaenge.ueberpruefung_aufnehmen import ueberpruefung_aufnehmen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.leistungen.verfahren import ANTRAG

ABLAEUFE = max(4, int(os.environ.get("SOZIALAMT_FUZZ_KASSE", "0")) // 4)
VIELE = 20
SCHRITTE = 16
HEUTE = date(2026, 7, 1)
MONATE = (JUNI, JULI, AUGUST)
gelungen: Counter[str] = Counter()


class AmtMitAkten(Amt):
    """Zwei Haushalte, die von Juni bis August Grundsicherung brauchen; dem ersten ist sie schon bewilligt."""

    bescheiden = None
    """Bescheide ohne Rechnung gibt es hier nicht."""

    def _akten(self):
        akten = []
        for nummer in range(2):
            akte = haushalt_anlegen(benutzer=self.sach, strasse="Weg 1", plz="12345", ort="Musterstadt")
            person = neue_person(self.sach, akte, f"Anna M{nummer}", date(1950, 1 + nummer, 1))
            angaben = {"wohnform": 0, "miete_bruttokalt": 38_000, "heizkosten": 5_000, "mietstufe": 4}
            eintragen(self.sach, akte, *(Angabe(name, wert, JANUAR) for name, wert in angaben.items()))
            rente = Angabe("rente_gesetzlich", 50_000, JANUAR, person=person)
            eintragen(self.sach, akte, rente)
            akten.append((akte, person))
        self._stelle_antrag(akte=akten[0][0], zeitpunkt=self.uhr.tick())
        self._entscheide_antrag(akte=akten[0][0], entscheidung=bewilligen, von=JUNI, zeitpunkt=self.uhr.tick())
        return akten

    def _erlasse(self, entwurf) -> Bescheid:
        return bescheid_erlassen(benutzer=self.team, entwurf=entwurf, zeitpunkt=self.uhr.tick())

    def _versuche(self, vorgang, **angaben) -> None:
        if self._darf_scheitern(vorgang, **angaben):
            gelungen[vorgang.__name__] += 1

    @rule(wer=st.integers(0, 1))
    def antrag_geht_ein(self, wer):
        self._versuche(self._stelle_antrag, akte=self.akten[wer][0])

    def _stelle_antrag(self, *, akte, zeitpunkt) -> Vorgang:
        return antrag_aufnehmen(benutzer=self.sach, haushalt=akte, leistung=GSIAE, eingang=JUNI, zeitpunkt=zeitpunkt)

    @rule(monat=st.sampled_from(MONATE))
    def monat_wird_gezahlt(self, monat):
        """Ein Zahllauf am Stück, damit auch kurze Abläufe über gezahltes Geld entscheiden."""
        tag = self.uhr.jetzt.date() + timedelta(days=3)
        lauf = self._darf_scheitern(zahllauf_sammeln, benutzer=self.kasse, monat=monat, ausfuehrungstag=tag)
        if lauf is not None:
            self._darf_scheitern(lambda zeitpunkt: laufe(lauf, self.kasse, self.team, self.uhr))

    @rule(wer=st.integers(0, 1), von=st.sampled_from(MONATE), vorlaeufig=st.booleans())
    def antrag_wird_bewilligt(self, wer, von, vorlaeufig):
        angaben = {"vorlaeufig_grund": "das Einkommen schwankt"} if vorlaeufig else {}
        self._entscheide(bewilligen, self.akten[wer][0], von, **angaben)

    @rule(wer=st.integers(0, 1), von=st.sampled_from(MONATE))
    def antrag_wird_abgelehnt(self, wer, von):
        """Die Rente reicht einmal; danach ist sie wieder wie vorher."""
        akte, person = self.akten[wer]
        self._trage_rente_ein(akte, person, 300_000, von, self.uhr.tick())
        self._entscheide(ablehnen, akte, von)
        self._trage_rente_ein(akte, person, 50_000, von, self.uhr.tick())

    def _entscheide(self, entscheidung, akte, von, **angaben) -> None:
        vorgang = partial(self._entscheide_antrag, entscheidung=entscheidung, **angaben)
        vorgang.__name__ = entscheidung.__name__
        self._versuche(vorgang, akte=akte, von=von)

    def _entscheide_antrag(self, *, akte, entscheidung, von, zeitpunkt, **angaben) -> Bescheid:
        antrag = akte.vorgaenge.offen().filter(art=ANTRAG.schluessel).first()
        antrag = antrag or self._stelle_antrag(akte=akte, zeitpunkt=zeitpunkt)
        bisher = zugesprochen(akte, GSIAE, MONATE)
        zeitraum = {"beginn": von, "ende": AUGUST}
        entwurf = entscheidung(benutzer=self.sach, vorgang=antrag, **zeitraum, **angaben, zeitpunkt=zeitpunkt)
        bescheid = self._erlasse(entwurf)
        antrag.refresh_from_db()
        assert antrag.ist_offen == bescheid.vorlaeufig
        danach = zugesprochen(akte, GSIAE, MONATE)
        assert not bisher.keys() & {teil for teil in danach if teil.monat >= von}
        assert {t: c for t, c in danach.items() if t.monat < von} == {t: c for t, c in bisher.items() if t.monat < von}
        summe = sum(cent for teil, cent in danach.items() if teil.monat >= von)
        assert summe == sum(monat["cent"] for monat in bescheid.inhalt["monate"])
        assert bool(summe) == (entscheidung is bewilligen)
        return bescheid

    @rule(wer=st.integers(0, 1), anteil=st.integers(1, 100), eigener=st.booleans())
    def kostenersatz(self, wer, anteil, eigener):
        self._versuche(self._setze_kostenersatz_fest, wer=wer, anteil=anteil, eigener=eigener)

    def _setze_kostenersatz_fest(self, *, wer, anteil, eigener, zeitpunkt) -> Bescheid:
        akte, person = self.akten[wer]
        angaben = Ersatzangaben(
            grundlage=Grundlage.VERSCHULDEN,
            gegner=person.rufname if eigener else "Clara Erbin",
            anschrift="Am Markt 1, 54321 Nebenstadt",
            von=JUNI,
            bis=JULI,
            ereignis_am=JUNI,
        )
        anspruch = kostenersatz_aufnehmen(
            benutzer=self.sach, haushalt=akte, leistung=GSIAE, angaben=angaben, person=person, zeitpunkt=zeitpunkt
        )
        entscheidung = Ersatzentscheidung(
            "Grob fahrlässig herbeigeführt.",
            haerte_gruende="Keine Härte.",
            verursacht=max(sum(aufgewendet(anspruch).values()) * anteil // 100, 1),
            ohne_anhoerung=Anhoerungsausnahme.FRIST,
        )
        entwurf = kostenersatz_festsetzen(
            benutzer=self.sach, vorgang=anspruch.vorgang, angaben=entscheidung, zeitpunkt=self.uhr.tick()
        )
        bescheid = self._erlasse(entwurf)
        assert bescheid.forderung.cent == entscheidung.verursacht
        return bescheid

    @rule(
        wer=st.integers(0, 1),
        rente=st.integers(20, 140).map(lambda n: n * 1_000),
        von=st.sampled_from(MONATE),
        korrektur=st.sampled_from((Korrektur.AENDERUNG_EINKOMMEN, Korrektur.AENDERUNG_ZUGUNSTEN)),
    )
    def rente_aendert_sich(self, wer, rente, von, korrektur):
        self._versuche(self._aendere, wer=wer, rente=rente, von=von, korrektur=korrektur)

    def _aendere(self, *, wer, rente, von, korrektur, zeitpunkt) -> Bescheid:
        akte, person = self.akten[wer]
        self._trage_rente_ein(akte, person, rente, von, zeitpunkt)
        return self._korrigiere(aendern, akte, korrektur, von)

    def _trage_rente_ein(self, akte, person, rente, von, zeitpunkt) -> None:
        angabe = Angabe("rente_gesetzlich", rente, von, person=person, nachweis="Rentenbescheid")
        eintragen(self.sach, akte, angabe, zeitpunkt=zeitpunkt)

    @rule(wer=st.integers(0, 1), von=st.sampled_from(MONATE))
    def leistung_endet(self, wer, von):
        self._versuche(self._stelle_ein, wer=wer, von=von)

    def _stelle_ein(self, *, wer, von, zeitpunkt) -> Bescheid:
        return self._korrigiere(einstellen, self.akten[wer][0], Korrektur.AENDERUNG_EINKOMMEN, von)

    def _korrigiere(self, vorgang, akte, korrektur, von) -> Bescheid:
        aenderung = aenderung_aufnehmen(
            benutzer=self.sach, haushalt=akte, leistung=GSIAE, kenntnis=HEUTE, zeitpunkt=self.uhr.tick()
        )
        angaben = Korrekturangaben(
            korrektur,
            gruende="Die Rente ist eine andere.",
            kenntnis=HEUTE,
            ermessen="Kein untypischer Fall.",
            ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN,
        )
        entwurf = vorgang(
            benutzer=self.sach,
            vorgang=aenderung,
            angaben=angaben,
            beginn=von,
            ende=AUGUST,
            zeitpunkt=self.uhr.tick(),
        )
        return self._erlasse(entwurf)

    @rule(wer=st.integers(0, 1), heizkosten=st.integers(50, 120).map(lambda n: n * 100))
    def bescheid_wird_ueberprueft(self, wer, heizkosten):
        self._versuche(self._ueberpruefe, wer=wer, heizkosten=heizkosten)

    def _ueberpruefe(self, *, wer, heizkosten, zeitpunkt) -> Bescheid | None:
        akte, _ = self.akten[wer]
        letzter = akte.bescheide.order_by("pk").last()
        if letzter is None:
            return None
        eintragen(self.sach, akte, Angabe("heizkosten", heizkosten, JUNI), zeitpunkt=zeitpunkt)
        vorgang = ueberpruefung_aufnehmen(
            benutzer=self.sach,
            bescheid=letzter,
            eingang=HEUTE,
            zeitpunkt=self.uhr.tick(),
        )
        entwurf = ueberpruefen(
            benutzer=self.sach,
            vorgang=vorgang,
            angaben=Korrekturangaben(Korrektur.ZUGUNSTEN, gruende="Die Heizkosten waren höher.", kenntnis=HEUTE),
            beginn=JUNI,
            ende=AUGUST,
            zeitpunkt=self.uhr.tick(),
        )
        return self._erlasse(entwurf)

    @rule(wer=st.integers(0, 1))
    def erstatten(self, wer):
        """Was zurückzufordern ist; ist nichts offen, wird vorher gezahlt und die Leistung gemindert."""
        if not self._erstattung_offen(wer).exists():
            self.monat_wird_gezahlt(AUGUST)
            korrektur = Korrektur.AENDERUNG_EINKOMMEN
            self._versuche(self._aendere, wer=wer, rente=70_000, von=JUNI, korrektur=korrektur)
        self._versuche(self._fordere_zurueck, wer=wer)

    def _erstattung_offen(self, wer):
        return Vorgang.objects.filter(haushalt=self.akten[wer][0], zustand="erstattung_offen")

    def _fordere_zurueck(self, *, wer, zeitpunkt) -> Bescheid | None:
        offen = self._erstattung_offen(wer).order_by("pk").last()
        if offen is None:
            return None
        entwurf = erstatten(
            benutzer=self.sach,
            vorgang=offen,
            beginn=JUNI,
            ende=AUGUST,
            ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN,
            zeitpunkt=zeitpunkt,
        )
        return self._erlasse(entwurf)


@pytest.mark.django_db
def test_nach_jedem_vorgang_gelten_alle_regeln(monkeypatch):
    monkeypatch.setattr(erlass, "schreiben", lambda bescheid: b"%PDF-")
    gelungen.clear()
    ablauf = settings(
        max_examples=ABLAEUFE,
        stateful_step_count=SCHRITTE,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
    )
    run_state_machine_as_test(AmtMitAkten, settings=ablauf)
    erwartet = {"_aendere"}
    if ABLAEUFE > VIELE:
        erwartet |= {"_stelle_ein", "_ueberpruefe", "_fordere_zurueck", "_setze_kostenersatz_fest"}
        erwartet |= {"_stelle_antrag", "bewilligen", "ablehnen"}
    assert erwartet <= gelungen.keys(), gelungen
