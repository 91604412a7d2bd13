"""What goes out: judged, approved, claimed, sent at most once, and settled."""
