"""Reads a JUnit report with a parser from PyPI, and verifies the report's counts.

usage: judge_junit.py REPORT
"""

import sys

import junitparser


def main(report):
    suites = junitparser.JUnitXml.fromfile(report)
    counted = (suites.tests, suites.failures, suites.errors, suites.skipped)
    suites.update_statistics()
    assert counted == (suites.tests, suites.failures, suites.errors, suites.skipped), counted
    cases = [case for suite in suites for case in suite]
    assert len({(case.classname, case.name) for case in cases}) == len(cases), "two cases share a name"
    assert all(len(case.result) <= 1 for case in cases)
    return counted


if __name__ == "__main__":
    print("%d cases, %d failures, %d errors, %d skipped" % main(sys.argv[1]))
