"""What visitors see on their phones."""
