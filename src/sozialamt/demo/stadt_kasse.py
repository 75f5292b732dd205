"""Das Kassenbuch der erzeugten Stadt: Konten, zwölf Zahlläufe und ihre Buchungen, viele Zeilen auf einmal.

Gebucht wird nach der Regel der Kasse (Sollstellung je Zahlanspruch, Zahlung je Posten), in ihren Sätzen und mit ihren
Schlüsseln. Die Sollstellung der Kasse findet danach nichts mehr zu tun; ein Test prüft das.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import polars as pl
from django.db.models import Model

from sozialamt.akte.massenablage import fuege_tabelle_an, naechster_schluessel, zaehle_weiter
from sozialamt.demo.stadt_amt import Amt
from sozialamt.demo.zahlungen import (
    JEDER_WIEVIELTE_AN_VERMIETER,
    MIETE_AN_VERMIETER,
    VERMIETER,
    VERMIETER_KONTO,
    erfundene_iban,
)
from sozialamt.kasse.festlegungen import kontierung
from sozialamt.kasse.konten import SAETZE, Buchungsart
from sozialamt.kasse.models import (
    Buchung,
    Empfaengerart,
    Laufstatus,
    Zahldatei,
    Zahllauf,
    Zahlung,
    Zahlungsposten,
    Zahlungsweg,
    Zahlungswegfreigabe,
)
from sozialamt.kasse.pain import dokument
from sozialamt.kasse.vorgaenge.soll_stellen import SPALTEN, gruppenschluessel
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import POSTENSPALTEN, laufnummer, zahlungskennung
from sozialamt.kasse.zeichen import banktext

SAMMELTAG, BANKTAGE = 20, 8
"""Tag des Vormonats, an dem gesammelt wird, und wie viele Tage später die Bank ausführt."""
ZURUECKGEWIESEN = 3
"""So viele Zahlungen des vorletzten Laufs kommen zurück; das Konto ist dann gesperrt."""
KASSENTABELLEN = (Zahlungsweg, Zahlungswegfreigabe, Zahlung, Zahlungsposten, Buchung)
"""Wohin diese Datei viele Zeilen schreibt."""
_GRUPPE = ("haushalt", "leistung", "monat")


class Kassenbuch:
    """Nimmt Zahlansprüche Block für Block und schreibt, was die Kasse daraus machte."""

    def __init__(self, amt: Amt, zeitraum: list[date]) -> None:
        self.konten, self.zeitraum, self.buchungen = amt.konten, zeitraum, 0
        self.laeufe = {monat: self._lauf(monat) for monat in zeitraum}
        self._frei = {m: naechster_schluessel(m) for m in (Zahlungsweg, Zahlung, Zahlungsposten)}
        self._zeilen: list[pl.DataFrame] = []
        self._gesperrt: list[int] = []

    @property
    def zuletzt(self) -> datetime:
        """Als der letzte Lauf gesammelt wurde."""
        return self.laeufe[self.zeitraum[-1]].gesammelt_am

    def zurueckgewiesene(self) -> list[Zahlung]:
        """Zahlungen des vorletzten Laufs, die die Bank zurückgibt."""
        lauf = self.laeufe[self.zeitraum[-2]]
        eigene = Empfaengerart.HAUSHALT
        return list(lauf.zahlungen.filter(haushalt_id__in=self._gesperrt, empfaenger=eigene).order_by("pk"))

    def buche(self, ansprueche: pl.DataFrame, haushalte: pl.DataFrame) -> None:
        """Zahlansprüche mit Haushalt und Leistung; Haushalte mit Kontoinhaber, Aktenzeichen und erstem Monat."""
        if not self._gesperrt:
            frueher = haushalte.filter(pl.col("beginn") < self.zeitraum[-2])
            self._gesperrt = frueher["haushalt"].head(ZURUECKGEWIESEN).to_list()
        soll = ansprueche.sort("haushalt", "monat", "leistung", "person", "bestandteil")
        soll = self._kontiert(soll)
        wege = self._wege(haushalte)
        posten = self._verteilt(soll, wege)
        zahlungen = self._zahlungen(posten, wege)
        posten = posten.join(zahlungen.select("monat", "weg", "id"), on=["monat", "weg"], maintain_order="left")
        posten = posten.rename({"id": "zahlung"}).with_columns(id=self._nummern(Zahlungsposten, len(posten)))
        fuege_tabelle_an(Zahlungsposten, posten.select("id", *POSTENSPALTEN))
        self._stelle_soll(soll)
        self._buche_zahlungen(posten)

    def schliesse_ab(self) -> None:
        """Läufe mit Summen, Stand und Datei versehen; der letzte bleibt gesammelt."""
        alle = pl.concat(self._zeilen)
        for monat, lauf in self.laeufe.items():
            zeilen = alle.filter(pl.col("monat") == monat)
            lauf.anzahl, lauf.summe = len(zeilen), int(zeilen["cent"].sum())
            if monat != self.zeitraum[-1]:
                self._sende(lauf, zeilen)
            lauf.save()
        zaehle_weiter([Zahlungsweg, Zahlung, Zahlungsposten])

    # ------------------------------------------------------------------ Läufe
    def _lauf(self, monat: date) -> Zahllauf:
        vormonat = monat - timedelta(days=1)
        am = datetime(vormonat.year, vormonat.month, SAMMELTAG, 6, tzinfo=UTC)
        return Zahllauf.objects.create(
            nummer=laufnummer(monat),
            monat=monat,
            ausfuehrungstag=am.date() + timedelta(days=BANKTAGE),
            erzeugt=True,
            gesammelt_am=am,
            gesammelt_von=self.konten["kasse"],
        )

    def _sende(self, lauf: Zahllauf, zeilen: pl.DataFrame) -> None:
        kasse, zweite = self.konten["kasse"], self.konten["teamleitung"]
        lauf.geprueft_am, lauf.geprueft_von = lauf.gesammelt_am + timedelta(hours=1), kasse
        lauf.freigegeben_am, lauf.freigegeben_von = lauf.gesammelt_am + timedelta(hours=2), zweite
        lauf.gesendet_am, lauf.gesendet_von = _gesendet(lauf), kasse
        lauf.status = Laufstatus.GESENDET if lauf.monat == self.zeitraum[-2] else Laufstatus.ABGESCHLOSSEN
        inhalt = dokument(lauf, [SimpleNamespace(**zeile) for zeile in zeilen.iter_rows(named=True)])
        Zahldatei.objects.create(
            zahllauf=lauf,
            inhalt=inhalt,
            sha256=hashlib.sha256(inhalt).hexdigest(),
            anzahl=lauf.anzahl,
            summe=lauf.summe,
            erstellt_am=lauf.gesendet_am,
            erstellt_von=kasse,
        )

    # ------------------------------------------------------------------ Wege, Posten, Zahlungen
    def _wege(self, haushalte: pl.DataFrame) -> pl.DataFrame:
        """Je Haushalt sein Konto; jeder fünfte zahlt außerdem einen Teil der Miete an den Vermieter."""
        eigene = haushalte.select(
            "haushalt",
            empfaenger=pl.lit(Empfaengerart.HAUSHALT.value),
            kontoinhaber=pl.col("inhaber"),
            iban=pl.Series([erfundene_iban(pk) for pk in haushalte["haushalt"]]),
            hoechstbetrag=pl.lit(None, pl.Int64),
            verwendungszweck=pl.lit(""),
            zweck="Aktenzeichen " + pl.col("aktenzeichen"),
        )
        miete = "Miete, Mieternummer " + pl.col("haushalt").cast(pl.String)
        vermieter = eigene.filter(pl.col("haushalt") % JEDER_WIEVIELTE_AN_VERMIETER == 0).with_columns(
            empfaenger=pl.lit(Empfaengerart.VERMIETER.value),
            kontoinhaber=pl.lit(VERMIETER),
            iban=pl.lit(erfundene_iban(VERMIETER_KONTO)),
            hoechstbetrag=pl.lit(MIETE_AN_VERMIETER, pl.Int64),
            verwendungszweck=miete,
            zweck=miete,
        )
        wege = pl.concat([vermieter, eigene]).sort("haushalt", maintain_order=True)
        wege = wege.with_columns(id=self._nummern(Zahlungsweg, len(wege)))
        am = self.laeufe[self.zeitraum[0]].gesammelt_am - timedelta(days=1)
        erfasst, freigegeben = self.konten["sachbearbeitung"].pk, self.konten["teamleitung"].pk
        fuege_tabelle_an(
            Zahlungsweg,
            wege.drop("zweck").with_columns(
                leistung=pl.lit(""),
                bestandteil=pl.lit(""),
                gilt_ab=pl.lit(self.zeitraum[0]),
                erzeugt=pl.lit(True),
                erfasst_am=pl.lit(am),
                erfasst_von=pl.lit(erfasst),
            ),
        )
        fuege_tabelle_an(
            Zahlungswegfreigabe,
            wege.select(
                zahlungsweg="id",
                erfasst_von=pl.lit(erfasst),
                freigegeben_von=pl.lit(freigegeben),
                freigegeben_am=pl.lit(am),
            ),
        )
        return wege

    def _verteilt(self, soll: pl.DataFrame, wege: pl.DataFrame) -> pl.DataFrame:
        """Posten je Weg: erst der Vermieter bis zu seinem Höchstbetrag im Monat, der Rest an den Haushalt.

        Wessen Konto inzwischen gesperrt ist, steht nicht im letzten Lauf.
        """
        an_haushalt = pl.col("empfaenger") == Empfaengerart.HAUSHALT.value
        eigene = wege.filter(an_haushalt).select("haushalt", eigenes="id")
        vermieter = wege.filter(~an_haushalt).select("haushalt", vermieter="id")
        offen = soll.filter(~(pl.col("haushalt").is_in(self._gesperrt) & (pl.col("monat") == self.zeitraum[-1])))
        offen = offen.join(eigene, on="haushalt", maintain_order="left").join(
            vermieter, on="haushalt", how="left", maintain_order="left"
        )
        noch = MIETE_AN_VERMIETER - pl.col("cent").cum_sum().over("haushalt", "monat") + pl.col("cent")
        dritter = pl.when(pl.col("vermieter").is_null()).then(0).otherwise(pl.min_horizontal(noch.clip(0), "cent"))
        offen = offen.with_columns(dritter=dritter)
        posten = pl.concat(
            [
                offen.with_columns(weg="vermieter", cent="dritter"),
                offen.with_columns(weg="eigenes", cent=pl.col("cent") - pl.col("dritter")),
            ]
        )
        return posten.filter(pl.col("cent") > 0).sort("monat", "haushalt", "weg", maintain_order=True)

    def _zahlungen(self, posten: pl.DataFrame, wege: pl.DataFrame) -> pl.DataFrame:
        """Je Lauf und Weg eine Überweisung."""
        zeilen = posten.group_by("monat", "haushalt", "weg", maintain_order=True).agg(pl.col("cent").sum())
        angaben = wege.select(
            "empfaenger",
            "kontoinhaber",
            "iban",
            weg="id",
            zweck=pl.Series([banktext(zweck) for zweck in wege["zweck"]]),
        )
        zeilen = zeilen.join(angaben, on="weg", maintain_order="left").with_columns(
            id=self._nummern(Zahlung, len(zeilen)),
            verwendungszweck=pl.col("zweck") + pl.col("monat").dt.to_string(" %m.%Y"),
            zahllauf=pl.col("monat").replace_strict({m: lauf.pk for m, lauf in self.laeufe.items()}),
            schluessel=pl.Series(self._kennungen(zeilen["monat"])),
        )
        zeilen = zeilen.drop("zweck")
        fuege_tabelle_an(Zahlung, zeilen.drop("monat").rename({"weg": "zahlungsweg"}))
        self._zeilen.append(zeilen.select("monat", "schluessel", "kontoinhaber", "iban", "verwendungszweck", "cent"))
        return zeilen

    def _kennungen(self, monate: pl.Series) -> list[str]:
        zaehler = {monat: lauf.anzahl for monat, lauf in self.laeufe.items()}
        kennungen = []
        for monat in monate:
            zaehler[monat] += 1
            kennungen.append(zahlungskennung(self.laeufe[monat].nummer, zaehler[monat]))
        for monat, lauf in self.laeufe.items():
            lauf.anzahl = zaehler[monat]
        return kennungen

    # ------------------------------------------------------------------ Buchungen
    def _stelle_soll(self, soll: pl.DataFrame) -> None:
        gruppen = soll.select(*_GRUPPE, nummer=pl.int_range(pl.len()).over(*_GRUPPE))
        schluessel = [gruppenschluessel((h, leistung, m), n) for h, leistung, m, n in gruppen.iter_rows()]
        am = {monat: lauf.gesammelt_am for monat, lauf in self.laeufe.items()}
        self._buche(soll.with_columns(schluessel=pl.Series(schluessel)), Buchungsart.SOLLSTELLUNG, am)

    def _buche_zahlungen(self, posten: pl.DataFrame) -> None:
        gesendet = posten.filter(pl.col("monat") != self.zeitraum[-1])
        gesendet = gesendet.with_columns(
            schluessel="z:" + pl.col("id").cast(pl.String), bescheid=pl.lit(None, pl.Int64)
        )
        self._buche(gesendet, Buchungsart.ZAHLUNG, {m: _gesendet(lauf) for m, lauf in self.laeufe.items()})

    def _buche(self, zeilen: pl.DataFrame, art: Buchungsart, am: dict[date, datetime]) -> None:
        soll, haben = SAETZE[art]
        zeilen = zeilen.with_columns(
            art=pl.lit(art.value),
            soll=pl.lit(soll.value),
            haben=pl.lit(haben.value),
            gebucht_am=pl.col("monat").replace_strict(am, return_dtype=pl.Datetime("us", "UTC")),
            gebucht_von=pl.lit(self.konten["kasse"].pk),
        ).with_columns(buchungstag=pl.col("gebucht_am").dt.date())
        fuege_tabelle_an(Buchung, zeilen.select(s for s in SPALTEN if s in zeilen.columns))
        self.buchungen += len(zeilen)

    def _kontiert(self, zeilen: pl.DataFrame) -> pl.DataFrame:
        paare = zeilen.select("leistung", "bestandteil").unique()
        konten = [kontierung(*paar) for paar in paare.iter_rows()]
        paare = paare.with_columns(
            produkt=pl.Series([k.produkt for k in konten]),
            statistikgruppe=pl.Series([k.statistikgruppe for k in konten]),
        )
        return zeilen.join(paare, on=["leistung", "bestandteil"], maintain_order="left")

    def _nummern(self, modell: type[Model], anzahl: int) -> pl.Expr:
        erster = self._frei[modell]
        self._frei[modell] += anzahl
        return pl.int_range(erster, erster + anzahl, dtype=pl.Int64)


def _gesendet(lauf: Zahllauf) -> datetime:
    return lauf.gesammelt_am + timedelta(hours=3)
