"""Daily tallies as files."""
