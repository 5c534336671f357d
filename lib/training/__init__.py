"""What Dateline learns from text of its own: `make train` writes the adapter of its sentence encoder anew.

Nothing imports this room, and only its command needs torch (``requirements-training.txt``). The texts are in
``data/training``; how they are written and judged stands in the README there.
"""
