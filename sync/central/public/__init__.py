"""The public side: results, what became of suggestions, and open data; read by anybody, computed once a day."""
