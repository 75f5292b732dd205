"""Listen mit Daten über Menschen verlassen das Haus nur mit Zweck. Der eine Weg dafür.

Wer eine Liste zum Herunterladen anbietet, ruft `ausgeben`; das prüft das Recht, verlangt den Zweck aus dem Formular,
vermerkt die Ausgabe und schreibt erst dann die Datei. Das Formular dazu ist `teile/ausgabe.html`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from django.http import HttpRequest, HttpResponse

from sozialamt.akte.tabellentext import harmlos
from sozialamt.akte.vorgaenge.ausgabe_vermerken import ausgabe_vermerken


@dataclass(frozen=True, slots=True)
class Liste:
    """Was ausgegeben wird: Bezeichnung im Vermerk, Dateiname, Spalten und Zeilen."""

    art: str
    name: str
    koepfe: Sequence[str]
    zeilen: Sequence[Sequence[str]]


def ausgeben(request: HttpRequest, liste: Liste) -> HttpResponse:
    """Die Liste als CSV; bricht mit `RechtFehlt` oder, ohne Zweck, mit `AngabenFehler` ab."""
    zweck = request.POST.get("zweck", "")
    ausgabe_vermerken(benutzer=request.user, art=liste.art[:60], zweck=zweck[:300], anzahl=len(liste.zeilen))
    puffer = StringIO()
    schreiber = csv.writer(puffer, delimiter=";")
    schreiber.writerow(liste.koepfe)
    schreiber.writerows([harmlos(zelle) for zelle in zeile] for zeile in liste.zeilen)
    antwort = HttpResponse("\ufeff" + puffer.getvalue(), content_type="text/csv; charset=utf-8")
    antwort["Content-Disposition"] = f'attachment; filename="{liste.name}.csv"'
    antwort["Cache-Control"] = "no-store"
    return antwort
