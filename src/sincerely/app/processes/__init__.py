"""What is done to processes: exits, corrections, merging, papers, erasing, everything out and in."""
