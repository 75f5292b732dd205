"""Leistungen in besonderen Fällen entsprechend dem SGB XII (§§ 2, 15, 20 AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgNummer, AsylblgUnterbringung
from sozialamt.leistungen.asylbewerberleistungen.zeit import monate_spaeter
from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, Position, beim, regel
from sozialamt.rechenkern.kalender import letzter_tag, tag
from sozialamt.recht.auswahl import Regelbedarfsstufe


@regel("person", norm="§ 2 Abs. 1 Satz 1, §§ 15, 20 AsylbLG", titel="Wartezeit erfüllt am")
def asylblg_analog_eigen(
    asylblg_einreise_am: Datum,
    asylblg_rechtsmissbrauch: bool,
    asylblg_analog_bis_februar_2024: bool,
    asylblg_wartezeit: tuple[Anzahl, ...],
    asylblg_wartezeit_stichtag: tuple[Datum, ...],
    monat: Datum,
) -> Datum:
    """15 Monate bis 21.08.2019, 18 Monate bis 26.02.2024, sonst 36; wer sie erfüllt hatte, behält ihn. 0 = nie."""
    if asylblg_einreise_am == 0 or asylblg_rechtsmissbrauch:
        return 0
    erste = monate_spaeter(asylblg_einreise_am, asylblg_wartezeit[0])
    if erste <= asylblg_wartezeit_stichtag[0]:
        return erste
    zweite = monate_spaeter(asylblg_einreise_am, asylblg_wartezeit[1])
    if zweite <= asylblg_wartezeit_stichtag[1] and (
        asylblg_analog_bis_februar_2024 or monat <= asylblg_wartezeit_stichtag[1]
    ):
        return zweite
    return monate_spaeter(asylblg_einreise_am, asylblg_wartezeit[-1])


def _wirksam(datum: Datum, personenkreis: bool, kuerzung_tage: Anzahl) -> Datum:
    return datum if personenkreis and kuerzung_tage == 0 else 0


@beim("elternteil_1", sonst=0, norm="§ 2 Abs. 3 AsylbLG", titel="Wartezeit des ersten Elternteils erfüllt am")
def asylblg_analog_elternteil_1(
    asylblg_analog_eigen: Datum, asylblg_personenkreis: bool, asylblg_kuerzung_tage: Anzahl
) -> Datum:
    """Nur, wenn der Elternteil Leistungen nach Absatz 1 erhält; nicht bei Einschränkung in diesem Monat."""
    return _wirksam(asylblg_analog_eigen, asylblg_personenkreis, asylblg_kuerzung_tage)


@beim("elternteil_2", sonst=0, norm="§ 2 Abs. 3 AsylbLG", titel="Wartezeit des zweiten Elternteils erfüllt am")
def asylblg_analog_elternteil_2(
    asylblg_analog_eigen: Datum, asylblg_personenkreis: bool, asylblg_kuerzung_tage: Anzahl
) -> Datum:
    """Nur, wenn der Elternteil Leistungen nach Absatz 1 erhält; nicht bei Einschränkung in diesem Monat."""
    return _wirksam(asylblg_analog_eigen, asylblg_personenkreis, asylblg_kuerzung_tage)


def _frueher(a: Datum, b: Datum) -> Datum:
    if a == 0 or b == 0:
        return max(a, b)
    return min(a, b)


@regel("person", norm="§ 2 Abs. 1, 3 AsylbLG", titel="Leistungen nach § 2 ab")
def asylblg_analog_ab(
    asylblg_analog_eigen: Datum,
    asylblg_analog_elternteil_1: Datum,
    asylblg_analog_elternteil_2: Datum,
    ist_minderjaehrig: bool,
) -> Datum:
    """Eigene Wartezeit; Minderjährige bei den Eltern auch mit einem Elternteil, der Leistungen nach § 2 erhält."""
    if not ist_minderjaehrig:
        return asylblg_analog_eigen
    return _frueher(asylblg_analog_eigen, _frueher(asylblg_analog_elternteil_1, asylblg_analog_elternteil_2))


@regel("person", norm="§ 2 Abs. 1 AsylbLG", titel="Kalendertage nach § 2")
def asylblg_analog_tage(
    asylblg_analog_ab: Datum,
    leistung_von_tag: Anzahl,
    asylblg_bis_tag: Anzahl,
    asylblg_kuerzung_von_tag: Anzahl,
    asylblg_kuerzung_bis_tag: Anzahl,
    asylblg_kalendertage: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Tage ab Ablauf der Wartezeit ohne die eingeschränkten Tage."""
    if asylblg_analog_ab == 0 or asylblg_analog_ab > letzter_tag(monat) or asylblg_kalendertage == 0:
        return 0
    erster = max(leistung_von_tag, tag(asylblg_analog_ab)) if asylblg_analog_ab > monat else leistung_von_tag
    tage = max(asylblg_bis_tag - erster + 1, 0)
    if asylblg_kuerzung_von_tag > 0:
        tage -= max(asylblg_kuerzung_bis_tag - max(asylblg_kuerzung_von_tag, erster) + 1, 0)
    return tage


