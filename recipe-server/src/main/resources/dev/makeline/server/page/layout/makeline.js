// Small comforts; every page works without them.
(() => {
  'use strict';

  // Times are written in UTC by the server; shown as on this device.
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
  // A day, or what somebody wrote in place of a time, is no moment and stays as it is.
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
  const localise = (root) => {
    root.querySelectorAll('time[datetime]:not([data-local])').forEach((time) => {
      const at = new Date(time.dateTime);
      if (!moment.test(time.dateTime) || Number.isNaN(at.getTime())) return;
      const today = at.toDateString() === new Date().toDateString();
      time.textContent = (today ? clock : format).format(at);
      time.title = format.format(at);
      time.dataset.local = '';
    });
  };

  document.addEventListener('DOMContentLoaded', () => localise(document));
  document.addEventListener('htmx:afterSwap', (event) => localise(event.detail.elt.parentElement ?? document));

  // An open page that asks for news says once that it gets none, and takes that back when it does.
  const asks = (event) => {
    const asker = event.detail.requestConfig?.elt ?? event.detail.elt;
    return asker?.getAttribute?.('hx-trigger')?.startsWith('every') ?? false;
  };
  let isStale = false;
  const tellStale = () => {
    const notice = document.getElementById('notice');
    if (isStale || !notice) return;
    isStale = true;
    notice.textContent = `Not up to date since ${clock.format(new Date())}: Makeline does not answer. It is asked again and again.`;
    notice.className = 'callout callout-critical';
  };
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (!asks(event) || event.detail.xhr.status < 500) return;
    event.detail.shouldSwap = false;
    tellStale();
  });
  ['htmx:sendError', 'htmx:timeout'].forEach((name) => document.addEventListener(name, (event) => {
    if (asks(event)) tellStale();
  }));
  document.addEventListener('htmx:afterRequest', (event) => {
    if (!isStale || !event.detail.successful) return;
    const notice = document.getElementById('notice');
    isStale = false;
    notice.textContent = '';
    notice.className = '';
  });

  // A choice in a form that says so is sent at once.
  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('form[data-send-on-change]');
    if (form) form.requestSubmit();
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-print]')) window.print();
  });
})();
