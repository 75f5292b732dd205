"""`python -m tests.akte.vorgaenge.gleichzeitig`: zwei Menschen arbeiten im selben Augenblick an derselben Akte."""

from __future__ import annotations

import django


def main() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    zwei_gehen_weiter()
    zwei_nehmen_denselben_antrag_auf()
    zwei_erlassen_denselben_entwurf()
    print("in Ordnung")


def _akte():
    from tests.akte.bausteine import ANFANG, JANUAR, benutzer_mit, eintragen, neue_person, zweite_person

    from sozialamt.akte.models import Benutzer
    from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
    from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

    benutzer = Benutzer.objects.filter(username="sachbearbeitung").first() or benutzer_mit("sachbearbeitung")
    haushalt = haushalt_anlegen(benutzer=benutzer, strasse="Weg 1", plz="12345", ort="Ort", zeitpunkt=ANFANG)
    person = neue_person(benutzer, haushalt, f"Anna M{haushalt.pk}", JANUAR.replace(year=1900 + haushalt.pk % 100))
    miete = Angabe("miete_bruttokalt", 42000, JANUAR)
    eintragen(benutzer, haushalt, Angabe("wohnform", 0, JANUAR), miete, Angabe("heizkosten", 6000, JANUAR))
    return benutzer, zweite_person(), haushalt, person


def zwei_gehen_weiter() -> None:
    """Beide haben denselben Stand vor sich; einer gewinnt, der andere erfährt, was geschah, nichts geht verloren."""
    from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR
    from tests.kasse.gleichzeitig import zugleich

    from sozialamt.akte.models import Vorgang
    from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
    from sozialamt.akte.vorgaenge.vorgang_fortsetzen import vorgang_fortsetzen

    eine, andere, haushalt, _ = _akte()
    antrag = antrag_aufnehmen(benutzer=eine, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=JANUAR)

    def gehe(benutzer, handlung):
        return lambda: vorgang_fortsetzen(
            benutzer=benutzer,
            vorgang=Vorgang.objects.get(pk=antrag.pk),
            handlung=handlung,
            ereignis_am=JANUAR,
            vermerk=handlung,
            version=1,
        )

    ergebnis = zugleich(gehe(eine, "vermerken"), gehe(andere, "antrag_zuruecknehmen"))
    verloren = [text for text in ergebnis if text]
    assert len(verloren) == 1, ergebnis
    assert "Inzwischen ist an diesem Vorgang gearbeitet worden" in verloren[0], ergebnis
    antrag.refresh_from_db()
    assert antrag.version == antrag.schritte.count() == 2


def zwei_nehmen_denselben_antrag_auf() -> None:
    """Über eine Leistung läuft danach ein Antrag, nicht zwei."""
    from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR
    from tests.kasse.gleichzeitig import zugleich

    from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen

    eine, andere, haushalt, _ = _akte()
    ergebnis = zugleich(
        *(
            lambda b=b: antrag_aufnehmen(benutzer=b, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=JANUAR)
            for b in (eine, andere)
        )
    )
    assert sorted(bool(text) for text in ergebnis) == [False, True], ergebnis
    assert any("läuft schon ein Antrag" in text for text in ergebnis), ergebnis
    assert haushalt.vorgaenge.count() == 1


def zwei_erlassen_denselben_entwurf() -> None:
    """Ein Bescheid entsteht; wer zu spät kommt, erfährt es."""
    from tests.akte.bausteine import GRUNDSICHERUNG, MAI, benutzer_mit
    from tests.kasse.gleichzeitig import zugleich

    from sozialamt.akte.models import Bescheidentwurf
    from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
    from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen

    eine, zweite, haushalt, _ = _akte()
    dritte = benutzer_mit("teamleitung-2")
    dritte.rollen.create(rolle="teamleitung")
    entwurf = bescheid_entwerfen(benutzer=eine, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=MAI)
    ergebnis = zugleich(
        *(
            lambda b=b: bescheid_erlassen(benutzer=b, entwurf=Bescheidentwurf(pk=entwurf.pk, haushalt=haushalt))
            for b in (zweite, dritte)
        )
    )
    assert sorted(bool(text) for text in ergebnis) == [False, True], ergebnis
    assert any("gibt es nicht mehr" in text for text in ergebnis), ergebnis
    assert haushalt.bescheide.count() == 1


if __name__ == "__main__":
    main()
