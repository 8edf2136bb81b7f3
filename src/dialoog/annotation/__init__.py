"""The Dutch pipeline: from turns to spaCy docs."""

from dialoog.annotation.annotate import AnnotatedTurn, annotate
from dialoog.annotation.pipeline import (
    DEFAULT_PIPELINE,
    load_bare,
    load_pipeline,
    pipeline_facts,
)

__all__ = [
    "DEFAULT_PIPELINE",
    "AnnotatedTurn",
    "annotate",
    "load_bare",
    "load_pipeline",
    "pipeline_facts",
]
