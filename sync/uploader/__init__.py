"""forum-sync: sends what was collected, later, exactly once in effect."""
