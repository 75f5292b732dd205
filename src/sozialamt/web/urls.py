"""Adressen der Bildschirme."""

from django.urls import include, path, register_converter

from sozialamt.web import aufgaben as arbeit
from sozialamt.web.adressen import Aktenzeichen, Monat
from sozialamt.web.ansichten import (
    anlegen,
    aufgaben,
    auskunft,
    berechnung,
    bescheid,
    einstellungen,
    handbuch,
    haushalt,
    kostenersatz,
    massenlauf,
    neuberechnung,
    schutz,
    start,
    suche,
    tatsachen,
    ueberblick,
    vermerke,
    verwaltung,
    vorgang,
    vorgang_angaben,
    vorgang_entscheidung,
    vorgang_fristen,
    vorgang_traeger,
)

register_converter(Aktenzeichen, "aktenzeichen")
register_converter(Monat, "monat")

HAUSHALT = "haushalte/<aktenzeichen:aktenzeichen>/"

urlpatterns = [
    path("", start.start, name="start"),
    path("konto/", include("sozialamt.web.kontoadressen")),
    path("suche/", suche.suche, name="suche"),
    *(
        path(f"aufgaben/{a.schluessel}/", aufgaben.liste(a), name=arbeit.EIGENE_LISTE + a.schluessel)
        for a in arbeit.mit_liste()
    ),
    path("handbuch/", handbuch.uebersicht, name="handbuch"),
    path("handbuch/bilder/<str:name>", handbuch.bild, name="handbuch_bild"),
    path("handbuch/<slug:name>/", handbuch.seite, name="handbuch_seite"),
    path("rundgang/", handbuch.gang, name="rundgang"),
    path("haushalte/neu/", anlegen.haushalt_neu, name="haushalt_neu"),
    path(HAUSHALT, haushalt.haushalt, name="haushalt"),
    path(HAUSHALT + "personen/neu/", anlegen.person_neu, name="person_neu"),
    path(HAUSHALT + "tatsachen/", tatsachen.des_haushalts, name="tatsachen_haushalt"),
    path(HAUSHALT + "tatsachen/<int:person_id>/", tatsachen.der_person, name="tatsachen_person"),
    path(HAUSHALT + "berechnung/<slug:leistung>/<monat:monat>/", berechnung.berechnung, name="berechnung"),
    path(HAUSHALT + "ueberblick/<monat:monat>/", ueberblick.ueberblick, name="ueberblick"),
    path(
        HAUSHALT + "ueberblick/<monat:monat>/aendern/", ueberblick.was_wuerde_es_aendern, name="was_wuerde_es_aendern"
    ),
    path(HAUSHALT + "bescheide/neu/", bescheid.entwerfen, name="bescheid_entwerfen"),
    path(HAUSHALT + "lesezugriffe/", haushalt.lesezugriffe, name="lesezugriffe"),
    path(HAUSHALT + "schutz/", schutz.schutz, name="schutz"),
    path(HAUSHALT + "anschrift/", schutz.anschrift, name="anschrift"),
    path(HAUSHALT + "zugriff/", schutz.zugriff, name="zugriff"),
    path(HAUSHALT + "vermerke/", vermerke.vermerke, name="vermerke"),
    path("dokumente/<int:pk>/", vermerke.dokument, name="dokument"),
    path(HAUSHALT + "auskunft/<int:person_id>/", auskunft.auskunft, name="auskunft"),
    path("ausgaben/", auskunft.ausgaben, name="ausgaben"),
    path("verwaltung/benutzer/", verwaltung.benutzer, name="benutzer"),
    path("verwaltung/benutzer/<int:pk>/", verwaltung.konto, name="benutzerkonto"),
    path("verwaltung/freigaben/", verwaltung.freigaben, name="freigaben"),
    path("verwaltung/einheiten/", verwaltung.einheiten, name="einheiten"),
    path("verwaltung/streitfragen/", einstellungen.einstellungen, name="einstellungen"),
    path("verwaltung/loeschkonzept/", verwaltung.loeschkonzept, name="loeschkonzept"),
    path("notzugriffe/", schutz.notzugriffe, name="notzugriffe"),
    path(HAUSHALT + "vorgaenge/neu/", vorgang.beginnen, name="vorgang_beginnen"),
    path(HAUSHALT + "neuberechnung/", neuberechnung.neuberechnung, name="neuberechnung"),
    path("vorschlaege/", neuberechnung.vorschlaege, name="vorschlaege"),
    path(HAUSHALT + "kostenersatz/neu/", kostenersatz.aufnehmen, name="kostenersatz_neu"),
    path(HAUSHALT + "ansprueche/neu/", vorgang_traeger.anlegen, name="traegeranspruch_neu"),
    path("vorgaenge/<int:pk>/", vorgang.vorgang, name="vorgang"),
    path("vorgaenge/<int:pk>/angaben/", vorgang_angaben.angaben, name="vorgang_angaben"),
    path(
        "vorgaenge/<int:pk>/entscheidung/<slug:entscheidung>/",
        vorgang_entscheidung.entscheiden,
        name="vorgang_entscheiden",
    ),
    path("schreiben/<int:pk>.pdf", vorgang.schreiben, name="vorgangsschreiben"),
    path("fristen/", vorgang_fristen.fristen, name="fristen"),
    path("ansprueche/", vorgang_traeger.liste, name="traegeransprueche"),
    path("massenlaeufe/", massenlauf.massenlaeufe, name="massenlaeufe"),
    path("massenlaeufe/<int:pk>/", massenlauf.massenlauf, name="massenlauf"),
    path("entwuerfe/<int:pk>/", bescheid.entwurf, name="entwurf"),
    path("bescheide/<slug:nummer>/", bescheid.bescheid, name="bescheid"),
    path("bescheide/<slug:nummer>/bescheid.pdf", bescheid.pdf, name="bescheid_pdf"),
    path("", include("sozialamt.web.vergleich_urls")),
    path("", include("sozialamt.web.kasse_urls")),
]
