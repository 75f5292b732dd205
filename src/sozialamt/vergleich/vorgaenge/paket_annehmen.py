"""Das Paket einer anderen Installation annehmen."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.austausch.paket import Paket, lies
from sozialamt.vergleich.models import Austauschpaket, Basisgroesse, Freigabe, Lieferung, Partner, Stadt
from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.models.wert import Lieferungsart


@transaction.atomic
def paket_annehmen(*, benutzer: Benutzer, inhalt: bytes, zeitpunkt: datetime | None = None) -> Austauschpaket:
    """Prüft Unterschrift, Absender und Laufnummer und übernimmt den Stand ganz. Dasselbe Paket ändert nichts mehr.

    Was die Stadt inzwischen zurückgenommen hat, steht nicht mehr im Paket und ist danach auch hier nicht zu sehen.
    """
    pruefe_recht(benutzer, "vergleich_liefern")
    zeitpunkt = zeitpunkt or timezone.now()
    sha256 = hashlib.sha256(inhalt).hexdigest()
    if vorhanden := Austauschpaket.objects.filter(sha256=sha256).first():
        return vorhanden
    paket = lies(inhalt, dict(Basisgroesse.objects.values_list("schluessel", "stellen")))
    partner, stadt = _absender(paket)
    _pruefe_laufnummer(paket, partner, stadt)
    lieferung = _speichere(paket, partner, stadt, benutzer, zeitpunkt, sha256)
    _uebernimm_freigaben(paket, stadt, lieferung, benutzer, zeitpunkt)
    angenommen = Austauschpaket.objects.create(
        partner=partner, stadt=stadt, laufnummer=paket.laufnummer, sha256=sha256, lieferung=lieferung
    )
    protokolliere(
        vorgang="vergleich_paket_annehmen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"partner": partner.name, "stadt": stadt.schluessel, "laufnummer": paket.laufnummer},
    )
    return angenommen


def _absender(paket: Paket) -> tuple[Partner, Stadt]:
    partner = Partner.objects.filter(schluessel=paket.absender).first()
    if partner is None:
        raise ZustandFehler(f"Der Schlüssel {paket.absender[:16]} … gehört keinem eingetragenen Partner.")
    stadt = partner.staedte.select_for_update().filter(ags=paket.stadt).first() if paket.stadt else None
    if stadt is None:
        raise ZustandFehler(f"{partner} spricht nicht für die Stadt mit dem Schlüssel {paket.stadt[:8] or '(leer)'}.")
    if stadt.benutzer.exists():
        raise ZustandFehler(f"{stadt} liefert in dieser Installation selbst.")
    return partner, stadt


def _pruefe_laufnummer(paket: Paket, partner: Partner, stadt: Stadt) -> None:
    letztes = Austauschpaket.objects.filter(partner=partner, stadt=stadt).order_by("-laufnummer").first()
    if letztes is not None and paket.laufnummer <= letztes.laufnummer:
        raise ZustandFehler(
            f"Von {stadt} ist schon Stand {letztes.laufnummer} angenommen; dieses Paket trägt {paket.laufnummer}."
        )


def _speichere(
    paket: Paket, partner: Partner, stadt: Stadt, benutzer: Benutzer, zeitpunkt: datetime, sha256: str
) -> Lieferung:
    import polars as pl

    from sozialamt.vergleich.einlesen.oeffentlich import werteschema
    from sozialamt.vergleich.pool.schreiben import Herkunft, speichere

    nummern = dict(Basisgroesse.objects.values_list("schluessel", "pk"))
    quelle = f"Lieferung der Stadt {stadt.name} über {partner.name}"
    zeilen = [
        (i, stadt.pk, nummern[groesse], jahr, stichtag, definition, wert, fehlt, hinweis, quelle)
        for i, (groesse, jahr, stichtag, definition, wert, fehlt, hinweis) in enumerate(paket.werte, 1)
    ]
    herkunft = Herkunft(
        Lieferungsart.AUSTAUSCH,
        f"Paket {paket.laufnummer} von {partner.name}"[:200],
        zeitpunkt,
        stadt=stadt,
        benutzer=benutzer,
        sha256=sha256,
        erzeugt=paket.erzeugt,
    )
    return speichere(pl.DataFrame(zeilen, schema=werteschema(), orient="row"), herkunft)


def _uebernimm_freigaben(
    paket: Paket, stadt: Stadt, lieferung: Lieferung, benutzer: Benutzer, zeitpunkt: datetime
) -> None:
    """Die Reichweiten des Absenders gelten hier ebenso; alles andere dieser Stadt wird unsichtbar."""
    frueher = set(Freigabe.objects.filter(stadt=stadt).values_list("groesse_id", "reichweite"))
    nummern = dict(Basisgroesse.objects.values_list("schluessel", "pk"))
    jetzt = {(nummern[g], r) for g, weiteste in paket.reichweite.items() for r in _enthalten(weiteste)}
    Freigabe.objects.bulk_create(
        Freigabe(
            stadt=stadt,
            groesse_id=groesse,
            reichweite=reichweite,
            bis_lieferung=lieferung if (groesse, reichweite) in jetzt else None,
            am=zeitpunkt,
            von=benutzer,
        )
        for groesse, reichweite in sorted(frueher | jetzt)
    )


def _enthalten(reichweite: str) -> list[str]:
    """Was für alle freigegeben ist, sehen auch die Städte."""
    return [Reichweite.STAEDTE.value] if reichweite == Reichweite.STAEDTE else list(Reichweite.values)
