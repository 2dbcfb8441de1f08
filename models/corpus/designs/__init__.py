"""Designs: what a resume says becomes a page of labelled words."""
