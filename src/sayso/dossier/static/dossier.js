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
