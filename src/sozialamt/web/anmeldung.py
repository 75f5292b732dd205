"""Anmeldung: Konten legt die Behörde an, niemand meldet sich selbst an."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm


class KeineSelbstanmeldung(DefaultAccountAdapter):
    """Schließt die Registrierung."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False


class Anmeldeformular(LoginForm):
    """Anmeldeformular mit den Bezeichnungen der Behörde und ohne Platzhalter in den Feldern."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Benutzername"
        self.fields["password"].label = "Passwort"
        self.fields["password"].help_text = ""
        for feld in self.fields.values():
            feld.widget.attrs.pop("placeholder", None)
            feld.widget.attrs["class"] = "kern-form-input__input"
