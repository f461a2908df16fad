// The anchors of a page's headings, as GitHub makes them.

/** A namer of one page's headings, in their order: of two that are equal the second gets a number. */
export function anchors(): (heading: string) => string {
  const taken = new Set<string>();
  return (heading) => {
    const name = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-');
    let anchor = name;
    for (let number = 1; taken.has(anchor); number++) anchor = `${name}-${number}`;
    taken.add(anchor);
    return anchor;
  };
}

/** The headings of a page, with their levels and anchors. */
export function headingsOf(markdown: string): { level: number; text: string; anchor: string }[] {
  const name = anchors();
  return [...markdown.replace(/^(```+)[^]*?^\1$/gm, '').matchAll(/^(#+) (.*)$/gm)].map(([, marks, text]) => ({
    level: marks!.length,
    text: text!,
    anchor: name(text!),
  }));
}
