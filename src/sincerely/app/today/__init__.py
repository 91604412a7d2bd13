"""What holds now: reports, Today, the policy and the words for it."""
