"""Tage und kleine Helfer der Tests über Vorgänge."""

import io
import re
from datetime import UTC, datetime, timedelta

import pypdf
from tests.akte.bausteine import zweite_person

from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen

HEUTE = datetime(2026, 5, 11, 9, 0, tzinfo=UTC)


def nach(tage: int) -> datetime:
    """So viele Tage nach HEUTE."""
    return HEUTE + timedelta(days=tage)


def im(tag: int, monat: int, jahr: int = 2026) -> datetime:
    return datetime(jahr, monat, tag, 9, 0, tzinfo=UTC)


def erlasse(entwurf, zeitpunkt):
    """Freigabe durch die zweite Person."""
    return bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf, zeitpunkt=zeitpunkt)


def pdftext(pdf: bytes) -> str:
    seiten = pypdf.PdfReader(io.BytesIO(bytes(pdf))).pages
    text = " ".join(" ".join(seite.extract_text() for seite in seiten).replace("\u00a0", " ").split())
    return re.sub(r"(?<=[a-zäöüß])- (?=[a-zäöüß])", "", text)
