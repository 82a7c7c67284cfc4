"""Screens: one module each, laid out as blocks."""
