"""Austausch zwischen Installationen: unterschriebene Pakete mit dem, was eine Stadt freigegeben hat."""
