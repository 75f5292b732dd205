"""Zufällige Bescheide, Zahlläufe und Rückläufer: Nach jedem Schritt gelten alle Prüfregeln.

Der Zustandsautomat handelt wie ein Amt mit zwei Haushalten, zwei Leistungen und zwei Monaten; was fachlich nicht geht,
muss mit einem fachlichen Fehler abgelehnt werden und nichts hinterlassen.
"""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.kasse.auszuege import ausgang, auszug, eingang, rueckgabe
from tests.kasse.bausteine import (
    AUGUST,
    GSIAE,
    HLU,
    IBANS,
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    UNTERKUNFT,
    Uhr,
    bescheid,
    ersatzaufhebung,
    ersatzbescheid,
    hake_ab,
    haushalt,
    konto,
    zahlungsweg,
)

from sozialamt.akte.fehler import Aktenfehler
from sozialamt.akte.kostenersatz.aufhebung import festgesetzt
from sozialamt.akte.models import Kostenersatz
from sozialamt.kasse.abgleich import Stand
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import Buchung, Forderung, Kontobewegung, Laufstatus, Zahllauf, Zahlung, Zahlungsweg
from sozialamt.kasse.sollstand import staende
from sozialamt.kasse.vorgaenge.forderung_bearbeiten import Einbehalt, aufrechnung_erklaeren, forderung_niederschlagen
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import bewegung_klaeren, kontoauszug_einlesen
from sozialamt.kasse.vorgaenge.zahllauf_aendern import zahllauf_verwerfen, zahlung_ausschliessen
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import zahllauf_pruefen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden

MONATE = (JUNI, JULI, AUGUST)
TEILE = (LEBENSUNTERHALT, UNTERKUNFT, ("unterkunft", "kommune", "besondere_wohnform", "alter"))
BEISPIELE = int(os.environ.get("SOZIALAMT_FUZZ_KASSE", "6"))
betraege = st.dictionaries(
    st.tuples(st.sampled_from(MONATE), st.sampled_from(TEILE)), st.integers(0, 900).map(lambda n: n * 100), max_size=5
)
leistungen = st.sampled_from((GSIAE, HLU))


