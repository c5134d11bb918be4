// The composer of live blogs: sends without leaving the page, follows what colleagues publish, and loses nothing.
(() => {
  "use strict";

  const ASK_EVERY = 4000;
  // The rich text editor hands its words to the form a quarter of a second after they were typed.
  const EDITOR_PAUSE = 350;
  const LARGEST_COPY = 200000;
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const find = (selector, within) => (within || document).querySelector(selector);
  const samePlace = (one, other) => new URL(one, location).pathname === new URL(other, location).pathname;
  const isSignIn = (response) => response.redirected && new URL(response.url).pathname.includes("/login/");
  const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

  // --- What the browser keeps ------------------------------------------------

  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* full, or forbidden */ } },
    drop: (key) => { try { localStorage.removeItem(key); } catch { /* forbidden */ } },
  };
  const keyOf = (form) => "live:" + form.dataset.liveForm;
  const own = (name) => name !== "csrfmiddlewaretoken";
  const copyOf = (form) => new URLSearchParams([...new FormData(form)].filter(([name, value]) => own(name) && typeof value === "string"));
  // Block keys and the number of the form differ from one empty form to the next.
  const wordsOf = (copy) => JSON.stringify([...copy]
    .filter(([name]) => name === "headline" || /-value(-|$)/.test(name) || /^(was_wrong|is_right|summary)$/.test(name))
    .map(([name, value]) => [name, value.replace(/"key":"[^"]*"/g, "")]));

  let untouched = null;

  function keepCopy(form) {
    if (!form.isConnected || form.dataset.busy !== undefined) return;
    const copy = copyOf(form);
    if (untouched === null || wordsOf(copy) === untouched) return;
    if (copy.toString().length < LARGEST_COPY) store.set(keyOf(form), copy.toString());
  }

  async function beginCopies(form) {
    // The editors inside build themselves first.
    await pause(1000);
    untouched = form.hasAttribute("data-live-restored") ? "" : wordsOf(copyOf(form));
  }

  function offerCopy(form) {
    const bar = find("[data-live-kept]");
    const kept = store.get(keyOf(form));
    if (!bar || !kept) return;
    bar.hidden = false;
    find("[data-live-discard]", bar).addEventListener("click", () => { store.drop(keyOf(form)); bar.hidden = true; });
    find("[data-live-restore]", bar).addEventListener("click", () => {
      const carrier = document.createElement("form");
      carrier.method = "post";
      const fields = [...new URLSearchParams(kept), ["restore", "1"], ["csrfmiddlewaretoken", tokenIn(document)]];
      fields.forEach(([name, value]) => {
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = name;
        field.value = value;
        carrier.append(field);
      });
      document.body.append(carrier);
      carrier.submit();
    });
  }

  // --- Sending ---------------------------------------------------------------

  const tokenIn = (page) => find("[name=csrfmiddlewaretoken]", page).value;

  // After a new sign-in in another tab the old token is void: take a new one from the same page.
  async function freshToken() {
    const response = await fetch(location.pathname);
    if (isSignIn(response) || !response.ok) return false;
    const token = tokenIn(await parsed(response));
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
    return true;
  }

  async function post(form, body) {
    const response = await fetch(form.action, { method: "POST", body: body() });
    if (response.status !== 403 || !(await freshToken())) return response;
    return fetch(form.action, { method: "POST", body: body() });
  }

  // Take the parts that somebody else may have changed out of a page that the server sent.
  function take(page, selectors) {
    selectors.forEach((selector) => {
      const here = find(selector);
      const there = find(selector, page);
      if (here && there && here.innerHTML !== there.innerHTML) replace(here, () => { here.innerHTML = there.innerHTML; });
    });
  }

  function replace(part, change) {
    const focused = part.contains(document.activeElement) && document.activeElement.id;
    change();
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
  }

  function fresh(form, page) {
    const next = document.importNode(find("[data-live-form]", page), true);
    form.replaceWith(next);
    beginCopies(next);
    return next;
  }

  function say(form, text) {
    const place = find("[data-live-said]", form);
    if (place) place.textContent = text;
  }

  async function send(form) {
    if (form.dataset.busy !== undefined) return;
    form.dataset.busy = "";
    const button = find("[data-live-send]", form);
    const fields = find("[data-live-fields]", form);
    const hadFocus = fields.contains(document.activeElement);
    // What is typed now would go neither into this update nor into the next.
    fields.inert = button.disabled = true;
    say(form, form.dataset.sending);
    await pause(EDITOR_PAUSE);
    try {
      await judge(form, await post(form, () => new FormData(form)));
    } catch {
      say(form, form.dataset.failed);
    }
    fields.inert = button.disabled = false;
    delete form.dataset.busy;
    if (form.isConnected && hadFocus) focusBox(form);
  }

  async function judge(form, response) {
    const home = form.dataset.liveHome;
    if (isSignIn(response)) return say(form, form.dataset.signedOut);
    if (response.redirected && !samePlace(response.url, home)) return say(form, form.dataset.refused);
    if (response.status === 403) return say(form, form.dataset.signedOut);
    if (!response.ok) return say(form, form.dataset.failed);
    if (response.redirected) {
      store.drop(keyOf(form));
      if (!samePlace(location, home)) return location.assign(home);
    }
    const page = await parsed(response);
    take(page, ["[data-live-state]", "[data-live-list]"]);
    const next = fresh(form, page);
    if (!response.redirected) return find(".help-critical, .error-message, .messages", next)?.scrollIntoView({ block: "center" });
    say(next, form.dataset.sent);
    focusBox(next);
  }

  async function focusBox(form) {
    await pause(300);
    const box = find("[contenteditable=true]", form);
    if (box) box.focus({ preventScroll: true });
  }

  // --- What colleagues do ----------------------------------------------------

  let etag = "";

  async function look(list) {
    if (document.hidden) return;
    const response = await fetch(list.dataset.livePoll, { headers: etag ? { "If-None-Match": etag } : {} });
    if (response.status !== 200 || response.redirected) return;
    etag = response.headers.get("ETag") || "";
    const known = new Set([...list.querySelectorAll("[id^=entry-]")].map((entry) => entry.id));
    const html = await response.text();
    if (html === list.dataset.shown) return;
    list.dataset.shown = html;
    replace(list, () => { list.innerHTML = html; });
    list.querySelectorAll("[id^=entry-]").forEach((entry) => entry.classList.toggle("live-entry--new", !known.has(entry.id)));
  }

  async function follow(list) {
    for (;;) {
      await pause(ASK_EVERY);
      try { await look(list); } catch { /* the line is down: ask again */ }
    }
  }

  // --- Beginning -------------------------------------------------------------

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("[data-live-form]")) {
      event.preventDefault();
      send(form);
    } else if (form.id === "live-do" && event.submitter) {
      event.preventDefault();
      const { name, value } = event.submitter;
      const body = () => { const data = new FormData(form); data.append(name, value); return data; };
      const box = find("[data-live-form]");
      try {
        const response = await post(form, body);
        if (response.ok && !isSignIn(response)) take(await parsed(response), ["[data-live-state]", "[data-live-list]"]);
        else if (box) say(box, box.dataset.signedOut);
      } catch {
        if (box) say(box, box.dataset.failed);
      }
    }
  });

  document.addEventListener("keydown", (event) => {
    const form = event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest?.("[data-live-form]");
    if (!form) return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit();
  }, true);

  const form = find("[data-live-form]");
  const list = find("[data-live-poll]");
  if (form) {
    beginCopies(form);
    offerCopy(form);
    setInterval(() => keepCopy(find("[data-live-form]")), 2000);
    if (list) focusBox(form);
  }
  if (list) follow(list);
})();
