"""What to put into calendars, when to remind, and when to wake: plans, made of findings. Pure."""
