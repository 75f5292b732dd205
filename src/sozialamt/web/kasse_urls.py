"""Adressen der Kasse."""

from django.urls import path

from sozialamt.web.ansichten.kasse import auszuege, empfaenger, haushalt, laeufe

HAUSHALT = "haushalte/<aktenzeichen:aktenzeichen>/"

urlpatterns = [
    path("kasse/", laeufe.laeufe, name="zahllaeufe"),
    path("kasse/laeufe/<slug:nummer>/", laeufe.lauf, name="zahllauf"),
    path("kasse/laeufe/<slug:nummer>/stichprobe/", laeufe.stichprobe, name="stichprobe"),
    path("kasse/laeufe/<slug:nummer>/datei.xml", laeufe.datei, name="zahldatei"),
    path("kasse/zahlungen/<int:pk>/herausnehmen/", laeufe.herausnehmen, name="zahlung_herausnehmen"),
    path("kasse/kontoauszuege/", auszuege.auszuege, name="kontoauszuege"),
    path("kasse/empfaengerpruefung/", empfaenger.empfaengerpruefung, name="empfaengerpruefung"),
    path("kasse/konten/", auszuege.konten, name="konten_freigeben"),
    path(HAUSHALT + "konto/", haushalt.kontoblatt, name="kontoblatt"),
    path(HAUSHALT + "zahlungswege/", haushalt.zahlungswege, name="zahlungswege"),
    path(HAUSHALT + "forderungen/", haushalt.forderungen, name="forderungen"),
]
