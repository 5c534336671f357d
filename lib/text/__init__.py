"""What the words of a page say by themselves: written dates, header blocks, names of outlets. No file is read here."""
