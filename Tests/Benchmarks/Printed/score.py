#!/usr/bin/env python3
"""Compare what keikaku reads in the plans of make.py with what is true of them.

usage: score.py DIRECTORY [--keikaku PATH] [--form FORM]... [--list]

Prints a table in Markdown, a row for each way in which the plans come. An indicator is exact where its baseline, targets and
actuals have the right values and years; wrong where one of its values is not the plan's. --list names what differs.
"""
import argparse
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

FORMS = ["html", "pdf", "layout.txt", "raw.txt", "plain.txt"]


def key(text):
    return re.sub(r"[\s※]", "", unicodedata.normalize("NFKC", text or ""))


def figure(measurement):
    """The value as it is printed, and its year."""
    value, scale = measurement.get("value"), measurement.get("scale") or 1
    period = measurement.get("period") or {}
    return (None if value is None else value / scale), period.get("start_year"), measurement.get("raw")


def is_same(wanted, found):
    value, year = wanted
    if isinstance(value, str):
        return bool(found[2]) and year == found[1]
    return found[0] is not None and abs(value - found[0]) < 1e-6 * max(1, abs(value)) and year == found[1]


def are_same(wanted, found):
    found = [each for each in found if each[0] is not None or any(isinstance(value, str) for value, _ in wanted)]
    return len(wanted) == len(found) and all(map(is_same, wanted, found))


def is_wrong(wanted, found):
    return any(each[0] is not None and not any(is_same(pair, each) for pair in wanted) for each in found)


class Tally:
    """What was found of what a plan holds, by kind."""

    def __init__(self):
        self.counts = dict.fromkeys(
            ["indicators", "found", "exact", "wrong", "invented", "nodes", "nodes_found", "parents", "numbers", "actions", "actions_found", "owners"], 0)
        self.differences = []

    def note(self, *text):
        self.differences.append(" ".join(str(each) for each in text))

    def indicators(self, truth, document):
        names = {}
        for indicator in document["indicators"]:
            names.setdefault(key(indicator["name"]), []).append(indicator)
        for wanted in truth["indicators"]:
            self.counts["indicators"] += 1
            same = names.get(key(wanted["name"]))
            if not same:
                self.note("indicator missing:", wanted["name"])
                continue
            self.counts["found"] += 1
            found = same.pop(0)
            baseline = [figure(found["baseline"])] if found["baseline"] else []
            pairs = [([wanted["baseline"]] if wanted["baseline"] else [], [each for each in baseline if each[0] is not None])]
            pairs += [(wanted[role], [figure(each) for each in found[role]]) for role in ("targets", "actuals")]
            if all(are_same(*pair) for pair in pairs):
                self.counts["exact"] += 1
            else:
                self.counts["wrong"] += any(is_wrong(*pair) for pair in pairs)
                self.note("indicator differs:", wanted["name"], pairs)
        for rest in names.values():
            self.counts["invented"] += len(rest)
            for indicator in rest:
                self.note("indicator invented:", indicator["name"])

    def structure(self, truth, document):
        nodes = {node["id"]: node for node in document["nodes"]}
        titles = {}
        for node in document["nodes"]:
            titles.setdefault(key(node["title"]), node)
        for title, number, parent in truth["nodes"]:
            self.counts["nodes"] += 1
            found = titles.get(key(title))
            if not found:
                self.note("node missing:", number, title)
                continue
            above = nodes.get(found["parent_id"])
            is_below = key(above["title"]) == key(parent) if above and parent else above is None or above["kind"] in ("chapter", "section")
            self.counts["nodes_found"] += 1
            self.counts["parents"] += is_below
            self.counts["numbers"] += found["number"] == number
            if not is_below or found["number"] != number:
                self.note("node differs:", title, "is", found["number"], "below", above and above["title"])
        texts = {}
        for action in document["actions"]:
            texts.setdefault(key(action["text"]), []).append(nodes.get(action["node_id"]))
        for text, owner in truth["actions"]:
            self.counts["actions"] += 1
            owners = texts.get(key(text), [])
            self.counts["actions_found"] += bool(owners)
            right = next((node for node in owners if node and key(node["title"]) == key(owner)), None)
            self.counts["owners"] += right is not None
            if right is not None:
                owners.remove(right)
            else:
                self.note("action missing or elsewhere:", text, "below", owner)


def read(keikaku, path):
    run = subprocess.run([keikaku, "extract", path], capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{path}: keikaku ended with status {run.returncode}\n{run.stderr.decode()}")
    return json.loads(run.stdout)


def share(part, whole):
    return f"{part / whole:.3f}" if whole else "–"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("directory")
    parser.add_argument("--keikaku", default=".build/release/keikaku")
    parser.add_argument("--form", action="append", help="the end of the files' names; also those of convert.py")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    truths = sorted(glob.glob(os.path.join(options.directory, "*.json")))
    if not truths:
        sys.exit(f"{options.directory}: no plans; make.py makes them")
    print("| form | indicators | recall | exact | wrong | invented | nodes | recall | parent | number | actions | recall | owner |")
    print("|" + "---|" * 13)
    for form in options.form or FORMS:
        tally = Tally()
        paths = [truth[:-len("json")] + form for truth in truths]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            documents = list(pool.map(lambda path: read(options.keikaku, path), paths))
        for truth, document, path in zip(truths, documents, paths):
            with open(truth, encoding="utf-8") as file:
                wanted = json.load(file)
            seen = len(tally.differences)
            tally.indicators(wanted, document)
            tally.structure(wanted, document)
            if options.list:
                for difference in tally.differences[seen:]:
                    print(f"{path} ({wanted['form']}): {difference}", file=sys.stderr)
        count = tally.counts
        print(f"| {form} | {count['indicators']} | {share(count['found'], count['indicators'])} | {share(count['exact'], count['indicators'])} "
              f"| {count['wrong']} | {count['invented']} | {count['nodes']} | {share(count['nodes_found'], count['nodes'])} "
              f"| {share(count['parents'], count['nodes'])} | {share(count['numbers'], count['nodes'])} | {count['actions']} "
              f"| {share(count['actions_found'], count['actions'])} | {share(count['owners'], count['actions'])} |")


if __name__ == "__main__":
    main()
