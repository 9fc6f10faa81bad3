// Keyboard, islands and progress. Every page reads and files without it.
(() => {
  const own = document.currentScript.dataset;

  // j k move through the rows of the page's list, Enter opens one, / goes to the first filter
  const rows = () => [...document.querySelectorAll('.list tbody tr, .todo li')].filter((row) => row.querySelector('a'));
  const mark = (row) => {
    document.querySelectorAll('.at').forEach((old) => old.classList.remove('at'));
    row.classList.add('at');
    row.querySelector('a').focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable], dialog, [popover]')) return;
    if (event.key === '/') {
      const search = document.querySelector('.filters input:not([type=hidden]), .filters select, input[type=search]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
      return;
    }
    if (event.key !== 'j' && event.key !== 'k') return;
    const all = rows();
    if (!all.length) return;
    const here = all.findIndex((row) => row.classList.contains('at'));
    mark(all[Math.max(0, Math.min(all.length - 1, here + (event.key === 'j' ? 1 : -1)))]);
  });

  // islands: <div data-island="chart|map"> with its data in a JSON block or behind data-url
  const loaded = {};
  const load = (url, kind) => {
    loaded[url] ??= new Promise((done, failed) => {
      const tag = document.createElement(kind === 'css' ? 'link' : 'script');
      tag.onload = done;
      tag.onerror = failed;
      if (kind === 'css') {
        tag.rel = 'stylesheet';
        tag.href = url;
      } else {
        tag.src = url;
      }
      document.head.append(tag);
    });
    return loaded[url];
  };
  const needs = {
    chart: () => load(own.echarts).then(() => load(own.chart)),
    map: () => Promise.all([load(own.leafletCss, 'css'), load(own.leaflet)]).then(() => load(own.map)),
  };
  const wake = (root) => {
    root.querySelectorAll('[data-island]:not([data-awake])').forEach(async (box) => {
      box.dataset.awake = '';
      const island = box.dataset.island;
      const inline = box.querySelector('script[type="application/json"]');
      try {
        await needs[island]();
        const data = box.dataset.url
          ? await (await fetch(box.dataset.url, { headers: { Accept: 'application/json' } })).json()
          : JSON.parse(inline?.textContent || '{}');
        window.bishui[island](box, data);
      } catch (cause) {
        delete box.dataset.awake;
        box.classList.add('empty');
        box.textContent = own.sorry;
        console.error(cause);
      }
    });
  };
  window.bishui = {};

  // what is wrong begins with the name that its field bears on the page
  const name = (errors) => {
    const is = document.documentElement.lang.startsWith('en') ? ': ' : '：';
    errors.querySelectorAll('a[href^="#"]').forEach((link) => {
      const field = document.getElementById(link.hash.slice(1));
      const label = document.querySelector(`label[for="${CSS.escape(link.hash.slice(1))}"]`) ?? field?.closest('fieldset')?.querySelector('legend');
      if (!label || link.firstElementChild) return;
      const words = label.cloneNode(true);
      words.querySelectorAll('kbd').forEach((key) => key.remove());
      link.prepend(words.textContent.trim() + is);
    });
  };

  // a form that was sent says so and cannot be sent twice
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get') return;
    const button = event.submitter;
    setTimeout(() => {
      form.querySelectorAll('button:not([type=button])').forEach((each) => (each.disabled = true));
      if (button) button.setAttribute('aria-busy', 'true');
    });
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('[aria-busy=true]').forEach((button) => {
      button.removeAttribute('aria-busy');
      button.form?.querySelectorAll('button').forEach((each) => (each.disabled = false));
    });
  });

  // filters apply as soon as a choice is made
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form.filters');
    if (form && event.target.matches('select, input[type=date], input[type=checkbox]')) form.requestSubmit();
  });

  // upload progress
  document.addEventListener('htmx:xhr:progress', (event) => {
    const bar = event.target.querySelector('progress');
    if (bar && event.detail.lengthComputable) {
      bar.hidden = false;
      bar.value = event.detail.loaded / event.detail.total;
    }
  });

  document.addEventListener('htmx:load', (event) => wake(event.target));
  document.addEventListener('DOMContentLoaded', () => {
    wake(document);
    const errors = document.querySelector('.errors');
    if (errors) {
      name(errors);
      errors.focus();
    }
    // on a narrow screen the page's own item of the navigation may be out of sight
    const here = [...document.querySelectorAll('.side [aria-current]')].pop();
    if (here) here.closest('.side').scrollLeft += here.getBoundingClientRect().left - 16;
  });
})();
