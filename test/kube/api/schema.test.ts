// The tables of types hang together. That they are what the generator makes of the OpenAPI descriptions is checked in .ci/run.
import { NEWER_FIELDS, SCHEMA } from '../../../lib/kube/api/schema';

test('every type that a field names is there, and none is out of reach', () => {
  const simple = ['string', 'bool', 'int32', 'int64', 'quantity', 'intOrString', 'time', 'bytes', 'any'];
  const named = new Set(['Job', 'CronJob', 'Deployment', 'Service', 'Secret', 'ConfigMap', 'Ingress']);
  for (const fields of Object.values<Record<string, string>>(SCHEMA)) {
    for (const notation of Object.values(fields)) named.add(notation.replace(/^map<(.*)>$/, '$1').replace(/\[\]$/, ''));
  }
  expect([...named].filter((name) => !simple.includes(name)).sort()).toEqual(Object.keys(SCHEMA).sort());
});

test('newer fields are of known types and not known themselves', () => {
  for (const [type, fields] of Object.entries(NEWER_FIELDS)) {
    expect(SCHEMA).toHaveProperty(type);
    for (const field of fields) expect(SCHEMA[type as keyof typeof SCHEMA]).not.toHaveProperty(field);
  }
});
