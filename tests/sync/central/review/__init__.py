"""Tests of the line from the kiosks to the ministry."""
