"""What was said, counted and handed out: tallies and full exports."""
