"""The Dutch spaCy pipeline that dialoog ships."""
