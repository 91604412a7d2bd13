"""Measure the reading, on cases that lie beside the product and beside other people's parsers: `sincerely eval`."""
