"""Measurements, each beside the floor that was measured in the same run: `make bench`."""