@regel("person", norm="§ 2 Abs. 1 Satz 4 Nr. 2, § 3a Abs. 1 Nr. 3 Buchst. a AsylbLG", titel="Unter 25 bei den Eltern")
def asylblg_kind_bei_eltern(
    elternteil_1: Position,
    elternteil_2: Position,
    verheiratet: bool,
    alter: Jahre,
    ist_minderjaehrig: bool,
    asylblg_altersgrenze_kind: Jahre,
) -> bool:
    """Volljährig, unverheiratet, das 25. Lebensjahr nicht vollendet und mit mindestens einem Elternteil zusammen."""
    if ist_minderjaehrig or verheiratet:
        return False
    return (elternteil_1 >= 0 or elternteil_2 >= 0) and alter < asylblg_altersgrenze_kind


@regel("person", norm="§ 2 Abs. 1 Satz 4 Nr. 1 AsylbLG", titel="In einer Sammelunterkunft")
def asylblg_in_sammelunterkunft(asylblg_unterbringung: AsylblgUnterbringung) -> bool:
    """Gemeinschaftsunterkunft oder Aufnahmeeinrichtung."""
    return (
        asylblg_unterbringung == AsylblgUnterbringung.GEMEINSCHAFTSUNTERKUNFT
        or asylblg_unterbringung == AsylblgUnterbringung.AUFNAHMEEINRICHTUNG
    )


@regel("person", norm="BVerfG 19.10.2022, 1 BvL 3/21", titel="Alleinstehend")
def asylblg_alleinstehend(lebt_mit_partner_zusammen: bool, elternteil_1: Position, elternteil_2: Position) -> bool:
    """Ohne Partner und ohne Eltern im Haushalt; wer nur mit eigenen Kindern lebt, steht gleich."""
    return not lebt_mit_partner_zusammen and elternteil_1 < 0 and elternteil_2 < 0


@regel(
    "person",
    name="asylblg_analog_stufe",
    norm="§ 2 Abs. 1 AsylbLG a. F.",
    titel="Abweichende Regelbedarfsstufe nach § 2",
    bis="2019-08-31",
)
def asylblg_analog_stufe_bis_august_2019() -> Regelbedarfsstufe:
    """Bis August 2019 galten die Regelbedarfsstufen des SGB XII ohne Abweichung."""
    return Regelbedarfsstufe.KEINE


