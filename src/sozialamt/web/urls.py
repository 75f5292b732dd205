"""Adressen der Bildschirme."""

from allauth.account import views as konto
from django.urls import path, register_converter

from sozialamt.web.adressen import Aktenzeichen, Monat
from sozialamt.web.ansichten import (
    anlegen,
    berechnung,
    bescheid,
    fehler,
    haushalt,
    schutz,
    start,
    suche,
    tatsachen,
    ueberblick,
)
from sozialamt.web.recht import oeffentlich

register_converter(Aktenzeichen, "aktenzeichen")
register_converter(Monat, "monat")

HAUSHALT = "haushalte/<aktenzeichen:aktenzeichen>/"

urlpatterns = [
    path("", start.start, name="start"),
    path("konto/anmelden/", oeffentlich("Anmeldung")(konto.login), name="account_login"),
    path("konto/abmelden/", oeffentlich("Abmeldung")(konto.logout), name="account_logout"),
    path("konto/registrieren/", fehler.gibt_es_nicht, name="account_signup"),
    path("konto/passwort-vergessen/", fehler.gibt_es_nicht, name="account_reset_password"),
    path("suche/", suche.suche, name="suche"),
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
    path("notzugriffe/", schutz.notzugriffe, name="notzugriffe"),
    path("entwuerfe/<int:pk>/", bescheid.entwurf, name="entwurf"),
    path("bescheide/<slug:nummer>/", bescheid.bescheid, name="bescheid"),
    path("bescheide/<slug:nummer>/bescheid.pdf", bescheid.pdf, name="bescheid_pdf"),
]
