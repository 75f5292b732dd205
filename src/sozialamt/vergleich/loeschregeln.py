"""Löschregeln des Vergleichs: Er enthält Zahlen von Städten, keine von Menschen."""

from __future__ import annotations

from sozialamt.akte.loeschung import Loeschklasse, Loeschregel, melde_regel

_DATENARTEN = {
    "Partner": "Partnerinstallationen",
    "Austauschpaket": "Ausgetauschte Pakete",
    "Freigabe": "Freigaben der Werte",
    "Basisgroesse": "Basisgrößen",
    "Kennzahlformel": "Eigene Kennzahlen",
    "Auffaelligkeit": "Auffälligkeiten der Werte",
    "Stadt": "Städte",
    "Mitgliedschaft": "Mitgliedschaften der Städte",
    "Stadtzugehoerigkeit": "Für welche Stadt ein Konto handelt",
    "Quelle": "Quellen",
    "Lieferung": "Lieferungen",
    "Wert": "Werte der Städte",
    "Berichtstext": "Texte der Berichte",
}

for _modell, _datenart in _DATENARTEN.items():
    _grund = "Enthält nichts über Leistungsberechtigte; Zeitreihen brauchen alte Werte."
    melde_regel(f"vergleich.{_modell}", Loeschregel(_datenart, Loeschklasse.STAMMDATEN, grund=_grund))
