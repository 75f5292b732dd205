"""`{% url %}` ist das gewöhnliche; nur feste Adressen entstehen einmal."""

import pytest
from django.template import Context, Engine
from django.urls import NoReverseMatch, reverse, set_script_prefix
from tests.web.conftest import angemeldet

MIT_BAUSTEINEN = Engine(builtins=["sozialamt.web.templatetags.bausteine"])


def geschrieben(vorlage: str, **angaben) -> str:
    return MIT_BAUSTEINEN.from_string(vorlage).render(Context(angaben))


def test_feste_adressen_und_solche_mit_angaben():
    for _ in range(2):
        assert geschrieben("{% url 'fristen' %}") == reverse("fristen")
        assert geschrieben("{% url ziel %}", ziel="suche") == reverse("suche")
        assert geschrieben("{% url 'haushalt' a %}", a="50-000001") == reverse("haushalt", args=["50-000001"])
        assert geschrieben("{% url 'fristen' as weg %}[{{ weg }}]") == f"[{reverse('fristen')}]"


def test_unter_einem_vorsatz_ist_es_eine_andere_adresse():
    ohne = geschrieben("{% url 'fristen' %}")
    set_script_prefix("/amt/")
    try:
        assert geschrieben("{% url 'fristen' %}") == f"/amt{ohne}"
    finally:
        set_script_prefix("/")
    assert geschrieben("{% url 'fristen' %}") == ohne


def test_eine_unbekannte_adresse_ist_ein_fehler():
    with pytest.raises(NoReverseMatch):
        geschrieben("{% url 'gibt_es_nicht' %}")
    assert geschrieben("{% url 'gibt_es_nicht' as weg %}[{{ weg }}]") == "[]"


@pytest.mark.django_db
def test_die_seiten_schreiben_sie_so(sachbearbeitung):
    assert f'href="{reverse("fristen")}"' in angemeldet(sachbearbeitung).get("/").content.decode()
