"""The store's schema, step by step; each step runs once, in one transaction, when the store is opened."""
