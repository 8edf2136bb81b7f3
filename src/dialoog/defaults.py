"""What is used unless somebody says otherwise."""

DEFAULT_CODEBOOK = "employee-advocacy"
DEFAULT_PIPELINE = "nl_dialoog"
