"use strict";
const at = id => document.getElementById(id);
const [key, drop, file, state, view] = ["key", "drop", "file", "state", "view"].map(at);
key.value = sessionStorage.getItem("key") || "";

function say(text, bad = false) {
  state.textContent = text;
  state.classList.toggle("bad", bad);
}

async function show(chosen) {
  if (!chosen) return;
  sessionStorage.setItem("key", key.value);
  say(`Reading ${chosen.name} …`);
  view.hidden = true;
  const form = new FormData();
  form.append("file", chosen);
  try {
    const headers = { "X-API-KEY": key.value, "X-USER-EMAIL": "page@localhost" };
    const answer = await fetch("v1/profile/explaining", { method: "POST", body: form, headers });
    if (!answer.ok) return say((await answer.json()).message, true);
    view.srcdoc = await answer.text();
    view.hidden = false;
    say(chosen.name);
  } catch {
    say("The service cannot be reached.", true);
  }
}

file.addEventListener("change", () => { show(file.files[0]); file.value = ""; });
drop.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") file.click(); });
for (const kind of ["dragover", "dragleave", "drop"])
  drop.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind === "drop") show(event.dataTransfer.files[0]);
  });
