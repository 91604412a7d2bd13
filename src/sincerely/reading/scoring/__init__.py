"""The small models: words and vectors in, scores out."""
