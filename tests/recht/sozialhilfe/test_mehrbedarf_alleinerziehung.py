"""Additional need of single parents (§ 30 Abs. 3 SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import rechne

ZIEL = "mehrbedarf_alleinerziehung"


def alleinerziehend(monat, *alter, einstellungen=None, **angaben):
    jahr = int(monat[:4])
    kinder = {f"kind{i}": {"geburtsdatum": f"{jahr - a}-01-01", "elternteil_1": "anna"} for i, a in enumerate(alter)}
    anna = {"geburtsdatum": "1985-05-05", "alleinerziehend": True} | angaben
    return rechne(monat, ZIEL, einstellungen=einstellungen, anna=anna, **kinder).wert(ZIEL, "anna")


@pytest.mark.parametrize(
    ("alter", "betrag"),
    [
        ((5,), 20268),
        ((8,), 6756),
        ((9, 11), 20268),
        ((16, 17), 13512),
        ((8, 16), 13512),
        ((8, 10, 12), 20268),
        ((8, 10, 12, 14), 27024),
        ((8, 9, 10, 12, 14), 33780),
        ((8, 9, 10, 11, 12, 14), 33780),
    ],
)
def test_tabelle_der_haufe_beispiele_2024(alter, betrag):
    """MB-01 der Beispielsammlung."""
    assert alleinerziehend("2024-01", *alter) == betrag


@pytest.mark.parametrize(
    ("alter", "guenstiger", "wortlaut"),
    [((3, 8, 10, 12), 27024, 20268), ((8, 10, 12, 14), 27024, 27024), ((3,), 20268, 20268)],
)
def test_der_wortlaut_laesst_bei_vier_kindern_mit_einem_kleinen_nur_36_prozent(alter, guenstiger, wortlaut):
    assert alleinerziehend("2024-01", *alter) == guenstiger
    einstellungen = {"alleinerziehende_bemessung": "wortlaut"}
    assert alleinerziehend("2024-01", *alter, einstellungen=einstellungen) == wortlaut


def test_der_hohe_satz_gilt_noch_im_monat_des_siebten_geburtstags():
    ergebnis = {
        monat: rechne(
            monat,
            ZIEL,
            anna={"geburtsdatum": "1985-05-05", "alleinerziehend": True},
            kind={"geburtsdatum": "2019-11-20", "elternteil_2": "anna"},
        ).wert(ZIEL, "anna")
        for monat in ("2026-11", "2026-12")
    }
    assert ergebnis == {"2026-11": 20268, "2026-12": 6756}


def test_wechselmodell_haelfte_abweichender_bedarf_und_ohne_alleinerziehung_nichts():
    assert alleinerziehend("2024-01", 5, alleinerziehend_wechselmodell=True) == 10134
    assert alleinerziehend("2024-01", 5, mehrbedarf_alleinerziehung_abweichend=90) == 9000
    assert alleinerziehend("2024-01", 5, alleinerziehend=False) == 0
    assert alleinerziehend("2024-01") == 0


def test_kinder_ausserhalb_des_haushalts_und_volljaehrige_zaehlen_nicht():
    ergebnis = rechne(
        "2026-11",
        ZIEL,
        anna={"geburtsdatum": "1980-05-05", "alleinerziehend": True},
        gross={"geburtsdatum": "2008-10-01", "elternteil_1": "anna"},
        heim={
            "geburtsdatum": "2022-10-01",
            "elternteil_1": "anna",
            "wohnform_abweichend": "ueber_tag_und_nacht",
            "durchschnittliche_warmmiete_einrichtung": 400,
        },
    )
    assert ergebnis.wert(ZIEL, "anna") == 0


def test_auch_wer_allein_fuer_enkel_oder_pflegekinder_sorgt_ist_alleinerziehend():
    oma = {"geburtsdatum": "1950-05-05", "alleinerziehend": True}
    enkel = {f"enkel{i}": {"geburtsdatum": d} for i, d in enumerate(("2015-03-03", "2017-03-03"))}
    assert rechne("2025-05", ZIEL, anna=oma, enkel=enkel["enkel0"]).wert(ZIEL, "anna") == 6756
    assert rechne("2025-05", ZIEL, anna=oma, **enkel).wert(ZIEL, "anna") == 20268


def test_eine_minderjaehrige_mutter_zaehlt_nicht_sich_selbst_als_kind():
    mutter = {"geburtsdatum": "2009-05-05", "alleinerziehend": True}
    kind = {"geburtsdatum": "2025-03-03", "elternteil_1": "anna"}
    assert (
        rechne("2026-05", "alleinerziehend_kinder", anna=mutter, kind=kind).wert("alleinerziehend_kinder", "anna") == 1
    )
