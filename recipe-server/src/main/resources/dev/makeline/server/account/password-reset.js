'use strict';

const form = document.getElementById('form');
const outcome = document.getElementById('outcome');
const token = location.hash.slice(1);

// Not in the address any longer than needed, nor in the history.
history.replaceState(null, '', location.pathname);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  outcome.textContent = '';
  try {
    const answer = await fetch('/v1/password-resets/completions', {
      method: 'POST',
      credentials: 'omit',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({token, password: document.getElementById('password').value}),
    });
    if (answer.ok) {
      form.remove();
      outcome.textContent = 'The password is set. Log in with it.';
    } else {
      outcome.textContent = (await answer.json()).detail;
    }
  } catch (_) {
    outcome.textContent = 'The server does not answer; try again.';
  }
});
