"""The same planted texts read by named peers.

    cargo bench -p ariane-deidentify --bench recall -- --dump planted.jsonl
    pip install scrubadub presidio-analyzer
    python peers.py planted.jsonl

`scrubadub` with its default detectors; `presidio-analyzer` with its pattern recognisers only, since its models of
language are not on the package index: the comparison says nothing of Presidio with a model.
"""
import collections
import json
import re
import sys


def scrubadub_spans():
    """Default detectors of scrubadub."""
    import scrubadub

    scrubber = scrubadub.Scrubber()
    return lambda text, language: [(f.beg, f.end) for f in scrubber.iter_filth(text)]


def presidio_spans():
    """Pattern recognisers of Presidio, each called by itself: no model of language is loaded."""
    from presidio_analyzer import RecognizerRegistry

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    recognizers = [r for r in registry.recognizers if "Pattern" in str(type(r).__mro__) or "Phone" in r.name]

    def spans(text, language):
        out = []
        for recognizer in recognizers:
            try:
                out += [(r.start, r.end) for r in recognizer.analyze(text, recognizer.supported_entities, None) or []]
            except Exception:  # noqa: BLE001  (a recogniser that needs a model is left out)
                continue
        return out

    return spans


def measure(name, spans, texts):
    """Prints recall by kind, counted as benches/recall counts it: every word of an identifier covered."""
    rows = collections.defaultdict(lambda: [0, 0])
    for item in texts:
        found = spans(item["text"], item["language"])
        for start, end, kind in item["identifiers"]:
            words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\w{2,}", item["text"][start:end])]
            hit = all(any(b <= s and e <= f for b, f in found) for s, e in words)
            for row in (kind, "structured" if kind in ("date", "phone", "mail", "web", "number") else "free text"):
                rows[row][0] += hit
                rows[row][1] += 1
    for row, (hit, total) in sorted(rows.items()):
        print(f"{name:<10} {row:<12} {hit:>5} of {total:>5} {100 * hit / total:6.2f} %")


def main():
    """Reads the planted texts and asks each peer that is installed."""
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    for name, make in (("scrubadub", scrubadub_spans), ("presidio", presidio_spans)):
        try:
            spans = make()
        except Exception as error:  # noqa: BLE001
            print(f"{name}: not measured ({type(error).__name__})")
            continue
        measure(name, spans, texts)


if __name__ == "__main__":
    main()
