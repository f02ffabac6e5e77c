"""Taking records in: enrolment, batches and packs, over a signed line."""
