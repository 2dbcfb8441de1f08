"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const marked = all("[data-m]");
const byKey = new Map();
for (const element of marked)
  for (const key of element.dataset.m.split(" ")) byKey.set(key, [...(byKey.get(key) || []), element]);

// the page shows lines, sections and entries only when their row is pointed at; text lines must not light up by themselves
const keysOf = element => element.dataset.m.split(" ");
function light(keys) {
  for (const element of all(".on")) element.classList.remove("on");
  for (const key of keys) for (const element of byKey.get(key) || []) element.classList.add("on");
}
const target = event => event.target.closest(".value[data-m], tr[data-m]");
document.addEventListener("mouseover", event => { const element = target(event); light(element ? keysOf(element) : []); });

function open(name) {
  for (const tab of all(".tab")) tab.hidden = tab.id !== "tab-" + name;
  for (const button of all("[data-tab]")) button.setAttribute("aria-selected", button.dataset.tab === name);
}
document.addEventListener("click", event => {
  const button = event.target.closest("[data-tab]");
  if (button) return open(button.dataset.tab);
  const element = target(event);
  if (!element) return;
  const fromRow = element.tagName === "TR";
  if (!fromRow) open("Values");
  const other = (byKey.get(keysOf(element)[0]) || []).find(one => (one.tagName === "TR") !== fromRow);
  if (other) other.scrollIntoView({ block: "center", behavior: "smooth" });
});

const labels = document.querySelector("#labels");
labels.addEventListener("change", () => document.body.classList.toggle("labels", labels.checked));
for (const input of all(".legend input[value]"))
  input.addEventListener("change", () => document.body.classList.toggle("hide-" + input.value, !input.checked));
open("Values");
