"""How articles are grouped into stories: terms, clusters in order of publication, merging, titles."""
