"""Die Zeilen der Zeitleiste als HTML. Eine Akte hat leicht fünfzig; aus Vorlagen dauerte es zehnmal so lange.

Jeder Text wird durch `_sicher` geschickt, bevor er in das HTML kommt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from sozialamt.akte.models import Tatsache
from sozialamt.web.templatetags.anzeige import monat_kurz
from sozialamt.web.zeitleiste import Balken, Zeile

_JETZT = '<rect class="balken__jetzt" x="11.4" width="0.2" y="0" height="4"/>'
_BILD = '<svg class="balken" viewBox="0 0 24 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">'


def als_html(zeilen: Iterable[Zeile]) -> SafeString:
    """Je Merkmal eine Tabellenzeile: Titel, Wert, Dauer, Balken und wer es eintrug."""
    return mark_safe("".join(_zeile(z) for z in zeilen))  # noqa: S308 - every text is escaped in this module


def _sicher(text: object) -> str:
    return str(escape(text))


def _zeile(z: Zeile) -> str:
    gilt = f"{monat_kurz(z.gilt_ab)} bis {monat_kurz(z.gilt_bis)}" if z.gilt_ab else "nicht in diesem Monat"
    zellen = (_sicher(z.wert), gilt, _bild(z.balken), _eingetragen(z.verlauf))
    return (
        f'<tr class="kern-table__row"><th class="kern-table__header" scope="row">{_sicher(z.titel)}</th>'
        + "".join(f'<td class="kern-table__cell">{zelle}</td>' for zelle in zellen)
        + "</tr>\n"
    )


def _bild(balken: Iterable[Balken]) -> str:
    """Abwechselnd gefärbte Balken und der Strich des gewählten Monats."""
    teile = [
        f'<rect class="balken__zeit{"" if i % 2 else " balken__zeit--a"}" x="{b.start}" width="{b.laenge}" y="0" '
        f'height="4"><title>{_sicher(b.text)}</title></rect>'
        for i, b in enumerate(balken)
    ]
    return f"{_BILD}{''.join(teile)}{_JETZT}</svg>"


def _eingetragen(verlauf: Sequence[tuple[Tatsache, str]]) -> str:
    """Ein Eintrag steht da, mehrere sind aufzuklappen."""
    if len(verlauf) > 1:
        eintraege = "".join(f"<li>{_eintrag(tatsache, text)}</li>" for tatsache, text in verlauf)
        return f'<details class="verlauf"><summary>{len(verlauf)} Einträge</summary><ul>{eintraege}</ul></details>'
    return "".join(_einziger(tatsache) for tatsache, _ in verlauf)


def _einziger(t: Tatsache) -> str:
    nachweis = f'<br><span class="nachweis">{_sicher(t.nachweis)}</span>' if t.nachweis else ""
    return f"{_ortszeit(t.erfasst_am):%d.%m.%Y}, {_sicher(t.erfasst_von.anzeigename)}{nachweis}"


def _eintrag(t: Tatsache, text: str) -> str:
    nachweis = f", Nachweis: {_sicher(t.nachweis)}" if t.nachweis else ""
    return (
        f"{_sicher(text)}, gilt {monat_kurz(t.gilt_ab)} bis {monat_kurz(t.gilt_bis)}, "
        f"eingetragen {_ortszeit(t.erfasst_am):%d.%m.%Y %H:%M} von {_sicher(t.erfasst_von.anzeigename)}{nachweis}"
    )


def _ortszeit(zeitpunkt: datetime) -> datetime:
    return timezone.localtime(zeitpunkt)
