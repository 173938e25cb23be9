#!/usr/bin/env python3
"""Compile vocabulary.csv into VocabularyData.swift, so that the program is one file. A test compares the two."""
import os

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "vocabulary.csv"), encoding="utf-8") as file:
    lines = file.read().replace("\\", "\\\\").splitlines()
with open(os.path.join(here, "VocabularyData.swift"), "w", encoding="utf-8") as file:
    file.write("// Made by make_vocabulary.py from vocabulary.csv. Do not edit.\n\nenum VocabularyData {\n")
    file.write('  static let csv: StaticString = """\n')
    file.writelines(f"    {line}\n" for line in lines)
    file.write('    """\n}\n')
