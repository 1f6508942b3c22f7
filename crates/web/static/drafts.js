// Drafts: kept as one types, encrypted, in this browser only. The key comes from the server to a signed-in page and is
// held in memory; beside the drafts there is none. Enhancement only: forms are sent without this file too.
"use strict";

(() => {
  const BASE = "ariane-drafts";
  const OLD = 24 * 3600 * 1000;
  const account = document.body.dataset.account;
  if (!account || !window.indexedDB || !window.crypto?.subtle) return;

  const done = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
  let opened;
  function base() {
    opened ??= new Promise((yes, no) => {
      const request = indexedDB.open(BASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("drafts");
      request.onsuccess = () => { request.result.onversionchange = () => request.result.close(); yes(request.result); };
      request.onerror = () => no(request.error);
    });
    return opened;
  }
  const store = async (mode) => (await base()).transaction("drafts", mode).objectStore("drafts");
  const place = (name) => account + "/" + name;
  const wipe = async (name) => done((await store("readwrite")).delete(place(name)));

  let key;
  function keyFrom(address) {
    key ??= fetch(address, { method: "POST", headers: { "x-form-token": document.body.dataset.token } })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("no key"))))
      .then(({ key: text }) => crypto.subtle.importKey("raw", Uint8Array.from(atob(text), (c) => c.charCodeAt(0)), "AES-GCM", false, ["encrypt", "decrypt"]))
      .catch((error) => { key = undefined; throw error; });
    return key;
  }

  // What was sent is no longer a draft.
  const sent = document.querySelector("[data-draft-done]");
  if (sent) {
    const name = sent.dataset.draftDone === "call" ? "call" : "reply-" + location.pathname.split("/").pop();
    wipe(name).catch(() => {});
  }
  document.querySelectorAll("[data-sign-out]").forEach((form) => form.addEventListener("submit", () => {
    opened?.then((db) => db.close()).catch(() => {});
    indexedDB.deleteDatabase(BASE);
  }));

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const { draft: name, draftKey } = form.dataset;
    const state = form.querySelector("[data-draft-state]");
    const say = (text) => { state.textContent = text; };
    const fields = () => [...form.elements].filter((e) => e.name && e.name !== "form_token" && e.name !== "version" && e.type !== "submit");
    const read = () => fields().filter((e) => (e.type !== "radio" && e.type !== "checkbox") || e.checked).map((e) => [e.name, e.value]);
    function write(pairs) {
      for (const element of fields()) {
        const values = pairs.filter(([n]) => n === element.name).map(([, v]) => v);
        if (element.type === "radio" || element.type === "checkbox") element.checked = values.includes(element.value);
        else if (values.length) element.value = values.shift();
        if (element.checked || (element.value && element.tagName !== "SELECT")) element.closest("details")?.setAttribute("open", "");
      }
    }
    let empty = JSON.stringify(read());
    let timer = 0;
    async function keep() {
      const text = JSON.stringify(read());
      if (text === empty) return;
      try {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyFrom(draftKey), new TextEncoder().encode(text));
        // Saved by a script while it was sealed: it is no draft any more.
        if (JSON.stringify(read()) === empty) return;
        await done((await store("readwrite")).put({ at: Date.now(), iv, data }, place(name)));
        say(form.dataset.draftSaved);
        form.dataset.kept = String(Date.now());
      } catch { say(form.dataset.draftAway); }
    }
    let keeping = Promise.resolve();
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => { keeping = keep(); }, 400); });
    // A form that a script saves in place, such as an item of a meeting.
    form.addEventListener("ariane:saved", () => {
      clearTimeout(timer);
      empty = JSON.stringify(read());
      say("");
      keeping.then(() => { if (JSON.stringify(read()) === empty) wipe(name).catch(() => {}); });
    });

    async function restore() {
      const found = await done((await store("readonly")).get(place(name)));
      if (!found) return;
      if (Date.now() - found.at > OLD) return wipe(name);
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: found.iv }, await keyFrom(draftKey), found.data);
      const typed = JSON.stringify(read());
      if (typed !== empty) return;
      write(JSON.parse(new TextDecoder().decode(plain)));
      form.dispatchEvent(new Event("ariane:restored"));
      say(form.dataset.draftRestored + " ");
      const discard = document.createElement("button");
      discard.type = "button";
      discard.className = "link-button";
      discard.textContent = form.dataset.draftDiscard;
      discard.addEventListener("click", async () => { await wipe(name).catch(() => {}); location.reload(); });
      state.append(discard);
    }
    if ("draftFresh" in form.dataset) restore().catch(() => {});
    // The key is asked for while there is a connection, so that it is at hand when there is none.
    keyFrom(draftKey).catch(() => {});

    // A lost connection: the form waits and sends itself when the server answers again.
    form.addEventListener("submit", async (event) => {
      if (form.dataset.reached === "1" || event.submitter?.dataset.plain !== undefined) return;
      event.preventDefault();
      const submitter = event.submitter;
      clearTimeout(timer);
      await keep();
      for (;;) {
        try { if ((await fetch("/health", { cache: "no-store" })).ok) break; } catch { /* tried again below */ }
        say(form.dataset.draftAway);
        await new Promise((go) => setTimeout(go, 2000));
      }
      form.dataset.reached = "1";
      form.requestSubmit(submitter && submitter.form === form ? submitter : undefined);
      delete form.dataset.reached;
    });
  }
})();
