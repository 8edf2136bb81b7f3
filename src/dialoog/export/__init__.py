"""From an analysis to what other programs read."""
