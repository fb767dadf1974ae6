"""Effects: files, settings, git, processes and the cache."""
