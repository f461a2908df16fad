// Which of the server's rules some objects reach: the calls of field.Invalid, field.Required … in its Go files, held against what Go's coverage
// counts of them.

/** A file of the server: its import path and its text. */
export interface GoFile {
  readonly path: string;
  readonly text: string;
}

/** Where the server finds fault. */
export interface Site {
  readonly path: string;
  readonly line: number;
  /** The function that it is in. */
  readonly func: string;
  /** The line, without indentation. */
  readonly text: string;
  readonly reached: boolean;
  /** Only a request that is no create asks for it (see `rulesOf`). */
  readonly elsewhere: boolean;
}

interface Func {
  readonly name: string;
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

interface Block {
  readonly from: readonly [line: number, column: number];
  readonly to: readonly [line: number, column: number];
  readonly count: number;
}

const CALL =
  /\bfield\.(?:Duplicate|Forbidden|InternalError|Invalid|NotFound|NotSupported|Required|Too\w+|TypeInvalid)\b[[(]/;

/** What `go tool covdata textfmt` writes, by the import path of a file: `path:12.3,14.5 2 0`. */
export function blocksOf(profile: string): Map<string, Block[]> {
  const blocks = new Map<string, Block[]>();
  for (const line of profile.split('\n')) {
    const found = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) \d+ (\d+)$/.exec(line);
    if (found === null) continue;
    const [a, b, c, d, count] = found.slice(2).map(Number) as [number, number, number, number, number];
    const path = found[1]!;
    if (!blocks.has(path)) blocks.set(path, []);
    blocks.get(path)!.push({ from: [a, b], to: [c, d], count });
  }
  return blocks;
}

/**
 * The rules of the files. Those of updates and of statuses that a create drops are told by a function that was never entered: its name has Update
 * or Status in it, or only such functions mention it.
 */
export function rulesOf(files: readonly GoFile[], profile: string): Site[] {
  const blocks = blocksOf(profile);
  const found = files.map(({ path, text }) => ({ path, lines: text.split('\n') }));
  const funcs = found.flatMap(({ path, lines }) => functionsOf(path, lines));
  const entered = (func: Func): boolean =>
    (blocks.get(func.path) ?? []).some(({ from, count }) => from[0] >= func.first && from[0] <= func.last && count > 0);
  const elsewhere = othersOf(
    funcs.filter((func) => !entered(func)),
    mentionsOf(found, funcs),
  );
  return found.flatMap(({ path, lines }) => {
    const here = funcs.filter((func) => func.path === path);
    return lines.flatMap((line, index): Site[] => {
      const column = line.search(CALL) + 1;
      if (column === 0 || line.trim().startsWith('//')) return [];
      const func = here.find(({ first, last }) => first <= index + 1 && index + 1 <= last);
      const place = [index + 1, column] as const;
      const around = (blocks.get(path) ?? []).filter(({ from, to }) => before(from, place) && before(place, to));
      // The innermost: that which begins last.
      const block = around.reduce<Block | undefined>(
        (a, b) => (a === undefined || before(a.from, b.from) ? b : a),
        undefined,
      );
      return [
        {
          path,
          line: index + 1,
          func: func?.name ?? '',
          text: line.trim(),
          reached: (block?.count ?? 0) > 0,
          elsewhere: func !== undefined && elsewhere.has(func),
        },
      ];
    });
  });
}

const before = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);

/** As gofmt leaves them: `func` and the closing brace stand at the margin. */
function functionsOf(path: string, lines: readonly string[]): Func[] {
  return lines.flatMap((line, index) => {
    const name = /^func (?:\([^)]*\) )?(\w+)/.exec(line)?.[1];
    if (name === undefined) return [];
    const length = line.endsWith('}') ? 0 : lines.slice(index).findIndex((each) => each.startsWith('}'));
    return [{ name, path, first: index + 1, last: index + 1 + length }];
  });
}

/** Who mentions a name; undefined stands for what is outside of functions. */
function mentionsOf(
  files: readonly { path: string; lines: readonly string[] }[],
  funcs: readonly Func[],
): Map<string, Set<Func | undefined>> {
  const mentions = new Map<string, Set<Func | undefined>>(funcs.map(({ name }) => [name, new Set()]));
  for (const { path, lines } of files) {
    const here = funcs.filter((func) => func.path === path);
    lines.forEach((line, index) => {
      if (line.trim().startsWith('//')) return;
      const func = here.find(({ first, last }) => first <= index + 1 && index + 1 <= last);
      for (const [word] of line.matchAll(/\w+/g)) if (word !== func?.name) mentions.get(word)?.add(func);
    });
  }
  return mentions;
}

function othersOf(idle: readonly Func[], mentions: ReadonlyMap<string, ReadonlySet<Func | undefined>>): Set<Func> {
  const others = new Set(idle.filter(({ name }) => /Update|Status/.test(name)));
  for (let size = -1; size !== others.size;) {
    size = others.size;
    for (const func of idle) {
      const by = [...mentions.get(func.name)!];
      if (by.length > 0 && by.every((each) => each !== undefined && others.has(each))) others.add(func);
    }
  }
  return others;
}
