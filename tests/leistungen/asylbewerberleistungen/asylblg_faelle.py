"""Short ways to write and compute households of the AsylbLG tests."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgUnterbringung
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.recht.auswahl import Aufenthaltsstatus
from sozialamt.recht.fall import aus_dict

NIEMAND = -1


def person(**angaben: Any) -> dict[str, Any]:
    """Adult with a permit for the asylum procedure, as written in case files; short stay unless said otherwise."""
    return {
        "geburtsdatum": "1990-05-05",
        "aufenthaltsstatus": "aufenthaltsgestattung",
        "asylblg_einreise_am": "2026-01-10",
    } | angaben


def _exakt(angabe: Any) -> Any:
    return Decimal(str(angabe)) if isinstance(angabe, float) else angabe


def rechne_fall(
    monat: str,
    personen: dict[str, dict[str, Any]],
    ziele: list[str],
    einstellungen: dict[str, Any] | None = None,
    **haushalt: Any,
) -> Ergebnis:
    """Result of a case written like a case file."""
    personen = {p: {n: _exakt(w) for n, w in angaben.items()} for p, angaben in personen.items()}
    daten = {"monat": monat, "haushalt": haushalt, "personen": personen, "einstellungen": einstellungen or {}}
    return erklaere(aus_dict(daten, regelwerk()).fall(), ziele, monat, regelwerk())


def wert(monat: str, angaben: dict[str, Any], ziel: str, einstellungen: dict[str, Any] | None = None) -> int:
    """One value of a single person."""
    return int(rechne_fall(monat, {"a": angaben}, [ziel], einstellungen)[ziel])


@st.composite
def familien(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Household facts and one or two parents with up to three children, in internal units."""
    eltern, kinder = draw(st.integers(1, 2)), draw(st.integers(0, 3))
    unterbringung = int(draw(st.sampled_from(list(AsylblgUnterbringung)[:4])))
    personen: dict[str, dict[str, int]] = {}
    for i in range(eltern + kinder):
        erwachsen = i < eltern
        personen[f"p{i}"] = {
            "geburtsdatum": draw(st.integers(1970, 1995) if erwachsen else st.integers(2003, 2018)) * 10_000 + 715,
            "partner": 1 - i if erwachsen and eltern > 1 else NIEMAND,
            "elternteil_1": NIEMAND if erwachsen else 0,
            "aufenthaltsstatus": int(Aufenthaltsstatus.DULDUNG),
            "asylblg_einreise_am": draw(st.sampled_from([20150601, 20180601, 20210601])),
            "asylblg_unterbringung": unterbringung,
            "asylblg_unterkunft_sachwert": 20_000,
            "erwerbseinkommen_brutto": draw(st.sampled_from([0, 0, 45_000, 130_000, 222_222])) if erwachsen else 0,
            "sonstiges_einkommen": draw(st.sampled_from([0, 0, 3_333, 50_001])),
            "vermoegen_geld": draw(st.sampled_from([0, 20_000, 77_777])),
        }
    haushalt = {"miete_bruttokalt": draw(st.integers(0, 90_000)), "heizkosten": draw(st.integers(0, 15_000))}
    return haushalt, personen
