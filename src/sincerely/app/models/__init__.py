"""The shipped models, loaded when they are first needed."""
