"""Sitzungen in der Datenbank; wer arbeitet, verlängert die seine höchstens einmal je Minute.

Jede Anfrage eine Zeile zu schreiben, nur um das Ende um eine Sekunde zu verschieben, kostete mehr als die Prüfung der
Rechte. Eine Sitzung endet damit nie später als eingestellt, höchstens eine Minute früher.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from sozialamt.akte.vorbereitet import vorbereitet

VERLAENGERT_NACH = timedelta(minutes=1)


class SessionStore(db.SessionStore):
    """Wie Djangos, ohne Schreiben, wo sich nichts geändert hat."""

    laeuft_ab: datetime | None = None

    def _get_session_from_db(self) -> Session | None:
        for sitzung in _gueltige(schluessel=self.session_key or "", jetzt=timezone.now()):
            self.laeuft_ab = sitzung.expire_date
            return sitzung
        self._session_key = None
        return None

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's signature
        """Speichert, was neu ist, und verlängert, was bald kürzer wäre als eingestellt."""
        if must_create or self.modified or self._zu_verlaengern():
            super().save(must_create)

    def _zu_verlaengern(self) -> bool:
        if self.laeuft_ab is None:
            return True
        neues_ende = timezone.now() + timedelta(seconds=self.get_expiry_age())
        return abs(neues_ende - self.laeuft_ab) >= VERLAENGERT_NACH


@vorbereitet
def _gueltige(*, schluessel: str, jetzt: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=schluessel, expire_date__gt=jetzt)
