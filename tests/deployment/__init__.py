"""Tests of what starts and ends everything on one machine."""
