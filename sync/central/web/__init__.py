"""HTTP around everything: the app, its limits, its problem answers and its pages."""
