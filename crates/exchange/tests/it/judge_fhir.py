"""FHIR bundles as the classes of `fhir.resources` read them (R4B: of what we write, R4 says the same)."""

import json
import sys

from fhir.resources.R4B.bundle import Bundle


def judged(bundle, number):
    try:
        read = Bundle.model_validate(bundle)
    except Exception as fault:  # Whatever it raises is its judgement.
        return [f"{number}: {str(fault)[:2000]}"]
    first = read.entry[0].resource
    if first.get_resource_type() != "Composition":
        return [f"{number}: a document begins with its composition"]
    return []


def main():
    given = json.load(sys.stdin)
    faults = [fault for n, one in enumerate(given["bundles"]) for fault in judged(one, n)]
    broken = sum(1 for n, one in enumerate(given["broken"]) if judged(one, n))
    print(json.dumps({"read": len(given["bundles"]), "faults": faults, "broken": broken}))


if __name__ == "__main__":
    main()
