"""Proof by faults: a hostile network, killed processes, lost power, and rules taken out one by one."""
