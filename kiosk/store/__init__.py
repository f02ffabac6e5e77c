"""The only SQL on the kiosk: an encrypted SQLite store of packs, submissions and the outbox."""
