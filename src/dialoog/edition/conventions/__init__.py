"""Ways in which texts mark turns, one file a convention."""
