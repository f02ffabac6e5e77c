"""forum-central: the central ministry store."""
