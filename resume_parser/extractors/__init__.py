"""Extractors: one module per format, bytes -> Document."""
