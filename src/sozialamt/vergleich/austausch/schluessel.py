"""Das Schlüsselpaar dieser Installation (Ed25519); der private Teil liegt im Datenordner und verlässt ihn nie."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

DATEI = "vergleich.schluessel"
NUR_EIGENTUEMER = 0o600
LAENGE = 32


def eigener_schluessel() -> Ed25519PrivateKey:
    """Liest den Schlüssel; beim ersten Mal entsteht er."""
    datei = Path(settings.DATENORDNER) / DATEI
    if not datei.exists():
        datei.parent.mkdir(parents=True, exist_ok=True)
        neu = Ed25519PrivateKey.generate().private_bytes_raw().hex()
        kennung = os.open(datei, os.O_WRONLY | os.O_CREAT | os.O_EXCL, NUR_EIGENTUEMER)
        with os.fdopen(kennung, "w", encoding="ascii") as ziel:
            ziel.write(neu)
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(datei.read_text(encoding="ascii")))


def oeffentlicher_schluessel() -> str:
    """Was man der anderen Seite nennt: 64 hexadezimale Zeichen."""
    return eigener_schluessel().public_key().public_bytes_raw().hex()


def ist_echt(schluessel: str, unterschrift: str, inhalt: bytes) -> bool:
    """Ob die Unterschrift von diesem Schlüssel stammt und der Inhalt unverändert ist."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(schluessel)).verify(bytes.fromhex(unterschrift), inhalt)
    except (InvalidSignature, ValueError):
        return False
    return True
