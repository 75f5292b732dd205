"""Read parameters, facts and settings from their YAML files into the types of the engine.

Numbers become exact integers in internal units: euro → cents, prozent → basis points. A file that repeats a
key, names an unknown field or holds a value that is no whole cent is refused with its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from sozialamt.rechenkern import Einheit, Einstellung, Fassung, Merkmal, Merkmalsart, Parameter
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.values import Auswahl, Datum, auswahlklassen

FAKTOR = {"euro": 100, "prozent": 100}
EINHEITEN = {
    "euro": Einheit.CENT,
    "prozent": Einheit.BASISPUNKTE,
    "anzahl": Einheit.ANZAHL,
    "monate": Einheit.ANZAHL,
    "tage": Einheit.ANZAHL,
    "jahre": Einheit.JAHRE,
    "datum": Einheit.DATUM,
    "ja_nein": Einheit.JA_NEIN,
}


def _kurzname(datei: Traversable) -> str:
    """File with its folder, as messages name it."""
    return "/".join(str(datei).split("/")[-2:])


class Dateifehler(ValueError):
    """A file of the law is not as it has to be."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML that keeps decimals exact and refuses repeated keys."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    ergebnis: dict[Any, Any] = {}
    for schluessel_node, wert_node in node.value:
        schluessel = loader.construct_object(schluessel_node, deep=True)
        if schluessel in ergebnis:
            raise yaml.constructor.ConstructorError(
                None, None, f"„{schluessel}“ steht zweimal", schluessel_node.start_mark
            )
        ergebnis[schluessel] = loader.construct_object(wert_node, deep=True)
    return ergebnis


def _dezimal(loader: _Loader, node: yaml.ScalarNode) -> Decimal:
    text = str(loader.construct_scalar(node)).replace("_", "").lower()
    try:
        return Decimal(text.replace(".inf", "inf").replace(".nan", "nan"))
    except InvalidOperation as fehler:
        raise yaml.constructor.ConstructorError(None, None, "das ist keine Zahl", node.start_mark) from fehler


def _zeitpunkt(loader: _Loader, node: yaml.ScalarNode) -> Any:
    """Date; a day that the calendar does not have stays text, so that the field it stands in can be named."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return loader.construct_scalar(node)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:float", _dezimal)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _zeitpunkt)


def lies_yaml(text: str | bytes) -> Any:
    """YAML with exact decimals (Decimal) and without repeated keys; yaml.YAMLError if it is none."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - the loader is derived from the safe one


def _ganz(wert: Any, faktor: int, ort: str) -> int:
    if isinstance(wert, bool):
        return int(wert)
    if isinstance(wert, date):
        return datum_aus_iso(wert.isoformat())
    if not isinstance(wert, int | Decimal) or not Decimal(wert).is_finite():
        raise Dateifehler(f"{ort}: {wert!r} ist keine Zahl")
    ergebnis = Decimal(wert) * faktor
    if ergebnis != ergebnis.to_integral_value():
        raise Dateifehler(f"{ort}: {wert} hat zu viele Nachkommastellen")
    return int(ergebnis)


def als_datum(wert: Any, ort: str) -> Datum:
    """YAML date or 'YYYY-MM(-DD)' string as yyyymmdd."""
    try:
        return datum_aus_iso(wert.isoformat() if isinstance(wert, date) else str(wert))
    except ValueError as fehler:
        raise Dateifehler(f"{ort}: {fehler}") from fehler


def lies_wert(roh: Any, faktor: int, ort: str) -> int | tuple[int, ...]:
    """Zahl oder Tabelle in ganzen Einheiten: Cent, Basispunkte, Anzahl."""
    if isinstance(roh, list):
        return tuple(_ganz(w, faktor, ort) for w in roh)
    if isinstance(roh, Mapping):
        if not all(isinstance(k, int) and k >= 0 for k in roh):
            raise Dateifehler(f"{ort}: eine Tabelle braucht ganze Zahlen ab 0 als Schlüssel")
        return tuple(_ganz(roh.get(i, 0), faktor, ort) for i in range(max(roh) + 1))
    return _ganz(roh, faktor, ort)


def _nur(eintrag: Mapping[str, Any], pflicht: set[str], erlaubt: set[str], ort: str) -> None:
    fehlt, zuviel = pflicht - set(eintrag), set(eintrag) - pflicht - erlaubt
    if fehlt or zuviel:
        raise Dateifehler(f"{ort}: fehlt {sorted(fehlt) or 'nichts'}, unbekannt {sorted(zuviel) or 'nichts'}")


