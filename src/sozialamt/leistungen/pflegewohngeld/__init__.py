"""Pflegewohngeld: § 14 Alten- und Pflegegesetz Nordrhein-Westfalen."""

from sozialamt.leistungen.steckbrief import Abschnitt, Rechtsbehelf, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="pflegewohngeld",
    titel="Pflegewohngeld",
    kurz="PWG",
    rechtsgrundlage="§ 14 APG NRW, §§ 13 bis 17 APG DVO NRW",
    zustaendig="Kreis oder kreisfreie Stadt als Träger der Sozialhilfe (APG NRW)",
    kostentraeger="Kreis oder kreisfreie Stadt",
    zahlung=(Zahlbestandteil("pflegewohngeld", "Pflegewohngeld", Kostentraeger.KOMMUNE, norm="§ 14 APG NRW"),),
    statistik=("Landespflegeberichterstattung nach APG NRW",),
    anspruch="pwg_anspruch",
    ebene="person",
    ablehnung="pwg_ablehnung",
    rechtsbehelf=Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT,
    bogen=(
        Abschnitt(
            "Feststellungen",
            ("pwg_regel_des_landes", "hzp_pflegegrad", "heim_tage"),
            pflicht=("pwg_regel_des_landes", "hzp_pflegegrad"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Vermögen",
            ("vermoegen_gemeinschaft", "pwg_vermoegen_grenze", "pwg_vermoegen_ueberschuss"),
            pflicht=("pwg_vermoegen_grenze",),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Einkommensüberhang",
            ("hzp_heim_verfuegbar", "pwg_heimkosten_ohne_investition", "pwg_barbetrag", "pwg_ueberhang"),
            pflicht=("hzp_heim_verfuegbar",),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Eigener Einsatz",
            ("pwg_ueberhang",),
            abzuege=("pwg_selbstbehalt",),
            summe="pwg_einsatz",
        ),
        Abschnitt(
            "Pflegewohngeld",
            ("heim_investitionskosten", "pwg_einsatz", "pwg_betrag", "pwg_anspruch"),
            pflicht=("heim_investitionskosten", "pwg_anspruch"),
            nachrichtlich=True,
        ),
    ),
    hinweise=("Pflegewohngeld wird an die Einrichtung gezahlt und geht der Sozialhilfe vor.",),
)
