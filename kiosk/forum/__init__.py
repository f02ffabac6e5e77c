"""The language of the forum: pure rules over frozen data; no files, no SQL, no clock of its own."""
