"""For assistants on this machine, by the Model Context Protocol: they read, and propose.

Nothing here approves or sends. An import contract sees to it that no way leads from here to either, and the store that
the tools get could do neither.
"""
