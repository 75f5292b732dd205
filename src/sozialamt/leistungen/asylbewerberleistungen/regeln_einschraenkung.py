"""Anspruchseinschränkung und ihre Dauer (§§ 1a, 5 Abs. 4, 5b Abs. 2, § 11 Abs. 2a, § 14 AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgEinschraenkung, AsylblgNummer
from sozialamt.leistungen.asylbewerberleistungen.zeit import monate_spaeter
from sozialamt.rechenkern import Anzahl, Datum, regel
from sozialamt.rechenkern.kalender import letzter_tag, tag


@regel("person", norm="§ 1a Abs. 1 bis 3, 9 AsylbLG", titel="Einschränkung Ausreisepflichtiger möglich")
def asylblg_einschraenkung_ausreise(
    asylblg_einschraenkung: AsylblgEinschraenkung, asylblg_nummer: AsylblgNummer
) -> bool:
    """Abs. 1 und 9: Nr. 2a und 5; Abs. 2 und 3: auch Nr. 4 und deren Familienangehörige nach Nr. 6."""
    ausreise = asylblg_nummer == AsylblgNummer.NR_5 or asylblg_nummer == AsylblgNummer.NR_2A
    if (
        asylblg_einschraenkung == AsylblgEinschraenkung.AUSREISETERMIN
        or asylblg_einschraenkung == AsylblgEinschraenkung.UEBERSTELLUNGSENTSCHEIDUNG
    ):
        return ausreise
    if (
        asylblg_einschraenkung == AsylblgEinschraenkung.EINREISE_WEGEN_LEISTUNG
        or asylblg_einschraenkung == AsylblgEinschraenkung.NICHT_VOLLZIEHBAR
    ):
        return ausreise or asylblg_nummer == AsylblgNummer.NR_4 or asylblg_nummer == AsylblgNummer.NR_6
    return False


@regel("person", norm="§ 1 Abs. 1 AsylbLG", titel="Im Asylverfahren")
def asylblg_im_asylverfahren(asylblg_nummer: AsylblgNummer, asylblg_geas: bool) -> bool:
    """Nr. 1 und 1a, seit Juni 2026 auch Nr. 2."""
    if asylblg_nummer == AsylblgNummer.NR_2:
        return asylblg_geas
    return asylblg_nummer == AsylblgNummer.NR_1 or asylblg_nummer == AsylblgNummer.NR_1A


@regel("person", norm="§ 1a Abs. 4, 5, 7 AsylbLG", titel="Einschränkung im Asylverfahren möglich")
def asylblg_einschraenkung_asylverfahren(
    asylblg_einschraenkung: AsylblgEinschraenkung, asylblg_nummer: AsylblgNummer, asylblg_im_asylverfahren: bool
) -> bool:
    """Zuständigkeit oder Schutz eines anderen Staates, fehlende Mitwirkung, unzulässiger Asylantrag."""
    if asylblg_einschraenkung == AsylblgEinschraenkung.SCHUTZ_IN_ANDEREM_STAAT:
        return asylblg_im_asylverfahren
    if asylblg_einschraenkung == AsylblgEinschraenkung.ANDERER_STAAT_ZUSTAENDIG:
        return asylblg_im_asylverfahren or asylblg_nummer == AsylblgNummer.NR_5
    if asylblg_einschraenkung == AsylblgEinschraenkung.AUFENTHALTSRECHT_IN_ANDEREM_STAAT:
        ausreise = asylblg_nummer == AsylblgNummer.NR_5 or asylblg_nummer == AsylblgNummer.NR_2A
        return asylblg_im_asylverfahren or ausreise
    if asylblg_einschraenkung == AsylblgEinschraenkung.MITWIRKUNG:
        return asylblg_im_asylverfahren or asylblg_nummer == AsylblgNummer.NR_7
    if asylblg_einschraenkung == AsylblgEinschraenkung.UNZULAESSIGER_ASYLANTRAG:
        return asylblg_nummer == AsylblgNummer.NR_1 or asylblg_nummer == AsylblgNummer.NR_5
    return False


@regel(
    "person",
    norm="§ 1a Abs. 6 bis 8, §§ 5, 5a, 5b, 11 Abs. 2a AsylbLG",
    titel="Einschränkung aus anderem Grund möglich",
)
def asylblg_einschraenkung_andere(asylblg_einschraenkung: AsylblgEinschraenkung, asylblg_nummer: AsylblgNummer) -> bool:
    """Vermögen, Ordnung, Arbeit, Integration: alle; Anordnung ohne Nr. 1b, 3, 8; Ankunftsnachweis 1a, 5, 7."""
    if asylblg_einschraenkung == AsylblgEinschraenkung.ANKUNFTSNACHWEIS:
        return (
            asylblg_nummer == AsylblgNummer.NR_1A
            or asylblg_nummer == AsylblgNummer.NR_5
            or asylblg_nummer == AsylblgNummer.NR_7
        )
    if asylblg_einschraenkung == AsylblgEinschraenkung.ANORDNUNG_AUFENTHALT:
        return (
            asylblg_nummer != AsylblgNummer.NR_1B
            and asylblg_nummer != AsylblgNummer.NR_3
            and asylblg_nummer < AsylblgNummer.NR_8
        )
    return (
        asylblg_einschraenkung == AsylblgEinschraenkung.VERMOEGEN_VERSCHWIEGEN
        or asylblg_einschraenkung == AsylblgEinschraenkung.ORDNUNG_DER_UNTERKUNFT
        or asylblg_einschraenkung >= AsylblgEinschraenkung.ARBEITSGELEGENHEIT
    )


@regel("person", norm="§ 1a AsylbLG", titel="Einschränkung dem Grunde nach")
def asylblg_einschraenkung_moeglich(
    asylblg_personenkreis: bool,
    asylblg_einschraenkung_ausreise: bool,
    asylblg_einschraenkung_asylverfahren: bool,
    asylblg_einschraenkung_andere: bool,
    asylblg_einschraenkung_ausnahme: bool,
) -> bool:
    """Der Tatbestand passt zur Person und sie hat ihn zu vertreten."""
    if not asylblg_personenkreis or asylblg_einschraenkung_ausnahme:
        return False
    return asylblg_einschraenkung_ausreise or asylblg_einschraenkung_asylverfahren or asylblg_einschraenkung_andere


@regel("person", norm="§ 1a, § 14 AsylbLG", titel="Einschränkung beginnt am")
def asylblg_kuerzung_beginn(
    asylblg_einschraenkung_moeglich: bool,
    asylblg_einschraenkung: AsylblgEinschraenkung,
    asylblg_einschraenkung_ab: Datum,
    asylblg_einschraenkung_gilt_ab: tuple[Datum, ...],
) -> Datum:
    """Tag nach dem Bescheid, frühestens der erste Tag, an dem das Gesetz den Grund kennt; 0 ohne Einschränkung."""
    if not asylblg_einschraenkung_moeglich or asylblg_einschraenkung_ab == 0:
        return 0
    return max(asylblg_einschraenkung_ab, asylblg_einschraenkung_gilt_ab[asylblg_einschraenkung])


@regel("person", norm="§ 1a Abs. 7 Satz 1, § 14 Abs. 1 AsylbLG", titel="Frist der Einschränkung in Monaten")
def asylblg_kuerzung_monate(
    asylblg_einschraenkung: AsylblgEinschraenkung,
    asylblg_einschraenkung_monate: Anzahl,
    asylblg_einschraenkung_ordnung_monate: Anzahl,
) -> Anzahl:
    """Sechs Monate; bei Störung der Ordnung der Unterkunft höchstens einer."""
    if asylblg_einschraenkung == AsylblgEinschraenkung.ORDNUNG_DER_UNTERKUNFT:
        return asylblg_einschraenkung_ordnung_monate
    return asylblg_einschraenkung_monate


@regel("person", norm="§ 14 AsylbLG", titel="Erster Tag nach der Einschränkung")
def asylblg_kuerzung_ende(
    asylblg_kuerzung_beginn: Datum,
    asylblg_kuerzung_monate: Anzahl,
    asylblg_einschraenkung: AsylblgEinschraenkung,
    asylblg_einschraenkung_fortgesetzt: bool,
    asylblg_einschraenkung_gilt_bis: tuple[Datum, ...],
) -> Datum:
    """Ablauf der Frist, wenn nicht fortgesetzt wird; sonst der Tag nach dem letzten Geltungstag des Grundes. 0 ohne."""
    if asylblg_kuerzung_beginn == 0:
        return 0
    gilt_bis = asylblg_einschraenkung_gilt_bis[asylblg_einschraenkung] + 1
    if asylblg_einschraenkung_fortgesetzt:
        return gilt_bis
    return min(monate_spaeter(asylblg_kuerzung_beginn, asylblg_kuerzung_monate), gilt_bis)


@regel("person", norm="§ 1a Abs. 5 Satz 2, Abs. 8 Satz 2, § 14 AsylbLG", titel="Einschränkung bis Tag des Monats")
def asylblg_kuerzung_bis_tag(
    asylblg_kuerzung_ende: Datum, asylblg_einschraenkung_bis: Datum, asylblg_bis_tag: Anzahl, monat: Datum
) -> Anzahl:
    """Letzter eingeschränkter Tag dieses Monats; 0, wenn die Einschränkung vorher endete."""
    if asylblg_kuerzung_ende <= monat or 0 < asylblg_einschraenkung_bis < monat:
        return 0
    ende = asylblg_bis_tag
    if asylblg_kuerzung_ende <= letzter_tag(monat):
        ende = min(ende, tag(asylblg_kuerzung_ende) - 1)
    if 0 < asylblg_einschraenkung_bis <= letzter_tag(monat):
        ende = min(ende, tag(asylblg_einschraenkung_bis))
    return ende


@regel("person", norm="§ 1a, § 14 AsylbLG", titel="Einschränkung von Tag des Monats")
def asylblg_kuerzung_von_tag(asylblg_kuerzung_beginn: Datum, leistung_von_tag: Anzahl, monat: Datum) -> Anzahl:
    """Erster eingeschränkter Tag dieses Monats; 0, wenn die Einschränkung noch nicht begonnen hat."""
    if asylblg_kuerzung_beginn == 0 or asylblg_kuerzung_beginn > letzter_tag(monat) or leistung_von_tag == 0:
        return 0
    return max(leistung_von_tag, tag(asylblg_kuerzung_beginn)) if asylblg_kuerzung_beginn > monat else leistung_von_tag


@regel("person", norm="§ 1a, § 14 AsylbLG", titel="Eingeschränkte Kalendertage")
def asylblg_kuerzung_tage(
    asylblg_kuerzung_von_tag: Anzahl, asylblg_kuerzung_bis_tag: Anzahl, asylblg_kalendertage: Anzahl
) -> Anzahl:
    """Tage dieses Monats, für die nur Leistungen nach § 1a Abs. 1 zustehen."""
    if asylblg_kuerzung_von_tag == 0 or asylblg_kalendertage == 0:
        return 0
    return max(asylblg_kuerzung_bis_tag - asylblg_kuerzung_von_tag + 1, 0)
