"""Figures on held-out annotations: each module reads gold, runs the finders and prints a score."""
