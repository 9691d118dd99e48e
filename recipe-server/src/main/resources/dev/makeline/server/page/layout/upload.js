// Sends chosen or dropped files straight to the store, by the form that the server gives for each.
(() => {
  'use strict';

  let token = JSON.parse(document.body.getAttribute('hx-headers') ?? '{}')['X-CSRF-Token'] ?? '';

  class SessionEnded extends Error {}

  // Another session may have begun meanwhile, in another window of this browser.
  const isOver = (answer, json) =>
    answer.status === 401 || (answer.status === 403 && json.type === '/problems/cross-site-request');

  const call = async (method, path, body, headers = {}) => {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const json = text === '' ? {} : JSON.parse(text);
    if (isOver(answer, json)) throw new SessionEnded();
    if (!answer.ok) throw new Error(json.detail ?? `The server answered ${answer.status}.`);
    return json;
  };

  // The files were chosen by the person of this page, and go to nobody else's account.
  const renewToken = async () => {
    const { csrfToken = '', userId } = await call('GET', '/v1/sessions/current');
    if (userId !== document.body.dataset.person) {
      throw new Error('Somebody else signed in meanwhile; this file was not sent. Open this page anew.');
    }
    token = csrfToken;
  };

  const sha256 = async (file) => {
    if (!window.crypto?.subtle) {
      throw new Error('This browser uploads over HTTPS or from this very machine alone.');
    }
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  // fetch tells no progress of what it sends.
  const send = (form, file, onProgress) =>
    new Promise((resolve, reject) => {
      const data = new FormData();
      Object.entries(form.fields).forEach(([name, value]) => data.append(name, value));
      data.append('file', file);
      const request = new XMLHttpRequest();
      request.open('POST', form.url);
      request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
      request.onerror = () => reject(new Error('The store cannot be reached; try again.'));
      request.onload = () =>
        request.status < 300 ? resolve() : reject(new Error(`The store refused it (${request.status}).`));
      request.send(data);
    });

  const row = (list, name) => {
    const item = document.createElement('li');
    const label = document.createElement('span');
    const bar = document.createElement('progress');
    const state = document.createElement('span');
    label.textContent = name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', `Upload of ${name}`);
    state.className = 'muted small';
    state.textContent = 'Waiting';
    item.append(label, bar, state);
    list.append(item);
    return {
      progress: (part) => {
        bar.value = part;
        state.textContent = `${Math.round(part * 100)} %`;
      },
      say: (text) => {
        state.textContent = text;
      },
      done: (text, href) => {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = name;
        label.replaceChildren(link);
        bar.remove();
        state.textContent = text;
      },
      failed: (text) => {
        bar.remove();
        item.className = 'objection';
        state.textContent = text;
      },
      // The file stays chosen: whoever signs in in another window sends it from here.
      stopped: (again) => {
        const door = document.createElement('a');
        door.href = '/sign-in';
        door.target = '_blank';
        door.textContent = 'Sign in in another window';
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button small';
        button.textContent = 'Send again';
        button.setAttribute('aria-label', `Send ${name} again`);
        button.addEventListener('click', again);
        bar.value = 0;
        state.replaceChildren('Your session ended. ', door, ', then ', button);
      },
    };
  };

  const announce = (zone, file, hash) => {
    const content = { size: file.size, mediaType: file.type || 'application/octet-stream', sha256: hash };
    const { replace, etag } = zone.dataset;
    return replace
      ? call('POST', `/v1/files/${replace}/uploads`, content, { 'If-Match': etag })
      : call('POST', '/v1/files', { name: file.name, ...content });
  };

  const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

  const outcome = async (fileId) => {
    for (let look = 0; look < 40; look++) {
      const intake = await call('GET', `/v1/files/${fileId}/intake`);
      if (intake.state !== 'sent' && intake.state !== 'queued') return intake;
      await pause(500);
    }
    return { state: 'sent' };
  };

  const toIntake = async (fileId, shown) => {
    await call('POST', `/v1/files/${fileId}/intake`);
    shown.say('In the intake');
    const found = await outcome(fileId);
    if (found.state === 'submitted') {
      const recipe = `/recipes/${found.recipeId}`;
      shown.done(
        found.makeId === undefined ? 'It is a recipe now' : 'It is a make now',
        found.makeId === undefined ? recipe : `${recipe}/makes/${found.makeId}`,
      );
    } else if (found.state === 'waiting') {
      shown.done(`It waits for recipe ${found.recipeId}`, '/intake?state=waiting');
    } else if (found.state === 'rejected') {
      shown.failed(`Rejected: ${found.reason}`);
    } else {
      shown.done('On its way', '/intake');
    }
  };

  // What the intake reads: JSON, web pages and Markdown. Anything else stays among the files.
  const isForIntake = (zone, file) => 'intake' in zone.dataset && /\.(json|jsonld|html?|xhtml|md|markdown)$/i.test(file.name);

  // The list below the drop zone, where there is one, as it is by now.
  const refresh = () => {
    const list = document.querySelector('[data-refresh]');
    if (!list) return;
    window.htmx?.ajax('GET', window.location.pathname + window.location.search, {
      source: list,
      target: list,
      select: '[data-refresh]',
      swap: 'outerHTML',
    });
  };

  const upload = async (zone, file, shown) => {
    try {
      shown.say('Reading');
      const begun = await announce(zone, file, await sha256(file));
      if (begun.upload) await send(begun.upload, file, shown.progress);
      shown.say('Checking');
      await call('POST', `/v1/files/${begun.fileId}/completion?uploadId=${begun.uploadId}`);
      if (isForIntake(zone, file)) await toIntake(begun.fileId, shown);
      else if (zone.dataset.replace) window.location.reload();
      else if ('intake' in zone.dataset) {
        shown.done('Kept among your files: the intake reads JSON, web pages and Markdown', `/files/${begun.fileId}`);
      } else shown.done('Uploaded', `/files/${begun.fileId}`);
      refresh();
    } catch (error) {
      if (error instanceof SessionEnded) shown.stopped(() => uploadAgain(zone, file, shown));
      else shown.failed(error.message);
    }
  };

  const uploadAgain = async (zone, file, shown) => {
    shown.say('Signing in');
    try {
      await renewToken();
    } catch (error) {
      if (error instanceof SessionEnded) shown.stopped(() => uploadAgain(zone, file, shown));
      else shown.failed(error.message);
      return;
    }
    await upload(zone, file, shown);
  };

  // A few at once: more are not faster, and each is read whole for its checksum.
  const AT_ONCE = 3;

  const uploadAll = async (zone, files) => {
    const list = zone.querySelector('.uploads');
    const waiting = files.map((file) => ({ file, shown: row(list, file.name) }));
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await upload(zone, next.file, next.shown);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

  const zone = document.querySelector('[data-upload]');
  if (!zone) return;
  zone.hidden = false;
  const input = zone.querySelector('input[type=file]');
  input.addEventListener('change', () => {
    uploadAll(zone, [...input.files]);
    input.value = '';
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  document.addEventListener('dragleave', () => zone.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) uploadAll(zone, zone.dataset.replace ? files.slice(0, 1) : files);
  });
})();
