"""Spellings of one name that consonants alone do not tell: Muhammad is Mohamed and not Mahmoud, Aleksandr is Alexander.

Each row holds the common Latin spellings of one name, folded. The Arabic article before a surname is none of its words.
"""

from __future__ import annotations

_ROWS = (
    "muhammad mohammed mohamed mohammad muhammed mohamad muhamad mohamet muhamed",
    "aleksandr alexander alexandr aleksander oleksandr alexandre",
    "alexandra aleksandra oleksandra",
    "aleksei alexei alexey aleksey alexej oleksiy",
    "yusuf youssef yousef yousuf yussuf yosef yusef jusuf youssouf",
    "hussein husayn hossein hussain husein hussien hosein husain",
    "ahmed ahmad achmed ahmet",
    "abdullah abdallah abdulla abdalla",
    "omar umar omer",
    "osama usama oussama",
    "khaled khalid halid",
    "ibrahim ebrahim ibraheem brahim",
    "hasan hassan hassane",
    "said saeed sayeed saied",
    "rahman rahmaan rehman",
    "salih saleh salah saalih",
    "tayyib tayeb tayyeb tayib taieb tayyab",
    "hamid hameed hamed",
    "rashid rasheed rachid",
    "jamal gamal djamal jamaal",
    "suleiman sulayman soliman sulaiman suleyman solayman",
    "mustafa mostafa moustafa mustapha mostapha",
    "yasir yasser yassir",
    "nikolai nikolay nikolaj nicolai",
    "dmitri dmitry dmitriy dimitri dmitrii",
    "yevgeny evgeny evgeni yevgeni evgenii eugeny",
    "andrei andrey andrej",
    "sergei sergey sergej serguei serhiy",
    "mikhail mihail michail mykhailo",
    "vasily vasili vassily vasiliy vasyl",
    "yuri yury iouri jurij yuriy",
    "ivan iwan",
    "chernov tchernov tschernow cernov",
    "ziad ziyad zeyad",
    "tariq tarek tarik tareq",
    "faisal faysal feisal",
    "gholam ghulam golam",
)
_NAME_OF = {spelling: row.split()[0] for row in _ROWS for spelling in row.split()}
ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "at", "az"})


def one_name(word: str) -> str:
    """A folded word as its name is spelt first; every other word as it is.

    >>> one_name("mohamed") == one_name("muhammad"), one_name("mahmoud"), one_name("tayeb") == one_name("tayyib")
    (True, 'mahmoud', True)
    """
    return _NAME_OF.get(word, word)


def are_two_names(one: str, other: str) -> bool:
    """Whether two words are known to be different names, however alike.

    >>> are_two_names("alexander", "alexandra"), are_two_names("alexander", "aleksandr"), are_two_names("alexander", "alejandro")
    (True, False, False)
    """
    return one in _NAME_OF and other in _NAME_OF and _NAME_OF[one] != _NAME_OF[other]


def without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a full name without the Arabic articles behind the first.

    >>> without_articles(("omar", "al", "tayyib")), without_articles(("al", "sisi")), without_articles(("omar", "al"))
    (('omar', 'tayyib'), ('al', 'sisi'), ('omar', 'al'))
    """
    kept = (words[:1]) + tuple(word for word in words[1:-1] if word not in ARTICLES) + words[1:][-1:]
    return kept if len(words) > 2 else words
