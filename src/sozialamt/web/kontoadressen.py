"""Adressen rund um das eigene Konto: Anmeldung, Passwort, zweiter Faktor, auf Wunsch der Anmeldedienst der Stadt."""

from allauth.account import views as konto
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.urls import path

from sozialamt.web.ansichten import fehler
from sozialamt.web.ansichten import konto as eigenes
from sozialamt.web.recht import angemeldet, oeffentlich

anmeldung = oeffentlich("Teil der Anmeldung")
eigen = angemeldet("betrifft nur das eigene Konto")

urlpatterns = [
    path("", eigenes.konto, name="konto"),
    path("anmelden/", anmeldung(konto.login), name="account_login"),
    path("abmelden/", anmeldung(konto.logout), name="account_logout"),
    path("gesperrt/", anmeldung(konto.account_inactive), name="account_inactive"),
    path("bestaetigen/", eigen(konto.reauthenticate), name="account_reauthenticate"),
    path("passwort/", eigen(konto.password_change), name="account_change_password"),
    path("registrieren/", fehler.gibt_es_nicht, name="account_signup"),
    path("passwort-vergessen/", fehler.gibt_es_nicht, name="account_reset_password"),
    path("anmelden/code/", anmeldung(mfa.authenticate), name="mfa_authenticate"),
    path("anmelden/passkey/", anmeldung(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("faktor/", eigen(mfa.index), name="mfa_index"),
    path("faktor/bestaetigen/", eigen(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("faktor/app/", eigen(totp.activate_totp), name="mfa_activate_totp"),
    path("faktor/app/aus/", eigen(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("faktor/codes/", eigen(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("faktor/codes/neu/", eigen(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("faktor/codes/datei/", eigen(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("faktor/schluessel/", eigen(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("faktor/schluessel/neu/", eigen(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("faktor/schluessel/bestaetigen/", eigen(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("faktor/schluessel/<int:pk>/aendern/", eigen(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("faktor/schluessel/<int:pk>/entfernen/", eigen(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
]

if settings.OIDC:
    from allauth.socialaccount.providers.openid_connect import views as oidc

    urlpatterns += [
        path("anmelden/<slug:provider_id>/", anmeldung(oidc.login), name="openid_connect_login"),
        path("anmelden/<slug:provider_id>/zurueck/", anmeldung(oidc.callback), name="openid_connect_callback"),
        path("anmelden/dienst/abgebrochen/", fehler.gibt_es_nicht, name="socialaccount_login_cancelled"),
        path("anmelden/dienst/fehler/", fehler.gibt_es_nicht, name="socialaccount_login_error"),
        path("anmelden/dienst/neu/", fehler.gibt_es_nicht, name="socialaccount_signup"),
        path("dienst/", fehler.gibt_es_nicht, name="socialaccount_connections"),
    ]
