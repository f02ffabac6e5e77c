"""Proposals at the ministry: taken in from records, searched, compared, and moved on by events under the clock."""
