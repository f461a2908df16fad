// Golden cases: <room>/cases/<behaviour>/ holds an input and what is expected of it, expected.yaml, problems.txt or both. A missing expectation
// fails, and so does a file that nothing reads; only UPDATE=1 writes.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of a case. */
export interface Case {
  /** The path of a file in it, by the whole name or its beginning (`input.`); undefined where there is none. */
  readonly file: (name: string) => string | undefined;
}

/** What comes of a case. */
export interface Outcome {
  /** The YAML; undefined when it is refused. */
  readonly yaml: string | undefined;
  /** Errors and warnings as they are printed; '' for none. */
  readonly problems: string;
}

/** A test for each case of a folder. */
export function goldens(folder: string, outcomeOf: (one: Case) => Outcome): void {
  test.each(readdirSync(folder).sort())('%s', (behaviour) => {
    const path = (name: string): string => join(folder, behaviour, name);
    const read = new Set<string>();
    const file = (name: string): string | undefined => {
      const found = readdirSync(path('')).find(
        (each) => each === name || (name.endsWith('.') && each.startsWith(name)),
      );
      if (found !== undefined) read.add(found);
      return found && path(found);
    };
    const { yaml, problems } = outcomeOf({ file });
    const outcome = { 'expected.yaml': yaml, 'problems.txt': problems === '' ? undefined : problems };
    for (const [name, actual] of Object.entries(outcome)) {
      if (process.env.UPDATE === '1') {
        rmSync(path(name), { force: true });
        if (actual !== undefined) writeFileSync(path(name), actual);
      }
      const expected = existsSync(path(name)) ? readFileSync(path(name), 'utf8') : undefined;
      expect({ file: name, text: actual }).toEqual({ file: name, text: expected });
      read.add(name);
    }
    expect(readdirSync(path('')).filter((each) => !read.has(each))).toEqual([]);
  });
}
