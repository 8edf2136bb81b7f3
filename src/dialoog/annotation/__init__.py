"""The Dutch pipeline: from turns to spaCy docs."""

from dialoog.annotation.annotate import AnnotatedTurn, annotate
from dialoog.annotation.pipeline import load_bare, load_pipeline, pipeline_facts
from dialoog.defaults import DEFAULT_PIPELINE

__all__ = [
    "DEFAULT_PIPELINE",
    "AnnotatedTurn",
    "annotate",
    "load_bare",
    "load_pipeline",
    "pipeline_facts",
]