class Amt(RuleBasedStateMachine):
    """Alles, was in einem Amt mit dem Geld zweier Haushalte geschehen kann."""

    def __init__(self) -> None:
        super().__init__()
        self.schritt = transaction.atomic()
        self.schritt.__enter__()
        self.uhr = Uhr()
        self.sach, self.kasse, self.team = (
            konto("sach", "sachbearbeitung"),
            konto("kasse", "kasse"),
            konto("team", "teamleitung"),
        )
        self.akten = self._akten()
        for nummer, (akte, _) in enumerate(self.akten):
            zahlungsweg(akte, self.sach, self.team, self.uhr.tick(), iban=IBANS[nummer])
        self.zurueck: set[int] = set()

    def _akten(self):
        return [haushalt(1), haushalt(2)]

    def teardown(self) -> None:
        """Jeder Ablauf beginnt wieder mit einem leeren Amt."""
        transaction.set_rollback(True)
        self.schritt.__exit__(None, None, None)

    def _darf_scheitern(self, vorgang, **angaben):
        """Ein fachlicher Fehler ist erlaubt; jeder andere ist ein Fehler des Programms."""
        try:
            with transaction.atomic():
                return vorgang(zeitpunkt=self.uhr.tick(), **angaben)
        except Aktenfehler:
            return None

    def _lauf(self, *status: Laufstatus) -> Zahllauf | None:
        return Zahllauf.objects.filter(status__in=status).first()

    @rule(wer=st.integers(0, 1), werte=betraege, leistung=leistungen, von=st.sampled_from(MONATE))
    def bescheiden(self, wer, werte, leistung, von):
        akte, person = self.akten[wer]
        zeitraum = (min([von, *(m for m, _ in werte)]), max([von, *(m for m, _ in werte)]))
        ansprueche = {(monat, person, teil): cent for (monat, teil), cent in werte.items()}
        # Two parts of the same name for one month and person are one claim line.
        je_zeile = {(m, p, t[0]): (m, p, t) for m, p, t in ansprueche}
        ansprueche = {schluessel: ansprueche[schluessel] for schluessel in je_zeile.values()}
        bescheid(akte, ansprueche, self.sach, self.uhr.tick(), leistung=leistung, zeitraum=zeitraum, art="aenderung")

    @rule(monat=st.sampled_from(MONATE))
    def sammeln(self, monat):
        tag = self.uhr.jetzt.date() + timedelta(days=3)
        self._darf_scheitern(zahllauf_sammeln, benutzer=self.kasse, monat=monat, ausfuehrungstag=tag)

    @precondition(lambda self: self._lauf(Laufstatus.GESAMMELT))
    @rule()
    def pruefen(self):
        zahllauf_pruefen(benutzer=self.kasse, zahllauf=self._lauf(Laufstatus.GESAMMELT), zeitpunkt=self.uhr.tick())

    @precondition(lambda self: self._lauf(Laufstatus.GEPRUEFT))
    @rule()
    def freigeben(self):
        lauf = self._lauf(Laufstatus.GEPRUEFT)
        hake_ab(lauf, self.team, self.uhr)
        self._darf_scheitern(zahllauf_freigeben, benutzer=self.team, zahllauf=lauf)

    @precondition(lambda self: self._lauf(Laufstatus.FREIGEGEBEN))
    @rule()
    def datei(self):
        lauf = self._lauf(Laufstatus.FREIGEGEBEN)
        self._darf_scheitern(zahldatei_erstellen, benutzer=self.kasse, zahllauf=lauf)

    @precondition(lambda self: self._lauf(Laufstatus.DATEI_ERSTELLT))
    @rule()
    def senden(self):
        lauf = self._lauf(Laufstatus.DATEI_ERSTELLT)
        zahllauf_senden(benutzer=self.kasse, zahllauf=lauf, zeitpunkt=self.uhr.tick())
        self._darf_scheitern(zahllauf_senden, benutzer=self.kasse, zahllauf=lauf)

    @precondition(lambda self: self._lauf(Laufstatus.GESAMMELT, Laufstatus.GEPRUEFT))
    @rule(ganz=st.booleans())
    def zuruecknehmen(self, ganz):
        lauf = self._lauf(Laufstatus.GESAMMELT, Laufstatus.GEPRUEFT)
        zeile = lauf.zahlungen.filter(ausschluss__isnull=True).first()
        if ganz or zeile is None:
            zahllauf_verwerfen(benutzer=self.kasse, zahllauf=lauf, zeitpunkt=self.uhr.tick())
        else:
            zahlung_ausschliessen(benutzer=self.kasse, zahlung=zeile, begruendung="Test", zeitpunkt=self.uhr.tick())

    @precondition(lambda self: self._lauf(Laufstatus.GESENDET))
    @rule(zweimal=st.booleans())
    def ruecklaeufer(self, zweimal):
        zeile = (
            Zahlung.objects.wirksam().filter(zahllauf__status=Laufstatus.GESENDET).exclude(pk__in=self.zurueck).first()
        )
        if zeile is None:
            return
        self.zurueck.add(zeile.pk)
        for nummer in range(1 + zweimal):
            inhalt = auszug(rueckgabe(zeile, kennung=f"R{zeile.pk}-{nummer}"))
            kontoauszug_einlesen(benutzer=self.kasse, inhalt=inhalt, dateiname="r.xml", zeitpunkt=self.uhr.tick())
        wer = next(i for i, (akte, _) in enumerate(self.akten) if akte.pk == zeile.haushalt_id)
        neue = IBANS[(wer + Zahlungsweg.objects.count()) % len(IBANS)]
        zahlungsweg(zeile.haushalt, self.sach, self.team, self.uhr.tick(), iban=neue)

    @rule(wer=st.integers(0, 1), leistung=leistungen)
    def erstatten(self, wer, leistung):
        akte, _ = self.akten[wer]
        zeitpunkt = self.uhr.tick()
        try:
            with transaction.atomic():
                bescheid(akte, {}, self.sach, zeitpunkt, leistung=leistung, zeitraum=(JUNI, AUGUST), art="erstattung")
        except Aktenfehler:
            return

    @rule(
        wer=st.integers(0, 1),
        leistung=leistungen,
        cent=st.integers(1, 100_000),
        eigener=st.booleans(),
        zusammen=st.booleans(),
    )
    def kostenersatz(self, wer, leistung, cent, eigener, zusammen):
        akte, person = self.akten[wer]
        angaben = {"schuldner": person} if eigener else {}
        if zusammen:
            erste = Kostenersatz.objects.filter(vorgang__haushalt=akte, vorgang__leistung=leistung, mit__isnull=True)
            angaben["mit"] = erste.first()
        try:
            with transaction.atomic():
                ersatzbescheid(akte, person, cent, (self.sach, self.uhr.tick()), leistung=leistung, **angaben)
        except Aktenfehler:
            return

    @precondition(lambda self: Forderung.objects.filter(bescheid__art="kostenersatz").exists())
    @rule(cent=st.integers(1, 60_000), welche=st.integers(0, 5), ganz=st.booleans())
    def ersatz_aufheben(self, cent, welche, ganz):
        alle = list(Forderung.objects.filter(bescheid__art="kostenersatz"))
        ersatz = alle[welche % len(alle)].bescheid
        try:
            with transaction.atomic():
                ersatzaufhebung(ersatz, festgesetzt(ersatz) if ganz else cent, (self.sach, self.uhr.tick()))
        except Aktenfehler:
            return

    @precondition(lambda self: Buchung.objects.ersatzguthaben())
    @rule(cent=st.integers(1, 20_000), alles=st.booleans())
    def guthaben_auszahlen(self, cent, alles):
        mit = Forderung.objects.filter(buchungen__art=Buchungsart.ERSATZGUTHABEN).distinct()
        forderung, rest = max(((f, f.buchungen.ersatzguthaben()) for f in mit), key=lambda paar: paar[1])
        inhalt = auszug(ausgang(rest if alles else cent, "", kennung=f"A{self.uhr.tick():%d%H%M%S}"))
        kontoauszug_einlesen(benutzer=self.kasse, inhalt=inhalt, dateiname="a.xml", zeitpunkt=self.uhr.tick())
        bewegung = Kontobewegung.objects.latest("pk")
        angaben = {"begruendung": "Guthaben", "forderung": forderung, "zeitpunkt": self.uhr.tick()}
        try:
            bewegung_klaeren(benutzer=self.kasse, bewegung=bewegung, **angaben)
        except Aktenfehler:
            assert cent > rest and not alles

    @precondition(lambda self: Forderung.objects.exists())
    @rule(
        cent=st.integers(1, 40_000),
        was=st.sampled_from(("rueckzahlung", "niederschlagung", "aufrechnung")),
        welche=st.integers(0, 5),
    )
    def forderung(self, cent, was, welche):
        alle = list(Forderung.objects.all())
        forderung = alle[welche % len(alle)]
        wer = next(i for i, (akte, _) in enumerate(self.akten) if akte.pk == forderung.haushalt_id)
        if was == "rueckzahlung":
            inhalt = auszug(eingang(cent, forderung.nummer, kennung=f"E{self.uhr.tick():%d%H%M%S}"))
            kontoauszug_einlesen(benutzer=self.kasse, inhalt=inhalt, dateiname="e.xml", zeitpunkt=self.uhr.tick())
        elif was == "niederschlagung":
            self._darf_scheitern(forderung_niederschlagen, benutzer=self.kasse, forderung=forderung, begruendung="Test")
        else:
            einbehalt = Einbehalt(self.akten[wer][1], "sgb12_26", 1, cent % 17_000, date(2026, 8, 1))
            self._darf_scheitern(aufrechnung_erklaeren, benutzer=self.kasse, forderung=forderung, einbehalt=einbehalt)

    @invariant()
    def alle_regeln_gelten(self):
        assert pruefe_kasse() == []

    @invariant()
    def ausserhalb_der_laeufe_ist_nie_zugleich_zu_zahlen_und_zu_fordern(self):
        for akte, _ in self.akten:
            gruppen: dict[tuple[object, ...], list[Stand]] = {}
            for stand in staende([akte.pk], AUGUST):
                gruppen.setdefault(stand.schluessel[:3], []).append(stand)
            for gruppe in gruppen.values():
                assert not (sum(s.frei for s in gruppe) and sum(s.forderung for s in gruppe))

    @invariant()
    def das_geld_ist_immer_irgendwo(self):
        """Gezahlt + offen + für Kostenersatz einbehalten = zugesprochen + überzahlt, für jeden Haushalt."""
        for akte, _ in self.akten:
            buch = Buchung.objects.filter(haushalt=akte)
            aufwand = sum(s.aufwand + s.forderung + s.niederschlagung for s in staende([akte.pk], AUGUST))
            fuer_ersatz = buch.filter(art=Buchungsart.ERSATZTILGUNG).aggregate(s=Sum("cent", default=0))["s"]
            assert aufwand == buch.gezahlt() + buch.offen() + fuer_ersatz


@pytest.mark.django_db
def test_nach_jedem_schritt_gelten_alle_regeln():
    ablauf = settings(
        max_examples=BEISPIELE,
        stateful_step_count=25,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
    )
    run_state_machine_as_test(Amt, settings=ablauf)
