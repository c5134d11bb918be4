// Fronts: buttons fetch the board in place of the page, stories can be dragged, and unlaunched work is not left by mistake.
(function () {
  "use strict";

  const form = document.querySelector("[data-fronts]");
  if (!form) return;
  const board = form.querySelector("[data-fronts-board]");
  const said = document.querySelector("[data-fronts-said]");
  let leaving = false;
  let busy = false;
  let dragged = null;

  function prepare() {
    board.querySelectorAll("[data-fronts-story]").forEach(function (card) {
      card.draggable = true;
    });
  }

  function say(words) {
    said.textContent = words;
  }

  function focusOn(key, story) {
    const again = key && board.querySelector('[data-fronts-key="' + key + '"]:not([disabled])');
    const near = story && board.querySelector('[data-fronts-story="' + story + '"] button:not([disabled])');
    const target = again || near;
    if (target) target.focus();
  }

  async function take(action, key, story) {
    if (busy) return;
    busy = true;
    board.setAttribute("aria-busy", "true");
    const data = new FormData(form);
    data.set("do", action);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { "X-Board": "1" },
        credentials: "same-origin",
        redirect: "error",
      });
      if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
      board.innerHTML = await answer.text();
      prepare();
      focusOn(key, story);
      const words = board.querySelector("[data-fronts-words]");
      say(words ? words.dataset.frontsWords : "");
    } catch {
      const state = board.querySelector("[data-fronts-words]");
      if (state) state.textContent = form.dataset.frontsFailed;
      say(form.dataset.frontsFailed);
    }
    busy = false;
    board.removeAttribute("aria-busy");
  }

  form.addEventListener("submit", function (event) {
    const button = event.submitter;
    if (!button || "frontsWhole" in button.dataset) {
      leaving = !(button && button.formTarget);
      return;
    }
    event.preventDefault();
    const card = button.closest("[data-fronts-story]");
    take(button.value, button.dataset.frontsKey || "q", card && card.dataset.frontsStory);
  });

  window.addEventListener("beforeunload", function (event) {
    if (!leaving && board.querySelector("[data-fronts-touched]")) event.preventDefault();
  });

  // --- Dragging ------------------------------------------------------------------

  function unmark() {
    board.querySelectorAll(".is-before, .is-after").forEach(function (card) {
      card.classList.remove("is-before", "is-after");
    });
  }

  function targetOf(event) {
    const place = event.target.closest && event.target.closest("[data-fronts-place]");
    if (!place) return null;
    const card = event.target.closest("[data-fronts-index]") || place.lastElementChild;
    if (!card) return null;
    const box = card.getBoundingClientRect();
    const byHand = card.classList.contains("fronts-card--hand");
    const after = byHand && event.clientY > box.top + box.height / 2;
    return { place: place.dataset.frontsPlace, card: card, after: after, index: Number(card.dataset.frontsIndex) + (after ? 1 : 0) };
  }

  form.addEventListener("dragstart", function (event) {
    const card = event.target.closest("[data-fronts-story]");
    if (!card) return;
    dragged = card.dataset.frontsStory;
    card.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
  });

  form.addEventListener("dragover", function (event) {
    const target = dragged && targetOf(event);
    unmark();
    if (!target) return;
    event.preventDefault();
    target.card.classList.add(target.after ? "is-after" : "is-before");
  });

  form.addEventListener("drop", function (event) {
    const target = dragged && targetOf(event);
    if (!target) return;
    event.preventDefault();
    take("place:" + target.place + ":" + target.index + ":" + dragged, "", dragged);
  });

  form.addEventListener("dragend", function () {
    dragged = null;
    unmark();
    board.querySelectorAll(".is-dragged").forEach(function (card) {
      card.classList.remove("is-dragged");
    });
  });

  prepare();
})();
