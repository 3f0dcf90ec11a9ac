"""Spellings of one name that consonants alone do not tell: Muhammad is Mohamed and not Mahmoud, Aleksandr is Alexander.

Each row holds the common Latin spellings of one name, folded. The Arabic article before a surname is none of its words.
"""

from __future__ import annotations

from collections.abc import Mapping

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
# Given names with what they are shortened to; a short form of several names is each of theirs.
_SHORT = (
    "christopher chris", "christian chris", "christine chris", "robert bob rob bobby robbie", "william bill will billy willie", "james jim jimmy jamie",
    "michael mike mick", "david dave davey", "thomas tom tommy", "daniel dan danny", "joseph joe joey", "anthony tony", "nicholas nick nicky",
    "matthew matt", "steven steve", "stephen steve", "jeffrey jeff", "geoffrey geoff", "gregory greg", "kenneth ken kenny", "ronald ron ronnie",
    "donald don donnie", "benjamin ben benny", "samuel sam sammy", "samantha sam", "alexander alex", "alexandra alex", "patrick pat",
    "patricia pat patty tricia", "edward ed eddie ted", "frederick fred freddie", "charles charlie chuck", "richard rick dick richie ricky",
    "andrew andy drew", "timothy tim", "zachary zach zack", "jonathan jon", "john johnny jack", "joshua josh", "jacob jake", "lawrence larry",
    "leonard len lenny", "philip phil", "phillip phil", "peter pete", "raymond ray", "vincent vince", "walter walt", "gerald gerry jerry",
    "terence terry", "francis frank", "franklin frank", "bradley brad", "bradford brad", "douglas doug", "theodore ted theo", "nathaniel nate nathan",
    "katherine kate katie kathy", "catherine cathy kate", "elizabeth liz beth betty lizzie", "margaret maggie meg peggy", "susan sue susie",
    "jennifer jen jenny", "rebecca becky", "deborah debbie deb", "barbara barb", "kimberly kim", "victoria vicky", "jessica jess",
    "gabriel gabe", "francisco paco pancho", "jose pepe", "guadalupe lupe", "manuel manolo", "ignacio nacho", "enrique quique",
)  # fmt: skip
_LONG_OF: Mapping[str, frozenset[str]] = {
    short: frozenset(row.split()[0] for row in _SHORT if short in row.split()[1:])
    for short in {word for row in _SHORT for word in row.split()[1:]}
}
_NAME_OF = {spelling: row.split()[0] for row in _ROWS for spelling in row.split()}
ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "at", "az"})


def one_name(word: str) -> str:
    """A folded word as its name is spelt first; every other word as it is.

    >>> one_name("mohamed") == one_name("muhammad"), one_name("mahmoud"), one_name("tayeb") == one_name("tayyib")
    (True, 'mahmoud', True)
    """
    return _NAME_OF.get(word, word)


def is_short_for(short: str, name: str) -> bool:
    """Whether a folded given name is what another is called for short.

    >>> is_short_for("chris", "christopher"), is_short_for("bob", "robert"), is_short_for("ana", "anabel")
    (True, True, False)
    """
    return name in long_names(short)


def long_names(short: str) -> frozenset[str]:
    """The given names that a folded one is short for.

    >>> sorted(long_names("steve"))
    ['stephen', 'steven']
    """
    return _LONG_OF.get(short, frozenset())


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
