"""What a scenario is laid up from: the files it extends, bundled facts, what was tried on top."""
