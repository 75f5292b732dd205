"""Kontoauszüge lesen: camt.053 (Tagesauszug) und camt.054 (Avis), alle gebräuchlichen Fassungen.

Fremdes XML ist unsicher, bis es gelesen ist: DTD, Entitäten und Verweise nach außen lehnt defusedxml ab, Größe und
Umsatzzahl sind begrenzt. Elemente werden nach ihrem Namen gefunden, nicht nach der Fassung im Namensraum.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sozialamt.akte.fehler import AngabenFehler, Mangel

HOECHSTENS_BYTES = 200_000_000
_FASSUNG = re.compile(r"camt\.05[34]\.001\.\d\d$", re.ASCII)
_CENT_STELLEN = Decimal(100)
ABGANG = "DBIT"
RUECKGABE = "RRTN"


@dataclass(frozen=True, slots=True)
class Umsatz:
    """Ein Umsatz; `cent` ist negativ, wenn Geld abging."""

    schluessel: str
    cent: int
    buchungstag: date
    ende_zu_ende: str = ""
    sammler: str = ""
    rueckgabegrund: str = ""
    ist_rueckgabe: bool = False
    name: str = ""
    iban: str = ""
    verwendungszweck: str = ""


@dataclass(frozen=True, slots=True)
class Auszug:
    """Eine gelesene Datei."""

    art: str
    umsaetze: tuple[Umsatz, ...]


def lies_camt(inhalt: bytes, dateiname: str = "Datei") -> Auszug:
    """Liest alle gebuchten Umsätze in Euro; sonst `AngabenFehler` mit dem Grund."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if len(inhalt) > HOECHSTENS_BYTES:
        raise _fehler(dateiname, f"ist größer als {HOECHSTENS_BYTES // 1_000_000} MB")
    try:
        wurzel = fromstring(inhalt, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as fehler:
        raise _fehler(dateiname, "enthält verbotene Bestandteile (DTD oder Entitäten)") from fehler
    except (ParseError, ValueError) as fehler:
        raise _fehler(dateiname, f"ist kein lesbares XML: {fehler}") from fehler
    art = _FASSUNG.search(wurzel.tag.partition("}")[0])
    if art is None:
        raise _fehler(dateiname, "ist weder camt.053 noch camt.054")
    try:
        umsaetze = tuple(_umsaetze(wurzel))
    except (ValueError, InvalidOperation) as fehler:
        raise _fehler(dateiname, f"hat einen unlesbaren Umsatz: {fehler}") from fehler
    return Auszug(art[0], umsaetze)


def _fehler(dateiname: str, grund: str) -> AngabenFehler:
    return AngabenFehler([Mangel("Kontoauszug", dateiname, grund, "Laden Sie die Datei der Bank unverändert hoch.")])


def _umsaetze(wurzel: Any) -> Iterator[Umsatz]:
    for bericht in [*_alle(wurzel, "Stmt"), *_alle(wurzel, "Ntfctn")]:
        konto = _text(bericht, "Acct", "Id", "IBAN")
        for nummer, buchung in enumerate(_kinder(bericht, "Ntry")):
            if _text(buchung, "Sts", "Cd") in ("PDNG", "INFO") or _text(buchung, "Sts") in ("PDNG", "INFO"):
                continue
            yield from _buchung(buchung, konto, f"{_text(bericht, 'Id')}:{nummer}")


def _buchung(buchung: Any, konto: str, platz: str) -> Iterator[Umsatz]:
    vorzeichen = -1 if _text(buchung, "CdtDbtInd") == ABGANG else 1
    tag = _tag(buchung)
    einzelne = [tx for details in _kinder(buchung, "NtryDtls") for tx in _kinder(details, "TxDtls")]
    gesamt = vorzeichen * _cent(_erstes(buchung, "Amt"))
    betraege = [_betrag_einzeln(tx) for tx in einzelne]
    if len(einzelne) == 1 and betraege[0] is None:
        betraege = [abs(gesamt)]
    if not einzelne or None in betraege or sum(b or 0 for b in betraege) != abs(gesamt):
        yield _umsatz(buchung, einzelne[0] if len(einzelne) == 1 else None, gesamt, tag, (konto, platz))
        return
    for nummer, (tx, cent) in enumerate(zip(einzelne, betraege, strict=True)):
        yield _umsatz(buchung, tx, vorzeichen * (cent or 0), tag, (konto, f"{platz}:{nummer}"))


def _umsatz(buchung: Any, tx: Any, cent: int, tag: date, ort: tuple[str, str]) -> Umsatz:
    quelle = buchung if tx is None else tx
    ende = _text(quelle, "Refs", "EndToEndId")
    rueckgabe = _text(quelle, "RtrInf", "Rsn", "Cd") or _text(quelle, "RtrInf", "Rsn", "Prtry")
    codes = {k.text for k in buchung.iter() if _name(k) == "SubFmlyCd"}
    return Umsatz(
        schluessel=_schluessel(buchung, tx, cent, tag, ort),
        cent=cent,
        buchungstag=tag,
        ende_zu_ende="" if ende == "NOTPROVIDED" else ende[:35],
        sammler=_text(buchung, "NtryDtls", "Btch", "PmtInfId") or _text(quelle, "Refs", "PmtInfId"),
        rueckgabegrund=rueckgabe[:35],
        ist_rueckgabe=bool(rueckgabe) or RUECKGABE in codes,
        name=_partei(quelle, cent)[:140],
        iban=_konto(quelle, cent)[:34],
        verwendungszweck=" ".join(k.text or "" for k in quelle.iter() if _name(k) == "Ustrd").strip(),
    )


def _schluessel(buchung: Any, tx: Any, cent: int, tag: date, ort: tuple[str, str]) -> str:
    """Kennung der Bank, wo sie eine vergibt; sonst der Platz in der Datei. Avis und Auszug nennen dieselbe Kennung."""
    konto, platz = ort
    kennung = _text(tx, "Refs", "AcctSvcrRef") if tx is not None else ""
    kennung = kennung or _text(buchung, "AcctSvcrRef") or _text(buchung, "NtryRef")
    ende = _text(tx, "Refs", "EndToEndId") if tx is not None else ""
    teile = (konto, *((kennung, ende) if kennung else (platz,)), tag.isoformat(), str(cent))
    return hashlib.sha256("|".join(teile).encode()).hexdigest()


def _betrag_einzeln(tx: Any) -> int | None:
    for pfad in (("Amt",), ("AmtDtls", "TxAmt", "Amt"), ("AmtDtls", "InstdAmt", "Amt")):
        if (knoten := _pfad(tx, *pfad)) is not None:
            return _cent(knoten)
    return None


def _cent(knoten: Any) -> int:
    if knoten is None or not (knoten.text or "").strip():
        raise ValueError("ein Betrag fehlt")
    if (waehrung := knoten.get("Ccy", "EUR")) != "EUR":
        raise ValueError(f"Währung {waehrung}")
    wert = Decimal(knoten.text.strip()) * _CENT_STELLEN
    if not wert.is_finite() or wert != wert.to_integral_value() or wert < 0:
        raise ValueError(f"Betrag {knoten.text.strip()}")
    return int(wert)


def _tag(buchung: Any) -> date:
    text = _text(buchung, "BookgDt", "Dt") or _text(buchung, "BookgDt", "DtTm") or _text(buchung, "ValDt", "Dt")
    return date.fromisoformat(text[:10])


def _partei(quelle: Any, cent: int) -> str:
    rolle = "Cdtr" if cent < 0 else "Dbtr"
    return _text(quelle, "RltdPties", rolle, "Nm") or _text(quelle, "RltdPties", rolle, "Pty", "Nm")


def _konto(quelle: Any, cent: int) -> str:
    return _text(quelle, "RltdPties", "CdtrAcct" if cent < 0 else "DbtrAcct", "Id", "IBAN")


def _name(knoten: Any) -> str:
    return str(knoten.tag).rpartition("}")[2]


def _alle(knoten: Any, name: str) -> list[Any]:
    return [k for k in knoten.iter() if _name(k) == name]


def _kinder(knoten: Any, name: str) -> list[Any]:
    return [k for k in knoten if _name(k) == name]


def _erstes(knoten: Any, name: str) -> Any:
    return next(iter(_kinder(knoten, name)), None)


def _pfad(knoten: Any, *namen: str) -> Any:
    for name in namen:
        if knoten is None:
            return None
        knoten = _erstes(knoten, name)
    return knoten


def _text(knoten: Any, *namen: str) -> str:
    gefunden = _pfad(knoten, *namen)
    return "" if gefunden is None or gefunden.text is None else str(gefunden.text).strip()
