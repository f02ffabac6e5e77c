"""The line from the kiosks to the ministry."""
