// The playground: looks at the text a moment after it has changed, shows what was found, and keeps the text in the address.
(() => {
  const byId = (id) => document.getElementById(id);
  const text = byId('text');
  const kubernetes = byId('kubernetes');
  const marks = document.querySelector('.marks');
  const main = document.querySelector('main');
  const lineHeight = 20;
  const longestInAddress = 50_000;

  for (const minor of kam.minors) kubernetes.add(new Option(minor, minor));
  for (const name of Object.keys(window.examples)) byId('example').add(new Option(name, name));

  const fromAddress = new URLSearchParams(location.hash.slice(1));
  kubernetes.value = fromAddress.get('kubernetes') ?? '';
  text.value = fromAddress.get('text') ?? Object.values(window.examples)[0];

  function offsetOf({ line, column }) {
    const lines = text.value.split('\n');
    return lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  }

  function listed(problem) {
    const { severity, code, message, hint, line, column, kind, name } = problem;
    const item = document.createElement('li');
    item.className = severity;
    if (line !== undefined) {
      const place = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: `${line}:${column}`,
      });
      place.addEventListener('click', () => {
        text.focus();
        text.setSelectionRange(offsetOf(problem), offsetOf(problem) + 1);
        text.scrollTop = (line - 4) * lineHeight;
      });
      item.append(place, ' ');
    }
    const link = Object.assign(document.createElement('a'), { href: `docs/problems/${code}.html`, textContent: code });
    item.append(`${kind === undefined ? '' : `${kind} ${name ?? ''}: `}${message} (`, link, ')');
    if (hint !== undefined) item.append(Object.assign(document.createElement('span'), { textContent: hint }));
    return item;
  }

  /** A caret below each place. */
  function mark(problems) {
    const lines = text.value.split('\n');
    const carets = problems
      .filter(({ line }) => line !== undefined)
      .map(({ line, column, severity, message }) => {
        const before = document.createElement('i');
        const tabs = (lines[line - 1] ?? '').slice(0, column - 1).split('\t').length - 1;
        before.className = severity;
        before.textContent = '^';
        before.title = message;
        before.style.top = `${line * lineHeight - 5}px`;
        before.style.left = `${column - 1 + tabs}ch`;
        return before;
      });
    marks.firstElementChild.replaceChildren(...carets);
    marks.firstElementChild.style.height = `${(lines.length + 1) * lineHeight}px`;
    follow();
  }

  function follow() {
    marks.firstElementChild.style.transform = `translate(${-text.scrollLeft}px, ${-text.scrollTop}px)`;
  }

  const count = (problems, severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return `${number} ${severity}${number === 1 ? '' : 's'}`;
  };

  let turn = 0;
  async function look() {
    const mine = ++turn;
    main.ariaBusy = 'true';
    const state = new URLSearchParams({ text: text.value });
    if (kubernetes.value !== '') state.set('kubernetes', kubernetes.value);
    const fits = text.value.length <= longestInAddress;
    location.replace(fits ? `#${state}` : '#');
    byId('copy').disabled = !fits;
    byId('copied').textContent = fits ? '' : 'The text is too long for a link.';
    const seen = await kam.look(text.value, kubernetes.value);
    if (mine !== turn) return;
    byId('sum').textContent = `${count(seen.problems, 'error')}, ${count(seen.problems, 'warning')}`;
    document.querySelector('.problems').replaceChildren(...seen.problems.map(listed));
    byId('yaml').textContent = seen.yaml;
    byId('explain').textContent = seen.explained;
    byId('graph').srcdoc = seen.graph;
    mark(seen.problems);
    main.ariaBusy = 'false';
  }

  let waiting;
  text.addEventListener('input', () => {
    main.ariaBusy = 'true';
    clearTimeout(waiting);
    waiting = setTimeout(look, 200);
  });
  text.addEventListener('scroll', follow);
  kubernetes.addEventListener('change', look);
  byId('example').addEventListener('change', ({ target }) => {
    if (target.value === '') return;
    text.value = window.examples[target.value];
    void look();
  });
  byId('copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(location.href);
    byId('copied').textContent = 'copied';
  });

  const tabs = [...document.querySelectorAll('[role=tab]')];
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      for (const each of tabs) {
        each.setAttribute('aria-selected', String(each === tab));
        byId(each.getAttribute('aria-controls')).hidden = each !== tab;
      }
    });
  }
  void look();
})();
