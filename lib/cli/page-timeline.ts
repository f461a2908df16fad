// The timeline of the page: a strip of the week, a day of it large, and a row for each schedule when they are asked for. It uses what the page's script has.
export const TIMELINE_SCRIPT = `
if (data.rows.length > 0) {
  const SLOTS = 144;
  const highest = Math.max(1, ...data.strip.flat());
  let chosen = 0;
  const two = (number) => String(number).padStart(2, '0');
  const clock = (minute) => two(Math.floor(minute / 60)) + ':' + two(minute % 60);
  // Steps from slot to slot, as high as so many run.
  const area = (values, height) => {
    let path = 'M0,' + height;
    values.forEach((value, slot) => {
      const y = height - (value === 0 ? 0 : Math.max(1.5, (value / highest) * (height - 2)));
      path += 'V' + y.toFixed(1) + 'H' + (slot + 1);
    });
    return drawn('path', { class: 'area', d: path + 'V' + height + 'Z' });
  };
  const picture = (values, height, label) => {
    const made = drawn('svg', { class: 'strip', viewBox: '0 0 ' + SLOTS + ' ' + height, preserveAspectRatio: 'none' }, area(values, height));
    made.setAttribute('role', 'img');
    made.setAttribute('aria-label', label);
    return made;
  };
  const dayOf = (row) => { const days = row[5]; return days[days.length === 1 ? 0 : chosen]; };
  const startsOn = (day) => sum(data.rows, (row) => row[5][row[5].length === 1 ? 0 : day][1]);
  const strip = document.getElementById('strip');
  const axis = () => element('div', { className: 'axis', 'aria-hidden': 'true' }, ...Array.from({ length: 13 }, (_, index) => {
    const mark = element('span', { className: index % 3 === 0 ? '' : 'minor' }, clock((index * 120) % 1440));
    mark.style.left = (index / 12) * 100 + '%';
    return mark;
  }));
  const days = data.days.map((name, day) => {
    const most = Math.max(...data.strip[day]);
    const said = name + ': ' + counted(startsOn(day), 'start') + ', at most ' + most + ' at once';
    const made = element('button', { type: 'button', title: said }, element('span', { className: 'day-name' }, name.slice(0, 3), element('span', { className: 'day-rest' }, name.slice(3))),
      element('span', { className: 'day-most' }, most === 0 ? 'none' : 'up to ' + most), picture(data.strip[day], 24, said));
    made.addEventListener('click', () => {
      chosen = day;
      showDay();
    });
    return made;
  });
  const large = element('div', { className: 'large' });
  strip.append(element('div', { className: 'days', role: 'group', 'aria-label': 'Day' }, ...days), large);

  // Rows, in the order of their first start on the day.
  const rows = document.getElementById('rows');
  const summary = element('summary', {});
  const body = element('div', {});
  const details = element('details', { open: data.rows.length <= 12 }, summary, body);
  rows.append(details);
  let limit = 100;
  const ordered = () => {
    const first = (row) => (dayOf(row)[0] < 0 ? 1e9 : dayOf(row)[0]);
    const fitting = data.rows.filter((row) => state.words.every((word) => text(row[0]).toLowerCase().includes(word) || (row[4] >= 0 && searched(nodes[row[4]].item).includes(word))));
    return fitting.map((row, index) => [row, index]).sort(([a, i], [b, j]) => first(a) - first(b) || i - j).map(([row]) => row);
  };
  const track = (row) => {
    const [first, number, hex] = dayOf(row);
    const bits = [...text(hex)].flatMap((digit) => [...parseInt(digit, 16).toString(2).padStart(4, '0')]);
    const said = number === 0 ? 'no start' : counted(number, 'start') + ', the first at ' + clock(first);
    const made = drawn('svg', { class: 'track', viewBox: '0 0 144 24', preserveAspectRatio: 'none', role: 'img', 'aria-label': said });
    let bars = '';
    let ticks = '';
    let last = 0;
    bits.forEach((bit, slot) => {
      if (bit !== '1') return;
      // A single start is where it is to the minute; of many the ten minutes.
      const x = number === 1 ? first / 10 : slot;
      ticks += 'M' + x + ',3h.7v18h-.7z';
      const end = Math.min(SLOTS, x + row[3] / 10);
      if (row[3] > 0 && end > last) bars += 'M' + Math.max(last, x) + ',7H' + end + 'v10H' + Math.max(last, x) + 'z';
      last = Math.max(last, end);
    });
    made.append(drawn('path', { class: 'bar', d: bars }), drawn('path', { class: 'tick', d: ticks }));
    return made;
  };
  const row = (each) => {
    const [, number] = dayOf(each);
    const runs = each[2] === 1 ? 'suspended' : number === 0 ? 'not on ' + data.days[chosen] : counted(number, 'start');
    const node = nodes[each[4]];
    const name = node === undefined ? element('b', {}, text(each[0])) : action(text(each[0]), () => reveal(node.item));
    return element('div', { className: 'row' + (number === 0 ? ' idle' : '') },
      element('div', { className: 'label' }, name, element('span', {}, text(each[1]) + ' · ' + runs)), track(each));
  };
  const fill = () => {
    const all = ordered();
    summary.replaceChildren('Schedules on ' + data.days[chosen] + ', by time (' + (all.length === data.rows.length ? '' : all.length + ' of ') + data.rows.length + ')');
    body.replaceChildren();
    if (!details.open) return;
    body.append(...all.slice(0, limit).map(row));
    if (all.length > limit) body.append(element('p', {}, action('show 100 more (' + (all.length - limit) + ' left)', () => {
      limit += 100;
      fill();
      body.children[limit - 100].querySelector('button, b').focus();
    })));
  };
  const showDay = () => {
    days.forEach((button, day) => button.setAttribute('aria-pressed', day === chosen));
    const values = data.strip[chosen];
    const most = Math.max(...values);
    large.replaceChildren(
      element('p', { className: 'note' }, data.days[chosen] + ': ' + counted(startsOn(chosen), 'start') + (most === 0 ? '' : ', at most ' + most + ' at once, first at ' + clock(values.indexOf(most) * 10))),
      picture(values, 72, 'How many run at once on ' + data.days[chosen]), axis());
    fill();
  };
  details.addEventListener('toggle', fill);
  document.addEventListener('chosen', fill);
  showDay();
}
`;
