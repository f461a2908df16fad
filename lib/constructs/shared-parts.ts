// Which parts of some data are those of other data, and not copies of them.

/** The lists and maps of `source` that stand in `data` too; of those inside each other the outermost. `data` has an end. */
export function sharedParts(source: unknown, data: unknown): readonly object[] {
  const given = new Set<object>();
  visit(source, (part) => !given.has(part) && given.add(part).size > 0);
  const shared: object[] = [];
  visit(data, (part) => {
    if (!given.has(part)) return true;
    shared.push(part);
    return false;
  });
  return shared;
}

/** Lists and maps from outside in, where `enter` says yes. */
function visit(value: unknown, enter: (part: object) => boolean): void {
  if (typeof value !== 'object' || value === null || !enter(value)) return;
  if (Array.isArray(value)) for (const item of value) visit(item, enter);
  else for (const key of Object.keys(value)) visit((value as Readonly<Record<string, unknown>>)[key], enter);
}
