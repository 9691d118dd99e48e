// Tells what the point nearest to the pointer stands for, also under a finger, where titles do not
// show. The tables beside the drawings tell the same without it.
(() => {
  'use strict';

  const REACH = 48;
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

  const distance = (point, event) => {
    const box = point.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
  };

  const nearest = (points, event) =>
    points
      .map((point) => ({ point, away: distance(point, event) }))
      .reduce((best, one) => (one.away < best.away ? one : best), { away: REACH });

  const words = ({ at, text }) => (at ? `${format.format(new Date(at))}: ${text}` : text);

  document.querySelectorAll('figure[data-told]').forEach((figure) => {
    const points = [...figure.querySelectorAll('svg [data-text]')];
    const told = document.createElement('p');
    told.className = 'told-of small no-print';
    told.textContent = 'Point at a make, or touch it, to see which it is.';
    figure.querySelector('.drawing').after(told);

    const tell = (event) => {
      const { point } = nearest(points, event);
      if (!point) return;
      points.forEach((one) => one.classList.toggle('chosen', one === point));
      const { href } = point.dataset;
      const shown = document.createElement(href ? 'a' : 'span');
      if (href) shown.href = href;
      shown.textContent = words(point.dataset);
      told.replaceChildren(shown);
    };

    figure.querySelector('svg').addEventListener('pointermove', tell);
    figure.querySelector('svg').addEventListener('pointerdown', tell);
  });
})();
