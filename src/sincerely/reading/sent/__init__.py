"""What the candidate sent: it closes debts."""
