"""Django settings. One file; what differs between installations comes from the environment (umgebung.py)."""

from __future__ import annotations

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from sozialamt.config import umgebung

PAKET = Path(__file__).resolve().parent.parent
_PROJEKT = PAKET.parent.parent
WURZEL = _PROJEKT if (_PROJEKT / "pyproject.toml").exists() else Path.cwd()

PRODUKTION = umgebung.betrieb() == "produktion"
DEBUG = False
DATENORDNER = umgebung.datenordner(WURZEL)
SECRET_KEY = umgebung.geheimnis(DATENORDNER, produktion=PRODUKTION)
ALLOWED_HOSTS = umgebung.hosts(produktion=PRODUKTION)
BEHOERDE = {
    "traeger": umgebung.TRAEGER.wert,
    "amt": umgebung.AMT.wert,
    "strasse": umgebung.STRASSE.wert,
    "ort": umgebung.ORT.wert,
    "telefon": umgebung.TELEFON.wert,
}
VERGLEICH_STREUUNG = umgebung.streuung()
OFFENE_DATEN = {
    "mindestfallzahl": int(umgebung.MINDESTFALLZAHL.wert),
    "bereitsteller": umgebung.GOVDATA_KENNUNG.wert,
    "email": umgebung.KONTAKT_EMAIL.wert,
}
LAND = umgebung.LAND.wert
SOZIALGERICHT = umgebung.SOZIALGERICHT.wert
FREIGABEGRENZEN = umgebung.freigabegrenzen(umgebung.FREIGABEGRENZEN.wert)
KASSE_ORDNER = umgebung.KASSE_ORDNER.wert
VERWALTUNGSGERICHT = umgebung.gericht(produktion=PRODUKTION)
OHNE_VORVERFAHREN = frozenset(name.strip() for name in umgebung.OHNE_VORVERFAHREN.wert.split(",") if name.strip())

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "rules",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "sozialamt.akte",
    "sozialamt.kasse",
    "sozialamt.vergleich",
    "sozialamt.web",
]

OIDC = umgebung.oidc()
if OIDC:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sozialamt.web.anmeldung.ZweiterFaktorNoetig",
    "sozialamt.web.middleware.FachlicheFehler",
]

ROOT_URLCONF = "sozialamt.config.urls"
WSGI_APPLICATION = "sozialamt.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PAKET / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sozialamt.web.kontext.behoerde",
            ],
            "builtins": ["sozialamt.web.templatetags.anzeige", "sozialamt.web.templatetags.bausteine"],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        umgebung.DATABASE_URL.wert or f"sqlite:///{DATENORDNER / 'sozialamt.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000; "
        "PRAGMA secure_delete=ON;",
    }
else:
    # Queries with many access conditions are estimated as costly; compiling them takes seconds, answering milliseconds.
    zusatz = DATABASES["default"].setdefault("OPTIONS", {})
    # Prepared statements name their fixed values: one plan serves all others, and planning costs more than executing.
    zusatz["options"] = f"-c jit=off -c plan_cache_mode=force_generic_plan {zusatz.get('options', '')}".strip()
    zusatz["prepare_threshold"] = 0
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "akte.Benutzer"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "sozialamt.web.anmeldung.KeineSelbstanmeldung"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {"login": "sozialamt.web.anmeldung.Anmeldeformular"}
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUKTION else 0
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ZWEITER_FAKTOR = umgebung.zweiter_faktor(produktion=PRODUKTION)
MFA_ADAPTER = "sozialamt.web.anmeldung.ZweiterFaktor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUKTION
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "sozialamt.web.oidc.NurBekannte"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [OIDC | {"settings": {"server_url": OIDC["server"]}}] if OIDC else [],
    }
}
# One table for all processes: five wrong passwords are five, whichever worker counted them.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "akte_zwischenspeicher"},
}
SESSION_COOKIE_AGE = int(umgebung.SITZUNG_MINUTEN.wert) * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_ENGINE = "sozialamt.web.sitzung"

DOKUMENT_MEGABYTE = int(umgebung.DOKUMENT_MEGABYTE.wert)
VIRENPRUEFUNG = umgebung.VIRENPRUEFUNG.wert
NOTZUGRIFF_STUNDEN = int(umgebung.NOTZUGRIFF_STUNDEN.wert)

LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATENORDNER / "static" if PRODUKTION else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUKTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUKTION

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF, *([OIDC["server"]] if OIDC else [])],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUKTION
SECURE_SSL_REDIRECT = PRODUKTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUKTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUKTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUKTION else None
CSRF_FAILURE_VIEW = "sozialamt.web.ansichten.fehler.csrf"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"zeile": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"konsole": {"class": "logging.StreamHandler", "formatter": "zeile"}},
    "root": {"handlers": ["konsole"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["konsole"], "level": "WARNING", "propagate": False}},
}
