from __future__ import annotations

import pytest

from sayso.codebook.checking import checked, weak_points
from sayso.codebook.loading import source
from sayso.codebook.shape import WEIGHED_BY
from sayso.errors import CodebookError
from sayso.fusion.weigh import FEATURES

SMALL = """\
name: small
title: Small
version: "1"
language: en
extraction:
  blocks: [paragraph]
  event_types:
    attack: {triggers: {verbs: [attack]}}
  slots:
    killed: {kind: figure, counts: people, object_of: [kill]}
  groups:
    guards: [guard]
fusion:
  default_rule: own
  event_types: {attack: attack}
  parts: {}
  slots:
    killed: {display: Killed, question: "How many were killed?", family: count}
  groups:
    guards: {display: guards}
  checks:
    - {name: sum, kind: sum, whole: killed, parts: ["killed[guards]"]}
  rules:
    own: {title: Ours, follows: own, covers: ["*"], best: weigh, bounds: fitting, says: It weighs.}
"""


def _faults(raw: str) -> str:
    with pytest.raises(CodebookError) as caught:
        checked(raw.encode(), "x.yaml")
    return str(caught.value)


def test_a_codebook_that_holds_together_has_no_faults():
    codebook, tree = checked(SMALL.encode(), "x.yaml")
    assert codebook.name == tree["name"] == "small"
    assert weak_points(SMALL.encode(), "x.yaml") == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kind: figure", "kind: number", "line 10: extraction.slots.killed.kind: input should be"),
        ("title: Small\n", "", "line 1: title: is missing"),
        ("object_of", "objects_of", "line 10: extraction.slots.killed.objects_of: is no key of a codebook"),
        ("family: count", "family: no", "put quotes around a bare yes or no"),
        ("default_rule: own", "default_rule: other", "line 14: fusion.default_rule: 'other' is none of the rules"),
        ('["killed[guards]"]', '["killed[cats]"]', "line 22: fusion.checks.0: 'cats' is no group"),
        ("whole: killed", "whole: hurt", "'hurt' is no slot"),
        ("whole: killed, ", "", "needs a `whole`"),
        (
            '["killed[guards]"]',
            '["killed[guards"]',
            "line 22: fusion.checks.0: 'killed[guards' is no term; expected slot or slot[group]",
        ),
        ("kind: sum", "kind: duration", "fusion.checks.0: a check of kind duration needs 2 or more `parts`, found 1"),
        ("kind: sum,", "kind: sum, part: nave,", "line 22: fusion.checks.0.part: 'nave' is no part of any event type"),
        (
            "{display: guards}",
            "{display: guards, apart: [cats]}",
            "line 20: fusion.groups.guards.apart: 'cats' is no group",
        ),
        (
            "{display: guards}",
            "{display: guards, within: [guards]}",
            "fusion.groups.guards: is a circle: 'guards' within 'guards'",
        ),
        (
            "says: It weighs.}",
            "says: It weighs, weights: {roots: 1}}",
            "fusion.rules.own.weights: 'roots' is nothing to weigh by; expected origins",
        ),
        ("counts: people", "counts: people, part: nave", "extraction.slots.killed.part: 'nave' is no part"),
        ("best: weigh, ", "", "line 24: fusion.rules.own.best: is missing"),
        ("[paragraph]", "[chapter]", "'chapter' is no kind of block"),
        ("blocks: [paragraph]", "blocks: [paragraph", "not YAML"),
        (SMALL, "", "expected keys such as name"),
        (SMALL, "- a\n- b", "found list"),
    ],
)
def test_a_fault_is_told_with_line_and_key(old, new, says):
    assert says in _faults(SMALL.replace(old, new, 1))


def test_what_a_rule_may_weigh_by_is_what_fusion_weighs():
    assert {*WEIGHED_BY} == {*FEATURES, "margin"}


def test_a_circle_of_groups_is_told_once_with_its_way():
    groups = "groups:\n    guards: {display: guards, within: [staff]}\n    staff: {display: staff, within: [guards]}\n"
    told = _faults(SMALL.replace("groups:\n    guards: {display: guards}\n", groups))
    assert told.count("circle") == 1
    assert "line 20: fusion.groups.guards: is a circle: 'guards' within 'staff' within 'guards'" in told


def test_rules_that_lack_their_default_are_refused():
    rules = SMALL[SMALL.index("  rules:\n") :]
    assert "'own' is none of the rules: there are none" in _faults(SMALL.replace(rules, "  rules: {}\n"))
    assert "fusion.default_rule: is missing" in _faults(SMALL.replace("  default_rule: own\n", ""))


def test_many_faults_come_together():
    told = _faults(SMALL.replace("kind: figure", "kind: number").replace("family: count", "family: tale"))
    assert "line 10" in told
    assert "line 18" in told


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(CodebookError):
        checked(b"\xff\xfe\x00\x81", "x.yaml")


def test_what_has_no_form_is_a_weak_point_and_no_fault():
    raw = SMALL.replace("event_types: {attack: attack}", "event_types: {}").encode()
    assert "'attack' has no name under fusion.event_types" in weak_points(raw, "x.yaml")


def test_the_packaged_codebook_lacks_nothing():
    raw, where = source()
    assert weak_points(raw, where) == ""
