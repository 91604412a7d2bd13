"""Figures over all of a candidate's processes: pure functions, and the one that asks the store.

What is counted is what is known by an instant: events of later days are left out, and so is what is unsure.
"""
