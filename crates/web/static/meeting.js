// The open page of a meeting: what is typed is saved as one types, what others write is shown at once, and a lost connection
// loses no word. Enhancement only: without this file each item is a form with the revision that was read.
"use strict";

(() => {
  const page = document.querySelector("[data-meeting]");
  if (!page) return;
  const POLL = 2500, HERE = 15000, PAUSE = 700, LONGEST = 3000;
  const words = page.dataset;
  const at = words.meeting;
  const headers = { "x-form-token": document.body.dataset.token, "x-live": "1" };
  const news = page.querySelector("[data-news]");
  const known = { version: Number(words.version), at: Number(words.at), items: Number(words.count), minutes: Number(words.minutes) };
  let isAway = false;
  const say = (text) => { if (news.textContent !== text) news.textContent = text; };

  const items = [...page.querySelectorAll("[data-item]")].map((article) => {
    const form = article.querySelector("form[data-live]");
    const text = form?.elements.text, revision = form?.elements.revision;
    // A browser may put back what was typed on a former page: that is no edit of the revision at hand, and a draft has it.
    if (text) text.value = text.defaultValue;
    // `synced` is what is known to be stored; `before` the words on which one typed on while they were joined with others'.
    return { article, form, text, revision, state: form?.querySelector("[data-live-state]"), synced: text?.value ?? "", before: null, refused: null, clash: null, act: "", timer: 0, since: 0, queue: Promise.resolve(), busy: 0 };
  });
  const byId = new Map(items.map((one) => [one.article.dataset.item, one]));
  const isOwn = (one) => Boolean(one.text) && (one.text.value !== one.synced || one.act !== "");
  const isDirty = (one) => isOwn(one) && !one.clash && (one.act !== "" || one.text.value !== one.refused);
  const show = (one, text) => { if (one.state) one.state.textContent = text; };

  function labels(one, data) {
    const put = (mark, text) => { const element = one.article.querySelector(mark); if (element && element.textContent !== text) element.textContent = text; };
    put("[data-state]", data.state);
    put("[data-dissent]", data.dissent);
    one.article.querySelectorAll("[data-decided]").forEach((element) => { element.hidden = !data.is_decided; });
    const list = one.article.querySelector("[data-steps]");
    if ([...list.children].map((line) => line.textContent).join("\n") !== data.steps.join("\n")) {
      list.replaceChildren(...data.steps.map((step) => { const line = document.createElement("li"); line.textContent = step; return line; }));
    }
  }

  // The stored text takes the place of the one shown; the caret stays about where it was.
  function put(one, data) {
    if (one.text.value !== data.text) {
      const caret = document.activeElement === one.text ? one.text.selectionStart : -1;
      one.text.value = data.text;
      if (caret >= 0) one.text.setSelectionRange(caret, caret);
    }
    Object.assign(one, { synced: data.text, before: null });
    one.revision.value = String(data.revision);
  }

  function minutes(next, isRead) {
    const forms = page.querySelectorAll("form[data-sign]");
    if (isRead) {
      known.minutes = next;
      forms.forEach((form) => { form.elements.read.value = String(next); });
    } else if (next !== known.minutes && forms.length) say(words.unread);
  }

  function unclash(one) {
    one.clash?.remove();
    one.clash = null;
  }

  function clash(one, told) {
    unclash(one);
    const box = document.createElement("div");
    box.className = "clash-live";
    const line = (tag, text, name) => { const element = document.createElement(tag); element.textContent = text; if (name) element.className = name; return element; };
    const lead = line("p", words.clash);
    lead.setAttribute("role", "alert");
    box.append(lead);
    for (const [theirs, mine] of told.conflicts) box.append(line("p", words.theirs, "quiet"), line("p", theirs, "said-text"), line("p", words.mine, "quiet"), line("p", mine, "said-text"));
    const actions = document.createElement("div");
    actions.className = "actions";
    for (const [kind, label] of [["mine", words.keepMine], ["theirs", words.keepTheirs], ["both", words.keepBoth]]) {
      const button = line("button", label, kind === "both" ? "small" : "button-quiet small");
      button.type = "button";
      button.addEventListener("click", () => {
        unclash(one);
        one.text.value = told[kind];
        one.revision.value = String(told.revision);
        Object.assign(one, { before: null, act: "save" });
        one.text.focus();
        save(one);
      });
      actions.append(button);
    }
    box.append(actions);
    one.form.querySelector(".actions").before(box);
    one.clash = box;
    one.act = "";
    show(one, "");
  }

  async function send(one) {
    if (!isDirty(one)) return;
    clearTimeout(one.timer);
    Object.assign(one, { timer: 0, since: 0 });
    const sent = one.text.value, act = one.act;
    const body = new URLSearchParams({ text: sent, revision: one.revision.value, act, minutes: String(known.minutes), why: act === "dissent" ? one.form.elements.why?.value ?? "" : "" });
    if (one.before !== null) body.set("before", one.before);
    show(one, words.saving);
    let answer, told;
    try {
      answer = await fetch(one.form.action, { method: "POST", headers, body });
      told = await answer.json().catch(() => ({}));
    } catch {
      isAway = true;
      say(words.away);
      show(one, "");
      return;
    }
    if (answer.ok) {
      if (one.act === act) one.act = "";
      labels(one, told.item);
      minutes(told.minutes, told.is_read);
      if (one.text.value === sent) {
        put(one, told.item);
        one.form.dispatchEvent(new Event("ariane:saved"));
      } else if (told.is_joined) Object.assign(one, { before: sent, synced: sent });
      else {
        Object.assign(one, { before: null, synced: sent });
        one.revision.value = String(told.item.revision);
      }
      show(one, told.is_joined ? words.joined : words.saved);
      if (isDirty(one)) later(one);
    } else if (answer.status === 409 && told.conflicts) clash(one, told);
    else if (answer.status === 401) { say(words.signedOut); show(one, ""); }
    else { Object.assign(one, { act: "", refused: sent }); show(one, told.error ?? words.away); }
  }

  function save(one) {
    one.busy += 1;
    one.queue = one.queue.then(() => send(one)).finally(() => { one.busy -= 1; });
    return one.queue;
  }

  function later(one) {
    clearTimeout(one.timer);
    one.since ||= Date.now();
    one.timer = setTimeout(() => save(one), Math.max(0, Math.min(PAUSE, one.since + LONGEST - Date.now())));
  }

  for (const one of items.filter((item) => item.form)) {
    one.form.addEventListener("input", () => { unclash(one); show(one, ""); later(one); });
    one.form.addEventListener("ariane:restored", () => later(one));
    one.form.addEventListener("submit", (event) => {
      event.preventDefault();
      one.act = event.submitter?.value || "save";
      unclash(one);
      save(one);
    });
  }

  // Whatever leads away from the page waits until what was typed is saved.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("form[data-live]") || form.dataset.flushed || !items.some(isDirty)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    await Promise.all(items.filter(isDirty).map(save));
    if (items.some(isDirty) && isAway) return;
    form.dataset.flushed = "1";
    form.requestSubmit(submitter && submitter.form === form ? submitter : undefined);
  }, true);
  window.addEventListener("pagehide", () => {
    for (const one of items.filter(isDirty)) {
      const body = new URLSearchParams({ text: one.text.value, revision: one.revision.value, act: one.act });
      if (one.before !== null) body.set("before", one.before);
      fetch(one.form.action, { method: "POST", headers, body, keepalive: true }).catch(() => {});
    }
  });

  async function look() {
    const asked = new URLSearchParams({ version: known.version, at: known.at, items: known.items });
    const answer = await fetch(at + "/sync?" + asked, { headers, cache: "no-store" });
    if (answer.redirected || answer.status === 401) { say(words.signedOut); return; }
    if (!answer.ok || items.some((one) => one.busy)) return;
    const told = await answer.json();
    if (items.some((one) => one.busy)) return;
    Object.assign(known, { version: told.version, at: told.at });
    page.querySelector("[data-here]").textContent = told.here.join(", ");
    for (const data of told.items) {
      const one = byId.get(data.id);
      if (!one) continue;
      labels(one, data);
      if (one.text && !isOwn(one) && !one.clash && data.revision > Number(one.revision.value)) put(one, data);
    }
    if (isAway && !items.some(isDirty)) { isAway = false; say(words.back); }
    if (told.word !== words.word || told.count !== known.items) say(words.changed);
    else minutes(told.minutes, false);
  }

  async function round() {
    try {
      await Promise.all(items.filter((one) => isDirty(one) && (isAway || !one.timer)).map(save));
      if (!document.hidden) await look();
    } catch {
      isAway = true;
      say(words.away);
    }
    setTimeout(round, POLL);
  }
  setTimeout(round, POLL);
  const here = () => { if (!document.hidden) fetch(at + "/here", { method: "POST", headers }).catch(() => {}); };
  setInterval(here, HERE);
})();
