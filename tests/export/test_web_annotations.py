from __future__ import annotations

import json

from sayso.export import web_annotations
from sayso.model import Claim, from_row


def test_positions_and_quotes_find_the_same_words(exported, case):
    texts = {one.id: one for one in case.documents}
    for item in json.loads(exported(web_annotations.write)[0])["items"]:
        target = item["target"]
        document = texts[target["sayso:document"]]
        position, quote = target["selector"]
        assert document.text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in document.text
        assert target["sayso:textSha256"] == document.text_sha256


def test_the_page_is_one_of_the_standard(exported, case):
    page = json.loads(exported(web_annotations.write)[0])
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert {item["type"] for item in page["items"]} == {"Annotation"}
    assert len({item["id"] for item in page["items"]}) == case.view.count("claims")


def test_the_last_body_is_the_claim_itself(exported, case):
    page = json.loads(exported(web_annotations.write)[0])
    for item, claim in zip(page["items"], case.claims, strict=True):
        told = from_row(Claim, json.loads(item["body"][-1]["value"]))
        assert (told.id, told.value, told.attribution) == (claim.id, claim.value, claim.attribution)
