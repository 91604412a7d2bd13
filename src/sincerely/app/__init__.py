"""Use cases, one file each; wiring chooses the adapters."""
