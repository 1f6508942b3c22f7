#!/usr/bin/env python3
"""Learns the second stage of the ranking and fits its probabilities.

    pip install lightgbm numpy scipy
    cargo bench -p ariane-ranking --bench ranking -- training /tmp/table
    python3 train.py trees /tmp/table ../weights
    cargo bench -p ariane-ranking --bench ranking -- fit /tmp/fit.tsv
    python3 train.py calibration /tmp/fit.tsv ../weights

Everything is learned twice: where annotations alone are known, and where published cases of other
publications are. `trees` writes the trees of all publications and, for cross-validation, those without each fold; the
temperature and the score of "none of these" are fitted on rankings by trees that had not seen the
publication. `calibration` adds slope and offset of the log-odds for the three stated probabilities.
"""
import math
import sys

import lightgbm as lgb
import numpy as np
from scipy.optimize import minimize

FOLDS = 4
HEAD, SAMPLE = 25, 35
KNOWN = ["annotations", "cases"]
# Part of the queries of each lesson that is learned from. A publication that is left out leaves the right disorder
# more thinly annotated than it is for a patient, and one that others describe with persons is likelier in this set
# than anywhere: trees that know nothing else lean on both.
LESSONS = {"annotations": {"left out": 1.0, "as is": 0.3}, "cases": {"left out": 1.0, "unmet": 0.25}}
ROUNDS = 260
PARAMETERS = dict(
    objective="lambdarank", learning_rate=0.06, num_leaves=15, min_data_in_leaf=60, lambda_l2=5,
    lambdarank_truncation_level=12, feature_fraction=0.5, bagging_fraction=0.7, bagging_freq=1, max_bin=127,
    label_gain=[0, 1], verbose=-1, num_threads=1, seed=7, deterministic=True,
)


def read(prefix):
    queries = [line.rstrip("\n").split("\t") for line in open(prefix + ".tsv")]
    numbers = np.fromfile(prefix + ".f32", dtype="<f4")
    sizes = np.array([int(q[2]) for q in queries])
    numbers = numbers.reshape(sizes.sum(), -1)
    return queries, numbers, np.concatenate([[0], np.cumsum(sizes)])


def learn(queries, numbers, starts, known, without):
    """Trees of all queries of one kind of knowledge but those of one fold: of each query the head and a sample
    of the rest, so that the place in the first stage says nothing about being right beyond what it does for all."""
    random, lot = np.random.RandomState(3), np.random.RandomState(4)
    rows, sizes, labels = [], [], []
    for i, (fold, _, count, right, _, _, world, lesson) in enumerate(queries):
        count, right = int(count), int(right)
        if world != known or int(fold) == without or right < 0 or lot.rand() >= LESSONS[known].get(lesson, 0):
            continue
        sample = random.choice(count, min(SAMPLE, count), replace=False).tolist()
        kept = sorted(set(range(min(HEAD, count))) | {right} | set(sample))
        rows.append(starts[i] + np.array(kept))
        labels.extend(int(k == right) for k in kept)
        sizes.append(len(kept))
    data = lgb.Dataset(numbers[np.concatenate(rows)], label=np.array(labels), group=sizes)
    return lgb.train(PARAMETERS, data, ROUNDS)


def written(booster, count):
    lines = [str(count)]
    for tree in booster.dump_model()["tree_info"]:
        nodes, leaves = [], []

        def place(node):
            if "leaf_value" in node:
                leaves.append(f"{node['leaf_value']:.5g}")
                return -len(leaves)
            at = len(nodes)
            nodes.append(None)
            missing = {"NaN": "l" if node["default_left"] else "r"}.get(node["missing_type"], "z")
            left, right = place(node["left_child"]), place(node["right_child"])
            nodes[at] = f"{node['split_feature']}:{float(np.float32(node['threshold'])):.6g}:{missing}:{left}:{right}"
            return at

        place(tree["tree_structure"])
        lines.append(" ".join(nodes) + "|" + " ".join(leaves))
    return "\n".join(lines) + "\n"


def fit_softmax(scored):
    """Temperature and score of "none of these" by maximum likelihood; `scored` holds (scores, right or -1)."""

    def loss(x):
        temperature, none = math.exp(x[0]), x[1]
        total = 0.0
        for scores, right in scored:
            z = np.append(scores, none) / temperature
            z -= z.max()
            total -= z[right if right >= 0 else len(scores)] - math.log(np.exp(z).sum())
        return total / len(scored)

    best = minimize(loss, [0.0, 0.0], method="Nelder-Mead")
    return math.exp(best.x[0]), best.x[1]


def trees(prefix, target):
    queries, numbers, starts = read(prefix)
    for known in KNOWN:
        one_kind(queries, numbers, starts, known, f"{target}/{known}")


def one_kind(queries, numbers, starts, known, target):
    count = numbers.shape[1]
    scored, papers = [], {}
    for fold in range(FOLDS):
        booster = learn(queries, numbers, starts, known, fold)
        open(f"{target}/trees-without-{fold}.txt", "w").write(written(booster, count))
        for i, q in enumerate(queries):
            if q[6] == known and int(q[0]) == fold and q[1] == "all signs" and q[7] == "left out":
                scores, right = booster.predict(numbers[starts[i]:starts[i + 1]]), int(q[3])
                scored.append((scores, right))
                papers.setdefault(q[4], []).append(1 + (scores > scores[right]).sum() if right >= 0 else 999)
        print(f"{known}: fold {fold} learned", flush=True)
    open(f"{target}/trees.txt", "w").write(written(learn(queries, numbers, starts, known, -1), count))
    temperature, none = fit_softmax(scored)
    line = f"x {temperature:.5g} {none:.5g} 1 0 1 0 1 0\n"
    open(f"{target}/calibration.txt", "w").write(line * (FOLDS + 1))
    print("%s, all signs, per paper, publications not seen: top-1 %.3f top-10 %.3f" % (
        known, *(np.mean([np.mean([r <= k for r in ranks]) for ranks in papers.values()]) for k in (1, 10))))


def logit(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def fit_line(p, happened):
    x = logit(p)

    def loss(w):
        z = w[0] * x + w[1]
        return np.mean(np.logaddexp(0, z) - happened * z)

    return minimize(loss, [1.0, 0.0], method="Nelder-Mead").x


def calibration(path, target):
    rows = [line.split("\t") for line in open(path)]
    for known in KNOWN:
        kept = [r for r in rows if r[0] == known]
        if kept:
            calibrate(kept, f"{target}/{known}")


def calibrate(rows, target):
    fold, which = (np.array([int(r[i]) for r in rows]) for i in (1, 2))
    value, happened = (np.array([float(r[i]) for r in rows]) for i in (3, 4))
    first = open(f"{target}/calibration.txt").readline().split()
    lines = []
    for without in [-1, *range(FOLDS)]:
        parts = []
        for kind in range(3):
            kept = (which == kind) & (fold != without)
            slope, offset = fit_line(value[kept], happened[kept])
            parts.append(f"{slope:.5g} {offset:.5g}")
        name = "full" if without < 0 else f"without-{without}"
        lines.append(f"{name} {first[1]} {first[2]} " + " ".join(parts))
    open(f"{target}/calibration.txt", "w").write("\n".join(lines) + "\n")


if __name__ == "__main__":
    {"trees": trees, "calibration": calibration}[sys.argv[1]](sys.argv[2], sys.argv[3])
