"""How fast the app answers: ``python -m lib.bench`` measures and writes ``reports/bench.md``."""
