"""Beispielamt in einer leeren Datenbank bedienen: `python -m tests.web.browser.server PORT`."""

import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from tests.web.browser.arbeit import lege_arbeit_an, lege_befund_an, schreibe_werte

    from sozialamt import demo
    from sozialamt.cli.start import bediene
    from sozialamt.demo.konten import BENUTZER
    from sozialamt.vergleich.pool.beispiel import lege_beispielstadt_an
    from sozialamt.vergleich.pool.oeffentlich import lade

    call_command("migrate", verbosity=0)
    demo.anlegen(hoechstens=20)
    lege_arbeit_an()
    lade()
    lege_beispielstadt_an(BENUTZER)
    lege_befund_an()
    schreibe_werte(settings.DATENORDNER)
    connection.close()
    bediene("127.0.0.1", int(sys.argv[1]))


if __name__ == "__main__":
    main()
