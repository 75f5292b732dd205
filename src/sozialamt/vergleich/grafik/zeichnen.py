"""Vega-Lite-Beschreibungen der Bilder. Farbe sagt nie allein etwas: Wort, Muster oder Lage sagen es auch.

Die Farben stammen aus der Reihe von Okabe und Ito und sind auch bei Farbfehlsichtigkeit zu unterscheiden.
"""

from __future__ import annotations

from typing import Any

from sozialamt.vergleich.grafik.bild import (
    MUSTER_UNBEWERTET,
    MUSTER_UNGUENSTIG,
    Abweichung,
    Abweichungsbild,
    Balken,
    Balkenbild,
    Bild,
    Linie,
    Punkt,
    Streubild,
    Verlaufsbild,
)
from sozialamt.vergleich.grafik.zahlen import zahl

BREITE, ZEILE = 460, 34
SCHRIFT = "Fira Sans, Liberation Sans, Arial, sans-serif"
DUNKEL, GRAU, LINIENGRAU, RASTER = "#131525", "#51577a", "#a5aac3", "#e4e6ee"
EIGENE, ANDERE, MITTEL, GUENSTIG = "#1a3da5", "#8f9bc4", "#b3261e", "#0072b2"
WERTUNGEN = ("günstig", "ungünstig", "ohne Wertung")
WERTUNGSFARBEN = (GUENSTIG, MUSTER_UNGUENSTIG, MUSTER_UNBEWERTET)
LUFT, RAND_SD, NAMENSBREITE = 1.18, 0.6, 330
NAH_HOCH, NAH_BREIT = 0.045, 0.2
GRUPPENFARBEN = ("#1a3da5", "#a3420a", "#00795c", "#7a3fd0", "#5c6178", "#9c0d5f")
GRUPPENFORMEN = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


def _fertig(bild: Any) -> dict[str, Any]:
    fertig = bild.configure(
        font=SCHRIFT, background="#ffffff", padding={"left": 30, "right": 40, "top": 8, "bottom": 8}
    ).configure_view(stroke=None)
    fertig = fertig.configure_axis(
        labelFontSize=14,
        titleFontSize=13,
        labelColor=DUNKEL,
        titleColor=GRAU,
        titleFontWeight="normal",
        gridColor=RASTER,
        domainColor=LINIENGRAU,
        tickColor=LINIENGRAU,
        labelLimit=NAMENSBREITE,
    ).configure_legend(labelFontSize=13, titleFontSize=13, labelColor=DUNKEL, orient="top", titleAnchor="start")
    return fertig.to_dict()


def zeichne(bild: Bild) -> dict[str, Any]:
    """Die Vega-Lite-Beschreibung eines Bilds."""
    if isinstance(bild, Balkenbild):
        return _balkenbild(bild)
    if isinstance(bild, Abweichungsbild):
        return _abweichungsbild(bild)
    if isinstance(bild, Verlaufsbild):
        return _verlaufsbild(bild)
    return _streubild(bild)


def _balkenbild(bild: Balkenbild) -> dict[str, Any]:
    """Waagerechte Balken mit der Zahl am Ende."""
    import altair as alt

    balken, einheit, strich, linie = bild.teile, bild.einheit, bild.strich, bild.linie
    werte = [_balkenzeile(nr, b) for nr, b in enumerate(balken)]
    spitze = max([b.wert or 0 for b in balken] + [b.marke or 0 for b in balken] + [linie or 0]) or 1
    hoehe = ZEILE * len(werte)
    y = alt.Y(
        "name:N", sort=[w["name"] for w in werte], title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=10)
    )
    x = alt.X(
        "wert:Q",
        title=einheit,
        scale=alt.Scale(domain=[0, spitze * LUFT], nice=False),
        axis=alt.Axis(tickCount=5, domain=False, ticks=False),
    )
    grund = alt.Chart(alt.Data(values=werte)).encode(y=y)
    farbe = alt.Color("farbe:N", scale=None, legend=None)
    gefuellt = grund.transform_filter("isValid(datum.wert)")
    zahlen = {"align": "left", "dx": 7, "fontSize": 14, "fontWeight": 600, "aria": False}
    ende = alt.X("rand:Q", title=einheit)
    lagen = [
        grund.mark_bar(height=20, cornerRadiusEnd=2).encode(x=x, color=farbe, description="rede:N"),
        grund.transform_filter("isValid(datum.marke)")
        .mark_tick(thickness=3, height=28, color=MITTEL, opacity=1, aria=False)
        .encode(x=alt.X("marke:Q", title=einheit)),
        *([] if linie is None else [_mittellinie(linie)]),
        gefuellt.mark_text(stroke="#ffffff", strokeWidth=5, **zahlen).encode(x=ende, text="text:N"),
        gefuellt.mark_text(color=DUNKEL, **zahlen).encode(x=ende, text="text:N"),
        grund.transform_filter("!isValid(datum.wert)")
        .mark_text(align="left", dx=8, fontSize=13, fontStyle="italic", color=GRAU)
        .encode(x=ende, text="grund:N", description="rede:N"),
    ]
    titel = alt.TitleParams(strich, color=MITTEL, fontSize=13, fontWeight="normal", anchor="end") if strich else ""
    return _fertig(alt.layer(*lagen).properties(width=BREITE, height=hoehe, title=titel))


