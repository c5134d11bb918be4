// The standards beside the story editor: a finding leads to its field, and the list follows the saved draft.
(function () {
  "use strict";

  function fieldNamed(name) {
    return (
      document.querySelector('[data-contentpath="' + name + '"]') ||
      document.getElementById("id_" + name + "-FORMS") ||
      document.getElementById("id_" + name)
    );
  }

  function reveal(field) {
    const tab = field.closest('[role="tabpanel"]');
    if (tab && tab.hidden) {
      const link = document.querySelector('[role="tab"][aria-controls="' + tab.id + '"], [role="tab"][href="#' + tab.id + '"]');
      if (link) link.click();
    }
    const panel = field.closest("[data-panel]");
    const toggle = panel && panel.querySelector('[data-panel-toggle][aria-expanded="false"]');
    if (toggle) toggle.click();
    // A tab that has just been opened takes the focus for itself first.
    setTimeout(function () {
      field.scrollIntoView({ block: "center" });
      const inputs = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
      const target = field.matches(inputs) ? field : field.querySelector(inputs) || field.querySelector("button");
      if (target) target.focus({ preventScroll: true });
    }, 50);
  }

  // The address of an editor names its story, also after the first save has made one of a new form.
  function findingsUrl(panel) {
    const match = location.pathname.match(/^(.*)\/pages\/(\d+)\/edit\//);
    return panel.dataset.standardsUrl || (match ? match[1] + "/standards/" + match[2] + "/findings/" : "");
  }

  async function look(panel) {
    const url = findingsUrl(panel);
    if (!url) return;
    const answer = await fetch(url, { credentials: "same-origin" });
    if (!answer.ok) return;
    panel.querySelector("[data-standards-findings]").innerHTML = await answer.text();
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest("[data-finding-field]");
    if (link) {
      event.preventDefault();
      const field = fieldNamed(link.dataset.findingField);
      if (field) reveal(field);
      return;
    }
    const again = event.target.closest("[data-standards-again]");
    if (again) look(again.closest("[data-standards]"));
  });

  document.addEventListener("w-autosave:success", function () {
    document.querySelectorAll("[data-standards]").forEach(look);
  });
})();
