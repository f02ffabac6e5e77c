"""One typed view model for each screen."""
