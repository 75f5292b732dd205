"""Freigabe je Größe: erst danach sehen andere Städte oder alle die gelieferten Werte."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Stadt, Wert
from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.models.pruefung import Schwere
from sozialamt.vergleich.pool.lesen import freigabegrenzen
from sozialamt.vergleich.vorgaenge.freigabe_zuruecknehmen import freigabe_zuruecknehmen
from sozialamt.vergleich.vorgaenge.freigeben import freigeben
from sozialamt.web.ansichten.vergleich.gemeinsam import eigene_stadt, eigene_staedte
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422


@dataclass(frozen=True, slots=True)
class Zeile:
    """Eine gelieferte Größe und wie weit sie freigegeben ist."""

    groesse: Basisgroesse
    von_jahr: int
    bis_jahr: int
    werte: int
    staedte: str
    oeffentlich: str
    fehler: int


@recht("vergleich_freigeben")
def freigabe(request: HttpRequest) -> HttpResponse:
    """Gelieferte Größen der eigenen Stadt freigeben oder zurücknehmen."""
    stadt = eigene_stadt(request)
    umfeld = {"stadt": stadt, "staedte": eigene_staedte(request), "reichweiten": Reichweite.choices}
    if request.method == "POST" and stadt is not None:
        try:
            _entscheide(request, stadt)
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            umfeld["fehler"] = fehler
        else:
            return redirect(f"{reverse('vergleich_freigabe')}?stadt={stadt.schluessel}")
    umfeld |= {"zeilen": zeilen(stadt) if stadt else [], "gewaehlt": request.POST.getlist("groesse")}
    return render(request, "vergleich/freigabe.html", umfeld, status=UNBRAUCHBAR if "fehler" in umfeld else None)


def _entscheide(request: HttpRequest, stadt: Stadt) -> None:
    groessen = request.POST.getlist("groesse")
    reichweite = request.POST.get("reichweite", "")
    angaben = {"benutzer": request.user, "stadt": stadt, "groessen": groessen, "reichweite": reichweite}
    if "zuruecknehmen" in request.POST:
        freigabe_zuruecknehmen(**angaben)
        messages.success(request, f"Freigabe von {len(groessen)} Größen zurückgenommen.")
    else:
        freigeben(**angaben)
        messages.success(request, f"{len(groessen)} Größen freigegeben.")


def zeilen(stadt: Stadt) -> list[Zeile]:
    """Je gelieferter Größe Umfang, Stand beider Freigaben und ungeklärte Fehler."""
    geliefert = (
        Wert.objects.filter(stadt=stadt, lieferung__stadt=stadt)
        .values("groesse")
        .annotate(letzte=Max("lieferung_id"), von=Min("jahr"), bis=Max("jahr"), anzahl=Count("jahr", distinct=True))
    )
    groessen = Basisgroesse.objects.in_bulk([g["groesse"] for g in geliefert])
    staedte, alle = (_grenzen(stadt, r.value) for r in (Reichweite.STAEDTE, Reichweite.OEFFENTLICH))
    offen = Auffaelligkeit.objects.ungeklaert().filter(stadt=stadt, schwere=Schwere.FEHLER)
    fehler = dict(offen.order_by().values_list("groesse").annotate(Count("pk")))
    return sorted(
        (
            Zeile(
                groessen[g["groesse"]],
                g["von"],
                g["bis"],
                g["anzahl"],
                _stand(staedte.get(g["groesse"]), g["letzte"]),
                _stand(alle.get(g["groesse"]), g["letzte"]),
                fehler.get(g["groesse"], 0),
            )
            for g in geliefert
        ),
        key=lambda z: z.groesse.nummer,
    )


def _grenzen(stadt: Stadt, reichweite: str) -> dict[int, int]:
    """Je Größe die letzte freigegebene Lieferung."""
    return {z["groesse_id"]: z["bis"] for z in freigabegrenzen([reichweite]).to_dicts() if z["stadt_id"] == stadt.pk}


def _stand(grenze: int | None, letzte: int) -> str:
    if grenze is None:
        return "nicht freigegeben"
    return "freigegeben" if letzte <= grenze else "Neues nicht freigegeben"
