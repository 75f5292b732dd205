"""One-off needs (§ 31 SGB XII)."""

from tests.recht.sozialhilfe.bedarfsfall import RENTNERIN, eine_person

BEDARF = {
    "erstausstattung_wohnung": 900,
    "erstausstattung_bekleidung": 150,
    "erstausstattung_geburt": 300,
    "therapeutische_geraete": 60.5,
}


def test_alle_einmaligen_bedarfe_zusammen():
    assert eine_person("2026-11", "bedarf_einmalig", RENTNERIN | BEDARF) == 141050


def test_einkommen_der_folgemonate_mindert_hoechstens_bis_null():
    person = RENTNERIN | BEDARF
    assert eine_person("2026-11", "bedarf_einmalig", person | {"einkommenseinsatz_folgemonate": 400}) == 101050
    assert eine_person("2026-11", "bedarf_einmalig", person | {"einkommenseinsatz_folgemonate": 4000}) == 0


def test_in_einrichtungen_bleibt_das_einkommen_der_folgemonate_frei():
    person = RENTNERIN | BEDARF | {"einkommenseinsatz_folgemonate": 400}
    haushalt = {"wohnform": "stationaere_einrichtung"}
    assert eine_person("2026-11", "bedarf_einmalig", person, haushalt=haushalt) == 141050
