// The pieces of a Mermaid drawing.
import type { Problem } from '../report/problem';

/** Mermaid's own entities, so that no name can end the text or begin markup. */
export const escape = (text: string): string =>
  text.replace(/[^\w ./:\-\n]/gu, (character) => `#${character.codePointAt(0)};`).replaceAll('\n', '<br/>');

const errorsIn = (problems: readonly Problem[]): number =>
  problems.filter(({ severity }) => severity === 'error').length;

/** `2 errors`, `warning`; nothing where nothing is wrong. */
export function trouble(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const errors = errorsIn(problems);
  return [errors > 0 ? `${errors} error${errors > 1 ? 's' : ''}` : 'warning'];
}

/** The class of a node. */
export function styleOf(problems: readonly Problem[], missing: boolean): string {
  if (missing) return ':::missing';
  return problems.length === 0 ? '' : errorsIn(problems) > 0 ? ':::error' : ':::warning';
}

export const CLASSES = [
  '  classDef missing stroke-dasharray: 4 4',
  '  classDef warning stroke:#b7791f,stroke-width:2px',
  '  classDef error stroke:#c53030,stroke-width:3px',
];
