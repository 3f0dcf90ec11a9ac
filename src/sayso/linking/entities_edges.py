"""Which forms are worth comparing, and what joins them: certain pairs first, then names that are short for one other.

Pairs come from blocks (a shared key), never from all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.linking.entities_clusters import Clusters
from sayso.linking.entities_forms import Form, FormKey
from sayso.normalisation import places
from sayso.normalisation.names import Likeness, Verdict, is_acronym_of, skeleton
from sayso.normalisation.names_acronyms import KIND_WORDS, english, is_acronym, is_shortened, letter_keys, letters_of
from sayso.normalisation.names_compare import is_tail
from sayso.normalisation.names_variants import long_names, one_name

Compare = Callable[[str, str], Likeness]
# Pairs within a block grow with its square; a block of more distinct names than this shares a word, not a person.
_LARGEST_BLOCK = 400
# "Name (ACRONYM" : a space and a bracket between two mentions, no more.
_BRACKET_GAP = range(1, 4)


def join_same_names(clusters: Clusters, forms: Iterable[Form]) -> None:
    """Join forms of one full name across documents; bare surnames wait."""
    first: dict[str, Form] = {}
    for form in forms:
        if form.kind == "person" and form.is_bare:
            continue
        clusters.join(first.setdefault(_sameness(form), form), form, "")


def _sameness(form: Form) -> str:
    """The key under which two documents' forms are one: a country by its code, others by their folded name."""
    code = places.country(form.name) if form.kind == "place" else None
    return code or form.key


def join_alike(
    clusters: Clusters, forms: Sequence[Form], keys: Callable[[Form], Iterable[str]], compare: Compare
) -> None:
    """Compare the distinct names of each block and join those that are one's, the surest pairs first."""
    blocks: defaultdict[str, dict[str, Form]] = defaultdict(dict)
    for form in forms:
        for key in keys(form):
            blocks[key].setdefault(form.key, form)
    found: dict[tuple[FormKey, FormKey], tuple[Likeness, Form, Form]] = {}
    for block in blocks.values():
        names = [block[key] for key in sorted(block)]
        pairs = ((one, other) for at, one in enumerate(names) for other in names[at + 1 :])
        for one, other in pairs if len(names) <= _LARGEST_BLOCK else ():
            if (one.id, other.id) not in found:
                found[one.id, other.id] = (compare(one.name, other.name), one, other)
    sure = [one for one in found.values() if one[0].verdict is Verdict.SAME]
    for likeness, one, other in sorted(sure, key=lambda edge: (-edge[0].weight, edge[1].id, edge[2].id)):
        clusters.join(one, other, because(one, other, likeness.why))


def because(one: Form, other: Form, why: str) -> str:
    """The sentence that says why two forms are one."""
    names = sorted({one.name, other.name})
    return f"{' and '.join(f'“{name}”' for name in names)}: {why}"


def person_keys(form: Form) -> Iterator[str]:
    """Blocks of a full name: each of its last two words, as consonants, with what the first name starts with; and all its names, in any order."""
    if form.is_bare:
        return
    starts = sorted({_start(name) for name in (form.words[0], *long_names(form.words[0]))})
    for word in dict.fromkeys(form.words[1:][-2:]):
        for start in starts:
            yield f"{skeleton(one_name(word))} {start}"
    # "Rossi Carlo" of a court's list is "Carlo Rossi"; and who is misspelt by his first name alone has the others.
    yield f"names {' '.join(sorted(form.words))}"
    if len(form.words) > 2:
        yield f"after the first {' '.join(form.words[1:])}"


def _start(given: str) -> str:
    """What a given name starts with; all vowels are one."""
    start = skeleton(one_name(given))[:1]
    return "a" if start in set("aeiou") else start


def organisation_keys(form: Form) -> Iterator[str]:
    """Blocks of an organisation: its words in English, sorted; and its first word with their number, for slips."""
    if form.is_bare:
        return
    words = english(form.words) or form.words
    yield " ".join(sorted(words))
    yield f"{words[0]} {len(words)}"


def join_defined(clusters: Clusters, forms: Sequence[Form]) -> None:
    """Join an acronym with the name that a document sets right beside it in brackets: the surest sign there is."""
    named = sorted(
        (mention.document, mention.start, mention.end, form.id) for form in forms for mention in form.mentions
    )
    by_id = {form.id: form for form in forms}
    for (document, _, end, left), (other, start, _, right) in pairwise(named):
        if document != other or start - end not in _BRACKET_GAP:
            continue
        one, two = by_id[left], by_id[right]
        short, long = (one, two) if is_acronym(one.name) else (two, one)
        if is_acronym(short.name) and not is_acronym(long.name) and _stands_for(short.name, long.name):
            clusters.join(one, two, because(one, two, f"set side by side in {document}, where one explains the other"))


def _stands_for(short: str, long: str) -> bool:
    return is_acronym_of(short, long) is not None or is_shortened(short, long)


