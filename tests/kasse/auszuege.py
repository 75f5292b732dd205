"""Kontoauszüge, wie Banken sie liefern, klein und erfunden."""

from __future__ import annotations

from sozialamt.kasse.models import Zahlung

KOPF = '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:{0}"><{1}>'
IBAN_AMT = "DE02200505501015871393"


def auszug(*umsaetze: str, fassung: str = "camt.054.001.08") -> bytes:
    rahmen, bericht = (
        ("BkToCstmrStmt", "Stmt") if fassung.startswith("camt.053") else ("BkToCstmrDbtCdtNtfctn", "Ntfctn")
    )
    inhalt = f"<{bericht}><Id>1</Id><Acct><Id><IBAN>{IBAN_AMT}</IBAN></Id></Acct>{''.join(umsaetze)}</{bericht}>"
    return f"{KOPF.format(fassung, rahmen)}{inhalt}</{rahmen}></Document>".encode()


def euro(cent: int) -> str:
    return f"{cent // 100}.{cent % 100:02d}"


def umsatz(cent: int, einzelheiten: str, *, kennung: str, zeichen: str = "CRDT", tag: str = "2026-07-06") -> str:
    return (
        f'<Ntry><Amt Ccy="EUR">{euro(cent)}</Amt><CdtDbtInd>{zeichen}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>'
        f"<BookgDt><Dt>{tag}</Dt></BookgDt><AcctSvcrRef>{kennung}</AcctSvcrRef>"
        f"<NtryDtls>{einzelheiten}</NtryDtls></Ntry>"
    )


def rueckgabe(zahlung: Zahlung, *, kennung: str = "R1", cent: int | None = None) -> str:
    betrag = zahlung.cent if cent is None else cent
    tx = (
        f"<TxDtls><Refs><EndToEndId>{zahlung.schluessel}</EndToEndId></Refs>"
        f'<Amt Ccy="EUR">{euro(betrag)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"
    )
    return umsatz(betrag, tx, kennung=kennung)


def eingang(cent: int, zweck: str, *, kennung: str = "E1", name: str = "Jörg Müßig") -> str:
    tx = (
        "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
        f'<Amt Ccy="EUR">{euro(cent)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        f"<RltdPties><Dbtr><Pty><Nm>{name}</Nm></Pty></Dbtr></RltdPties>"
        f"<RmtInf><Ustrd>{zweck}</Ustrd></RmtInf></TxDtls>"
    )
    return umsatz(cent, tx, kennung=kennung)


def ausgang(cent: int, sammler: str, *, kennung: str = "A1") -> str:
    return umsatz(cent, f"<Btch><PmtInfId>{sammler}</PmtInfId></Btch>", kennung=kennung, zeichen="DBIT")