def lies_parameter(datei: Traversable) -> Iterator[Parameter]:
    """Parameters of one file. An open value ends with the file's `rechtsstand_bis`."""
    inhalt = lies_inhalt(datei, {"rechtsstand_bis", "parameter"})
    stand = als_datum(inhalt["rechtsstand_bis"], _kurzname(datei))
    for name, p in inhalt["parameter"].items():
        ort = f"{_kurzname(datei)}: {name}"
        _nur(p, {"titel", "einheit", "norm", "werte"}, {"hinweis"}, ort)
        if p["einheit"] not in EINHEITEN:
            raise Dateifehler(f"{ort}: Einheit {p['einheit']!r} gibt es nicht, sondern {sorted(EINHEITEN)}")
        fassungen = tuple(_fassung(w, p, stand, ort) for w in p["werte"])
        laengen = {len(f.wert) if isinstance(f.wert, tuple) else -1 for f in fassungen}
        if len(laengen) != 1:
            raise Dateifehler(f"{ort}: die Werte haben verschiedene Formen {sorted(laengen)}")
        yield Parameter(name, p["titel"], EINHEITEN[p["einheit"]], p["norm"], fassungen, _kurzname(datei))


def _fassung(w: Mapping[str, Any], p: Mapping[str, Any], stand: Datum, ort: str) -> Fassung:
    erlaubt = {"bis", "bekannt_ab", "norm", "hinweis"}
    _nur(w, {"ab", "wert", "quelle", "beleg", "geprueft_am"}, erlaubt, ort)
    ab = als_datum(w["ab"], ort)
    return Fassung(
        ab=ab,
        bis=min(als_datum(w["bis"], ort), stand) if "bis" in w else stand,
        wert=lies_wert(w["wert"], FAKTOR.get(p["einheit"], 1), ort),
        bekannt_ab=als_datum(w["bekannt_ab"], ort) if "bekannt_ab" in w else ab,
        norm=w.get("norm", p["norm"]),
        quelle=w["quelle"],
        beleg=w["beleg"],
        geprueft_am=als_datum(w["geprueft_am"], ort),
        hinweis=w.get("hinweis", p.get("hinweis", "")),
    )


def _klasse(name: str, ort: str) -> type[Auswahl]:
    try:
        return auswahlklassen()[name]
    except KeyError as fehler:
        raise Dateifehler(f"{ort}: die Auswahl {name!r} gibt es nicht") from fehler


def lies_einstellungen(datei: Traversable) -> Iterator[Einstellung]:
    """Settings of one file: disputed questions with options, default and note."""
    for name, s in lies_inhalt(datei, None).items():
        ort = f"{_kurzname(datei)}: {name}"
        _nur(s, {"titel", "norm", "vorgabe", "hinweis", "geprueft_am"}, {"auswahl", "art"}, ort)
        if "auswahl" in s:
            klasse = _klasse(s["auswahl"], ort)
            optionen = {m.schluessel: (int(m), m.text) for m in klasse}
            einheit = Einheit.AUSWAHL
        else:
            optionen = {"nein": (0, "nein"), "ja": (1, "ja")}
            einheit = Einheit.JA_NEIN
        vorgabe = {True: "ja", False: "nein"}.get(s["vorgabe"], s["vorgabe"])
        if vorgabe not in optionen:
            raise Dateifehler(f"{ort}: die Vorgabe {vorgabe!r} ist keine von {sorted(optionen)}")
        yield Einstellung(
            name=name,
            titel=s["titel"],
            norm=s["norm"],
            einheit=einheit,
            vorgabe=optionen[vorgabe][0],
            hinweis=s["hinweis"],
            optionen=optionen,
            geprueft_am=als_datum(s["geprueft_am"], ort),
            datei=_kurzname(datei),
        )


_MERKMAL_PFLICHT = {"titel", "ebene", "art", "norm", "hilfe"}
_MERKMAL_ERLAUBT = {"nachweis", "gruppe", "auswahl", "min", "max", "vorgabe", "vorgabe_grund", "wenn"}


def lies_merkmale(dateien: list[Traversable]) -> list[Merkmal]:
    """Facts of all files together, because conditions may point from one file to another."""
    roh: dict[str, tuple[dict[str, Any], str]] = {}
    for datei in dateien:
        for name, m in lies_inhalt(datei, None).items():
            if name in roh:
                raise Dateifehler(f"Merkmal {name} steht zweimal: {roh[name][1]} und {_kurzname(datei)}")
            _nur(m, _MERKMAL_PFLICHT, _MERKMAL_ERLAUBT, f"{_kurzname(datei)}: {name}")
            roh[name] = (m, _kurzname(datei))
    ohne_bedingung = {name: _merkmal(name, m, datei) for name, (m, datei) in roh.items()}
    return [_mit_bedingung(m, roh[name][0].get("wenn", {}), ohne_bedingung) for name, m in ohne_bedingung.items()]


