"""What is wrong with a law is said clearly, with the names that matter."""

import pytest

from sozialamt.rechenkern import (
    Cent,
    DoppelterName,
    Ebenenfehler,
    KeinWert,
    Regelwerk,
    Regelwerkfehler,
    UnbekannterName,
    Zyklus,
    beim,
    plane,
    regel,
    summe,
)
from tests.rechenkern.conftest import EBENEN, EINSTELLUNGEN, MERKMALE, PARAMETER, REGELN


def werk_mit(*funktionen):
    return Regelwerk.aus(
        regeln=[*REGELN, *(f.__regel__ for f in funktionen)],
        parameter=PARAMETER,
        merkmale=MERKMALE,
        einstellungen=EINSTELLUNGEN,
        ebenen=EBENEN,
    )


def test_nur_was_gebraucht_wird_steht_im_plan(werk):
    plan = plane(werk, ["zuschlag"], 20220501)
    assert [s.name for s in plan.schritte] == ["zuschlag"]
    assert plan.parameter == ("satz", "regelsatz")
    assert [m.name for m in plan.merkmale] == ["krank"]


def test_jeder_schritt_steht_nach_dem_was_er_braucht(werk):
    plan = plane(werk, ["anspruch"], 20220501)
    namen = [s.name for s in plan.schritte]
    assert all(namen.index(a) < i for i, s in enumerate(plan.schritte) for a in s.argumente if a in namen)


def test_unbekannter_name_nennt_wer_ihn_braucht_und_aehnliche():
    @regel("person", norm="§ 1")
    def mit_tippfehler(regelsaz: Cent) -> Cent:
        """Tippfehler im Argument."""
        return regelsaz

    with pytest.raises(UnbekannterName, match=r"„regelsaz“.*gebraucht von „mit_tippfehler“.*regelsatz"):
        plane(werk_mit(mit_tippfehler), ["mit_tippfehler"], 20220501)


def test_unbekanntes_ziel(werk):
    with pytest.raises(UnbekannterName, match="„anspruh“"):
        plane(werk, ["anspruh"], 20220501)


def test_zyklus_nennt_die_ganze_kette():
    @regel("person", norm="§ 1")
    def henne(ei: Cent) -> Cent:
        """Kommt aus dem Ei."""
        return ei

    @regel("person", norm="§ 1")
    def ei(henne: Cent) -> Cent:
        """Kommt von der Henne."""
        return henne

    with pytest.raises(Zyklus, match="henne → ei → henne"):
        plane(werk_mit(henne, ei), ["henne"], 20220501)


def test_personenwert_in_gruppenregel_ohne_zusammenfassung():
    @regel("paar", norm="§ 1")
    def falsch(lohn: Cent) -> Cent:
        """Braucht die Summe."""
        return lohn

    with pytest.raises(Ebenenfehler, match=r"„falsch“ rechnet je paar.*„lohn“ je person.*summe"):
        plane(werk_mit(falsch), ["falsch"], 20220501)


def test_haushaltsregel_darf_den_wert_einer_kleineren_gruppe_nicht_lesen():
    @regel("haushalt", norm="§ 1")
    def falsch(lohn_paar: Cent) -> Cent:
        """Welches Paar?"""
        return lohn_paar

    with pytest.raises(Ebenenfehler, match="je paar"):
        plane(werk_mit(falsch), ["falsch"], 20220501)


def test_gruppenregel_darf_den_haushalt_lesen(werk):
    assert "miete" in [m.name for m in plane(werk, ["bedarf_paar"], 20220501).merkmale]


def test_verweis_muss_auf_eine_person_zeigen():
    @beim("miete")
    def falsch(lohn: Cent) -> Cent:
        """Die Miete ist keine Person."""
        return lohn

    with pytest.raises(Regelwerkfehler, match="kein Verweis"):
        plane(werk_mit(falsch), ["falsch"], 20220501)


def test_fassungen_einer_regel_wechseln_mit_dem_monat(werk):
    def fassung(monat):
        return next(s for s in plane(werk, ["bonus"], monat).schritte if s.name == "bonus")

    assert fassung(20201201).ersatz == 0
    assert fassung(20221201).regel.norm == "§ 3"
    assert fassung(20230101).regel.norm == "§ 3 n. F."


def test_ohne_fassung_und_ohne_ersatz_ist_ein_fehler_mit_monat():
    @regel("person", norm="§ 1", bis="2020-12-31")
    def ausgelaufen() -> Cent:
        """Galt nur bis 2020."""
        return 0

    with pytest.raises(KeinWert, match=r"„ausgelaufen“.*2021-01-01"):
        plane(werk_mit(ausgelaufen), ["ausgelaufen"], 20210101)


def test_ueberlappende_fassungen_werden_abgelehnt():
    @regel("person", norm="§ 1", name="bonus", ab="2022-12-01", bis="2022-12-31")
    def bonus_doppelt() -> Cent:
        """Gilt zugleich."""
        return 0

    with pytest.raises(DoppelterName, match="gelten zugleich ab 2022-12-01"):
        werk_mit(bonus_doppelt)


def test_regeln_gelten_fuer_ganze_monate():
    @regel("person", norm="§ 1", ab="2022-12-15")
    def mitten_im_monat() -> Cent:
        """Beginnt mitten im Monat."""
        return 0

    with pytest.raises(DoppelterName, match="ganze Monate"):
        werk_mit(mitten_im_monat)


def test_ein_name_ist_nur_eines():
    @summe("paar")
    def miete(lohn: Cent) -> Cent:
        """Heißt wie ein Merkmal."""
        return lohn

    with pytest.raises(DoppelterName, match="„miete“ ist zugleich"):
        werk_mit(miete)
