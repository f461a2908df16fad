// env and envFrom: environment variables of a container, as text or by reference.
// https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
import type * as k8s from '../../kube/api/written';
import { at, type At } from '../../report/place';
import { didYouMean } from '../../report/suggest';
import type { Container } from '../model/container';
import type { EnvValue } from '../model/env';
import type { Context } from './context';
import { keyReference, parseReference, placeOfName, resolveName } from './reference';

type EnvVar = k8s.EnvVar;
type EnvVarSource = k8s.EnvVarSource;
type EnvFromSource = k8s.EnvFromSource;

/** The variables in the order written. */
export function renderEnv(env: NonNullable<Container['env']>, place: At, context: Context): readonly EnvVar[] {
  const list = Object.keys(env).map((name) => renderVariable(name, env[name]!, at(place, name), context));
  return context.origins.keep(list, place, '*');
}

function renderVariable(name: string, given: EnvValue, place: At, context: Context): EnvVar {
  if (typeof given === 'object') {
    const { value: text, valueFrom } = given;
    if (text === undefined && valueFrom === undefined)
      context.report.error(place, 'required', 'expected { value } or { valueFrom }');
    return context.origins.keep(
      { name, ...(text === undefined ? {} : { value: text }), ...(valueFrom === undefined ? {} : { valueFrom }) },
      place,
      { name: [] },
    );
  }
  const value = String(given);
  const source = sourceOf(value, place, context);
  if (source === 'broken') return context.origins.keep({ name }, place, '*');
  return context.origins.keep(source === undefined ? { name, value } : { name, valueFrom: source }, place, '*');
}

function sourceOf(text: string, place: At, context: Context): EnvVarSource | 'broken' | undefined {
  if (!text.includes(':/')) return undefined;
  const reference = keyReference(text, place, context, true);
  if (reference === 'broken') return 'broken';
  if (reference !== undefined) {
    const { kind, name, key, named } = reference;
    const source = context.origins.keep({ name, key }, place, { name: named, key: [] });
    return kind === 'secret' ? { secretKeyRef: source } : { configMapKeyRef: source };
  }
  const field = parseReference(text, ['fieldref', 'resource']);
  if (field === undefined) return literal(text, place, context);
  const divisor = field.scheme === 'resource' ? field.options.get('divisor') : undefined;
  if (field.options.size > (divisor === undefined ? 0 : 1)) {
    const form = field.scheme === 'resource' ? 'resource://<resource>?divisor=<quantity>' : 'fieldref://<field>';
    context.report.error(place, 'bad-reference', `expected ${form}, without other options`, { value: text });
    return 'broken';
  }
  if (field.scheme === 'fieldref') return { fieldRef: { fieldPath: field.rest } };
  return { resourceFieldRef: { resource: field.rest, ...(divisor === undefined ? {} : { divisor }) } };
}

/** Text, also where a reference seems to be meant: one inside a text, or one that is not spelled right. */
function literal(text: string, place: At, { report }: Context): undefined {
  const found = /(?:^|\$\{)(secret|config-?map|fieldref|resource)(?:s|-?ref)?:\/(\/?)/i.exec(text);
  if (found === null) return undefined;
  const scheme = found[1]!.toLowerCase().replace('-', '');
  const form = `${scheme}://…`;
  if (found.index === 0 && !text.startsWith(`${scheme}://`)) {
    const meant = `${scheme}://${text.slice(found[0].length).replace(/^\/+/, '')}`;
    report.warning(place, 'suspicious', `is taken as text: a reference is written ${form}`, {
      hint: `${didYouMean(meant)} For plain text write { value: "…" }`,
    });
    return undefined;
  }
  report.warning(place, 'suspicious', `is taken as text: only a whole value ${form} is a reference`, {
    hint: 'For a reference inside a text give it a variable of its own, A, and write $(A); for plain text write { value: "…" }',
  });
  return undefined;
}

/** Whole Secrets and ConfigMaps as variables. */
export function renderEnvFrom(
  list: NonNullable<Container['envFrom']>,
  place: At,
  context: Context,
): readonly EnvFromSource[] {
  const sources: EnvFromSource[] = [];
  list.forEach((item, index) => {
    const where = at(place, index);
    const { from, prefix } = typeof item === 'string' ? { from: item, prefix: undefined } : item;
    const textPlace = typeof item === 'string' ? where : at(where, 'from');
    if (typeof from !== 'string') return;
    const reference = parseReference(from, ['secret', 'configmap']);
    if (
      reference === undefined ||
      reference.rest.includes('/') ||
      reference.rest === '' ||
      reference.options.size > 0
    ) {
      context.report.error(textPlace, 'bad-reference', 'expected secret://<name> or configmap://<name>', {
        value: from,
      });
      return;
    }
    const { scheme, rest } = reference;
    const ref = context.origins.keep({ name: resolveName(scheme, rest, context) }, textPlace, {
      name: placeOfName(scheme, rest, textPlace, context),
    });
    const source = scheme === 'secret' ? { secretRef: ref } : { configMapRef: ref };
    sources.push(context.origins.keep(prefix === undefined ? source : { prefix, ...source }, where));
  });
  return sources;
}