def _mittellinie(linie: float) -> Any:
    import altair as alt

    regel = alt.Chart(alt.Data(values=[{"m": linie}])).encode(x="m:Q")
    return regel.mark_rule(color=MITTEL, strokeWidth=2, strokeDash=[6, 3], aria=False)


def _balkenzeile(nummer: int, b: Balken) -> dict[str, Any]:
    return {
        "nr": nummer,
        "name": b.name,
        "wert": b.wert,
        "marke": b.marke,
        "rand": max(b.wert or 0, b.marke or 0),
        "text": b.text,
        "grund": b.grund,
        "farbe": EIGENE if b.hervor else ANDERE,
        "rede": f"{b.name}: {b.text if b.wert is not None else b.grund}",
    }


def _abweichungsbild(bild: Abweichungsbild) -> dict[str, Any]:
    """Abweichung vom Mittel in Standardabweichungen; die Nulllinie ist das Mittel der Städte."""
    import altair as alt

    zeilen = bild.teile
    werte = [_abweichungszeile(z) for z in zeilen]
    weite = max([abs(z.wert or 0) for z in zeilen] + [1]) + RAND_SD
    x = alt.X(
        "wert:Q",
        title="Abweichung vom Mittel der Städte in Standardabweichungen",
        scale=alt.Scale(domain=[-weite, weite], nice=False),
        axis=alt.Axis(domain=False, ticks=False, tickCount=7),
    )
    y = alt.Y(
        "name:N", sort=[z.name for z in zeilen], title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=10)
    )
    farbe = alt.Color(
        "wertung:N",
        title="Wertung",
        scale=alt.Scale(domain=WERTUNGEN, range=WERTUNGSFARBEN),
        legend=alt.Legend(symbolType="square", symbolSize=220, symbolStrokeWidth=0),
    )
    grund = alt.Chart(alt.Data(values=werte)).encode(y=y)
    text = {"fontSize": 14, "fontWeight": 600, "color": DUNKEL, "aria": False}
    lagen = [
        grund.mark_bar(height=20).encode(x=x, color=farbe, description="rede:N"),
        alt.Chart(alt.Data(values=[{"null": 0}]))
        .mark_rule(color=DUNKEL, strokeWidth=1.5, aria=False)
        .encode(x="null:Q"),
        grund.transform_filter("datum.wert >= 0").mark_text(align="left", dx=6, **text).encode(x=x, text="text:N"),
        grund.transform_filter("isValid(datum.wert) && datum.wert < 0")
        .mark_text(align="right", dx=-6, **text)
        .encode(x=x, text="text:N"),
        grund.transform_filter("!isValid(datum.wert)")
        .mark_text(align="left", dx=6, fontSize=13, fontStyle="italic", color=GRAU)
        .encode(x=alt.datum(0), text="grund:N", description="rede:N"),
    ]
    return _fertig(alt.layer(*lagen).properties(width=BREITE, height=ZEILE * len(werte)))


def _abweichungszeile(z: Abweichung) -> dict[str, Any]:
    wertung = WERTUNGEN[2] if z.guenstig is None else WERTUNGEN[0 if z.guenstig else 1]
    text = zahl(z.wert, 2, vorzeichen=True)
    return {
        "name": z.name,
        "wert": z.wert,
        "text": text,
        "wertung": wertung,
        "grund": z.grund,
        "rede": f"{z.name}: {text} Standardabweichungen, {wertung}" if z.wert is not None else f"{z.name}: {z.grund}",
    }


