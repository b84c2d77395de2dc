"""The app driven by keys and mouse."""
