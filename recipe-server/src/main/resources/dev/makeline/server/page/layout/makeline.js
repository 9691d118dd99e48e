// Small comforts; every page works without them.
(() => {
  'use strict';

  // Times are written in UTC by the server; shown as on this device.
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
  const localise = (root) => {
    root.querySelectorAll('time[datetime]:not([data-local])').forEach((time) => {
      const at = new Date(time.dateTime);
      if (Number.isNaN(at.getTime())) return;
      const today = at.toDateString() === new Date().toDateString();
      time.textContent = (today ? clock : format).format(at);
      time.title = format.format(at);
      time.dataset.local = '';
    });
  };

  document.addEventListener('DOMContentLoaded', () => localise(document));
  document.addEventListener('htmx:afterSwap', (event) => localise(event.detail.elt.parentElement ?? document));

  // A choice in a form that says so is sent at once.
  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('form[data-send-on-change]');
    if (form) form.requestSubmit();
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-print]')) window.print();
  });
})();
