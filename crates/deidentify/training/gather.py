"""Gathers what the model of names is trained on into a directory that is never committed.

Names come from the locale providers of Faker (PyPI, MIT licence); ordinary words from our own interface texts and
Faker's dummy texts;
clinical words from the official files that an operator imports (Orphanet CC BY 4.0, HPO), read at training time.

    pip install Faker
    python gather.py OUT --data "$ARIANE_TEST_DATA" --locales ../../../locales
    cargo run --release -p ariane-deidentify --example train_names -- OUT
"""
import argparse
import csv
import importlib
import json
import pathlib
import re
import zipfile

from faker import providers

LOCALES = ["fr_FR", "fr_BE", "fr_CH", "fr_CA", "de_DE", "de_AT", "de_CH", "de_LU", "en_GB", "en_US", "en_IE", "en_IN",
           "pt_PT", "pt_BR", "it_IT", "es_ES", "nl_NL", "nl_BE", "pl_PL", "ro_RO", "hr_HR", "sl_SI", "cs_CZ", "hu_HU",
           "sv_SE", "no_NO", "da_DK", "fi_FI", "tr_TR", "sk_SK", "et_EE", "lt_LT", "lv_LV", "az_AZ"]


def names():
    """Given and family names of every locale, one spelling each."""
    given, family = set(), set()
    for locale in LOCALES:
        if not (pathlib.Path(providers.__file__).parent / "person" / locale).is_dir():
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            target = given if attribute.startswith("first_name") else family if attribute.startswith("last_name") else None
            if target is None:
                continue
            values = getattr(provider, attribute)
            if isinstance(values, (tuple, list, dict)):
                target.update(v.strip() for v in values if isinstance(v, str) and re.fullmatch(r"[^\W\d_][\w' \-]{1,}", v))
    return sorted(given), sorted(family)


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def our_texts(locales, language):
    """Sentences of the interface, without markup and placeables."""
    for file in sorted((locales / language).glob("*.ftl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or not line.strip():
                continue
            text = line.split("=", 1)[-1] if re.match(r"^[a-z.\-]", line.strip()) and "=" in line else line
            text = re.sub(r"\{[^}]*\}|<[^>]*>|\*?\[[^\]]*\]|[{}]", " ", text).strip()
            if len(text.split()) > 1:
                yield text


def common_words(language):
    """Everyday words and trades that Faker keeps for its dummy texts, a dozen a line."""
    locales = {"fr": ["fr_FR"], "de": ["de_DE", "de_AT"], "en": ["en_US", "en_GB"], "pt": ["pt_PT", "pt_BR"]}.get(language, [])
    words = set()
    for kind, attributes in (("lorem", ("word_list",)), ("job", ("jobs", "jobs_male", "jobs_female"))):
        for locale in locales:
            if not (pathlib.Path(providers.__file__).parent / kind / locale).is_dir():
                continue
            provider = importlib.import_module(f"faker.providers.{kind}.{locale}").Provider
            if provider.__dict__.keys().isdisjoint(attributes):
                continue
            for attribute in attributes:
                words.update(w for w in provider.__dict__.get(attribute, ()) if isinstance(w, str))
    words = {w for w in words if "consectetur" not in words}
    ordered = sorted(words, key=lambda w: (hash_of(w), w))
    for start in range(0, len(ordered), 12):
        yield " ".join(ordered[start:start + 12])


def hash_of(word):
    """An order that is none of the alphabet and the same every time."""
    return sum((i + 1) * ord(c) * 2654435761 for i, c in enumerate(word)) % 65521


def clinical(data, language):
    """Names of disorders and signs in one language, definitions where they exist."""
    if language == "en":
        for line in (data / "hpo/hp.obo").read_text(encoding="utf-8").splitlines():
            if line.startswith("name: "):
                yield line[6:]
            elif line.startswith(("def: ", "synonym: ")):
                yield line.split('"')[1]
        with zipfile.ZipFile(data / "orphanet/orphapacket-2025-12.zip") as archive:
            for member in archive.namelist():
                if member.endswith(".json"):
                    packet = json.loads(archive.read(member)).get("Orphapacket", {})
                    yield packet.get("Label", "")
                    for section in packet.get("TextAuto", {}) , packet.get("TextSection", {}):
                        if isinstance(section, dict):
                            yield str(section.get("TextSection", section).get("Contents", "") if isinstance(section.get("TextSection", section), dict) else "")
        return
    table = data / f"hpo/hp-{language}.babelon.tsv"
    if table.exists():
        with table.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row.get("translation_status") != "NOT_TRANSLATED" and row.get("translation_value"):
                    yield row["translation_value"]
    for pack in sorted((data / "orphanet").glob(f"*_{language.upper()}_*.zip")):
        with zipfile.ZipFile(pack) as archive:
            for member in archive.namelist():
                if member.endswith(".xml") and "nomenclature" in member.lower():
                    text = archive.read(member)
                    text = text.decode("utf-8" if b"UTF-8" in text[:100].upper() else "iso-8859-1")
                    yield from re.findall(r"<(?:Name|Synonym)[^>]*>([^<]+)<", text)


def main():
    """Writes given.txt, family.txt, ordinary-*.txt and clinical-*.txt."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--locales", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    given, family = names()
    write(options.out / "given.txt", given)
    write(options.out / "family.txt", family)
    for language in ("fr", "de", "en", "pt", "lb"):
        write(options.out / f"ordinary-{language}.txt", list(our_texts(options.locales, language)) + 2 * list(common_words(language)))
        texts = [" ".join(t.split()) for t in clinical(options.data, language)] if language != "lb" else []
        write(options.out / f"clinical-{language}.txt", sorted({t for t in texts if t}))
    print(f"{len(given)} given names, {len(family)} family names")


if __name__ == "__main__":
    main()
