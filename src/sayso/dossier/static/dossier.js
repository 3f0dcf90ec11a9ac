// Twin lighting, opening of rows and keys. Everything reads without it.
"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// A figure and its words light up together, both ways.
const twins = new Map();
for (const node of all("[data-slot]")) {
  for (const slot of node.dataset.slot.split(" ")) twins.set(slot, [...(twins.get(slot) ?? []), node]);
}
const light = (node, on) => {
  for (const slot of node.dataset.slot.split(" ")) twins.get(slot).forEach((twin) => twin.classList.toggle("lit", on));
};
for (const node of all("[data-slot]")) {
  for (const name of ["mouseenter", "focusin"]) node.addEventListener(name, () => light(node, true));
  for (const name of ["mouseleave", "focusout"]) node.addEventListener(name, () => light(node, false));
}

// Following a mark to its row opens the row.
const openTarget = () => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const details = target?.querySelector(":scope > details");
  if (details) details.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

for (const button of all("[data-open]")) {
  const open = button.dataset.open === "all";
  button.addEventListener("click", () => all(".row > details").forEach((details) => { details.open = open; }));
}
addEventListener("beforeprint", () => all(".row > details").forEach((details) => { details.open = true; }));

// Two accounts side by side: what one tells next to what the other tells of the same slot, scrolled together.
const accounts = document.getElementById("accounts");
const tools = accounts && accounts.querySelector(".beside-tools");
if (tools) {
  const part = (name) => tools.querySelector(`[data-beside="${name}"]`);
  const [left, right, button, says] = ["left", "right", "on", "says"].map(part);
  const boxes = () => [left, right].map((one) => document.getElementById(one.value).querySelector(".text"));
  const isOn = () => accounts.classList.contains("beside");
  const marksOf = (box) => all("a.mark[data-slot]", box);
  let leading = null;

  // The first mark in sight that the other tells of, too, sets the other's place.
  const follow = (box, other) => {
    if (!isOn() || (leading && leading !== box)) return;
    leading = box;
    const theirs = new Map(marksOf(other).map((mark) => [mark.dataset.slot, mark]).reverse());
    const top = box.getBoundingClientRect().top;
    const mine = marksOf(box).find((mark) => mark.getBoundingClientRect().bottom > top + 8 && theirs.has(mark.dataset.slot));
    all(".mark.together", accounts).forEach((mark) => mark.classList.remove("together"));
    if (mine) {
      const twin = theirs.get(mine.dataset.slot);
      other.scrollTop += twin.getBoundingClientRect().top - other.getBoundingClientRect().top - (mine.getBoundingClientRect().top - top);
      [mine, twin].forEach((mark) => mark.classList.add("together"));
    }
    clearTimeout(follow.free);
    follow.free = setTimeout(() => { leading = null; }, 120);
  };

  const show = (on) => {
    accounts.classList.toggle("beside", on);
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "one below the other" : "side by side";
    all(".account", accounts).forEach((account) => {
      account.classList.remove("at-left", "at-right");
      const text = account.querySelector(".text");
      text.onscroll = null;
      text.removeAttribute("tabindex");
    });
    says.textContent = "";
    if (!on) return;
    const [one, other] = boxes();
    one.closest(".account").classList.add("at-left");
    other.closest(".account").classList.add("at-right");
    [[one, other], [other, one]].forEach(([box, twin]) => { box.tabIndex = 0; box.onscroll = () => follow(box, twin); });
    const [mine, theirs] = [one, other].map((box) => new Set(marksOf(box).map((mark) => mark.dataset.slot)));
    const both = [...mine].filter((slot) => theirs.has(slot));
    const parted = both.filter((slot) => marksOf(one).some((mark) => mark.dataset.slot === slot && mark.classList.contains("parted")));
    says.textContent = `Both tell of ${both.length} slots; accounts part over ${parted.length} of them.`;
    follow(one, other);
  };

  tools.hidden = false;
  button.addEventListener("click", () => show(!isOn()));
  for (const [chosen, other] of [[left, right], [right, left]]) chosen.addEventListener("change", () => {
    if (chosen.value === other.value) other.selectedIndex = (other.selectedIndex + 1) % other.options.length;
    show(true);
  });
  // A link to what is not shown here leads there all the same; paper shows all accounts.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    const account = target && target.closest(".account");
    if (isOn() && account && getComputedStyle(account).display === "none") { show(false); target.scrollIntoView(); }
  });
  addEventListener("beforeprint", () => show(false));
}
