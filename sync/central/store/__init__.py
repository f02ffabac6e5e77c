"""The only SQL on the central store: one schema on PostgreSQL and SQLite."""
