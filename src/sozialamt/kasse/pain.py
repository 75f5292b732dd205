"""Überweisungsdatei pain.001.001.09 nach dem, was Banken seit November 2025 verlangen.

Ohne Anschriften (unstrukturierte lehnen Banken seit dem 15. November 2026 ab, keine ist erlaubt), ohne
Zeilen über 0, mit eigener Umschrift. Aus denselben Zeilen entsteht dieselbe Datei, Byte für Byte: Kennungen und
Zeiten kommen aus dem Zahllauf, nicht aus Uhr oder Zufall.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.kasse.festlegungen import auftraggeber
from sozialamt.kasse.iban import bic, pruefe_iban
from sozialamt.kasse.models import Zahllauf, Zahlung
from sozialamt.kasse.zeichen import NAME_HOECHSTENS, ZWECK_HOECHSTENS, banktext, pruefe_text

FASSUNG = "pain.001.001.09"
HOECHSTENS_GENANNT = 20
"""So viele Mängel werden auf einmal genannt; der Lauf geht schon mit einem nicht weiter."""
XSD_ZEILEN = 200
"""So viele Zeilen jeder Datei prüft das Schema; alle anderen sind gleich gebaut und feldweise geprüft."""

_KENNUNG = re.compile(r"[A-Za-z0-9\-]{1,35}", re.ASCII)
_HOECHSTENS_CENT = 999_999_999_99


def maengel_der_zeilen(zeilen: Iterable[Zahlung]) -> list[Mangel]:
    """Was die Bank an einzelnen Zeilen nicht annähme."""
    gefunden: list[Mangel] = []
    for zeile in zeilen:
        if len(gefunden) >= HOECHSTENS_GENANNT:
            break
        gefunden += [Mangel(f"{zeile.schluessel}, {m.feld}", m.wert, m.grund, m.abhilfe) for m in _maengel(zeile)]
    return gefunden


def _maengel(zeile: Zahlung) -> list[Mangel]:
    gefunden: list[Mangel] = []
    try:
        pruefe_iban(zeile.iban)
    except AngabenFehler as fehler:
        gefunden += fehler.maengel
    for mangel in (
        pruefe_text("Kontoinhaber", zeile.kontoinhaber, NAME_HOECHSTENS),
        pruefe_text("Verwendungszweck", zeile.verwendungszweck, ZWECK_HOECHSTENS),
    ):
        if mangel:
            gefunden.append(mangel)
    if not 0 < zeile.cent <= _HOECHSTENS_CENT:
        gefunden.append(Mangel("Betrag", str(zeile.cent), "ist keine Zahlung", "Nehmen Sie die Zeile heraus."))
    if not _KENNUNG.fullmatch(zeile.schluessel):
        gefunden.append(Mangel("Kennung", zeile.schluessel, "passt nicht in die Datei", "Sammeln Sie den Lauf neu."))
    return gefunden


def schreibe_datei(lauf: Zahllauf, zeilen: Sequence[Zahlung]) -> bytes:
    """Die Datei eines freigegebenen Laufs; eine Zeile, die nicht geht, verhindert die ganze Datei."""
    if not zeilen:
        raise ZustandFehler(f"Zahllauf {lauf.nummer} hat keine Zeilen mehr. Verwerfen Sie ihn.")
    if maengel := maengel_der_zeilen(zeilen):
        raise AngabenFehler(maengel)
    _pruefe_schema(dokument(lauf, zeilen[:XSD_ZEILEN]))
    return dokument(lauf, zeilen)


def dokument(lauf: Zahllauf, zeilen: Sequence[Any]) -> bytes:
    """Die Datei ohne Prüfung der Zeilen; gelesen werden nur ihre Felder, wie sie in `Zahlung` heißen."""
    from sepaxml import SepaTransfer

    konto = auftraggeber()
    kopf = {
        "name": banktext(konto.name)[:NAME_HOECHSTENS],
        "IBAN": pruefe_iban(konto.iban, "IBAN des Auftraggebers"),
        "batch": True,
        "currency": "EUR",
    }
    if kennung := bic(konto.iban):
        kopf["BIC"] = kennung
    datei = SepaTransfer(kopf, schema=FASSUNG, clean=False)
    for zeile in zeilen:
        datei.add_payment(
            {
                "name": banktext(zeile.kontoinhaber),
                "IBAN": zeile.iban,
                "amount": zeile.cent,
                "execution_date": lauf.ausfuehrungstag,
                "description": banktext(zeile.verwendungszweck),
                "endtoend_id": zeile.schluessel,
            }
        )
    return _ohne_zufall(datei, lauf).export(validate=False)


def _ohne_zufall(datei: Any, lauf: Zahllauf) -> Any:
    """sepaxml würfelt Kennungen und liest die Uhr; hier kommen beide aus dem Lauf."""
    zeitpunkt = lauf.freigegeben_am or lauf.gesammelt_am
    kopf = datei._xml.find("CstmrCdtTrfInitn/GrpHdr")
    kopf.find("MsgId").text = lauf.nummer
    kopf.find("CreDtTm").text = zeitpunkt.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fertig = datei._finalize_batch

    def mit_kennung() -> None:
        fertig()
        for knoten in datei._xml.iter("PmtInfId"):
            knoten.text = lauf.nummer

    datei._finalize_batch = mit_kennung
    return datei


def _pruefe_schema(inhalt: bytes) -> None:
    from sepaxml.validation import ValidationError, try_valid_xml

    try:
        try_valid_xml(inhalt, FASSUNG)
    except ValidationError as fehler:
        raise ZustandFehler(f"Die Datei entspricht nicht dem Schema {FASSUNG}: {fehler.__cause__}") from fehler
