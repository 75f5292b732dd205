"""Erfundene Zahlen einer erfundenen Stadt; an ihnen hängt kein Vergleich."""

from sozialamt.vergleich.profil.daten import (
    KEINE_LIEFERUNG,
    NICHT_ZUSTAENDIG,
    Kennwert,
    Organisation,
    Profildaten,
    Wirtschaftswert,
    Zahlentafel,
)

QUELLE = "erfunden"


def kennwert(name: str, wert: float | None, einheit: str = "Prozent", **angaben) -> Kennwert:
    vorgabe = {
        "zeitbezug": "31.12.2020",
        "quelle": QUELLE,
        "n": 14,
        "stellen": 0 if wert and wert > 1000 else 1,
    } | angaben
    if wert is None:
        vorgabe = {"grund": KEINE_LIEFERUNG} | vorgabe
    return Kennwert(name, f"Personen mit {name}", wert, einheit, **vorgabe)


def profildaten(**anders) -> Profildaten:
    vorgabe = {
        "stadt": "Beispielstadt",
        "jahr": 2020,
        "organisation": Organisation(("Das Amt hat drei Abteilungen.",), ("Pflege",), "2020", "die Stadt"),
        "anteile": (
            kennwert("HLU", 1.5, grundlage=150),
            kennwert("SGB II", 80.0, grundlage=8000),
            kennwert("GSiAE", 18.5, grundlage=1850),
            kennwert("AsylbLG", None, grund=NICHT_ZUSTAENDIG),
        ),
        "auszahlungen": (kennwert("SGB II", 70.0), kennwert("HLU", 30.0)),
        "dichten": (
            kennwert("SGB II", 142.25, "je 1.000", mittel=121.0),
            kennwert("HLU", None, "je 1.000", mittel=2.0),
        ),
        "wirtschaft": (
            Wirtschaftswert(kennwert("Arbeitslosenquote", 11.7, mittel=8.1), 1.72, False),
            Wirtschaftswert(kennwert("Einkommen", 21004, "Euro", mittel=24000), -1.2, False),
            Wirtschaftswert(kennwert("Schuldnerquote", None), None, False),
        ),
        "tafeln": (
            Zahlentafel("bevoelkerung", "Bevölkerung", (kennwert("Einwohner", 588250, "Personen", mittel=800000),)),
        ),
    }
    return Profildaten(**(vorgabe | anders))
