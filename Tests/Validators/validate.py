"""Opens a dataset folder with the programs it is made for, and fails where one of them finds fault.

Usage: validate.py DATASET SCHEMA    (the packages of requirements.txt must be there)
"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas
import rdflib


def run(*command, cwd):
    """Runs a validator that is installed beside this Python; its words are shown only when it fails."""
    program = Path(sys.executable).with_name(command[0])
    result = subprocess.run([program, *command[1:]], cwd=cwd, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {result.returncode}\n{result.stdout}\n{result.stderr}")
    return result.stdout


def check(condition, message):
    if not condition:
        sys.exit(message)


def packaged_tables(folder):
    """The tables that datapackage.json declares: name, field types and keys."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


def check_pandas(folder, tables):
    types = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "str"}
    counts = {}
    for name, resource in tables.items():
        columns = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
        frame = pandas.read_csv(folder / resource["path"], dtype=columns, keep_default_na=False, na_values={
            column: [""] for column, kind in columns.items() if kind != "str"})
        check(list(frame.columns) == list(columns), f"pandas: columns of {name}")
        check(not frame.duplicated(resource["schema"]["primaryKey"]).any(), f"pandas: a key of {name} stands twice")
        counts[name] = len(frame)
    return counts


def check_database(folder, counts):
    database = sqlite3.connect(f"file:{folder / 'plans.sqlite'}?mode=ro", uri=True)
    check(database.execute("pragma foreign_key_check").fetchall() == [], "SQLite: foreign keys")
    check(database.execute("pragma integrity_check").fetchall() == [("ok",)], "SQLite: integrity")
    for name, count in counts.items():
        found = database.execute(f'select count(*) from "{name}"').fetchone()[0]
        check(found == count, f"SQLite: {name} has {found} rows, its CSV {count}")
    indicators = database.execute("select count(*) from indicator_overview").fetchone()[0]
    check(indicators == counts["indicators"], "SQLite: indicator_overview has not one row an indicator")
    scanned = database.execute("select count(*) from search where instr(text, '観光') > 0").fetchone()[0]
    found = database.execute("select count(*) from search where search match '\"観光\"'").fetchone()[0]
    check(found == scanned, f"SQLite: the search finds 観光 {found} times, a scan {scanned} times")
    database.close()


def check_datasette(folder):
    queries = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["databases"]["plans"]["queries"]
    pages = ["/plans/indicators.json?_labels=on&_size=1", "/plans/indicator_overview.json?_size=1", "/plans"]
    pages += [f"/plans/{name}.json?q=%E8%A6%B3%E5%85%89&code=POP_TOTAL" for name in queries]
    for page in pages:
        answer = run("datasette", "plans.sqlite", "-m", "metadata.json", "--get", page, cwd=folder)
        if page.startswith("/plans/"):
            check(json.loads(answer).get("ok", True), f"datasette: {page}")


def check_duckdb(folder, tables, counts):
    connection = duckdb.connect()
    os.chdir(folder)
    connection.execute(Path("load.sql").read_text(encoding="utf-8"))
    for name, resource in tables.items():
        rows = connection.sql(f"select * from 'tables/{name}.parquet'")
        check(len(rows.fetchall()) == counts[name], f"duckdb: rows of {name}")
        check(rows.columns == [field["name"] for field in resource["schema"]["fields"]], f"duckdb: columns of {name}")
    types = connection.sql("describe select municipality_code from 'tables/plans.parquet'").fetchall()
    check(types[0][1] == "VARCHAR", "duckdb: the municipality's code is no text")


def check_linked_data(folder):
    graph = rdflib.Graph().parse(folder / "dataset.jsonld", format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    datasets = list(graph.subjects(rdflib.RDF.type, schema.Dataset))
    check(len(datasets) == 1, "rdflib: not one schema.org Dataset")
    for name in ["name", "description", "distribution", "variableMeasured"]:
        check(list(graph.objects(datasets[0], schema[name])), f"rdflib: the Dataset has no {name}")


def main():
    source, schema = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "dataset"
        shutil.copytree(source, folder)
        tables = packaged_tables(folder)
        counts = check_pandas(folder, tables)
        run("frictionless", "validate", "datapackage.json", cwd=folder)
        run("csvwvalidate", "-v", "csv-metadata.json", cwd=folder)
        documents = sorted(str(path) for path in (folder / "documents").glob("*.json"))
        run("check-jsonschema", "--check-metaschema", str(schema), cwd=folder)
        if documents:
            run("check-jsonschema", "--schemafile", str(schema), *documents, cwd=folder)
        check_database(folder, counts)
        check_datasette(folder)
        check_duckdb(folder, tables, counts)
        check_linked_data(folder)
    print(f"{source}: {len(counts)} tables with {sum(counts.values())} rows hold in every format")


if __name__ == "__main__":
    main()
