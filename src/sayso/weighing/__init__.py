"""Ready claim tables: how far each source is to be trusted, and which value each question gets.

For tables of thousands of claims that somebody else took out (object, attribute, source, value). A case of a few accounts
is fused by house rules instead: from a handful of claims no accuracy can be learned.
"""

from sayso.weighing.choosing import Chosen, Weighed, weigh
from sayso.weighing.table import ClaimTable, read
from sayso.weighing.telling import write, write_sources

__all__ = ["Chosen", "ClaimTable", "Weighed", "read", "weigh", "write", "write_sources"]
