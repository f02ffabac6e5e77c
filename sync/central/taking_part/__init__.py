"""Taking part from home: the activities that the ministry has published, answered in any browser without an account."""
