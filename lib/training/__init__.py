"""What Dateline learns from text of its own: `make train` writes the adapter of its sentence encoder anew.

Nothing imports this room, and only its command needs torch, which `make train` installs beside. The texts are in
``data/training``; how they are written and judged stands in the README there.
"""
