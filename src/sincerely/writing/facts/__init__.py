"""What a draft stands on: grounds, the situation, what fits, and the grammar that turns them into sentences."""
