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

  // A page with files that are not sent yet stays, and says why nothing comes any more.
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    const leads = event.detail.xhr.getResponseHeader('HX-Redirect') !== null;
    if (!asks(event) || !leads || !document.querySelector('.uploads progress, .uploads button')) return;
    event.preventDefault();
    const notice = document.getElementById('notice');
    notice.textContent = 'Your session ended. The files below are not sent yet; this page shows nothing new until you sign in again.';
    notice.className = 'callout callout-critical';
  });

  // Whoever reads may stop what comes by itself, on this page until it is closed.
  const pausedAt = `paused ${window.location.pathname}`;
  const isPaused = () => sessionStorage.getItem(pausedAt) !== null;
  const showPause = () => {
    document.querySelectorAll('[data-pause]').forEach((button) => {
      button.hidden = false;
      button.textContent = isPaused() ? 'Resume updates' : 'Pause updates';
    });
  };
  document.addEventListener('DOMContentLoaded', showPause);
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-pause]')) return;
    if (isPaused()) sessionStorage.removeItem(pausedAt);
    else sessionStorage.setItem(pausedAt, '');
    showPause();
  });
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (asks(event) && isPaused()) event.preventDefault();
  });

  // What is put in place keeps the focus by the ids of what can hold it; where that is gone, the
  // focus stays in the content. A text that grows is followed by whoever reads its end.
  const SLACK = 4;
  let hadFocus = false;
  let places = new Map();
  let untouched = new Set();
  document.addEventListener('htmx:beforeSwap', (event) => {
    const { target } = event.detail;
    hadFocus = target?.contains?.(document.activeElement) ?? false;
    untouched = new Set([...document.querySelectorAll('[data-follow]')].filter((one) => !target?.contains?.(one)));
    places = new Map(
      [...(target?.querySelectorAll?.('[data-follow]') ?? [])].map((one) => [
        one.id,
        { top: one.scrollTop, isAtEnd: one.scrollTop + one.clientHeight >= one.scrollHeight - SLACK },
      ]),
    );
  });
  document.addEventListener('htmx:afterSwap', () => {
    document.querySelectorAll('[data-follow]').forEach((one) => {
      const place = places.get(one.id);
      if (!untouched.has(one)) one.scrollTop = place && !place.isAtEnd ? place.top : one.scrollHeight;
    });
    if (hadFocus && document.activeElement === document.body) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    hadFocus = false;
  });

  // What a form held that came after its session had ended is put into it again, once.
  const KEPT = 'kept form';
  const KEPT_FOR_MILLIS = 60 * 60 * 1000;
  // Who wrote it: the last person of this tab. Nobody else gets to see it.
  const PERSON = 'person';
  const keep = (late) => {
    const fields = [...late.querySelectorAll('[name]')].map(({ name, value }) => [name, value]);
    const person = sessionStorage.getItem(PERSON);
    sessionStorage.setItem(KEPT, JSON.stringify({ action: late.dataset.keptFor, at: Date.now(), person, fields }));
  };
  const remember = (person) => {
    if (sessionStorage.getItem(PERSON) !== person) {
      const before = sessionStorage.getItem(PERSON);
      if (before !== null) sessionStorage.clear();
      sessionStorage.setItem(PERSON, person);
    }
  };
  const put = (field, values) => {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (field.type !== 'password' && field.type !== 'submit' && values.length > 0) [field.value] = values;
  };
  const fill = (form, fields) => {
    const held = new Set(fields.map(([name]) => name));
    [...form.elements]
      .filter((field) => held.has(field.name))
      .forEach((field) => put(field, fields.filter(([name]) => name === field.name).map(([, value]) => value)));
    const news = document.createElement('p');
    news.className = 'callout callout-info';
    news.id = 'kept';
    news.setAttribute('role', 'status');
    news.textContent = 'What you wrote before your session ended is here again. It is not sent yet.';
    form.prepend(news);
    const details = form.closest('details');
    if (details) details.open = true;
    const first = [...form.elements].find((field) => held.has(field.name) && field.type !== 'hidden');
    first?.setAttribute('aria-describedby', 'kept');
    first?.focus();
  };
  const giveBack = () => {
    const { action, at, person, fields } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
    if (!action || person !== document.body.dataset.person) return;
    const kind = (fields.find(([name]) => name === 'kind') ?? [])[1];
    const form = [...document.forms].find(
      (one) => one.method === 'post' && one.getAttribute('action') === action && one.elements.kind?.value === kind,
    );
    const isOld = Date.now() - at > KEPT_FOR_MILLIS;
    if (form || isOld) sessionStorage.removeItem(KEPT);
    if (form && !isOld) fill(form, fields);
  };
  document.addEventListener('DOMContentLoaded', () => {
    const late = document.querySelector('[data-kept-for]');
    const { person } = document.body.dataset;
    if (late) keep(late);
    else if (person !== undefined) {
      remember(person);
      giveBack();
    }
  });
  // The next person at this screen is another one.
  document.addEventListener('submit', (event) => {
    if (event.target.getAttribute('action') === '/sign-out') sessionStorage.clear();
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