def _merkmal(name: str, m: Mapping[str, Any], datei: str) -> Merkmal:
    ort = f"{datei}: {name}"
    art = Merkmalsart(m["art"])
    klasse = _klasse(m["auswahl"], ort) if art is Merkmalsart.AUSWAHL else None
    vorlaeufig = Merkmal(name, m["titel"], m["ebene"], art, m["norm"], m["hilfe"], auswahl=klasse)
    grenze = {g: merkmalswert(vorlaeufig, m[g], ort) if g in m else None for g in ("min", "max")}
    if "vorgabe" in m and not m.get("vorgabe_grund"):
        raise Dateifehler(f"{ort}: eine Vorgabe braucht einen vorgabe_grund")
    return Merkmal(
        name=name,
        titel=m["titel"],
        ebene=m["ebene"],
        art=art,
        norm=m["norm"],
        hilfe=m["hilfe"],
        nachweis=m.get("nachweis", ""),
        gruppe=m.get("gruppe", ""),
        auswahl=klasse,
        min=grenze["min"],
        max=grenze["max"],
        vorgabe=merkmalswert(vorlaeufig, m["vorgabe"], ort) if "vorgabe" in m else None,
        vorgabe_grund=m.get("vorgabe_grund", ""),
        datei=datei,
    )


def _mit_bedingung(m: Merkmal, wenn: Mapping[str, Any], alle: Mapping[str, Merkmal]) -> Merkmal:
    if not wenn:
        return m
    bedingung: dict[str, frozenset[int]] = {}
    for name, werte in wenn.items():
        ort = f"{m.datei}: {m.name}: wenn {name}"
        if name not in alle:
            raise Dateifehler(f"{ort}: dieses Merkmal gibt es nicht")
        liste = werte if isinstance(werte, list) else [werte]
        bedingung[name] = frozenset(merkmalswert(alle[name], w, ort) for w in liste)
    return Merkmal(**{**vars(m), "wenn": bedingung})


def merkmalswert(m: Merkmal, wert: Any, ort: str) -> int:
    """Value of a fact as written in files (euro, ISO date, option key, yes/no) in internal units.

    Raises Dateifehler with the reason; ranges are not checked here.
    """
    match m.art:
        case Merkmalsart.JA_NEIN:
            if not isinstance(wert, bool):
                raise Dateifehler(f"{ort}: erwartet wird ja oder nein (true/false), nicht {wert!r}")
            return int(wert)
        case Merkmalsart.DATUM:
            return 0 if wert == 0 and not isinstance(wert, bool) else als_datum(wert, ort)
        case Merkmalsart.AUSWAHL:
            return _option(m, wert, ort)
        case Merkmalsart.BETRAG:
            return _ganz(_zahl(wert, ort), 100, ort)
    return _ganz(_zahl(wert, ort), 1, ort)


def _zahl(wert: Any, ort: str) -> int | Decimal:
    if isinstance(wert, bool) or not isinstance(wert, int | Decimal):
        raise Dateifehler(f"{ort}: erwartet wird eine Zahl, nicht {wert!r}")
    if isinstance(wert, Decimal) and not wert.is_finite():
        raise Dateifehler(f"{ort}: {wert} ist keine endliche Zahl")
    return wert


def _option(m: Merkmal, wert: Any, ort: str) -> int:
    if m.auswahl is None:
        raise Dateifehler(f"{ort}: das Merkmal hat keine Auswahl")
    try:
        return int(m.auswahl.aus_schluessel(str(wert)))
    except KeyError as fehler:
        raise Dateifehler(
            f"{ort}: {wert!r} gibt es nicht; möglich sind {', '.join(o.schluessel for o in m.auswahl)}"
        ) from fehler


def lies_inhalt(datei: Traversable, schluessel: set[str] | None) -> dict[str, Any]:
    """Mapping of a file; Dateifehler if it cannot be read or does not have exactly these keys (None: any)."""
    try:
        inhalt = lies_yaml(datei.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fehler:
        raise Dateifehler(f"{_kurzname(datei)}: lässt sich nicht lesen") from fehler
    except yaml.YAMLError as fehler:
        raise Dateifehler(f"{_kurzname(datei)}: {fehler}") from fehler
    if not isinstance(inhalt, dict) or (schluessel and set(inhalt) != schluessel):
        raise Dateifehler(f"{_kurzname(datei)}: erwartet werden die Schlüssel {sorted(schluessel or {'…'})}")
    return inhalt
