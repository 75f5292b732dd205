"""Rechte sind Wörter mit Rollen; was keine Rolle nennt, darf niemand."""

import pytest
from django.contrib.auth.models import AnonymousUser
from tests.akte.bausteine import benutzer_mit

from sozialamt.akte.fehler import RechtFehlt
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import RECHTE, ROLLEN, pruefe_recht


def test_rollen_nennen_nur_bekannte_rechte():
    for titel, rechte in ROLLEN.values():
        assert titel
        assert rechte <= set(RECHTE)


@pytest.mark.parametrize("rolle", ROLLEN)
def test_jede_rolle_hat_genau_ihre_rechte(db, rolle):
    konto = benutzer_mit(rolle)
    assert {recht for recht in RECHTE if konto.has_perm(f"akte.{recht}")} == ROLLEN[rolle][1]


def test_auch_ein_superuser_hat_ohne_rolle_kein_recht_in_den_vorgaengen(db):
    konto = Benutzer.objects.create(username="root", is_superuser=True, is_staff=True)
    with pytest.raises(RechtFehlt):
        pruefe_recht(konto, "akte_lesen")


def test_wer_nicht_angemeldet_oder_gesperrt_ist_darf_nichts(sachbearbeitung):
    sachbearbeitung.is_active = False
    for niemand in (AnonymousUser(), sachbearbeitung):
        with pytest.raises(RechtFehlt):
            pruefe_recht(niemand, "akte_lesen")


def test_ein_unbekanntes_recht_ist_ein_programmfehler(sachbearbeitung):
    with pytest.raises(ValueError, match="Unbekanntes Recht"):
        pruefe_recht(sachbearbeitung, "alles_duerfen")
