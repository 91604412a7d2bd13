"""Words of one kind and their shapes, whatever a draft is about: names, days, skills, phones, clipped notes."""
