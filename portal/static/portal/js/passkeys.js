// Passkeys: hands the server's options to the browser, and the browser's answer to the form.
(() => {
  const form = document.querySelector('form[data-passkey]');
  if (!form) return;
  const button = form.querySelector('[data-passkey-start]');
  const note = form.querySelector('[data-passkey-note]');
  const { PublicKeyCredential: passkeys } = window;
  const isNew = form.dataset.passkey === 'new';

  const say = (name) => {
    note.textContent = note.dataset[name];
    note.hidden = false;
  };
  if (!passkeys?.parseCreationOptionsFromJSON) {
    say('missing');
    return;
  }
  button.hidden = false;
  button.addEventListener('click', async () => {
    const options = JSON.parse(document.getElementById('passkey-options').textContent);
    try {
      const credential = isNew
        ? await navigator.credentials.create({ publicKey: passkeys.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: passkeys.parseRequestOptionsFromJSON(options) });
      form.elements.passkey.value = JSON.stringify(credential);
      form.submit();
    } catch {
      say('failed');
    }
  });
})();
