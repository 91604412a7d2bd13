"""Events, the fold, findings, the engine, policy, working time, the timeline notation. Pure."""
