/* page.js - what the page that -t html writes does where scripts run: a summary of any length, and key phrases that light
 * up in the text. Without it the page shows the summary as it was made. */
(function () {
  'use strict';

  const find = (id) => document.getElementById(id);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const plot = find('plot');
  const bars = plot ? Array.from(plot.querySelectorAll('rect')) : [];

  /* ---- Length: sentences and bars have the rank of the sentence in data-rank ---- */

  const list = find('summary');
  const length = find('length');
  const number = find('number');
  const marked = all('[data-rank], .on').map((element) => ({
    element,
    rank: Number(element.dataset.rank || Infinity),
    given: element.classList.contains('on')
  }));
  const givenItems = list ? Array.from(list.children) : [];
  let pending = 0;

  function makeItem(sentence) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = '#' + sentence.id;
    link.textContent = sentence.textContent;
    item.append(link);
    return item;
  }

  function show() {
    const n = length.valueAsNumber;
    const asGiven = n === Number(length.defaultValue);
    pending = 0;
    for (const m of marked) {
      m.element.classList.toggle('on', asGiven ? m.given : m.rank <= n);
    }
    list.replaceChildren(...(asGiven ? givenItems : all('.s.on').map(makeItem)));
  }

  function choose(value) {
    length.value = value;
    if (document.activeElement !== number) {
      number.value = length.value;
    }
    pending = pending || requestAnimationFrame(show);
  }

  if (length) {
    length.addEventListener('input', () => choose(length.value));
    number.addEventListener('input', () => number.value && choose(number.value));
    number.addEventListener('change', () => { number.value = length.value; });
    find('heat').addEventListener('change', (event) => {
      find('text').classList.toggle('cool', !event.target.checked);
    });
    find('controls').hidden = false;
  }

  /* ---- Key phrases: their occurrences have the numbers of all phrases they belong to in data-k ---- */

  const occurrences = all('.k').map((element) => ({element, phrases: element.dataset.k.split(' ')}));
  const pressed = new Set();

  function barOf(element) {
    const sentence = element.closest('.s');
    return bars[Math.floor(Number(sentence.id.slice(1)) / Number(plot.dataset.step))];
  }

  function light() {
    const lit = occurrences.filter((o) => o.phrases.some((k) => pressed.has(k)));
    const litBars = new Set(plot ? lit.map((o) => barOf(o.element)) : []);
    for (const o of occurrences) {
      o.element.classList.remove('lit');
    }
    for (const o of lit) {
      o.element.classList.add('lit');
    }
    for (const bar of bars) {
      bar.classList.toggle('lit', litBars.has(bar));
    }
  }

  function press(button) {
    const k = button.dataset.k;
    const now = !pressed.has(k);
    if (now) {
      pressed.add(k);
    } else {
      pressed.delete(k);
    }
    button.setAttribute('aria-pressed', String(now));
    light();
  }

  for (const chip of occurrences.length > 0 ? all('.chip') : []) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = chip.className;
    button.title = chip.title;
    button.dataset.k = chip.dataset.k;
    button.setAttribute('aria-pressed', 'false');
    button.append(...chip.childNodes);
    button.addEventListener('click', () => press(button));
    chip.replaceWith(button);
  }

  /* ---- The plot: a click above a bar counts too ---- */

  if (plot) {
    plot.addEventListener('click', (event) => {
      const box = plot.getBoundingClientRect();
      const bar = bars[Math.floor((event.clientX - box.left) / box.width * bars.length)];
      if (bar && !event.target.closest('a')) {
        location.hash = bar.parentNode.getAttribute('href');
      }
    });
  }
})();
