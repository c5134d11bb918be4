// Keeps the preview of search result and shared link up to date while an editor writes, and counts characters.
document.addEventListener("DOMContentLoaded", () => {
  const preview = document.querySelector("[data-search-preview]");
  if (!preview) return;
  const form = preview.closest("form");
  const rules = JSON.parse(document.getElementById("search-preview-rules").textContent);
  const field = (name) => form.querySelector(`[name="${name}"]`);
  const text = (name) => (field(name)?.value ?? "").trim().replace(/\s+/g, " ");
  const first = (...texts) => texts.find(Boolean) ?? "";
  const show = (name, words) => { preview.querySelector(`[data-preview="${name}"]`).textContent = words; };

  const withBrand = (title) => {
    const room = [...title].length + [...rules.brand].length + 3 <= rules.longestTitle;
    return rules.brand && room && !title.includes(rules.brand) ? `${title} | ${rules.brand}` : title;
  };

  const shortened = (words) => {
    if ([...words].length <= rules.longestDescription) return words;
    const cut = [...words].slice(0, rules.longestDescription).join("");
    return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
  };

  const chosenPicture = () => {
    for (const name of ["social_image", "lead_image", "image"]) {
      const chooser = form.querySelector(`#id_${name}-chooser`);
      if (chooser && !chooser.classList.contains("blank")) return chooser.querySelector("img")?.src;
    }
    return "";
  };

  const counters = Object.entries(rules.lengths).map(([name, [low, high]]) => {
    const input = field(name);
    const counter = document.createElement("span");
    counter.className = "character-count";
    counter.id = `${input.id}-count`;
    input.insertAdjacentElement("afterend", counter);
    input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), counter.id].filter(Boolean).join(" "));
    return () => {
      const count = [...input.value.trim()].length;
      const state = count > high ? "long" : count && count < low ? "short" : "count";
      counter.dataset.state = state;
      counter.textContent = rules.words[state]
        .replace("%(count)s", count).replace("%(low)s", low).replace("%(high)s", high);
    };
  });

  const original = preview.querySelector("img").getAttribute("src");
  const refresh = () => {
    const title = first(text("seo_title"), text("title"));
    const description = shortened(first(text("search_description"), text("standfirst"), text("description")));
    show("title", withBrand(title));
    show("description", description);
    show("social", first(text("social_title"), title));
    show("social-description", description);
    const picture = preview.querySelector("img");
    const source = chosenPicture() || original || "";
    picture.hidden = !source;
    if (source && picture.src !== source) picture.src = source;
    counters.forEach((count) => count());
  };

  form.addEventListener("input", refresh);
  form.addEventListener("change", refresh);
  refresh();
});
