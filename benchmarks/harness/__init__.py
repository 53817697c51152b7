"""Runs programs beside each other and holds what they cost against what was promised."""
