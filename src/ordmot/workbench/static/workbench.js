/* What scripts add to the workbench: keys, live progress, dropped files, selected words.
   Every page works without it. */
"use strict";

document.documentElement.classList.add("with-script");

// Keys ---------------------------------------------------------------------------------------

const STORE = "ordmot-keys";

const defaultKeys = () =>
  Object.fromEntries(
    [...document.querySelectorAll("#keys kbd[data-action]")].map((key) => [
      key.dataset.action,
      key.textContent,
    ]),
  );

const readKeys = () => {
  try {
    return JSON.parse(localStorage.getItem(STORE)) || {};
  } catch {
    return {};
  }
};

const original = defaultKeys();
let chosen = readKeys();
const keyOf = (action) => chosen[action] || original[action];

const showKeys = () => {
  for (const key of document.querySelectorAll("#keys kbd[data-action]")) {
    key.textContent = keyOf(key.dataset.action);
  }
};

const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent);
let current = null;

const makeCurrent = (item, isQuiet) => {
  current?.classList.remove("current");
  current = item;
  if (!item) return;
  item.classList.add("current");
  item.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || isQuiet;
  item.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
};

const move = (step) => {
  const all = items();
  if (!all.length) return;
  const place = all.indexOf(current);
  makeCurrent(all[place < 0 ? 0 : Math.min(Math.max(place + step, 0), all.length - 1)]);
};

const press = (selector) => {
  if (!current) makeCurrent(items()[0]);
  const place = current || document;
  (place.querySelector(selector) || (current ? null : document.querySelector(selector)))?.click();
};

const open = (selector) => {
  const found = current?.querySelector(selector) || document.querySelector(selector);
  if (!found) return;
  for (let outer = found; outer; outer = outer.parentElement?.closest("details")) outer.open = true;
  found.scrollIntoView({ block: "nearest" });
  found.querySelector("input:not([type=hidden]), select, textarea")?.focus();
};

const ACTIONS = {
  down: () => move(1),
  up: () => move(-1),
  accept: () => press("[data-key=accept]"),
  reject: () => press("[data-key=reject]"),
  unsure: () => press("[data-key=unsure]"),
  second: () => press("[data-key=second]"),
  words: () => press("[data-words]"),
  open: () => press("[data-open]"),
  edit: () => open("details[data-edit]"),
  merge: () => open("details[data-merge]"),
  split: () => open("details[data-split]"),
  undo: () => document.querySelector("[data-key=undo]")?.click(),
  search: () => document.querySelector("#search").focus(),
  help: () => document.querySelector("#keys").showModal(),
};

const isTyping = (target) => target.closest("input, select, textarea, [contenteditable], dialog");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || chosen.off || isTyping(event.target)) return;
  // Enter stays what it is on a link or a button.
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  const action = Object.keys(ACTIONS).find((name) => keyOf(name) === event.key);
  if (!action) return;
  event.preventDefault();
  ACTIONS[action]();
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest("[data-item]");
  if (item && item !== current) {
    current?.classList.remove("current");
    current = item;
    item.classList.add("current");
  }
});

const showTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) {
    outer.open = true;
  }
  if (target.matches("[data-item]")) makeCurrent(target, true);
  else target.scrollIntoView({ block: "center" });
};

const remap = document.querySelector("[data-remap]");
if (remap) {
  const fields = [...remap.querySelectorAll("input[maxlength]")];
  const fill = () => {
    for (const field of fields) field.value = keyOf(field.name);
    remap.elements.off.checked = Boolean(chosen.off);
  };
  const keep = () => {
    localStorage.setItem(STORE, JSON.stringify(chosen));
    remap.querySelector("[data-kept]").hidden = false;
    showKeys();
    fill();
  };
  for (const field of fields) {
    field.disabled = false;
    field.addEventListener("keydown", (event) => {
      if (event.key === "Tab" || event.key === "Shift") return;
      event.preventDefault();
      field.value = event.key;
    });
  }
  remap.addEventListener("submit", (event) => {
    event.preventDefault();
    chosen = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    chosen.off = remap.elements.off.checked;
    keep();
  });
  remap.querySelector("[data-reset]").addEventListener("click", () => {
    chosen = {};
    keep();
  });
  fill();
}

// Progress -----------------------------------------------------------------------------------

const PAUSE = 600;

const watchProgress = async (box) => {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const answer = await fetch("/intake");
    if (!answer.ok) return;
    const now = await answer.json();
    if (!now.step) break;
    const bar = box.querySelector("progress");
    bar.max = now.total || 1;
    bar.value = now.done;
    box.querySelector("[data-count]").textContent = `${now.done} / ${now.total}`;
  }
  location.assign("/documents");
};

const progress = document.querySelector("[data-progress]");
if (progress) watchProgress(progress);

// Dropped files ------------------------------------------------------------------------------

const drop = document.querySelector("[data-drop]");
if (drop) {
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop.querySelector("input[type=file]").files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}

// Selected words -----------------------------------------------------------------------------

const adding = document.querySelector("[data-add-account]");

/** Count the characters of the document before a point of a block; signs beside the text do not
    stand in it. Offsets are code points: one emoji is one. */
const offsetIn = (block, node, place) => {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, place);
  return Number(block.dataset.start) + [...range.toString()].length;
};

if (adding) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const block = (node) => (node.nodeType === 1 ? node : node.parentElement).closest("[data-start]");
    const [from, to] = [block(range.startContainer), block(range.endContainer)];
    if (!from || from !== to) return;
    adding.elements.start.value = offsetIn(from, range.startContainer, range.startOffset);
    adding.elements.words.value = range.toString();
    adding.closest("details").open = true;
  });
  adding.elements.words.addEventListener("input", () => (adding.elements.start.value = ""));
}

showKeys();
showTarget();
addEventListener("hashchange", showTarget);
