"""What one statement says: its mood, its times, whose it is."""
