// Enhancements only: every page works without this file.
"use strict";

// Suggestions: a combobox in the manner of the ARIA Authoring Practices (list with automatic selection off).
function suggestions(input) {
  const form = input.form;
  const code = form.querySelector("input[name=code]");
  const list = document.createElement("ul");
  list.id = input.id + "-list";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label[for=" + input.id + "]").textContent);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  input.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }
  let active = -1;
  let asked = 0;
  let timer = 0;

  function close() {
    // An answer that is still under way would open the list again.
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function move(to) {
    const options = list.children;
    if (!options.length) return;
    active = (to + options.length) % options.length;
    [...options].forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }
  function choose(option) {
    input.value = option.dataset.name;
    code.value = option.dataset.code;
    close();
  }
  async function ask() {
    const text = input.value.trim();
    const mine = ++asked;
    if (text.length < 2) { close(); return; }
    let found = [];
    try {
      // Words about a person's health travel in the body, not in an address.
      const asked = new URLSearchParams({ lang: input.dataset.suggest, q: text });
      const answer = input.dataset.suggestFrom
        ? await fetch(input.dataset.suggestFrom, { method: "POST", body: asked })
        : await fetch("/api/suggest?" + asked);
      found = answer.ok ? await answer.json() : [];
    } catch { found = []; }
    if (mine !== asked) return;
    list.replaceChildren(...found.map((item, i) => {
      const option = document.createElement("li");
      option.id = list.id + "-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.name = item.name;
      option.dataset.code = item.code;
      const name = document.createElement("span");
      name.textContent = item.name;
      if (item.language) name.lang = item.language;
      const detail = document.createElement("small");
      detail.textContent = [item.level, item.why].filter(Boolean).join(" · ");
      option.append(name, detail);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(option); });
      return option;
    }));
    active = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length ? input.dataset.some : input.dataset.none;
  }
  input.addEventListener("input", () => {
    code.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, 60);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { event.preventDefault(); if (list.hidden) ask(); else move(active + 1); }
    else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); move(active < 0 ? -1 : active - 1); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); choose(list.children[active]); }
    else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
  });
  input.addEventListener("blur", close);
}

// "My position": rounded to two decimals (about a kilometre) before it leaves the browser.
function position(input) {
  if (!("geolocation" in navigator)) return;
  const hidden = input.form.querySelector("input[name=position]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-quiet";
  button.textContent = input.dataset.position;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  input.after(button, status);
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition((found) => {
      hidden.value = found.coords.latitude.toFixed(2) + "," + found.coords.longitude.toFixed(2);
      input.value = "";
      status.textContent = input.dataset.positionDone;
    }, () => {
      hidden.value = "";
      status.textContent = input.dataset.positionFailed;
      input.focus();
    }, { timeout: 10000, maximumAge: 600000 });
  });
  input.addEventListener("input", () => { hidden.value = ""; status.textContent = ""; });
}

// A file is read into the field beside it, where it can be seen before it is sent.
function fileInto(field) {
  const label = document.createElement("label");
  label.className = "file";
  label.textContent = field.dataset.file + " ";
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (file && file.size < 1000000) field.value = await file.text();
    input.value = "";
    field.focus();
  });
  label.append(input);
  field.after(label);
}

document.querySelectorAll("textarea[data-file]").forEach(fileInto);
document.querySelectorAll("input[data-suggest]").forEach(suggestions);
document.querySelectorAll("input[data-position]").forEach(position);
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.querySelector(".errors")?.focus();
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector("input[type=search]");
    if (field) { event.preventDefault(); field.focus(); }
  }
});
