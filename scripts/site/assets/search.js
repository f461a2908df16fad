// The search: all words must be in a section; one in a heading counts more than one in the text. The index comes with the first letter.
(() => {
  const root = document.documentElement.dataset.root;
  const input = document.querySelector('.search input');
  const list = document.querySelector('.found');
  const most = 20;
  let index;

  function load() {
    index ??= new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = `${root}/search-index.js`;
      script.onload = () =>
        resolve(window.searchIndex.map((entry) => ({ entry, low: entry.map((text) => text.toLowerCase()) })));
      document.head.append(script);
    });
    return index;
  }

  function score([, , title, heading, text], words) {
    let sum = 0;
    for (const word of words) {
      if (heading === word) sum += 100;
      else if (heading.includes(word)) sum += 20;
      else if (title.includes(word)) sum += 5;
      else if (text.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  }

  function item([path, anchor, title, heading, text], word) {
    const at = Math.max(0, text.toLowerCase().indexOf(word) - 40);
    const link = document.createElement('a');
    link.href = `${root}/${path}#${anchor}`;
    link.textContent = title === heading ? title : `${title}: ${heading}`;
    const part = document.createElement('span');
    part.textContent = text.slice(at, at + 120);
    link.append(part);
    const li = document.createElement('li');
    li.append(link);
    return li;
  }

  async function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.hidden = words.length === 0;
    if (words.length === 0) return;
    const found = (await load())
      .map(({ entry, low }) => ({ entry, points: score(low, words) }))
      .filter(({ points }) => points > 0)
      .sort((one, other) => other.points - one.points)
      .slice(0, most);
    list.replaceChildren(...found.map(({ entry }) => item(entry, words[0])));
    if (found.length === 0) {
      const li = document.createElement('li');
      li.append(Object.assign(document.createElement('p'), { textContent: 'Nothing has all of these words.' }));
      list.append(li);
    }
  }

  input.addEventListener('input', search);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') list.hidden = true;
    if (event.key === '/' && !/^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
    if (event.key === 'Enter' && document.activeElement === input) list.querySelector('a')?.click();
    if (event.key === 'ArrowDown' && !list.hidden && document.activeElement === input) list.querySelector('a')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.search')) list.hidden = true;
  });
})();
