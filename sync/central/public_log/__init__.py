"""The public log: every record's commitment, in an order that nobody can rewrite unseen, with proofs for anyone."""
