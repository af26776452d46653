"""Holds a SARIF log against the standard's schema, and against what the schema cannot say.

usage: judge_sarif.py SCHEMA LOG [+] RULE...
With +, other rules may have fired too.
"""

import json
import sys
import urllib.parse

import jsonschema


def main(schema, log, expected):
    document = json.load(open(log, encoding="utf-8"))
    jsonschema.Draft7Validator(json.load(open(schema, encoding="utf-8"))).validate(document)
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    fired = {result["ruleId"] for result in run["results"]}
    if expected[0] == "+":
        assert fired >= set(expected[1:]), f"not fired: {set(expected[1:]) - fired}"
    else:
        assert fired == set(expected), f"fired and not expected, or the other way: {fired ^ set(expected)}"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["help"]["markdown"] and rule["help"]["text"] and rule["shortDescription"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert not urllib.parse.urlparse(uri).scheme and not uri.startswith("/"), uri
            # Code scanning wants each place to be one it can show.
            open(urllib.parse.unquote(uri), encoding="utf-8").close()
    prints = [result["partialFingerprints"]["flowdrift/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints), "two results share a fingerprint"
    return len(run["results"])


if __name__ == "__main__":
    print(main(sys.argv[1], sys.argv[2], sys.argv[3:]), "results")
