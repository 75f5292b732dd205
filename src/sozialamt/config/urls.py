"""Root of all addresses."""

from django.urls import include, path

urlpatterns = [path("", include("sozialamt.web.urls"))]

handler400 = "sozialamt.web.ansichten.fehler.ungueltig"
handler403 = "sozialamt.web.ansichten.fehler.verboten"
handler404 = "sozialamt.web.ansichten.fehler.nicht_gefunden"
handler500 = "sozialamt.web.ansichten.fehler.serverfehler"