def _verlaufsbild(bild: Verlaufsbild) -> dict[str, Any]:
    """Zeitreihen; die eigene Stadt kräftig, das Mittel gestrichelt, andere blass, der Name am Ende der Linie."""
    import altair as alt

    linien, einheit = bild.teile, bild.einheit
    werte = [
        {"name": li.name, "jahr": jahr, "wert": wert, "art": _linienart(li), "nr": nummer}
        for nummer, li in enumerate(linien)
        for jahr, wert in li.punkte
    ]
    jahre = sorted({w["jahr"] for w in werte})
    enden = [
        {
            "name": li.name,
            "jahr": max(j for j, w in li.punkte if w is not None),
            "wert": next(w for j, w in reversed(li.punkte) if w is not None),
            "art": _linienart(li),
        }
        for li in linien
        if (li.hervor or li.mittel) and any(w is not None for _, w in li.punkte)
    ]
    arten = ["eigene", "mittel", "andere"]
    skala = {"domain": arten}
    x = alt.X(
        "jahr:Q",
        title=None,
        scale=alt.Scale(domain=[jahre[0], jahre[-1]], nice=False),
        axis=alt.Axis(format="d", tickMinStep=1, grid=False, labelFlush=False, tickCount=min(len(jahre), 8)),
    )
    y = alt.Y("wert:Q", title=einheit, scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(domain=False, tickCount=5))
    daten = alt.Chart(alt.Data(values=werte))
    ende = alt.Chart(alt.Data(values=enden))
    strich = daten.mark_line(point=alt.OverlayMarkDef(size=28, filled=True), aria=False).encode(
        x=x,
        y=y,
        detail="nr:N",
        color=alt.Color("art:N", scale=alt.Scale(range=[EIGENE, MITTEL, "#c0c3d5"], **skala), legend=None),
        strokeDash=alt.StrokeDash("art:N", scale=alt.Scale(range=[[1, 0], [6, 3], [1, 0]], **skala), legend=None),
        strokeWidth=alt.StrokeWidth("art:N", scale=alt.Scale(range=[3, 2, 1], **skala), legend=None),
    )
    namen = ende.mark_text(align="left", dx=8, fontSize=13, fontWeight=600, aria=False).encode(
        x=x,
        y=y,
        text="name:N",
        color=alt.Color("art:N", scale=alt.Scale(range=[EIGENE, MITTEL, GRAU], **skala), legend=None),
    )
    return _fertig(
        alt.layer(strich, namen).resolve_scale(color="independent").properties(width=BREITE + 60, height=260)
    )


def _linienart(linie: Linie) -> str:
    return "eigene" if linie.hervor else "mittel" if linie.mittel else "andere"


def _streubild(bild: Streubild) -> dict[str, Any]:
    """Städte als Punkte: die Gruppe als Form und Farbe; liegen zwei dicht beieinander, steht ein Name links."""
    import altair as alt

    titel_x, titel_y = bild.titel_x, bild.titel_y
    werte = [
        {
            "name": p.name,
            "x": p.x,
            "y": p.y,
            "gruppe": f"Gruppe {p.gruppe}",
            "links": _gedraengt(p, bild.teile),
            "rede": f"{p.name}: {titel_x} {zahl(p.x)}, {titel_y} {zahl(p.y)}, Gruppe {p.gruppe}",
        }
        for p in bild.teile
    ]
    gruppen = sorted({w["gruppe"] for w in werte})
    daten = alt.Chart(alt.Data(values=werte)).encode(
        x=alt.X(
            "x:Q", title=titel_x, scale=alt.Scale(zero=False, padding=30), axis=alt.Axis(labelFlush=False, tickCount=8)
        ),
        y=alt.Y("y:Q", title=titel_y, scale=alt.Scale(zero=False, padding=30)),
    )
    form = daten.mark_point(size=130, filled=True, opacity=1).encode(
        color=alt.Color("gruppe:N", title=None, scale=alt.Scale(domain=gruppen, range=GRUPPENFARBEN[: len(gruppen)])),
        shape=alt.Shape("gruppe:N", title=None, scale=alt.Scale(domain=gruppen, range=GRUPPENFORMEN[: len(gruppen)])),
        description="rede:N",
    )
    text = {"dy": 1, "fontSize": 12, "color": DUNKEL, "aria": False}
    rechts = daten.transform_filter("!datum.links").mark_text(align="left", dx=10, **text).encode(text="name:N")
    links = daten.transform_filter("datum.links").mark_text(align="right", dx=-10, **text).encode(text="name:N")
    return _fertig(alt.layer(form, rechts, links).properties(width=BREITE + 60, height=360))


def _gedraengt(punkt: Punkt, alle: tuple[Punkt, ...]) -> bool:
    """Ob rechts daneben, auf fast derselben Höhe, schon ein Name steht."""
    breite = max(p.x for p in alle) - min(p.x for p in alle) or 1
    hoehe = max(p.y for p in alle) - min(p.y for p in alle) or 1
    return any(
        abs(p.y - punkt.y) < hoehe * NAH_HOCH
        and 0 <= p.x - punkt.x < breite * NAH_BREIT
        and (p.x, p.name) > (punkt.x, punkt.name)
        for p in alle
    )
