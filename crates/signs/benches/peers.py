#!/usr/bin/env python3
"""Runs `fenominal` and `FastHPOCR` on the English texts on which Ariane's reader is measured.

    pip install fenominal fasthpocr pronto
    python peers.py DATA [fenominal|fasthpocr]      # DATA holds hpo/hp.obo and text/{gsc_plus,id_68}/{ann,corpus}

Scoring is that of `cargo bench -p ariane-signs --bench reading`: micro-averaged, document level (the set of
terms of each document) and span level (exact place and term); retired ids are replaced by their successors;
marks whose id has none are left out. `fenominal` reads obographs JSON, which is written from the OBO here.
"""

import json
import pathlib
import re
import sys
import tempfile
import time


def read_obo(path):
    """Terms with names, synonyms, parents and earlier ids."""
    terms, term = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            term = {"syn": [], "is_a": [], "alt": [], "obsolete": False, "next": None} if line == "[Term]" else None
        elif term is not None and ": " in line:
            tag, value = line.split(": ", 1)
            if tag == "id":
                terms[value] = term
            elif tag == "name":
                term["name"] = value
            elif tag == "synonym":
                found = re.match(r'"((?:[^"\\]|\\.)*)" (EXACT|BROAD|NARROW|RELATED)', value)
                if found:
                    term["syn"].append((found.group(1).replace('\\"', '"'), found.group(2)))
            elif tag == "is_a":
                term["is_a"].append(value.split()[0])
            elif tag == "alt_id":
                term["alt"].append(value)
            elif tag == "is_obsolete":
                term["obsolete"] = value == "true"
            elif tag == "replaced_by":
                term["next"] = value.split()[0]
    return {i: t for i, t in terms.items() if i.startswith("HP:")}


def obographs(terms):
    """The same as obographs JSON."""
    uri = lambda i: "http://purl.obolibrary.org/obo/" + i.replace(":", "_")
    nodes, edges = [], []
    for i, t in terms.items():
        meta = {}
        if t["syn"]:
            meta["synonyms"] = [{"pred": f"has{s.capitalize()}Synonym", "val": v} for v, s in t["syn"]]
        if t["alt"]:
            meta["basicPropertyValues"] = [
                {"pred": "http://www.geneontology.org/formats/oboInOwl#hasAlternativeId", "val": a} for a in t["alt"]
            ]
        if t["obsolete"]:
            meta["deprecated"] = True
        nodes.append({"id": uri(i), "lbl": t.get("name", ""), "type": "CLASS", "meta": meta})
        edges += [{"sub": uri(i), "pred": "is_a", "obj": uri(p)} for p in t["is_a"]]
    base = "http://purl.obolibrary.org/obo/hp.json"
    return {"graphs": [{"id": base, "meta": {"version": base}, "nodes": nodes, "edges": edges}]}


class Codes:
    """What an id stands for today, and whether it is a sign."""

    def __init__(self, terms):
        self.terms = terms
        self.now = {a: i for i, t in terms.items() if not t["obsolete"] for a in t["alt"]}
        self.known = {}

    def resolve(self, code):
        if code in self.terms and not self.terms[code]["obsolete"]:
            return code
        return self.now.get(code) or self.terms.get(code, {}).get("next")

    def is_sign(self, code):
        if code not in self.known:
            self.known[code] = False
            parents = self.terms[code]["is_a"] if code in self.terms else []
            self.known[code] = any(p == "HP:0000118" or self.is_sign(p) for p in parents)
        return self.known[code]


def documents(folder):
    for path in sorted((folder / "ann").iterdir()):
        marks = []
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r"\[(\d+)::(\d+)\]\s+(HP_\d+)", line) or re.match(r"(\d+)\t(\d+)\t[^\t]*\t(HP:\d+)", line)
            if found:
                marks.append((int(found.group(1)), int(found.group(2)), found.group(3).replace("_", ":")))
        yield path.name, (folder / "corpus" / path.name).read_text(encoding="utf-8"), marks


def is_development(name):
    """As `measure::corpus::is_development`."""
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (value >> 17) & 1 == 0


