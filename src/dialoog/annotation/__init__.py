"""The Dutch pipeline: from turns to spaCy docs."""
