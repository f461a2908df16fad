// What moves on the page: the lines between the cards, drawn again when the layout changes, and those of one card when it is looked at.
export const SCRIPT = `
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const card = (id) => document.getElementById('n' + id);
  const draw = (panel) => {
    const columns = panel.querySelector('.columns');
    const svg = panel.querySelector('.edges');
    const origin = columns.getBoundingClientRect();
    svg.replaceChildren();
    const edges = JSON.parse(panel.dataset.edges);
    const boxes = edges.map(([from, to]) => [card(from).getBoundingClientRect(), card(to).getBoundingClientRect()]);
    const sides = boxes.map(([a, b]) =>
      a.left === b.left ? ['left', 'left'] : a.left < b.left ? ['right', 'left'] : ['left', 'right'],
    );
    // Lines of one side of a card are spread over it, in the order of their other ends, so that they do not cross.
    const ends = new Map();
    edges.forEach((edge, index) => {
      for (const end of [0, 1]) {
        const key = edge[end] + sides[index][end];
        const other = boxes[index][1 - end];
        ends.set(key, [...(ends.get(key) || []), { index, end, y: other.top + other.height / 2 }]);
      }
    });
    for (const list of ends.values()) list.sort((a, b) => a.y - b.y || a.index - b.index);
    edges.forEach(([from, to, style, label], index) => {
      const [sideA, sideB] = sides[index];
      const point = (end) => {
        const box = boxes[index][end];
        const side = sides[index][end];
        const list = ends.get(edges[index][end] + side);
        const nth = list.findIndex((each) => each.index === index && each.end === end) + 1;
        return [(side === 'right' ? box.right : box.left) - origin.left, box.top - origin.top + (box.height * nth) / (list.length + 1)];
      };
      const [x1, y1] = point(0);
      const [x2, y2] = point(1);
      const bend = Math.max(24, Math.min(90, Math.abs(x2 - x1) / 2));
      const out = (side) => (side === 'right' ? bend : -bend);
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('d', 'M' + x1 + ',' + y1 + ' C' + (x1 + out(sideA)) + ',' + y1 + ' ' + (x2 + out(sideB)) + ',' + y2 + ' ' + x2 + ',' + y2);
      path.setAttribute('class', style);
      path.dataset.from = from;
      path.dataset.to = to;
      const title = document.createElementNS(SVG, 'title');
      title.textContent = label;
      path.append(title);
      svg.append(path);
    });
  };
  const focus = (panel, id) => {
    const columns = panel.querySelector('.columns');
    const svg = panel.querySelector('.edges');
    columns.classList.toggle('focus', id !== undefined);
    svg.classList.toggle('focus', id !== undefined);
    for (const each of panel.querySelectorAll('.on')) each.classList.remove('on');
    if (id === undefined) return;
    card(id).classList.add('on');
    for (const path of svg.children) {
      if (path.dataset.from !== id && path.dataset.to !== id) continue;
      path.classList.add('on');
      card(path.dataset.from).classList.add('on');
      card(path.dataset.to).classList.add('on');
    }
  };
  for (const panel of document.querySelectorAll('.panel')) {
    new ResizeObserver(() => draw(panel)).observe(panel);
    const linked = (id) => JSON.parse(panel.dataset.edges).some(([from, to]) => String(from) === id || String(to) === id);
    for (const each of panel.querySelectorAll('.card')) {
      const id = each.id.slice(1);
      if (!linked(id)) continue;
      each.addEventListener('mouseenter', () => focus(panel, id));
      each.addEventListener('mouseleave', () => focus(panel, undefined));
      each.addEventListener('focus', () => focus(panel, id));
      each.addEventListener('blur', () => focus(panel, undefined));
    }
  }
})();
`;
