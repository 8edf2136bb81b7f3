"""Readers, one file a format: from bytes to `Source`."""
