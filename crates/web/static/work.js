// Work pages: keys, presence, the length of a call. Enhancement only: every page works without this file.
"use strict";

(() => {
  const body = document.body;
  const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "") && !/^(radio|checkbox|submit)$/.test(document.activeElement.type);

  // The list of keys: beside the page, never over a conversation as a dialog.
  const keys = document.getElementById("keys");
  const button = document.querySelector("[data-keys]");
  function toggle() {
    keys.hidden = !keys.hidden;
    button.setAttribute("aria-expanded", String(!keys.hidden));
    if (!keys.hidden) keys.focus();
    else button.focus();
  }
  if (button) {
    button.hidden = false;
    button.addEventListener("click", toggle);
  }

  const lines = [...document.querySelectorAll("[data-line]")];
  let here = -1;
  function move(by) {
    if (!lines.length) return;
    here = Math.min(Math.max(here + by, 0), lines.length - 1);
    lines.forEach((line, at) => line.classList.toggle("is-here", at === here));
    lines[here].querySelector("[data-open]").focus();
  }
  lines.forEach((line, at) => line.addEventListener("focusin", () => { here = at; }));

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = document.activeElement?.closest("form[data-save]") ?? document.querySelector("form[data-save]");
      if (form) {
        event.preventDefault();
        form.requestSubmit(form.querySelector(".save button[type=submit], .actions button[type=submit]") ?? undefined);
      }
      return;
    }
    if (event.key === "Escape" && keys && !keys.hidden) { toggle(); return; }
    if (typing() || event.ctrlKey || event.metaKey || event.altKey) return;
    const go = (address) => { if (address) location.assign(address); };
    const acts = {
      "?": toggle,
      n: () => go(body.dataset.call),
      j: () => move(1),
      k: () => move(-1),
      c: () => (lines[here] ?? document).querySelector("[data-claim]")?.click(),
      r: () => document.querySelector("[data-reply]")?.focus(),
      a: () => document.querySelector("[data-colleague]")?.focus(),
    };
    const act = acts[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // The length of the call, written into its field until somebody types another.
  const timer = document.querySelector("[data-timer]");
  const began = Number(document.querySelector("input[name=began]")?.value);
  if (timer && began && !timer.value) {
    const shown = document.createElement("p");
    shown.className = "hint";
    timer.after(shown);
    let own = false;
    timer.addEventListener("input", () => { own = true; });
    const tick = () => {
      const seconds = Math.max(0, Math.floor(Date.now() / 1000 - began));
      shown.textContent = timer.dataset.timer + " " + Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      shown.dataset.minutes = String(Math.max(1, Math.round(seconds / 60)));
    };
    tick();
    setInterval(tick, 1000);
    timer.form.addEventListener("submit", () => { if (!own && !timer.value) timer.value = shown.dataset.minutes; }, true);
  }

  // Words of danger bring up the emergency number while the caller still speaks.
  const watched = document.querySelector("form[data-danger]");
  if (watched) {
    const banner = document.createElement("section");
    banner.className = "danger";
    banner.setAttribute("role", "alert");
    banner.hidden = true;
    watched.prepend(banner);
    let later = 0;
    const look = async () => {
      const text = ["summary", "note", "listening"].map((name) => watched.elements[name].value).join(" ");
      try {
        const answer = await fetch(watched.dataset.danger, { method: "POST", headers: { "x-form-token": body.dataset.token }, body: new URLSearchParams({ text }) });
        if (!answer.ok) return;
        const { title, lines, call, number } = await answer.json();
        // A miss is no reassurance: what was shown stays until the form is left.
        if (!lines.length || !banner.hidden) return;
        const heading = document.createElement("h2");
        heading.textContent = title;
        const link = document.createElement("a");
        link.href = "tel:" + number;
        link.textContent = call;
        const big = document.createElement("p");
        big.className = "big";
        big.append(link);
        banner.replaceChildren(heading, ...lines.map((line) => { const p = document.createElement("p"); p.textContent = line; return p; }), big);
        banner.hidden = false;
      } catch { /* asked again with the next word */ }
    };
    watched.addEventListener("input", (event) => {
      if (!["summary", "note", "listening"].includes(event.target.name)) return;
      clearTimeout(later);
      later = setTimeout(look, 300);
    });
  }

  // Who else is here: asked every few seconds while the page is looked at.
  const page = document.querySelector("[data-enquiry]");
  const presence = document.querySelector("[data-presence]");
  if (page && presence) {
    let wrote = 0;
    document.querySelector("[data-reply]")?.addEventListener("input", () => { wrote = Date.now(); });
    const ask = async () => {
      if (document.hidden) return;
      const doing = Date.now() - wrote < 30000 ? "writing" : "reading";
      try {
        const answer = await fetch(page.dataset.enquiry + "/presence/" + doing, { method: "POST", headers: { "x-form-token": body.dataset.token } });
        if (!answer.ok) return;
        const { others, version, moved } = await answer.json();
        const said = version === Number(page.dataset.version) ? others : [...others, moved];
        if (presence.textContent.trim() !== said.join(" ")) presence.textContent = said.join(" ");
      } catch { /* asked again */ }
    };
    setInterval(ask, 15000);
    setTimeout(ask, 1000);
  }
  document.getElementById("doubles")?.focus();
})();
