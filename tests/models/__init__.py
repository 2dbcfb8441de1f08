"""Tests of the corpus that the models are trained on."""
