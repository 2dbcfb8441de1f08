"""Labelled resumes of invented people, made by a program: what the taggers are trained on.

content (what a resume says) -> designs (how a page prints it) -> samples (a laid-out Document with its labels)
"""
