"""Phenopackets as the classes of the schema read them, and what the auditors of phenosentry say.

The auditors ask the Human Phenotype Ontology. It is not shipped: a small one with the terms of the tests stands in for it, in the
form in which the real one is published.
"""

import json
import sys
import tempfile

import hpotk
from google.protobuf.json_format import ParseDict, ParseError
from phenopackets.schema.v2 import Family, Phenopacket
from phenosentry.auditor.phenopacket import (
    AnnotationInconsistencyAuditor,
    DeprecatedTermIdAuditor,
    ExcludedAnnotationPropagationAuditor,
    HpoTermIsDefinedAuditor,
    NoUnwantedCharactersAuditor,
    PhenotypicAbnormalityAuditor,
    PresentAnnotationPropagationAuditor,
)
from stairval.notepad import create_notepad

OBO = "http://purl.obolibrary.org/obo/"
# term: label, parent
TERMS = {
    "HP_0000001": ("All", None),
    "HP_0000118": ("Phenotypic abnormality", "HP_0000001"),
    "HP_0000518": ("Cataract", "HP_0000118"),
    "HP_0000526": ("Aniridia", "HP_0000118"),
    "HP_0001250": ("Seizure", "HP_0000118"),
    "HP_0012393": ("Allergy", "HP_0000118"),
}


def ontology():
    nodes = [
        {
            "id": OBO + term,
            "lbl": label,
            "type": "CLASS",
            "meta": {"basicPropertyValues": []},
        }
        for term, (label, _) in TERMS.items()
    ]
    edges = [
        {"sub": OBO + term, "pred": "is_a", "obj": OBO + parent}
        for term, (_, parent) in TERMS.items()
        if parent
    ]
    version = OBO + "hp/releases/2026-10-01/hp.json"
    graph = {"id": OBO + "hp.json", "meta": {"version": version}, "nodes": nodes, "edges": edges}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"graphs": [graph]}, file)
        file.flush()
        return hpotk.load_minimal_ontology(file.name)


def main():
    given = json.load(sys.stdin)
    hpo = ontology()
    auditors = [NoUnwantedCharactersAuditor.no_whitespace()] + [
        auditor(hpo)
        for auditor in (
            HpoTermIsDefinedAuditor,
            DeprecatedTermIdAuditor,
            PhenotypicAbnormalityAuditor,
            PresentAnnotationPropagationAuditor,
            ExcludedAnnotationPropagationAuditor,
            AnnotationInconsistencyAuditor,
        )
    ]

    def judged(value, number):
        kind = Family if "pedigree" in value else Phenopacket
        try:
            # Unknown fields are refused.
            message = ParseDict(value, kind())
        except (ParseError, ValueError) as fault:
            return [f"{number}: {fault}"]
        packet = message.proband if kind is Family else message
        faults = []
        for needed in ("id", "subject", "meta_data"):
            if not getattr(packet, needed):
                faults.append(f"{number}: {needed} is missing")
        # Every prefix in use is declared, as the schema's documentation asks.
        declared = {one.namespace_prefix for one in packet.meta_data.resources}
        used = {name.split(":")[0] for name in curies(value)}
        if used - declared:
            faults.append(f"{number}: {sorted(used - declared)} not declared")
        for auditor in auditors:
            pad = create_notepad(auditor.id())
            auditor.audit(packet, pad)
            if pad.has_errors_or_warnings(include_subsections=True):
                faults.append(f"{number}: {auditor.id()}: {[str(i) for i in pad.errors_and_warnings()]}")
        return faults

    faults = [fault for n, one in enumerate(given["phenopackets"]) for fault in judged(one, n)]
    broken = sum(1 for n, one in enumerate(given["broken"]) if judged(one, n))
    print(json.dumps({"read": len(given["phenopackets"]), "faults": faults, "broken": broken}))


def curies(value):
    if isinstance(value, dict):
        if {"id", "label"} == set(value) and ":" in value["id"]:
            yield value["id"]
        if "valueId" in value:
            yield value["valueId"]
        for inner in value.values():
            yield from curies(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from curies(inner)


if __name__ == "__main__":
    main()
