"""Offene Daten: freigegebene Werte mit geschützten kleinen Zahlen als CSV, Parquet, Data Package und DCAT-AP.de."""
