// Keys, what a choice would change, and dropping of files. Every page works without it.
"use strict";
{
  const find = (selector, root = document) => root.querySelector(selector);
  const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = find("form.judge");
  const effect = find("[data-effect]");
  const token = document.body.dataset.token;

  // A chosen line lights its reading and says what it would change.
  let asked = 0;
  const foresee = async () => {
    const chosen = form && find("input[name=choice]:checked", form);
    if (!chosen) return;
    for (const node of findAll("[data-choice]")) node.classList.toggle("chosen", node.dataset.choice === chosen.value);
    const mine = ++asked;
    effect.textContent = "…";
    const answer = await fetch("/api/effect", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const told = await answer.json();
    if (mine !== asked) return;
    if (told.working) { effect.textContent = "working it out …"; setTimeout(() => { if (mine === asked) foresee().catch(() => {}); }, 500); return; }
    effect.textContent = told.error ? told.error.remedy || told.error.message : told.effect.join(" ");
  };
  let waiting = 0;
  const foreseeSoon = () => { clearTimeout(waiting); waiting = setTimeout(() => foresee().catch(() => { effect.textContent = "cannot be told now."; }), 150); };
  if (form) {
    form.addEventListener("change", foreseeSoon);
    for (const field of findAll("[data-for]", form)) field.addEventListener("input", () => {
      const names = field.dataset.for.split(" ");
      const chosen = find("input[name=choice]:checked", form);
      if (!chosen || !names.includes(chosen.value)) find(`input[name=choice][value="${names[0]}"]`, form).checked = true;
      foreseeSoon();
    });
    form.addEventListener("submit", () => { for (const button of findAll("button", form)) button.disabled = true; });
    foreseeSoon();
  }
  addEventListener("pageshow", () => findAll("form button:disabled").forEach((button) => { button.disabled = false; }));

  const current = find(".queue a[aria-current]");
  current?.scrollIntoView({ block: "nearest" });

  const follow = (selector) => { const link = find(selector); if (link) location.assign(link.href); };
  const keys = {
    j: () => follow(".crumb a[rel=next]"),
    k: () => follow(".crumb a[rel=prev]"),
    w: () => find("#why")?.focus(),
    t: () => { const words = find("#ctx"); words?.scrollIntoView(); words?.focus(); },
    "/": () => find("#search")?.focus(),
    "?": () => find(".keys")?.scrollIntoView(),
    Enter: () => { if (form && find("input[name=choice]:checked", form)) form.requestSubmit(); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && form?.contains(event.target)) return form.requestSubmit();
    if (event.key === "Escape") {
      for (const menu of findAll("details.menu[open]")) menu.open = false;
      return document.activeElement.blur();
    }
    const typing = event.target.matches("input:not([type=radio]), textarea, select");
    if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "Enter" && event.target.matches("a, button, summary")) return;
    const chosen = find(`[data-key="${CSS.escape(event.key)}"]`);
    if (chosen) {
      event.preventDefault();
      if (chosen.type !== "radio") return chosen.click();
      chosen.checked = true;
      chosen.focus();
      chosen.dispatchEvent(new Event("change", { bubbles: true }));
      find(`[data-for~="${CSS.escape(chosen.value)}"]`, form)?.focus();
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // One menu at a time, and none when one looks elsewhere.
  addEventListener("click", (event) => {
    for (const menu of findAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  // While the case is worked on, the page asks how far it is, and shows the outcome unless someone is writing or on
  // the way to another page: loading this one again would take that way from under them.
  const notice = find("[data-notice]");
  let leaving = false;
  addEventListener("beforeunload", () => { leaving = true; setTimeout(() => { leaving = false; }, 10_000); });
  const isIdle = () => !find("textarea")?.value && !document.activeElement.matches("input, textarea, select");
  const followUp = async () => {
    const told = await (await fetch("/api/standing")).json();
    if (leaving) return void setTimeout(() => followUp().catch(() => {}), 800);
    if (told.error) notice.textContent = `${told.error.message}. ${told.error.remedy}`;
    else if (!told.notice && isIdle()) return location.reload();
    else notice.textContent = told.notice || "It is worked in. Load the page again to see it.";
    if (told.error || told.notice) setTimeout(() => followUp().catch(() => {}), 800);
  };
  if (notice) setTimeout(() => followUp().catch(() => {}), 500);

  // Files are dropped, sent, and their reading followed.
  const drop = find(".drop");
  if (drop) {
    const progress = find("[data-progress]");
    const watch = async () => {
      const told = await (await fetch("/api/adding")).json();
      progress.textContent = told.words;
      if (told.busy) setTimeout(watch, 400);
      else if (told.done) location.assign("/documents");
    };
    const send = async (files) => {
      const body = new FormData();
      body.append("token", token);
      for (const file of files) body.append("files", file);
      progress.textContent = "sending …";
      const answer = await fetch("/documents", { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (told.error) progress.textContent = `${told.error.message}. ${told.error.remedy}`;
      else watch();
    };
    for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    for (const name of ["dragleave", "drop"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.remove("over"); });
    drop.addEventListener("drop", (event) => send(event.dataTransfer.files));
    find("form", drop).addEventListener("submit", (event) => { event.preventDefault(); send(find("input[type=file]", drop).files); });
    if (progress.dataset.progress === "busy") watch();
  }
}
