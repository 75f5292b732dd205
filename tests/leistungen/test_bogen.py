"""Der Berechnungsbogen aus Spur und Steckbrief."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.leistungen.bogen import SpurUnvollstaendig, Zeilenart, berechnungsboegen, berechnungsbogen, zeitraeume
from sozialamt.leistungen.bogentext import als_text, betrag, spaltenbloecke
from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief

STECKBRIEF = Steckbrief(
    schluessel="muster",
    titel="Musterleistung",
    kurz="ML",
    rechtsgrundlage="§ 1",
    zustaendig="Amt",
    kostentraeger="Stadt",
    anspruch="anspruch",
    ebene="person",
    bogen=(
        Abschnitt("Bedarf", ("regelbedarf", "miete"), summe="bedarf", pflicht=("regelbedarf",)),
        Abschnitt("Einkommen", ("rente",), abzuege=("freibetrag",), summe="einkommen"),
        Abschnitt("Anspruch", ("bedarf",), abzuege=("einkommen",), summe="anspruch", pflicht=("anspruch",)),
    ),
)


def spur(werte: dict[str, list[int]], *, gruppe: tuple[str, ...] = (), monat: str = "2026-11", merkmale=None) -> dict:
    """Spur mit einem Schritt je Regel und Person; Regeln in `gruppe` gelten für alle zusammen."""
    personen = [f"p{i}" for i in range(len(next(iter(werte.values()))))]
    schritte = []
    for name, zeile in werte.items():
        for i, wert in enumerate(zeile[:1] if name in gruppe else zeile):
            schritte.append(
                {
                    "regel": name,
                    "titel": name.capitalize(),
                    "norm": f"§ {name}",
                    "ebene": "haushalt" if name in gruppe else "person",
                    "personen": personen if name in gruppe else [personen[i]],
                    "einheit": "cent",
                    "wert": wert,
                    "text": str(wert),
                }
            )
    return {
        "schema": "spur/1",
        "monat": monat,
        "personen": personen,
        "schritte": schritte,
        "merkmale": merkmale or {},
        "parameter": {},
        "einstellungen": {},
    }


def gerechnet(
    regelbedarf: list[int], miete: list[int], rente: list[int], freibetrag: list[int]
) -> dict[str, list[int]]:
    bedarf = [r + m for r, m in zip(regelbedarf, miete, strict=True)]
    einkommen = [r - f for r, f in zip(rente, freibetrag, strict=True)]
    return {
        "regelbedarf": regelbedarf,
        "miete": miete,
        "bedarf": bedarf,
        "rente": rente,
        "freibetrag": freibetrag,
        "einkommen": einkommen,
        "anspruch": [max(0, b - e) for b, e in zip(bedarf, einkommen, strict=True)],
    }


def test_abzuege_tragen_ein_minus_und_die_summe_steht_zuletzt():
    bogen = berechnungsbogen(spur(gerechnet([56300], [42000], [60000], [25000])), STECKBRIEF)
    einkommen = bogen.teile[1]
    assert [(z.name, z.art, z.gesamt) for z in einkommen.zeilen] == [
        ("rente", Zeilenart.ZEILE, 60000),
        ("freibetrag", Zeilenart.ABZUG, -25000),
        ("einkommen", Zeilenart.SUMME, 35000),
    ]
    assert einkommen.geht_auf
    assert einkommen.zeilen[1].norm == "§ freibetrag"


def test_leere_zeilen_und_abschnitte_fallen_weg_pflichtzeilen_bleiben():
    bogen = berechnungsbogen(spur(gerechnet([0], [0], [0], [0])), STECKBRIEF)
    assert [t.titel for t in bogen.teile] == ["Bedarf", "Anspruch"]
    assert [z.name for z in bogen.teile[0].zeilen] == ["regelbedarf", "bedarf"]
    assert bogen.anspruch_gesamt == 0


def test_ein_ergebnis_unter_null_wird_erklaert():
    bogen = berechnungsbogen(spur(gerechnet([56300], [0], [90000], [0])), STECKBRIEF)
    teil = bogen.teile[-1]
    assert not teil.geht_auf
    assert teil.hinweis == "Ein Ergebnis unter 0 € zählt als 0 €."


def test_eine_andere_grenze_wird_mit_der_gerechneten_summe_genannt():
    werte = gerechnet([56300], [0], [0], [0]) | {"anspruch": [50000]}
    assert "563,00 €" in berechnungsbogen(spur(werte), STECKBRIEF).teile[-1].hinweis


def test_nur_personen_mit_betrag_bekommen_eine_spalte():
    werte = gerechnet([56300, 0], [42000, 0], [0, 0], [0, 0])
    assert berechnungsbogen(spur(werte), STECKBRIEF).personen == ("p0",)
    assert berechnungsbogen(spur(werte), STECKBRIEF, ["p1", "p0"]).personen == ("p1", "p0")


def test_ein_wert_der_gruppe_steht_nur_in_der_spalte_gesamt():
    werte = gerechnet([56300, 35700], [0, 0], [0, 0], [0, 0])
    werte["miete"] = [42000, 42000]
    bogen = berechnungsbogen(spur(werte, gruppe=("miete",)), STECKBRIEF)
    miete = bogen.teile[0].zeilen[1]
    assert (miete.werte, miete.gesamt) == ((None, None), 42000)


def test_merkmale_koennen_zeilen_sein():
    werte = gerechnet([56300], [0], [60000], [0])
    del werte["rente"]
    merkmal = {
        "titel": "Altersrente",
        "ebene": "person",
        "einheit": "cent",
        "norm": "§ 82",
        "werte": [{"person": "p0", "wert": 60000, "text": "600,00 €"}],
    }
    bogen = berechnungsbogen(spur(werte, merkmale={"rente": merkmal}), STECKBRIEF)
    assert [(z.titel, z.gesamt) for z in bogen.teile[1].zeilen][0] == ("Altersrente", 60000)


def test_eine_fehlende_summe_wird_benannt():
    werte = gerechnet([56300], [0], [0], [0])
    del werte["bedarf"]
    with pytest.raises(SpurUnvollstaendig, match="„bedarf“"):
        berechnungsbogen(spur(werte), STECKBRIEF)


def test_gleiche_monate_werden_zu_zeitraeumen():
    werte = gerechnet([56300], [42000], [0], [0])
    mehr = gerechnet([57000], [42000], [0], [0])
    monate = {"2026-11": werte, "2026-12": werte, "2027-01": mehr, "2027-03": mehr}
    boegen = [berechnungsbogen(spur(w, monat=m), STECKBRIEF) for m, w in monate.items()]
    assert [(von, bis) for von, bis, _ in zeitraeume(reversed(boegen))] == [
        ("2026-11", "2026-12"),
        ("2027-01", "2027-01"),
        ("2027-03", "2027-03"),
    ]


MONATSWERTE = st.lists(st.tuples(*[st.integers(0, 2) for _ in range(4)]), min_size=1, max_size=6)


@given(MONATSWERTE, st.booleans())
def test_boegen_am_stueck_sind_die_einzelnen(monate, geteilt):
    """Gleich, ob gleiche Teile zweier Monate dasselbe Objekt sind (aus der Akte) oder nur gleich (frisch gerechnet)."""
    spuren = [
        spur(gerechnet(*([wert * 10_000, 0] for wert in werte)), monat=f"2026-{m:02d}")
        for m, werte in enumerate(monate, 1)
    ]
    if geteilt:
        teile: dict[str, dict] = {}
        spuren = [s | {"schritte": [teile.setdefault(repr(x), x) for x in s["schritte"]]} for s in spuren]
    assert berechnungsboegen(spuren, STECKBRIEF) == [berechnungsbogen(s, STECKBRIEF) for s in spuren]


def test_boegen_am_stueck_mit_anderen_personen():
    zwei, eine = gerechnet([56300] * 2, [0] * 2, [0] * 2, [0] * 2), gerechnet([56300], [0], [0], [0])
    spuren = [spur(zwei), spur(eine, monat="2026-12")]
    assert [b.personen for b in berechnungsboegen(spuren, STECKBRIEF)] == [("p0", "p1"), ("p0",)]


BETRAEGE = st.lists(st.integers(0, 200_000), min_size=1, max_size=10)


@given(BETRAEGE, st.data())
def test_die_teile_ergeben_immer_das_ganze(regelbedarf, daten):
    n = len(regelbedarf)
    weitere = st.lists(st.integers(0, 200_000), min_size=n, max_size=n)
    werte = gerechnet(regelbedarf, daten.draw(weitere), daten.draw(weitere), [0] * n)
    bogen = berechnungsbogen(spur(werte), STECKBRIEF)
    for teil in bogen.teile:
        *zeilen, summe = teil.zeilen
        assert summe.gesamt == sum(summe.werte)
        if teil.geht_auf:
            assert summe.gesamt == sum(z.gesamt for z in zeilen)
    assert bogen.anspruch_gesamt == sum(werte["anspruch"])


def test_der_text_zeigt_bedarf_einkommen_anspruch_und_normen():
    text = als_text(
        berechnungsbogen(spur(gerechnet([56300, 50600], [21000, 21000], [60000, 0], [25000, 0])), STECKBRIEF),
        {"p0": "Anna", "p1": "Bernhardine-Luise"},
    )
    assert text.startswith("Musterleistung – Berechnung für November 2026\n")
    assert "Bernhardine…" in text
    zeilen = {zeile.split("§")[0].strip(): zeile for zeile in text.splitlines() if "§" in zeile}
    assert zeilen["Freibetrag"].split()[-3:] == ["−250,00", "0,00", "−250,00"]
    assert zeilen["Anspruch"].split()[-3:] == ["423,00", "716,00", "1.139,00"]
    assert max(map(len, text.splitlines())) <= 120


def test_viele_personen_verteilen_sich_auf_bloecke_mit_gesamt_am_ende():
    bloecke = spaltenbloecke(10)
    assert [i for block, _ in bloecke for i in block] == list(range(10))
    assert [gesamt for _, gesamt in bloecke] == [False, False, True]
    assert spaltenbloecke(1) == [(range(0, 1), False)]


def test_betraege_haben_tausenderpunkt_und_echtes_minus():
    assert betrag(-123456) == "−1.234,56"


def feststellung(text: str, tage: int) -> list[dict]:
    gemeinsam = {"norm": "§ 19", "ebene": "person", "personen": ["p0"]}
    return [
        {"regel": "kapitel", "titel": "Kapitel", "einheit": "auswahl", "wert": 2, "text": text, **gemeinsam},
        {"regel": "tage", "titel": "Tage", "einheit": "anzahl", "wert": tage, "text": str(tage), **gemeinsam},
    ]


MIT_FESTSTELLUNG = replace(STECKBRIEF, bogen=(Abschnitt("Feststellungen", ("kapitel", "tage")), *STECKBRIEF.bogen))


def monatsbogen(monat: str, text: str, tage: int):
    s = spur(gerechnet([56300], [42000], [0], [0]), monat=monat)
    return berechnungsbogen(s | {"schritte": s["schritte"] + feststellung(text, tage)}, MIT_FESTSTELLUNG)


def test_verschieden_viele_tage_trennen_gleiche_betraege_nicht_werden_aber_nicht_behauptet():
    lang = "Grundsicherung im Alter und bei Erwerbsminderung"
    ((von, bis, bogen),) = zeitraeume([monatsbogen("2026-11", lang, 30), monatsbogen("2026-12", lang, 31)])
    assert (von, bis) == ("2026-11", "2026-12")
    assert [z.name for z in bogen.teile[0].zeilen] == ["kapitel"]


def test_worte_stehen_in_eigener_zeile_statt_in_einer_schmalen_spalte():
    bogen = monatsbogen("2026-11", "Grundsicherung im Alter und bei Erwerbsminderung", 30)
    assert [z.wortreich for z in bogen.teile[0].zeilen] == [True, False]
    text = als_text(bogen)
    assert "Kapitel (§ 19):\n  Grundsicherung im Alter und bei Erwerbsminderung\n" in text
