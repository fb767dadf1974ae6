"use strict";
// without this script the pages read the same; it adds filters, sorting, keys and the choice of a theme

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

function theme() {
  const button = one("#theme");
  const root = document.documentElement;
  const isDark = () =>
    root.style.colorScheme ? root.style.colorScheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const show = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  // some browsers refuse storage to pages opened from a file
  try { root.style.colorScheme = localStorage.getItem("doclint-theme") || ""; } catch { /* the system's choice holds */ }
  button.hidden = false;
  button.addEventListener("click", () => {
    root.style.colorScheme = isDark() ? "light" : "dark";
    try { localStorage.setItem("doclint-theme", root.style.colorScheme); } catch { /* holds for this page only */ }
    show();
  });
  show();
}

// what the first paint need not wait for stands in noscript as text; it comes in once the page is seen, or needed
function rest() {
  for (const held of all("noscript.rest")) {
    const made = document.createElement("template");
    made.innerHTML = held.textContent;
    one(held.dataset.into).append(...all("li, tr", made.content));
    held.remove();
  }
}

function filters() {
  const form = one(".filters");
  if (!form) return;
  let items = [];
  const apply = () => {
    rest();
    if (!items.length) items = all(".questions li").map((item) => ({ item, text: null }));
    const { text, rule, package: folder, severity, owner } = Object.fromEntries(new FormData(form));
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of items) {
      const data = entry.item.dataset;
      let keep = (!rule || data.rule === rule) && (!severity || data.severity === severity)
        && (!owner || (data.owners ?? "").split(" ").includes(owner))
        && (!folder || data.package === folder || data.package.startsWith(folder + "/"));
      if (keep && words.length) {
        entry.text ??= entry.item.textContent.toLowerCase();
        keep = words.every((word) => entry.text.includes(word));
      }
      entry.item.hidden = !keep;
      shown += keep;
    }
    one("output", form).textContent = `${shown} of ${items.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // two frames: the first paint lies between them
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(apply)));
}

function sorting() {
  for (const table of all("table.sortable")) {
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => sort(table, head, column));
    });
  }
}

function sort(table, head, column) {
  rest();
  const isNumber = head.classList.contains("number");
  const upward = head.ariaSort ? head.ariaSort !== "ascending" : !isNumber;
  all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
  head.ariaSort = upward ? "ascending" : "descending";
  const value = (row) => {
    const cell = row.cells[column];
    return isNumber ? Number(cell.dataset.value ?? cell.textContent) : cell.textContent;
  };
  const order = (a, b) => (isNumber ? value(a) - value(b) : value(a).localeCompare(value(b)));
  const rows = [...table.tBodies[0].rows].sort((a, b) => (upward ? order(a, b) : order(b, a)));
  table.tBodies[0].append(...rows);
}

function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "/") one(".filters input")?.focus();
    else return;
    event.preventDefault();
  });
}

function step(by) {
  rest();
  const items = all(".questions li, .note").filter((item) => item.offsetParent !== null && !item.hidden);
  const now = items.findIndex((item) => item.classList.contains("current"));
  const next = items[now < 0 && by < 0 ? items.length - 1 : Math.min(Math.max(now + by, 0), items.length - 1)];
  if (!next) return;
  items[now]?.classList.remove("current");
  next.classList.add("current");
  next.scrollIntoView({ block: "center" });
  (one(".ask", next) ?? next).focus({ preventScroll: true });
}

// in a single file every page is there at once: show the one that the address names
function pages() {
  const pages = all(".page");
  if (!pages.length) return;
  document.documentElement.classList.add("scripted");
  const show = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const page = target?.closest(".page") ?? pages[0];
    pages.forEach((other) => other.classList.toggle("shown", other === page));
    if (target && target !== page) target.scrollIntoView({ block: "center" });
    else scrollTo(0, 0);
  };
  addEventListener("hashchange", show);
  show();
}

pages();
theme();
filters();
sorting();
keys();
