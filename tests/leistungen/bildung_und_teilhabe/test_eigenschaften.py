"""Properties that hold for every family, and the jumps of the law by name."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.bildung_und_teilhabe.but_faelle import KREISE, kind, rechne_fall, wert

MONATE = ["2019-02", "2019-08", "2021-08", "2023-02", "2026-08", "2026-11"]
BEISPIELE = settings(max_examples=25)
TEILE = (
    "but_ausfluege",
    "but_klassenfahrten",
    "but_schulbedarf",
    "but_schuelerbefoerderung",
    "but_lernfoerderung",
    "but_mittagsverpflegung",
    "but_teilhabe",
)


@st.composite
def familien(draw):
    betrag = st.integers(0, 150)
    angaben = {
        "but_ausflug_kosten": draw(betrag),
        "but_fahrt_kosten": draw(betrag),
        "but_befoerderung_kosten": draw(betrag),
        "but_lernfoerderung_bestaetigt": True,
        "but_lernfoerderung_kosten": draw(betrag),
        "but_lernfoerderung_antrag": draw(st.booleans()),
        "but_mittagessen_kosten": draw(betrag),
        "but_teilhabe_kosten": draw(betrag),
    }
    personen = kind(draw(st.sampled_from(list(KREISE))), f"{draw(st.integers(1999, 2013))}-07-15", **angaben)
    personen["m"]["rente_gesetzlich"] = draw(st.sampled_from([0, 700, 1_300, 2_000]))
    return personen


@BEISPIELE
@given(familien(), st.sampled_from(MONATE))
def test_die_teile_ergeben_das_ganze(personen, monat):
    ergebnis = rechne_fall(monat, personen, *TEILE, "bildung_und_teilhabe", "but_bedarf", "but_mittel")
    for p in personen:
        teile = sum(ergebnis.wert(t, p) for t in TEILE)
        bedarf, mittel = ergebnis.wert("but_bedarf", p), ergebnis.wert("but_mittel", p)
        assert teile == ergebnis.wert("bildung_und_teilhabe", p) == max(bedarf - mittel, 0)


@BEISPIELE
@given(familien(), st.sampled_from(MONATE), st.integers(1, 900))
def test_mehr_einkommen_erhoeht_die_leistung_nie(personen, monat, mehr):
    """The circle of law stays; leaving it is a jump (below)."""
    vorher = rechne_fall(monat, personen, "bildung_und_teilhabe", "but_rechtskreis")
    personen["m"]["sonstiges_einkommen"] = mehr
    nachher = rechne_fall(monat, personen, "bildung_und_teilhabe", "but_rechtskreis")
    if vorher.werte["but_rechtskreis"] == nachher.werte["but_rechtskreis"]:
        assert sum(nachher.werte["bildung_und_teilhabe"]) <= sum(vorher.werte["bildung_und_teilhabe"])


def test_sprung_wohngeld_statt_grundsicherung():
    """§ 6b Abs. 2 Satz 5 BKGG: with Wohngeld surplus income does not count."""
    mit = kind("bkgg", but_fahrt_kosten=300)
    ohne = kind("bkgg", but_fahrt_kosten=300)
    ohne["m"]["wohngeld_bezug"] = 0
    assert (wert("2026-03", mit, "bildung_und_teilhabe"), wert("2026-03", ohne, "bildung_und_teilhabe")) == (30_000, 0)


def test_sprung_erster_euro_fuer_teilhabe():
    """§ 28 Abs. 7: any expense opens the whole flat rate."""
    assert wert("2026-03", kind(geburtsdatum="2012-05-05", but_teilhabe_kosten=0.01), "but_teilhabe") == 1_500


def test_sprung_geburtstag_mit_18_und_25():
    """Teilhabe ends with 18, education under SGB II with 25, each after the month of the birthday."""
    volljaehrig = kind(geburtsdatum="2008-05-05", but_teilhabe_kosten=20)
    assert [wert(m, volljaehrig, "but_teilhabe") for m in ("2026-05", "2026-06")] == [1_500, 0]
    aelter = {"k": {"geburtsdatum": "2001-05-05", "schulbesuch": True, "but_ausflug_kosten": 10}}
    assert [wert(m, aelter, "but_ausfluege") for m in ("2026-05", "2026-06")] == [1_000, 0]
