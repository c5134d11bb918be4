// Wagtail's own question about a newer version counts: who said yes to it is not asked again by the server.
(function () {
  "use strict";

  // The moment up to which the question names newer versions, in the words of the server.
  let until = "";

  document.addEventListener("w-swap:json", function (event) {
    const sessions = (event.detail.data && event.detail.data.other_sessions) || [];
    const newer = sessions.find(function (session) {
      return session.revision_id;
    });
    if (newer) until = newer.last_seen_at;
  });

  // Before Wagtail itself presses the button again.
  document.addEventListener(
    "w-dialog:confirmed",
    function (event) {
      const form = document.querySelector("[data-edit-form]");
      if (!form || !until || event.target.id !== "w-save-confirmation-dialog") return;
      const field = form.elements.told_until || form.appendChild(document.createElement("input"));
      field.type = "hidden";
      field.name = "told_until";
      field.value = until;
    },
    true,
  );
})();
