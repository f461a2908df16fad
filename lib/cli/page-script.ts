// What moves on the page: groups, rows and their drawings are made when they are looked at, so that a thousand workloads open at once. Names come in as
// text, never as markup.
export const SCRIPT = `
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const text = (place) => data.texts[place];
const element = (name, properties, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key.includes('-') || key === 'role') made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
};
const drawn = (name, properties, ...children) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(properties)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const counted = (number, word) => number + ' ' + word + (number === 1 ? '' : 's');
const later = (work) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, 120);
  };
};

// The model.
const nodes = data.nodes.map(([kind, name, namespace, column, missing, origin, facts, problems, errors, warnings], id) => ({
  id, kind: text(kind), name: text(name), namespace: text(namespace), column: data.columns[column], missing: missing === 1, origin: text(origin),
  facts: facts.map(text), problems, errors, warnings, lines: [],
}));
for (const [from, to, label] of data.edges) {
  const line = { from: nodes[from], to: nodes[to], label: text(label) };
  line.from.lines.push(line);
  line.to.lines.push(line);
}
const sum = (list, value) => list.reduce((total, each) => total + value(each), 0);
const items = data.items.map((ids, index) => {
  const own = ids.map((id) => nodes[id]);
  const item = { index, nodes: own, errors: sum(own, (node) => node.errors), warnings: sum(own, (node) => node.warnings) };
  for (const node of own) node.item = item;
  return item;
});
for (const id of data.shared) nodes[id].shared = true;
const isWorkload = (node) => node.column === 'workload' && !node.missing;
const neighbours = (node) => [...new Set(node.lines.map(({ from, to }) => (from === node ? to : from)))];
const otherOf = ({ from, to }, node) => (from === node ? to : from);
const linesOf = (node, label) => node.lines.filter((line) => line.label === label);
// The shared things that a node uses, or that are about it, each once with what it is to it; of a shared account also what it may do.
const chipsOf = (node) => {
  if (node.chips !== undefined) return node.chips;
  const found = new Map();
  const meet = (other, label) => {
    if (other.item === node.item) return;
    const labels = found.get(other) || [];
    if (!labels.includes(label)) found.set(other, [...labels, label]);
  };
  for (const line of node.lines) if (otherOf(line, node).shared) meet(otherOf(line, node), line.label);
  for (const { to } of linesOf(node, 'runs as'))
    for (const { from } of linesOf(to, 'gives to')) for (const { to: role } of linesOf(from, 'gives')) meet(role, 'may');
  return (node.chips = [...found].map(([other, labels]) => ({ node: other, labels })));
};
const titleOf = (item) => {
  const names = item.nodes.filter(isWorkload).map(({ name }) => name);
  if (names.length === 0) return item.nodes[0].name;
  return names.length > 4 ? names.slice(0, 3).join(', ') + ' and ' + (names.length - 3) + ' more' : names.join(', ');
};
const stateOf = ({ errors, warnings }) => (errors > 0 ? 'error' : warnings > 0 ? 'warning' : '');
const searched = (item) =>
  (item.searched ??= item.nodes
    .flatMap((node) => [node.kind + ' ' + node.namespace + '/' + node.name, node.origin, ...node.facts, ...chipsOf(node).map(({ node: { kind, name } }) => kind + ' ' + name),
      ...node.problems.map((place) => text(data.problems[place][1]))])
    .join(' ')
    .toLowerCase());

// What the reader has chosen.
const SMALL = 24;
const STEP = 50;
const state = { words: [], kind: '', problems: false, uses: undefined, grouping: data.chosen, open: new Set(), groups: new Map(), limits: new Map() };
if (items.length <= SMALL) for (const item of items) state.open.add(item);
const filtered = () => state.words.length > 0 || state.kind !== '' || state.problems || state.uses !== undefined;
const fits = (item) =>
  (!state.problems || item.errors + item.warnings > 0) &&
  (state.kind === '' || item.nodes.some(({ kind, missing }) => kind === state.kind && !missing)) &&
  (state.uses === undefined || item === state.uses.item || item.nodes.some((node) => neighbours(node).includes(state.uses) || chipsOf(node).some((each) => each.node === state.uses))) &&
  state.words.every((word) => searched(item).includes(word));
const groupsNow = () => {
  const groups = new Map();
  const { names } = data.groupings[state.grouping];
  for (const item of items) {
    if (!fits(item)) continue;
    const name = text(names[item.index]);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1)).map(([name, list]) => ({ name, list }));
};
const isOpen = ({ name }, all) => state.groups.get(name) ?? (all.length === 1 || filtered() || items.length <= 60);

// The pieces.
const badges = ({ errors, warnings }) => [
  ...(errors > 0 ? [element('span', { className: 'badge error' }, counted(errors, 'error'))] : []),
  ...(warnings > 0 ? [element('span', { className: 'badge warning' }, counted(warnings, 'warning'))] : []),
];
const chip = ({ node, labels }) => {
  const made = element('button', { type: 'button', className: ['chip', node.column, node.missing ? 'missing' : '', stateOf(node)].join(' '),
    title: labels.join(', ') + ' · ' + 'beside ' + counted(neighbours(node).length, 'object') + (node.missing ? ' · not in the input' : '') + ': show them' },
    element('span', { className: 'chip-kind' }, node.kind + ' '), node.name);
  made.addEventListener('click', () => {
    state.uses = node;
    state.groups.clear();
    show();
    document.querySelector('.token').focus();
  });
  return made;
};
const problemsOf = (node) =>
  element('ul', { className: 'problems' }, ...node.problems.map((place) => {
    const [isError, message, hint, where] = data.problems[place];
    return element('li', { className: isError ? 'error' : 'warning' }, element('b', {}, text(message)),
      text(hint) === '' ? undefined : element('span', {}, text(hint)), element('small', {}, text(where)));
  }));
const card = (node) => {
  // The row of a single one has said its kind and name.
  const alone = node.item.nodes.length === 1;
  const place = [alone ? node.namespace : '', node.missing ? 'not in the input' : node.origin].filter(Boolean).join(' · ');
  const chips = chipsOf(node);
  const uses = node.lines.filter(({ from, to }) => from === node && to.item === node.item);
  const made = element('article', { className: ['card', node.column, node.missing ? 'missing' : '', stateOf(node)].join(' '), id: 'n' + node.id },
    ...(alone ? [] : [
      element('p', { className: 'kind' }, node.kind, node.namespace === '' ? undefined : element('span', { className: 'namespace' }, node.namespace)),
      element('h4', {}, node.name),
    ]),
    ...node.facts.map((fact) => element('p', { className: 'fact' }, fact)),
    element('p', { className: 'origin' }, place));
  if (uses.length > 0)
    made.append(element('ul', { className: 'uses' }, ...uses.map(({ to, label }) => element('li', {}, label + ' → ' + to.kind + ' ' + to.name))));
  if (node.shared) {
    const all = chip({ node, labels: ['shared'] });
    all.replaceChildren('show the ' + counted(neighbours(node).length, 'object') + ' beside it');
    made.append(element('p', { className: 'chips' }, all));
  }
  if (chips.length > 0) made.append(element('ul', { className: 'chips' }, ...chips.map((each) => element('li', {}, each.labels.join(', ') + ' ', chip(each)))));
  if (node.problems.length > 0) made.append(problemsOf(node));
  return made;
};

// The drawing of an item: columns from left to right, and lines between them.
const COLUMNS = [['route'], ['service', 'policy'], ['workload'], ['config']];
const headingOf = (column, inside) => {
  if (column !== 1) return ['Routes', '', 'Workloads', 'Configuration'][column];
  const policies = inside.filter((node) => node.column === 'policy').length;
  return policies === 0 ? 'Services' : policies === inside.length ? 'Policies' : 'Services and policies';
};
const STYLES = { scales: 'policy', 'keeps running': 'policy', isolates: 'policy', 'routes to': 'route', 'attached to': 'route', selects: 'select', env: 'env', volume: 'volume' };
const inOrder = (inside, all) => {
  const place = new Map(all.filter(isWorkload).map((node, index) => [node, index]));
  const rankOf = (node) => {
    const near = neighbours(node).flatMap((each) => place.get(each) ?? []);
    return near.length === 0 ? Infinity : sum(near, (each) => each) / near.length;
  };
  const ranks = new Map(inside.map((node) => [node, place.get(node) ?? rankOf(node)]));
  return [...inside].sort((a, b) => (ranks.get(a) === ranks.get(b) ? a.id - b.id : ranks.get(a) - ranks.get(b)));
};
const drawing = (item) => {
  if (item.nodes.length === 1) return card(item.nodes[0]);
  const columns = COLUMNS.flatMap((names, index) => {
    const inside = item.nodes.filter(({ column }) => names.includes(column));
    if (inside.length === 0) return [];
    return [element('div', { className: 'column' }, element('p', { className: 'heading' }, headingOf(index, inside)), ...inOrder(inside, item.nodes).map(card))];
  });
  const svg = drawn('svg', { class: 'edges', 'aria-hidden': 'true' });
  const made = element('div', { className: 'columns c' + columns.length }, svg, ...columns);
  const lines = item.nodes.flatMap((node) => node.lines.filter(({ from, to }) => from === node && to.item === item));
  if (lines.length === 0) return made;
  new ResizeObserver(() => drawLines(made, svg, lines)).observe(made);
  const focus = (id) => {
    made.classList.toggle('focus', id !== undefined);
    for (const each of made.querySelectorAll('.on')) each.classList.remove('on');
    if (id === undefined) return;
    document.getElementById(id).classList.add('on');
    for (const path of svg.children) {
      if (path.dataset.from !== id && path.dataset.to !== id) continue;
      for (const each of [path, document.getElementById(path.dataset.from), document.getElementById(path.dataset.to)]) each.classList.add('on');
    }
  };
  for (const { from, to } of lines) {
    for (const { id } of [from, to]) {
      const each = made.querySelector('#n' + id);
      each.onmouseenter = () => focus(each.id);
      each.onmouseleave = () => focus(undefined);
    }
  }
  return made;
};
const drawLines = (columns, svg, lines) => {
  const origin = columns.getBoundingClientRect();
  const boxOf = (node) => document.getElementById('n' + node.id).getBoundingClientRect();
  const boxes = lines.map(({ from, to }) => [boxOf(from), boxOf(to)]);
  const sides = boxes.map(([a, b]) => (a.left === b.left ? ['left', 'left'] : a.left < b.left ? ['right', 'left'] : ['left', 'right']));
  // Lines of one side of a card are spread over it, in the order of their other ends, so that they do not cross.
  const ends = new Map();
  const keyOf = (index, end) => (end === 0 ? lines[index].from.id : lines[index].to.id) + sides[index][end];
  lines.forEach((line, index) => {
    for (const end of [0, 1]) {
      const other = boxes[index][1 - end];
      const key = keyOf(index, end);
      if (!ends.has(key)) ends.set(key, []);
      ends.get(key).push({ index, end, y: other.top + other.height / 2 });
    }
  });
  for (const list of ends.values()) list.sort((a, b) => a.y - b.y || a.index - b.index);
  const bendOut = (side, bend) => (side === 'right' ? bend : -bend);
  svg.replaceChildren(...lines.map(({ from, to, label }, index) => {
    const point = (end) => {
      const box = boxes[index][end];
      const list = ends.get(keyOf(index, end));
      const nth = list.findIndex((each) => each.index === index && each.end === end) + 1;
      return [(sides[index][end] === 'right' ? box.right : box.left) - origin.left, box.top - origin.top + (box.height * nth) / (list.length + 1)];
    };
    const [[x1, y1], [x2, y2]] = [point(0), point(1)];
    const bend = x1 === x2 ? 18 : Math.max(24, Math.min(90, Math.abs(x2 - x1) / 2));
    const [c1, c2] = [x1 + bendOut(sides[index][0], bend), x2 + bendOut(sides[index][1], bend)];
    const title = drawn('title', {}, label);
    return drawn('path', { d: 'M' + x1 + ',' + y1 + ' C' + c1 + ',' + y1 + ' ' + c2 + ',' + y2 + ' ' + x2 + ',' + y2,
      class: STYLES[label] || 'other', 'data-from': 'n' + from.id, 'data-to': 'n' + to.id }, title);
  }));
};

// A row: what it is in a line, and its drawing when it is opened.
const companyOf = (item) => {
  const kinds = new Map();
  for (const node of item.nodes.slice(1)) if (!isWorkload(node)) kinds.set(node.kind, (kinds.get(node.kind) || 0) + 1);
  return [...kinds].map(([kind, number]) => (number === 1 ? kind : kind + ' ×' + number)).join(', ');
};
const CHIPS = 6;
const lineOf = (item) => {
  const [head] = item.nodes;
  const chips = new Map(item.nodes.flatMap((node) => chipsOf(node).map((each) => [each.node, each])));
  const shown = head.shared ? [] : [...chips.values()];
  const facts = [
    ...(head.missing ? [element('span', { className: 'origin' }, 'not in the input')] : []),
    ...head.facts.slice(0, 2).map((fact) => element('span', { className: 'fact' }, fact)),
    ...(companyOf(item) === '' ? [] : [element('span', { className: 'company' }, 'with ' + companyOf(item))]),
    ...(head.shared ? [element('span', { className: 'company' }, 'shared: beside ' + counted(neighbours(head).length, 'object'))] : []),
  ];
  const rest = shown.length > CHIPS ? [element('span', { className: 'company' }, 'and ' + (shown.length - CHIPS) + ' more')] : [];
  return [facts, [...shown.slice(0, CHIPS).map(chip), ...rest]].filter((each) => each.length > 0).map((each) => element('div', {}, ...each));
};
const rowOf = (item) => {
  const made = element('li', { className: ['item', item.nodes.length === 1 ? 'solo' : '', stateOf(item)].join(' '), id: 'i' + item.index });
  const [head] = item.nodes;
  const button = element('button', { type: 'button', className: 'toggle', 'aria-controls': 'd' + item.index },
    element('span', { className: 'item-name' }, titleOf(item) + ' ', element('span', { className: 'item-kind' }, item.nodes.filter(isWorkload).length > 1 ? 'workloads' : head.kind)));
  const line = element('div', { className: 'line' });
  const detail = element('div', { className: 'detail', id: 'd' + item.index });
  const update = () => {
    const open = state.open.has(item);
    button.setAttribute('aria-expanded', open);
    made.classList.toggle('open', open);
    line.replaceChildren(...(open ? [] : lineOf(item)));
    detail.replaceChildren(...(open ? [drawing(item)] : []));
  };
  button.addEventListener('click', () => {
    if (!state.open.delete(item)) state.open.add(item);
    update();
  });
  made.append(element('div', { className: 'top' }, element('h3', {}, button), line, element('div', { className: 'badges' }, ...badges(item))), detail);
  update();
  return made;
};

// A group: its name, how many, a square for each; opened its rows, so many at a time.
const SQUARES = 300;
const nameOf = (name) => name || { namespace: 'no namespace', file: 'standard input, or not in the input' }[data.groupings[state.grouping].by] || 'without';
const groupOf = (group, all) => {
  const { name, list } = group;
  const plain = data.groupings[state.grouping].by === 'nothing';
  const made = element('section', { className: 'group' });
  const body = element('ol', { className: 'items', id: 'g' + all.indexOf(group) });
  const fill = () => {
    const limit = state.limits.get(name) || STEP;
    body.replaceChildren(...list.slice(0, limit).map(rowOf));
    if (list.length <= limit) return;
    const rest = list.length - limit;
    const more = element('button', { type: 'button', className: 'more' }, 'show ' + Math.min(STEP, rest) + ' more (' + counted(rest, 'row') + ' left)');
    more.addEventListener('click', () => {
      state.limits.set(name, limit + STEP);
      fill();
      body.children[limit].querySelector('button').focus();
    });
    body.append(element('li', {}, more));
  };
  const errors = sum(list, (item) => item.errors);
  const warnings = sum(list, (item) => item.warnings);
  const workloads = sum(list, (item) => item.nodes.filter(isWorkload).length);
  const button = element('button', { type: 'button', className: 'toggle', 'aria-controls': body.id }, nameOf(name));
  const squares = element('div', { className: 'squares', 'aria-hidden': 'true' }, ...list.slice(0, SQUARES).map((item) => {
    const square = element('i', { className: [item.nodes.some(isWorkload) ? 'workload' : 'thing', stateOf(item)].join(' '), title: item.nodes[0].kind + ' ' + titleOf(item) });
    square.addEventListener('click', () => reveal(item));
    return square;
  }), list.length > SQUARES ? '+' + (list.length - SQUARES) : '');
  const update = () => {
    const open = plain || isOpen(group, all);
    button.setAttribute('aria-expanded', open);
    made.classList.toggle('open', open);
    if (open) fill();
    else body.replaceChildren();
  };
  button.addEventListener('click', () => {
    state.groups.set(name, !isOpen(group, all));
    update();
  });
  const counts = element('p', { className: 'counts' }, element('span', { className: 'badge' }, counted(workloads, 'workload')), ...badges({ errors, warnings }));
  if (plain) made.append(element('h2', { className: 'unseen' }, 'All'), ...(items.length > SMALL ? [squares] : []), body);
  else made.append(element('div', { className: 'group-top' }, element('h2', {}, button), counts), ...(items.length > SMALL ? [squares] : []), body);
  update();
  return made;
};

// The controls.
const list = document.getElementById('list');
const tools = document.getElementById('tools');
const found = element('p', { className: 'found', role: 'status' });
const show = () => {
  const groups = groupsNow();
  list.replaceChildren(...groups.map((group) => groupOf(group, groups)));
  const all = sum(groups, (group) => group.list.length);
  if (all === 0) list.append(element('p', { className: 'nothing' }, items.length === 0 ? 'Nothing to draw.' : 'Nothing is found: take a word or a filter away.'));
  found.replaceChildren(filtered() ? all + ' of ' + counted(items.length, 'row') : counted(items.length, 'row'));
  token.replaceChildren();
  if (state.uses === undefined) token.hidden = true;
  else {
    token.hidden = false;
    token.append('beside ' + state.uses.kind + ' ' + state.uses.name + ' ×');
  }
  document.dispatchEvent(new Event('chosen'));
};
const token = element('button', { type: 'button', className: 'token', hidden: true, title: 'show all again' });
token.addEventListener('click', () => {
  state.uses = undefined;
  state.groups.clear();
  show();
  search.focus();
});
const reveal = (item) => {
  if (!fits(item)) {
    Object.assign(state, { words: [], kind: '', problems: false, uses: undefined });
    search.value = '';
    kind.value = '';
    wrong.checked = false;
  }
  const name = text(data.groupings[state.grouping].names[item.index]);
  const { list: inside } = groupsNow().find((group) => group.name === name);
  state.groups.set(name, true);
  state.open.add(item);
  state.limits.set(name, Math.max(state.limits.get(name) || STEP, Math.ceil((inside.indexOf(item) + 1) / STEP) * STEP));
  show();
  const row = document.getElementById('i' + item.index);
  row.scrollIntoView({ block: 'start' });
  row.querySelector('button').focus({ preventScroll: true });
  state.at = item;
};
const withProblems = items.filter((item) => item.errors + item.warnings > 0);
const jump = (step) => {
  const wrongNow = groupsNow().flatMap((group) => group.list).filter((item) => item.errors + item.warnings > 0);
  const order = wrongNow.length > 0 ? wrongNow : withProblems;
  const at = order.indexOf(state.at);
  const next = order[at < 0 ? (step > 0 ? 0 : order.length - 1) : (at + step + order.length) % order.length];
  reveal(next);
  found.replaceChildren('problem ' + (order.indexOf(next) + 1) + ' of ' + order.length);
};
const labelled = (label, control) => element('label', {}, element('span', {}, label), control);
const search = element('input', { type: 'search', placeholder: 'name, image, file, message…', autocomplete: 'off', spellcheck: false });
search.addEventListener('input', later(() => {
  state.words = search.value.toLowerCase().split(' ').filter(Boolean);
  state.groups.clear();
  show();
}));
const choice = (options, change) => {
  const made = element('select', {}, ...options.map(([value, label]) => element('option', { value }, label)));
  made.addEventListener('change', () => {
    change(made.value);
    state.groups.clear();
    show();
  });
  return made;
};
const kinds = new Map();
for (const { kind, missing } of nodes) if (!missing) kinds.set(kind, (kinds.get(kind) || 0) + 1);
const kind = choice([['', 'all kinds'], ...[...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, number]) => [name, name + ' (' + number + ')'])], (value) => (state.kind = value));
const grouping = choice(data.groupings.map(({ by }, index) => [String(index), by]), (value) => (state.grouping = Number(value)));
grouping.value = String(data.chosen);
const wrong = element('input', { type: 'checkbox' });
wrong.addEventListener('change', () => {
  state.problems = wrong.checked;
  state.groups.clear();
  show();
});
const action = (label, work) => {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', work);
  return made;
};
const setAll = (open) => {
  for (const { name } of groupsNow()) state.groups.set(name, open);
  if (items.length > SMALL || open) state.open.clear();
  if (open && items.length <= SMALL) for (const item of items) state.open.add(item);
  if (!open) state.open.clear();
  show();
};
tools.append(element('div', { className: 'tools', role: 'search', 'aria-label': 'Workloads' },
  labelled('Search', search), labelled('Kind', kind), data.groupings.length > 1 ? labelled('Group by', grouping) : undefined,
  ...(withProblems.length > 0 ? [element('label', { className: 'check' }, wrong, 'only with problems')] : []),
  element('span', { className: 'actions' }, action('Open all', () => setAll(true)), action('Close all', () => setAll(false)),
    ...(withProblems.length > 0 ? [action('Previous problem', () => jump(-1)), action('Next problem', () => jump(1))] : [])),
  token, found));
show();
`;