def scores(right, wrong, missed):
    p = right / (right + wrong) if right + wrong else 0
    r = right / (right + missed) if right + missed else 0
    f = 2 * right / (2 * right + wrong + missed) if right else 0
    return f"P {p:.3f}  R {r:.3f}  F1 {f:.3f}"


def measure(name, annotate, data, codes):
    print(name)
    for corpus in ("gsc_plus", "id_68"):
        read, took = [], 0.0
        for document, text, marks in documents(data / "text" / corpus):
            start = time.perf_counter()
            found = annotate(text)
            took += time.perf_counter() - start
            clean = lambda all_: {(a, b, codes.resolve(c)) for a, b, c in all_ if codes.resolve(c)}
            read.append((document, clean(found), clean(marks)))
        for signs_only in (False, True):
            totals = {}
            for document, found, gold in read:
                if signs_only:
                    found = {m for m in found if codes.is_sign(m[2])}
                    gold = {m for m in gold if codes.is_sign(m[2])}
                for half in ("development half" if is_development(document) else "other half", "whole"):
                    for level, a, b in (("document", {m[2] for m in found}, {m[2] for m in gold}), ("span", found, gold)):
                        total = totals.setdefault((half, level), [0, 0, 0])
                        for i, n in enumerate((len(a & b), len(a - b), len(b - a))):
                            total[i] += n
            print(f" {corpus}, {len(read)} documents, {'signs only' if signs_only else 'all terms'}; {1000 * took / len(read):.2f} ms a document")
            for half in ("development half", "other half", "whole"):
                print(f"   {half:<17} document {scores(*totals[half, 'document'])} | span {scores(*totals[half, 'span'])}")


def quick_clusters():
    """FastHPOCR goes through all its 280,000 word clusters for each one; the same lists, made once."""
    from FastHPOCR.cr.CRIndexKB import CRIndexKB

    lists = {}

    def compile_cluster_list(_self, cluster, base):
        if not lists:
            for token, owner in base.items():
                lists.setdefault(owner, []).append(token)
        return list(lists.get(cluster, []))

    CRIndexKB.compileClusterList = compile_cluster_list


def main():
    data = pathlib.Path(sys.argv[1])
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    obo = data / "hpo" / "hp.obo"
    terms = read_obo(obo)
    codes = Codes(terms)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        try:
            if only == "fasthpocr":
                raise ImportError("not asked for")
            from fenominal import Fenominal

            (folder / "hp.json").write_text(json.dumps(obographs(terms)), encoding="utf-8")
            engine = Fenominal(str(folder / "hp.json"))

            def with_fenominal(text):
                hits = engine.map_text(text)
                hits = json.loads(hits) if isinstance(hits, str) else hits
                out = []
                for hit in hits:
                    get = (lambda *names: next(hit[n] for n in names if n in hit)) if isinstance(hit, dict) else (
                        lambda *names: next(getattr(hit, n) for n in names if hasattr(hit, n)))
                    span = get("span", "start")
                    start, end = (span["start"], span["end"]) if isinstance(span, dict) else (span, get("end"))
                    out.append((start, end, get("term_id", "termId", "id")))
                return out

            measure("fenominal", with_fenominal, data, codes)
        except ImportError as error:
            print("fenominal is not run:", error)
        try:
            if only == "fenominal":
                raise ImportError("not asked for")
            from FastHPOCR.HPOAnnotator import HPOAnnotator
            from FastHPOCR.IndexHPO import IndexHPO

            quick_clusters()
            IndexHPO(str(obo), str(folder)).index()
            annotator = HPOAnnotator(str(folder / "hp.index"))
            for longest in (False, True):
                measure(
                    f"FastHPOCR, longest match {'on' if longest else 'off'}",
                    lambda text: [(a.getStartOffset(), a.getEndOffset(), a.getHPOUri()) for a in annotator.annotate(text, longestMatch=longest)],
                    data,
                    codes,
                )
        except ImportError as error:
            print("FastHPOCR is not run:", error)


if __name__ == "__main__":
    main()
