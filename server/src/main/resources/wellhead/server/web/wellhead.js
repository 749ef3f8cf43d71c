// The page works without this file. With it, the page completes what is typed, answers to keys, shows times in the
// reader's own zone, and lets a stretch of the histogram be drawn.
"use strict";

const form = document.querySelector("form.search");
const box = form.elements.q;

// ---- Completions: an editable combobox with a list, as the ARIA Authoring Practices describe it ----

const list = document.createElement("ul");
list.id = "completions";
list.className = "completions";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Completions");
list.hidden = true;
box.after(list);
box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", list.id);
box.setAttribute("aria-expanded", "false");

let typed = box.value; // what the reader wrote, which arrows pass by and come back to
let chosen = -1;
let asking = null;

function close() {
  asking?.abort();
  asking = null;
  list.hidden = true;
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function open(completions) {
  list.replaceChildren(
    ...completions.map((text, i) => {
      const option = document.createElement("li");
      option.id = `completion-${i}`;
      option.dir = "auto";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      return option;
    }),
  );
  chosen = -1;
  box.removeAttribute("aria-activedescendant");
  list.hidden = completions.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
}

async function complete() {
  asking?.abort();
  if (typed.trim() === "" || typed.length > 200) {
    close();
    return;
  }
  const turn = (asking = new AbortController());
  try {
    const address = new URL(form.dataset.suggest, document.baseURI);
    address.searchParams.set("q", typed);
    const answer = await fetch(address, { signal: turn.signal });
    const [, completions] = answer.ok ? await answer.json() : ["", []];
    if (turn === asking) {
      open(completions.filter((text) => text !== typed));
    }
  } catch {
    // aborted by the next letter, or the server is away: the box goes on working as a box
  }
}

function choose(next) {
  const options = list.children;
  options[chosen]?.setAttribute("aria-selected", "false");
  chosen = next;
  const option = options[chosen];
  if (option) {
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
    box.value = option.textContent;
  } else {
    box.removeAttribute("aria-activedescendant");
    box.value = typed;
  }
}

box.addEventListener("input", (event) => {
  typed = box.value;
  if (!event.isComposing) {
    complete();
  }
});
box.addEventListener("compositionend", complete);
box.addEventListener("blur", close);
list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) {
    box.value = option.textContent;
    close();
    form.requestSubmit();
  }
});

box.addEventListener("keydown", (event) => {
  const count = list.children.length;
  switch (event.key) {
    case "ArrowDown":
      event.preventDefault();
      event.stopPropagation(); // or the first hit, once it has the focus, would be walked on from
      if (list.hidden) {
        box.value === "" ? hits()[0]?.focus() : complete();
      } else {
        choose(chosen + 1 < count ? chosen + 1 : -1);
      }
      break;
    case "ArrowUp":
      if (!list.hidden) {
        event.preventDefault();
        choose(chosen < 0 ? count - 1 : chosen - 1);
      }
      break;
    case "Escape":
      if (!list.hidden) {
        event.preventDefault(); // the browser would empty the box
        box.value = typed;
        close();
      }
      break;
    case "Enter":
      close();
      break;
  }
});

// ---- Keys: / goes to the box, arrows walk the hits, Escape goes back to the box ----

const hits = () => [...document.querySelectorAll("ol.hits h3 a")];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  const at = document.activeElement;
  if (event.key === "/" && !at.matches("input, textarea, select")) {
    event.preventDefault();
    box.focus();
    box.select();
    return;
  }
  const all = hits();
  const place = all.indexOf(at);
  if (place < 0) {
    return;
  }
  switch (event.key) {
    case "ArrowDown":
      event.preventDefault();
      all[Math.min(place + 1, all.length - 1)].focus();
      break;
    case "ArrowUp":
      event.preventDefault();
      (place === 0 ? box : all[place - 1]).focus();
      break;
    case "Escape":
      box.focus();
      break;
  }
});

// ---- Something is going on: said at once, for a slow line ----

form.addEventListener("submit", () => document.body.classList.add("loading"));
window.addEventListener("pageshow", () => document.body.classList.remove("loading"));

// ---- Times in the reader's zone: the server words them, so the page asks once more, with tz in the address ----

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const isUtc = /^(Etc\/)?(UTC|GMT|Universal|Zulu|UCT)$/.test(zone ?? "UTC");

async function inOwnZone() {
  const here = new URL(location.href);
  if (isUtc || here.searchParams.has("tz") || !document.querySelector("[data-zoned]")) {
    return;
  }
  here.searchParams.set("tz", zone);
  try {
    const answer = await fetch(here, { headers: { Accept: "text/html" } });
    if (answer.ok && !document.querySelector("main").contains(document.activeElement)) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelector("main").replaceWith(page.querySelector("main"));
      keep("tz", zone);
      history.replaceState(history.state, "", here);
    }
  } catch {
    // times stay in UTC, and say so
  }
}

function keep(name, value) {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  form.append(field);
}

inOwnZone();

// ---- The histogram: a stretch of it, drawn with the pointer, becomes the window ----

let from = null;

const barAt = (event) =>
  event.target.closest?.("svg.histogram") &&
  [...event.target.closest("svg.histogram").querySelectorAll("[data-start]")].find((bar) => {
    const { left, right } = bar.getBoundingClientRect();
    return left <= event.clientX && event.clientX < right;
  });

function paint(to) {
  const bars = [...document.querySelectorAll("svg.histogram [data-start]")];
  const ends = [bars.indexOf(from), bars.indexOf(to)].sort((a, b) => a - b);
  bars.forEach((bar, i) => bar.classList.toggle("drawn", from !== null && ends[0] <= i && i <= ends[1]));
  return [bars[ends[0]], bars[ends[1]]];
}

document.addEventListener("pointerdown", (event) => {
  from = event.button === 0 ? (barAt(event) ?? null) : null;
});
document.addEventListener("pointermove", (event) => {
  const to = from && barAt(event);
  if (to) {
    paint(to);
  }
});
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("svg.histogram")) {
    event.preventDefault(); // a bar is a link, and links are dragged away by default
  }
});
document.addEventListener("pointerup", (event) => {
  const to = from && barAt(event);
  if (to && to !== from) {
    const [first, last] = paint(to);
    const some = document.querySelector("svg.histogram a"); // an empty bar is no link
    const there = new URL(some.getAttribute("href"), document.baseURI);
    there.searchParams.set("since", first.dataset.start);
    there.searchParams.set("until", last.dataset.end);
    location.assign(there);
  }
  from = null;
});
// a press that ends elsewhere is no click on the bar it began at
document.addEventListener("pointercancel", () => {
  from = null;
  paint(null);
});
