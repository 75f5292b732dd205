"""`python -m tests.kasse.gleichzeitig`: zwei Menschen tun im selben Augenblick dasselbe."""

from __future__ import annotations

import threading
from collections.abc import Callable

import django


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from tests.kasse import amtsbetrieb

    from sozialamt.kasse.invarianten import pruefe_kasse

    call_command("migrate", verbosity=0)
    amtsbetrieb.richte_ein()
    for probe in (
        zwei_sammeln,
        zwei_geben_frei,
        zwei_senden,
        zwei_entscheiden,
        zwei_geben_konto_frei,
        zwei_aendern_das_konto,
        freigeben_und_sperren,
        sammeln_und_entscheiden,
    ):
        probe()
        assert pruefe_kasse() == [], probe.__name__
    amtsbetrieb.schliesse_ab()
    assert pruefe_kasse() == []
    amtsbetrieb.gegenrechnung()
    print("in Ordnung")


def zugleich(*vorgaenge: Callable[[], object]) -> list[str]:
    """Alle im selben Augenblick; je Vorgang „“ oder der Text des fachlichen Fehlers."""
    from django.db import connection

    from sozialamt.akte.fehler import Aktenfehler

    schranke = threading.Barrier(len(vorgaenge))
    ergebnis = ["nicht gelaufen"] * len(vorgaenge)

    def laufe(stelle: int) -> None:
        schranke.wait()
        try:
            vorgaenge[stelle]()
            ergebnis[stelle] = ""
        except Aktenfehler as fehler:
            ergebnis[stelle] = str(fehler)
        except Exception as fehler:
            ergebnis[stelle] = f"UNERWARTET {fehler!r}"
        finally:
            connection.close()

    faeden = [threading.Thread(target=laufe, args=(i,)) for i in range(len(vorgaenge))]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    assert not [e for e in ergebnis if e.startswith(("UNERWARTET", "nicht"))], ergebnis
    return ergebnis


def _leute():
    from sozialamt.akte.models import Benutzer

    return (Benutzer.objects.get(username=name) for name in ("sach", "kasse", "team"))


def zwei_sammeln() -> None:
    from tests.kasse.amtsbetrieb import heute

    from sozialamt.kasse.models import Zahllauf
    from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln

    _, kasse, _ = _leute()

    def sammle() -> None:
        zahllauf_sammeln(benutzer=kasse, monat=heute().replace(day=1), ausfuehrungstag=heute())

    ergebnis = sorted(zugleich(sammle, sammle))
    assert ergebnis[0] == "" and "nichts zu zahlen" in ergebnis[1], ergebnis
    assert Zahllauf.objects.count() == 1


def zwei_geben_frei() -> None:
    from tests.kasse.bausteine import Uhr, hake_ab, konto

    from sozialamt.kasse.models import Zahllauf
    from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
    from sozialamt.kasse.vorgaenge.zahllauf_pruefen import zahllauf_pruefen

    _, kasse, team = _leute()
    zweite = konto("team2", "teamleitung")
    lauf = Zahllauf.objects.get()
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf)
    hake_ab(lauf, team, Uhr())
    ergebnis = sorted(
        zugleich(
            lambda: zahllauf_freigeben(benutzer=team, zahllauf=lauf),
            lambda: zahllauf_freigeben(benutzer=zweite, zahllauf=lauf),
        )
    )
    assert ergebnis[0] == "" and "„freigegeben“" in ergebnis[1], ergebnis


def zwei_senden() -> None:
    from sozialamt.kasse.models import Buchung, Zahldatei, Zahllauf, Zahlungsposten
    from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden

    _, kasse, _ = _leute()
    lauf = Zahllauf.objects.get()

    def erstelle() -> None:
        zahldatei_erstellen(benutzer=kasse, zahllauf=lauf)

    zugleich(erstelle, erstelle)
    assert Zahldatei.objects.count() == 1

    def sende() -> None:
        zahllauf_senden(benutzer=kasse, zahllauf=lauf)

    ergebnis = sorted(zugleich(sende, sende))
    assert ergebnis[0] == "" and "„gesendet“" in ergebnis[1], ergebnis
    assert Buchung.objects.filter(art="zahlung").count() == Zahlungsposten.objects.count()


def zwei_entscheiden() -> None:
    """Zwei Bescheide für denselben Haushalt: Beide gelten nacheinander, gebucht ist der spätere."""
    from django.db import transaction
    from tests.kasse.amtsbetrieb import entscheide, heute, person_von

    from sozialamt.akte.models import Haushalt
    from sozialamt.kasse.sollstand import staende

    sach, _, _ = _leute()
    akte = Haushalt.objects.first()
    person = person_von(akte)

    def entscheidung(cent: int) -> Callable[[], None]:
        @transaction.atomic
        def handle() -> None:
            Haushalt.objects.select_for_update(no_key=True).get(pk=akte.pk)
            entscheide(akte, person, sach, cent)

        return handle

    assert zugleich(entscheidung(10_000), entscheidung(70_000)) == ["", ""]
    assert {s.aufwand for s in staende([akte.pk], heute())} in ({10_000}, {70_000})


