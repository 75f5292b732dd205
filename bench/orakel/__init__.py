"""GETTSIM as a second opinion: the same households month by month, every difference with the paragraph that decides."""
