// A table of text for terminals: columns as wide as they must be, the last one wrapped.

/** Rows of equally many cells; the first is the heading. */
export function table(rows: readonly (readonly string[])[], width: number): string {
  const columns = rows[0]!.length;
  const widths = Array.from({ length: columns - 1 }, (_, column) =>
    Math.min(44, Math.max(...rows.map((row) => row[column]!.length))),
  );
  const left = widths.reduce((sum, each) => sum + each + 2, 0);
  const lastWidth = Math.max(24, width - left);
  return rows
    .flatMap((row, index) => {
      const cells = row.map((cell, column) => wrap(cell, widths[column] ?? lastWidth));
      const height = Math.max(...cells.map((lines) => lines.length));
      const lines = Array.from({ length: height }, (_, line) =>
        cells
          .map((cell, column) => (cell[line] ?? '').padEnd((widths[column] ?? 0) + (column < columns - 1 ? 2 : 0)))
          .join('')
          .trimEnd(),
      );
      return index === 0 ? [...lines, '-'.repeat(Math.min(width, left + longest(rows)))] : lines;
    })
    .map((line) => `${line}\n`)
    .join('');
}

const longest = (rows: readonly (readonly string[])[]): number => Math.max(...rows.map((row) => row.at(-1)!.length));

/** Lines of at most `width` characters, broken at spaces where there are any. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, ' ');
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const end = space > 0 ? space : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