def join_short(
    clusters: Clusters, forms: Sequence[Form], candidates: Callable[[Form], Sequence[Form]], what: str
) -> None:
    """Join each short name with the one cluster that can be meant: in its own document, else in the case."""
    for form in forms:
        meant = candidates(form)
        own = [one for one in meant if one.document == form.document]
        where = "its account" if own else "the case"
        chosen = _only_one(clusters, form, own or meant)
        if chosen is not None:
            clusters.join(chosen, form, because(chosen, form, f"the only {what} in {where} that it can be short for"))


def _only_one(clusters: Clusters, form: Form, meant: Sequence[Form]) -> Form | None:
    """The candidate of the one cluster that can be meant; where there are several, the one that shares a title."""
    roots = {clusters.root(one) for one in meant}
    if len(roots) > 1 and form.titles:
        roots = {root for root in roots if form.titles & clusters.titles(root)}
    if len(roots) != 1:
        return None
    return min((one for one in meant if clusters.root(one) in roots), key=lambda one: (-len(one.words), one.id))


class Surnames:
    """Full names by the words that can stand for them alone: in each document, and one for each name in the case."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._in_case: defaultdict[str, dict[str, Form]] = defaultdict(dict)
        self._spelt: defaultdict[str, dict[str, Form]] = defaultdict(dict)
        self._in_document: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
        self._by_given: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
        for form in forms:
            if form.is_bare:
                continue
            self._by_given[form.document, form.words[0]].append(form)
            for word in dict.fromkeys(form.words[1:]):
                self._in_case[word].setdefault(form.key, form)
                self._spelt[skeleton(one_name(word))].setdefault(form.key, form)
                self._in_document[form.document, word].append(form)

    def candidates(self, form: Form) -> Sequence[Form]:
        """Full names that a bare surname or two surnames can be short for; a given name only within its own document."""
        if not form.words:
            return ()
        own = [one for one in self._in_document.get((form.document, form.words[-1]), ()) if _is_tail(form, one)]
        bearers = self._bearers(form)
        if own and len(bearers) > 1 and not any(_is_named_before(one, form) for one in own):
            return ()
        named = own or [one for one in bearers.values() if _is_tail(form, one)]
        if own or not form.is_bare:
            return named
        return self._by_given.get((form.document, form.words[0]), ()) or named

    def _bearers(self, form: Form) -> Mapping[str, Form]:
        """Full names that hold the last word of a name, by it; of a name of several words however it is spelt."""
        exact = self._in_case.get(form.words[-1], {})
        return exact if form.is_bare else {**self._spelt.get(skeleton(one_name(form.words[-1])), {}), **exact}


def _is_named_before(full: Form, short: Form) -> bool:
    """Whether an account gives the name in full before it ever shortens it; who stands there by surname first is another's."""
    return full.mentions[0].start < short.mentions[-1].start


def _is_tail(short: Form, long: Form) -> bool:
    """Whether the short name's words end the long one, or are its first of two surnames; "Mora Jr." is short for no Mora Sr."""
    is_other_generation = bool(short.suffix and long.suffix) and short.suffix != long.suffix
    if len(short.words) >= len(long.words) or is_other_generation:
        return False
    return len(short.words) == 1 or is_tail(short.words, long.words)


class Organisations:
    """Full names of organisations, each once, by the letters and the words that can stand for them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_letters: defaultdict[str, list[Form]] = defaultdict(list)
        # By pairs of neighbouring words: one word ("police") is in too many names.
        self._by_words: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
        self._own: defaultdict[str, list[Form]] = defaultdict(list)
        seen: set[str] = set()
        for form in forms:
            if form.is_bare:
                continue
            self._own[form.document].append(form)
            if form.key in seen:
                continue
            seen.add(form.key)
            for key in sorted(letter_keys(form.name)):
                self._by_letters[key].append(form)
            for pair in dict.fromkeys(pairwise(english(form.words))):
                self._by_words[pair].append(form)

    def expansions(self, form: Form) -> Sequence[Form]:
        """Names that an acronym's letters fit, in its document or else the case; letters in the right order win."""
        known = [*self._own.get(form.document, ()), *self._by_letters.get(letters_of(form.name), ())]
        fitting = [one for one in known if is_acronym_of(form.name, one.name)]
        ordered = [one for one in fitting if is_acronym_of(form.name, one.name) == "ordered"]
        return ordered or fitting

    def longer(self, form: Form) -> Sequence[Form]:
        """Names that this one is short for: what it leaves out only says what kind of organisation it is."""
        words = english(form.words)
        if len(words) < 2:
            return ()
        known = [*self._own.get(form.document, ()), *self._by_words.get(words[:2], ())]
        return [one for one in known if one.key != form.key and _is_core(words, english(one.words))]


def _is_core(words: tuple[str, ...], more: tuple[str, ...]) -> bool:
    at = next((at for at in range(len(more) - len(words) + 1) if more[at : at + len(words)] == words), None)
    if at is None or len(words) == len(more):
        return False
    left = (*more[:at], *more[at + len(words) :])
    return all(word in KIND_WORDS or places.country(word) is not None for word in left)
