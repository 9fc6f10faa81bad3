// Gathers what each service has for the person into one list, the most pressing first. Without it the desk is a list of links.
(() => {
  const desk = document.querySelector('[data-desk]');
  if (!desk) return;
  const words = desk.dataset;
  const parts = [...desk.querySelectorAll('[data-part]')];
  const groups = [...desk.querySelectorAll('[data-group]')];
  const write = (pattern, number) => pattern.replace('{0}', number);
  const rowsOf = (part) => [...desk.querySelectorAll('.todo > li')].filter((row) => row.dataset.from === part.dataset.part);

  const count = () => {
    let total = 0;
    let overdue = 0;
    for (const group of groups) {
      const rows = group.querySelectorAll('.todo > li').length;
      group.hidden = !rows;
      group.querySelector('.count').textContent = rows;
      total += rows;
      if (group.dataset.group === 'overdue') overdue = rows;
    }
    const answered = parts.every((part) => part.dataset.state === 'here');
    const line = desk.querySelector('.desk-total');
    line.hidden = !total;
    line.replaceChildren(write(words.total, total));
    if (overdue) {
      const over = document.createElement('span');
      over.className = 'over';
      over.textContent = write(words.overdue, overdue);
      line.append(over);
    }
    desk.querySelector('.desk-none').hidden = total > 0 || !answered;
  };

  const say = (part, state, text) => {
    part.dataset.state = state;
    part.classList.toggle('down', state === 'down');
    const place = part.querySelector('.desk-state');
    place.replaceChildren(text);
    if (state === 'down') {
      const again = document.createElement('button');
      again.type = 'button';
      again.className = 'linklike';
      again.textContent = words.retry;
      again.addEventListener('click', () => htmx.trigger(part, 'retry'));
      place.append(' ', again);
    }
  };

  const insert = (list, row) => {
    const due = row.dataset.due || '9999';
    const next = [...list.children].find((other) => (other.dataset.due || '9999') > due);
    list.insertBefore(row, next || null);
  };

  const gather = (part) => {
    rowsOf(part).forEach((row) => row.remove());
    const answer = part.querySelector('.desk-answer');
    if (!answer.querySelector('.todo-groups')) {
      say(part, 'down', words.down);
      return count();
    }
    let number = 0;
    for (const section of answer.querySelectorAll('[data-group]')) {
      const list = groups.find((group) => group.dataset.group === section.dataset.group).querySelector('.todo');
      for (const row of section.querySelectorAll('.todo > li')) {
        row.dataset.from = part.dataset.part;
        row.querySelector('small')?.prepend(`${part.dataset.name} · `);
        insert(list, row);
        number += 1;
      }
    }
    answer.replaceChildren();
    say(part, 'here', write(words.items, number));
    count();
  };

  const partOf = (event) => event.target.closest?.('[data-part]');
  desk.addEventListener('htmx:beforeRequest', (event) => say(partOf(event), 'asked', `${words.loading}…`));
  desk.addEventListener('htmx:afterSwap', (event) => gather(partOf(event)));
  for (const failure of ['htmx:sendError', 'htmx:timeout', 'htmx:sendAbort']) {
    desk.addEventListener(failure, (event) => {
      const part = partOf(event);
      part.querySelector('.desk-answer').replaceChildren();
      gather(part);
    });
  }
})();
