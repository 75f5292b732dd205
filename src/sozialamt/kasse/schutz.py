"""Tabellen der Kasse, die nur anfügbar sind; den Schutz übernimmt die Datenbank (`akte.datenbankschutz`)."""

NUR_ANFUEGBAR = (
    "kasse_buchung",
    "kasse_zahlung",
    "kasse_zahlungsposten",
    "kasse_zahlungsausschluss",
    "kasse_zahldatei",
    "kasse_auffaelligkeit",
    "kasse_sichtvermerk",
    "kasse_zahlungsweg",
    "kasse_zahlungswegfreigabe",
    "kasse_zahlungswegsperre",
    "kasse_empfaengerpruefung",
    "kasse_empfaengerentscheidung",
    "kasse_forderung",
    "kasse_ratenplan",
    "kasse_aufrechnung",
    "kasse_kontoauszug",
    "kasse_kontobewegung",
    "kasse_klaerung",
)
