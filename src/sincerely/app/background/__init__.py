"""What is done by itself: the loop, its jobs, reminders."""