@regel("person", norm="§ 2 Abs. 1 Satz 4 AsylbLG", titel="Abweichende Regelbedarfsstufe nach § 2", ab="2019-09-01")
def asylblg_analog_stufe(
    ist_minderjaehrig: bool,
    asylblg_in_sammelunterkunft: bool,
    asylblg_alleinstehend: bool,
    asylblg_kind_bei_eltern: bool,
    asylblg_unterbringung: AsylblgUnterbringung,
    asylblg_sammelunterkunft_nach_bverfg: bool,
) -> Regelbedarfsstufe:
    """Sammelunterkunft Stufe 2, für Alleinstehende 1 (BVerfG); unter 25 in der Wohnung der Eltern 3."""
    if ist_minderjaehrig:
        return Regelbedarfsstufe.KEINE
    if asylblg_in_sammelunterkunft:
        allein = asylblg_alleinstehend and asylblg_sammelunterkunft_nach_bverfg
        return Regelbedarfsstufe.STUFE_1 if allein else Regelbedarfsstufe.STUFE_2
    if asylblg_kind_bei_eltern and asylblg_unterbringung == AsylblgUnterbringung.WOHNUNG:
        return Regelbedarfsstufe.STUFE_3
    return Regelbedarfsstufe.KEINE


@regel(
    "haushalt",
    name="asylblg_sammelunterkunft_nach_bverfg",
    norm="BVerfG 19.10.2022, 1 BvL 3/21, BGBl. 2022 I S. 2359",
    titel="Regelbedarfsstufe 1 nach der Entscheidung des Bundesverfassungsgerichts",
    bis="2022-11-30",
)
def asylblg_sammelunterkunft_nach_bverfg_rueckwirkend(asylblg_bverfg_ab_september_2019: bool) -> bool:
    """Für Zeiten vor der Bekanntgabe nur, soweit noch nicht bestandskräftig entschieden war."""
    return asylblg_bverfg_ab_september_2019


@regel(
    "haushalt",
    norm="BVerfG 19.10.2022, 1 BvL 3/21, BGBl. 2022 I S. 2359",
    titel="Regelbedarfsstufe 1 nach der Entscheidung des Bundesverfassungsgerichts",
    ab="2022-12-01",
)
def asylblg_sammelunterkunft_nach_bverfg() -> bool:
    """Seit der Bekanntgabe gilt die Übergangsregelung in jedem Fall."""
    return True


@regel("person", norm="§ 2 Abs. 1 Satz 4 AsylbLG, § 27a SGB XII", titel="Regelbedarf nach § 2")
def asylblg_analog_regelbedarf(regelbedarf: Cent) -> Cent:
    """Regelbedarf des SGB XII in der Stufe, die nach § 2 Abs. 1 Satz 4 gilt."""
    return regelbedarf


@regel("person", norm="§ 2 Abs. 1 AsylbLG, § 27a SGB XII", titel="Monatlicher Bedarf nach § 2")
def asylblg_analog_bedarf(bedarf_lebensunterhalt: Cent) -> Cent:
    """Notwendiger Lebensunterhalt wie im SGB XII mit der Regelbedarfsstufe nach § 2 Abs. 1 Satz 4."""
    return bedarf_lebensunterhalt


@regel(
    "person",
    name="asylblg_auszubildende_ausgeschlossen",
    norm="§ 2 Abs. 1 AsylbLG a. F., § 22 SGB XII",
    titel="Als Auszubildender ausgeschlossen",
    bis="2019-08-31",
)
def asylblg_auszubildende_ausgeschlossen_bis_august_2019(ausschluss_auszubildende: bool) -> bool:
    """Bis August 2019 galt § 22 SGB XII entsprechend ohne Ausnahme für Gestattete und Geduldete."""
    return ausschluss_auszubildende


@regel(
    "person",
    norm="§ 2 Abs. 1 Satz 2, 3 AsylbLG, § 22 SGB XII",
    titel="Als Auszubildender ausgeschlossen",
    ab="2019-09-01",
)
def asylblg_auszubildende_ausgeschlossen(ausschluss_auszubildende: bool, asylblg_nummer: AsylblgNummer) -> bool:
    """Nicht bei Gestattung, Aufenthaltserlaubnis und Duldung; dort Leistung neben BAB und BAföG oder als Beihilfe."""
    if (
        asylblg_nummer == AsylblgNummer.NR_1
        or asylblg_nummer == AsylblgNummer.NR_3
        or asylblg_nummer == AsylblgNummer.NR_4
    ):
        return False
    return ausschluss_auszubildende
