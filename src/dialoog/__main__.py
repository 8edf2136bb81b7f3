"""`python -m dialoog`."""

from dialoog.cli import run

run()
