"""Parts of ``lib.link.origins``: words, credits, candidate pairs, groups and matching passages."""