def zwei_geben_konto_frei() -> None:
    from datetime import date

    from tests.kasse.bausteine import IBANS, konto

    from sozialamt.akte.models import Haushalt
    from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, zahlungsweg_erfassen
    from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_freigeben

    sach, _, team = _leute()
    zweite = konto("team3", "teamleitung")
    angaben = Wegangaben(kontoinhaber="Jörg Müßig", iban=IBANS[1], gilt_ab=date(2026, 1, 1))
    weg = zahlungsweg_erfassen(benutzer=sach, haushalt=Haushalt.objects.first(), angaben=angaben)
    ergebnis = sorted(
        zugleich(
            lambda: zahlungsweg_freigeben(benutzer=team, zahlungsweg=weg),
            lambda: zahlungsweg_freigeben(benutzer=zweite, zahlungsweg=weg),
        )
    )
    assert ergebnis[0] == "" and "schon freigegeben" in ergebnis[1], ergebnis


def zwei_aendern_das_konto() -> None:
    """Beide hatten denselben Stand vor sich: Ein Konto ist erfasst, der andere erfährt, welches."""
    from datetime import date

    from tests.kasse.bausteine import IBANS, konto

    from sozialamt.akte.models import Haushalt
    from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, juengster_weg, zahlungsweg_erfassen

    sach, _, _ = _leute()
    andere = konto("sach2", "sachbearbeitung")
    akte = Haushalt.objects.all()[1]
    gesehen, vorher = juengster_weg(akte), akte.zahlungswege.count()

    def erfasse(wer, iban: str) -> Callable[[], None]:
        angaben = Wegangaben(kontoinhaber="Jörg Müßig", iban=iban, gilt_ab=date(2026, 1, 1))
        return lambda: zahlungsweg_erfassen(benutzer=wer, haushalt=akte, angaben=angaben, gesehen=gesehen)

    ergebnis = sorted(zugleich(erfasse(sach, IBANS[2]), erfasse(andere, IBANS[3])))
    assert ergebnis[0] == "" and "Inzwischen hat" in ergebnis[1], ergebnis
    assert akte.zahlungswege.count() == vorher + 1
    assert akte.zahlungswege.first().iban_lesbar in ergebnis[1]


def freigeben_und_sperren() -> None:
    """Der Lauf wird freigegeben, während ein Konto gesperrt und eine Zeile herausgenommen wird."""
    from tests.kasse.amtsbetrieb import entscheide, heute, person_von
    from tests.kasse.bausteine import Uhr, hake_ab

    from sozialamt.akte.models import Benutzer, Haushalt
    from sozialamt.kasse.models import Laufstatus, Sperrgrund, Zahllauf
    from sozialamt.kasse.vorgaenge.zahllauf_aendern import zahllauf_verwerfen, zahlung_ausschliessen
    from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
    from sozialamt.kasse.vorgaenge.zahllauf_pruefen import zahllauf_pruefen
    from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
    from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_sperren

    sach, kasse, team = _leute()
    for akte in Haushalt.objects.all()[10:14]:
        entscheide(akte, person_von(akte), sach, 99_000)
    lauf = zahllauf_sammeln(benutzer=kasse, monat=heute().replace(day=1), ausfuehrungstag=heute())
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf)
    hake_ab(lauf, team, Uhr())
    eine, andere = lauf.zahlungen.order_by("pk")[:2]
    ergebnis = zugleich(
        lambda: zahllauf_freigeben(benutzer=team, zahllauf=lauf),
        lambda: zahlungsweg_sperren(benutzer=sach, zahlungsweg=eine.zahlungsweg, grund=Sperrgrund.BEENDET),
        lambda: zahlung_ausschliessen(benutzer=kasse, zahlung=andere, begruendung="Rückfrage"),
    )
    lauf = Zahllauf.objects.get(pk=lauf.pk)
    freigegeben = lauf.status == Laufstatus.FREIGEGEBEN
    assert freigegeben == (ergebnis[0] == ""), ergebnis
    assert freigegeben or "gesperrt" in ergebnis[0], ergebnis
    assert ergebnis[1] == "", ergebnis
    assert not ergebnis[2] or "„freigegeben“" in ergebnis[2], ergebnis
    assert lauf.anzahl == lauf.zahlungen.wirksam().count()
    assert lauf.summe == lauf.zahlungen.wirksam().summe()
    if not freigegeben:
        zahllauf_verwerfen(benutzer=Benutzer.objects.get(pk=kasse.pk), zahllauf=lauf)


def sammeln_und_entscheiden() -> None:
    """Der Lauf über die ganze Stadt und einzelne Bescheide zugleich: nichts klemmt, nichts doppelt."""
    from django.db import transaction
    from tests.kasse.amtsbetrieb import entscheide, heute, person_von

    from sozialamt.akte.models import Haushalt
    from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln

    sach, kasse, _ = _leute()

    def entscheidung(akte: Haushalt) -> Callable[[], None]:
        person = person_von(akte)

        @transaction.atomic
        def handle() -> None:
            Haushalt.objects.select_for_update(no_key=True).get(pk=akte.pk)
            entscheide(akte, person, sach, 95_000)

        return handle

    def sammle() -> None:
        zahllauf_sammeln(benutzer=kasse, monat=heute().replace(day=1), ausfuehrungstag=heute())

    ergebnis = zugleich(*map(entscheidung, Haushalt.objects.all()[5:9]), sammle)
    assert ergebnis[:4] == [""] * 4, ergebnis


if __name__ == "__main__":
    main()
