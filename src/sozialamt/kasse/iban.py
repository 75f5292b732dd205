"""IBAN prüfen: Form, Prüfziffern, Bankleitzahl und Kontonummer, Zahlungsraum."""

from __future__ import annotations

from sozialamt.akte.fehler import AngabenFehler, Mangel


def pruefe_iban(text: str, feld: str = "IBAN") -> str:
    """Die IBAN ohne Leerzeichen in Großbuchstaben; sonst `AngabenFehler` mit dem Grund."""
    from schwifty import IBAN
    from schwifty.exceptions import SchwiftyException

    try:
        iban = IBAN(text, validate_bban=True)
    except SchwiftyException as fehler:
        grund, abhilfe = _GRUENDE.get(type(fehler).__name__, ("ist keine IBAN", _ABHILFE))
        raise AngabenFehler([Mangel(feld, text or "(leer)", grund, abhilfe)]) from fehler
    if not iban.in_sepa_zone:
        grund = "liegt außerhalb des Euro-Zahlungsraums (SEPA)"
        raise AngabenFehler([Mangel(feld, text, grund, "Lassen Sie sich ein Konto im SEPA-Raum nennen.")])
    return str(iban)


def bankname(iban: str) -> str:
    """Name der Bank, soweit die mitgelieferte Liste sie kennt."""
    from schwifty import IBAN

    return str(IBAN(iban, allow_invalid=True).bank_name or "")


def bic(iban: str) -> str:
    """BIC der Bank, soweit bekannt."""
    from schwifty import IBAN

    return str(IBAN(iban, allow_invalid=True).bic or "")


_ABHILFE = "Vergleichen Sie mit der Bankkarte oder einem Kontoauszug."
_GRUENDE = {
    "InvalidChecksumDigits": ("hat falsche Prüfziffern", _ABHILFE),
    "InvalidBBANChecksum": ("hat eine Kontonummer, die es bei dieser Bank nicht geben kann", _ABHILFE),
    "InvalidLength": ("hat nicht die richtige Länge", _ABHILFE),
    "InvalidCountryCode": ("nennt kein Land, das IBANs vergibt", _ABHILFE),
    "InvalidStructure": ("hat Zeichen an der falschen Stelle", _ABHILFE),
    "InvalidBankCode": ("nennt eine Bank, die es nicht gibt", _ABHILFE),
}
