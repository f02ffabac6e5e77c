"""The language of the review: the statute's clock, scoring, contests and similar suggestions, as pure functions."""
