'use strict';

// The link's token stands behind the # of its address, where no server and no log sees it. The form
// sends it; who has no script copies it there.
const token = document.getElementById('token');
if (location.hash.length > 1) {
  token.value = location.hash.slice(1);
  // Not in the address any longer than needed, nor in the history.
  history.replaceState(null, '', location.pathname);
}
if (token.value) {
  document.getElementById('token-field').hidden = true;
  document.getElementById('password').focus();
}
