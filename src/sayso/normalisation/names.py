"""Names of people and organisations: the face of the modules that fold, take apart and compare them."""

from __future__ import annotations

from sayso.normalisation.names_acronyms import Acronym, find_acronyms, is_acronym_of
from sayso.normalisation.names_compare import FEATURES, Likeness, Verdict, same_organisation, same_person
from sayso.normalisation.names_forms import NameParts, fold, key, parts, skeleton, strip_titles

__all__ = [
    "FEATURES",
    "Acronym",
    "Likeness",
    "NameParts",
    "Verdict",
    "find_acronyms",
    "fold",
    "is_acronym_of",
    "key",
    "parts",
    "same_organisation",
    "same_person",
    "skeleton",
    "strip_titles",
]
