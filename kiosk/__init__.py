"""The forum on one machine: collecting, keeping and counting what visitors say; no Qt, no HTTP."""
