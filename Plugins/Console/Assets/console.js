// @ts-check
// Makes the pages quick and live; each works without it. Its words stand in #words. It makes no
// markup of text ('trusted-types none'): it moves parts of parsed pages.

const root = document.documentElement;

/** @type {(selector: string, within?: ParentNode) => any[]} */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
/** @type {(selector: string, within?: ParentNode) => any} */
const one = (selector, within = document) => within.querySelector(selector);
/** @type {(name: string, properties: object) => any} */
const make = (name, properties) => Object.assign(document.createElement(name), properties);
/** @type {(text: string, onclick: () => void, className?: string) => any} */
const makeButton = (textContent, onclick, className = "") =>
  make("button", { type: "button", textContent, onclick, className });
/** @type {(name: string, value?: string | number) => string} */
const word = (name, value = "") =>
  (one(`#words [data-word=${name}]`)?.textContent ?? "").replace("{}", String(value));
/** @type {(name: string, does: (event: any) => void) => void} */
const on = (name, does) => document.addEventListener(name, does);
const opened = () => one("dialog[open]");

/** Tells readers of the screen, who hear changes only, and of an open dialog's content only. */
function say(text) {
  const home = opened() ?? document.body;
  const place = one(":scope > .unseen[role=status]", home)
    ?? home.appendChild(make("p", { className: "unseen", role: "status" }));
  place.textContent = "";
  setTimeout(() => { place.textContent = text; }, 100);
}

/** Asks for a page, which comes parsed and runs no script. It is null after an error.
 * @returns {Promise<XMLHttpRequest>} */
const ask = (address) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.setRequestHeader("accept", "text/html");
  request.responseType = "document";
  request.onloadend = () => resolve(request);
  request.send();
});

// MARK: Times, in the zone of the account or else of the browser

let timeZone = root.dataset.zone;
try {
  new Intl.DateTimeFormat("sv", { timeZone });
} catch {
  timeZone = undefined;  // The browser doesn't know it.
}
const isJapanese = root.lang === "ja";
// Swedish writes a time as the console does: 2026-11-26 11:34.
const clock = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", timeZone });
const calendar = new Intl.DateTimeFormat(isJapanese ? "ja" : "en-GB", {
  year: "numeric", month: "long", day: "numeric", weekday: isJapanese ? "short" : "long",
  timeZone,
});
const past = new Intl.RelativeTimeFormat(root.lang);

function agoText(date) {
  const minutes = Math.floor((Date.now() - date) / 60_000);
  if (minutes < 1) return word("now");
  const text = minutes < 60 ? past.format(-minutes, "minute")
    : minutes < 1440 ? past.format(-Math.floor(minutes / 60), "hour")
      : past.format(-Math.floor(minutes / 1440), "day");
  return isJapanese ? text.replaceAll(" ", "") : text;  // As the server writes it.
}

function showTimes(within = document) {
  for (const time of all("time[datetime*=T]", within)) {
    const date = new Date(time.dateTime);
    const text = clock.format(date).replaceAll("-", isJapanese ? "/" : "-");
    time.title = `${text} ${clock.resolvedOptions().timeZone}`;
    time.textContent = "ago" in time.dataset ? agoText(date)
      : "day" in time.dataset ? calendar.format(date).replace(/\((.)\)/, "（$1）") : text;
  }
}

// MARK: Fields

/** Copies, and says so once it is done; else selects the text and names the keys. A secret is in
 * its field alone, so a button without a text copies what stands before it. */
async function copy(button) {
  const source = button.previousElementSibling;
  let told = word("copied");
  try {
    const text = button.dataset.copy || (source.value ?? source.textContent);
    await navigator.clipboard.writeText(text);
  } catch {
    if (source.select) source.select();
    else getSelection()?.selectAllChildren(source);
    told = word("press", /Mac|iP/.test(navigator.platform) ? "⌘C" : "Ctrl+C");
  }
  button.dataset.told = told;
  say(told);
  setTimeout(() => { delete button.dataset.told; }, 4000);
}

/** Gives a password a button that shows it. */
function addReveal(field) {
  const button = makeButton(word("show"), () => {
    field.type = field.type === "text" ? "password" : "text";
    button.ariaPressed = field.type === "text";
  }, "plain reveal");
  button.ariaPressed = false;
  field.after(button);
}

/** Keeps the button of a form off until the field holds the exact text. */
function followMatch(field) {
  const text = field.dataset.match.normalize();
  const check = () => {
    one("[type=submit]", field.form).ariaDisabled = field.value.trim().normalize() !== text;
  };
  field.addEventListener("input", check);
  check();
}

/** Fills in what the address has after `#`, such as a claim code, and takes it out of there. */
function takeFragment() {
  const field = one("[data-fragment]");
  const text = location.hash.slice(1);
  if (!field || !text || document.getElementById(text)) return;
  field.value = text.replace(`${field.name}=`, "");
  history.replaceState(null, "", location.pathname + location.search);
}

/** Shows how many boxes of a form are checked, and the bar for them if some are. */
function countBoxes(form) {
  const boxes = all("tbody [type=checkbox]", form);
  const count = boxes.filter((box) => box.checked).length;
  for (const bar of all("[data-bulk]", form)) bar.hidden = !count;
  for (const text of all("[data-selected]", form)) text.textContent = word("selected", count);
  for (const box of all("[data-select-all]", form)) {
    box.checked = count > 0 && count === boxes.length;
    box.indeterminate = count > 0 && !box.checked;
  }
  if (!count) delete form.dataset.changed;
}

/** Prepares what has come into the page. */
function enliven(within) {
  showTimes(within);
  for (const item of all("[data-copy], [data-select-all]", within)) item.hidden = false;
  all("[type=password]", within).forEach(addReveal);
  all("[data-match]", within).forEach(followMatch);
  for (const bar of all("form [data-bulk]", within)) countBoxes(bar.closest("form"));
  for (const item of all("[data-vanish]", within)) {
    setTimeout(() => item.remove(), item.dataset.vanish * 1000);
  }
}

on("input", ({ target: { form, checked, dataset } }) => {
  if (!form) return;
  form.dataset.changed = "";
  if ("selectAll" in dataset) {
    for (const box of all("tbody [type=checkbox]", form)) box.checked = checked;
  }
  if (one("[data-bulk]", form)) countBoxes(form);
});

// A second press does nothing while the first is on its way. After a while it does, since a form
// may lead to a file.
on("submit", (event) => {
  const { target: form, submitter: button } = event;
  if ("sent" in form.dataset || button?.ariaDisabled === "true") return event.preventDefault();
  const mark = (isSent) => {
    form.toggleAttribute("data-sent", isSent);
    button?.setAttribute("aria-busy", isSent);
  };
  mark(true);
  setTimeout(mark, 10_000, false);
});

// MARK: Dialogs

/** The dialogs over another page. Any other is what the address shows. */
const guests = new WeakSet();
let openings = 0;

/** Opens the dialog of an address over this page, or goes there if it can't be had. */
async function open(address) {
  const opening = ++openings;
  root.dataset.busy = "";
  const { status, response: page } = await ask(address);
  if (opening !== openings) return;  // The person has asked for another one.
  delete root.dataset.busy;
  const found = status === 200 && page && one("dialog", page);
  if (!found) return location.assign(address);
  const dialog = document.importNode(found, true);
  opened()?.remove();
  guests.add(dialog);
  document.body.append(dialog);
  enliven(dialog);
  show(dialog);
}

function show(dialog) {
  const isOutside = ({ target, clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (x < left || x > right || y < top || y > bottom);
  };
  // A press that begins inside, to select text, closes nothing.
  let beganOutside = false;
  dialog.onpointerdown = (event) => { beganOutside = isOutside(event); };
  dialog.onclick = (event) => {
    if (beganOutside && isOutside(event) && mayClose(dialog)) dialog.close();
  };
  dialog.oncancel = (event) => { if (!mayClose(dialog)) event.preventDefault(); };
  dialog.onclose = () => {
    if (!guests.has(dialog)) return one("a[data-close]", dialog)?.click();
    dialog.remove();
    renewSoon();
  };
  dialog.open = false;
  dialog.showModal();
}

/** Whether a dialog may close. A form with changes asks, once. */
function mayClose(dialog) {
  if (dialog.getAttribute("closedby") === "none") return false;
  const form = one("form[data-guarded]", dialog);
  const isChanged = form && ("changed" in form.dataset || one(".error-summary", form));
  if (!isChanged || "asked" in dialog.dataset) return true;
  dialog.dataset.asked = "";
  const box = make("div", { className: "notice warning", role: "alert" });
  const before = /** @type {any} */ (document.activeElement);
  const stay = makeButton(word("stay"), () => { box.remove(); before.focus(); });
  box.append(word("unsaved"), stay, makeButton(word("discard"), () => dialog.close()));
  form.before(box);
  stay.focus();
  return false;
}

on("click", (event) => {
  const target = event.target;
  for (const menu of all(".menu[open]")) if (!menu.contains(target)) menu.open = false;
  const button = target.closest("button[data-copy]");
  if (button) return void copy(button);
  const link = target.closest("a[data-dialog], a[data-close]");
  const dialog = opened();
  const goesElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || goesElsewhere || dialog && !guests.has(dialog)) return;
  if ("dialog" in link.dataset) open(link.href);
  else if (dialog) dialog.close();
  else return;
  event.preventDefault();
});

// MARK: Keys

let goesUntil = 0;

on("keydown", (event) => {
  const { key, target } = event;
  // The keys are those of an input method that composes. Some browsers say so by 229 alone.
  if (event.isComposing || event.keyCode === 229) return;
  const field = target.closest("input, textarea, select");
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key === "Enter") field?.form?.requestSubmit(one("[type=submit]", field.form));
  if (isCommand || event.altKey || field || opened() || !one("main[data-shortcuts]")) return;
  if (press(key, target)) event.preventDefault();
});

/** Does what a key stands for. Returns whether it stands for something here. */
function press(key, target) {
  const isGoing = Date.now() < goesUntil;
  goesUntil = key === "g" && !isGoing ? Date.now() + 1500 : 0;
  if (goesUntil) return true;
  const link = `a[data-${isGoing ? "go" : "dialog"}="${key}"]`;
  let aim = /^[a-z?]$/.test(key) ? one(link) : null;
  if (key === "Enter" && target.localName === "tr") aim = one("th a", target);
  if (aim || isGoing) return aim?.click(), true;
  const rows = all(".list tbody tr");
  const row = rows.findIndex((row) => row.contains(target));
  if (key === "/") aim = one("#find");
  if (key === "j") aim = rows[row + 1];
  if (key === "k") aim = rows[row - 1];
  aim?.focus();
  return Boolean(aim);
}

// MARK: Live parts

const live = () => all("[data-live]");
const refreshed = () => all("[data-refresh]");
const stale = new Set();
let hasEnded = false;
let isAsking = false;
let renewal = 0;

/** Whether a person is at work in a part: also who has left the end of its log, but not who is at
 * a row. */
function isInUse(part) {
  const active = document.activeElement;
  const selection = getSelection();
  const log = one(".log", part);
  return part.contains(active) && !active?.matches("tr, .log")
    || one("form[data-changed]", part)
    || selection && !selection.isCollapsed && selection.containsNode(part, true)
    || log && log.scrollHeight - log.scrollTop - log.clientHeight > 24;
}

/** Asks for this page again and swaps parts: those in use only if the person wants it. */
async function renew(parts, isWanted = false) {
  for (const part of parts) stale.add(part);
  if (isAsking || hasEnded || document.hidden || opened()) return;
  isAsking = true;
  for (const part of parts) stale.delete(part);
  const { status, response: page } = await ask(location.pathname + location.search);
  isAsking = false;
  if (status === 401) end();
  if (!status || status >= 500) {
    for (const part of parts) stale.add(part);
    return void setTimeout(renewSoon, 5000);
  }
  if (status !== 200 || !page) return;
  // Of the parts that show the same, it is the one at the same place.
  const alike = (page, { dataset }) =>
    all("[data-live], [data-refresh]", page).filter((other) =>
      other.dataset.live === dataset.live && other.dataset.refresh === dataset.refresh);
  for (const part of parts.filter((part) => part.isConnected)) {
    const fresh = alike(page, part)[alike(document, part).indexOf(part)];
    if (fresh) swap(part, document.importNode(fresh, true), isWanted);
  }
  renewSoon();
}

/** Swaps a part. One in use gets a button for it instead. */
function swap(part, fresh, isWanted) {
  if (opened()) return void stale.add(part);
  enliven(fresh);
  const log = one(".log", fresh);
  const isNews = "live" in part.dataset && part.textContent !== fresh.textContent;
  if (!isWanted && isInUse(part)) {
    const lines = log && all("[id]", log).filter(({ id }) => !document.getElementById(id)).length;
    const text = log ? word("paused", lines) : word("changed");
    if (!log && (!isNews || one(".changed", part))) return;
    one(".changed", part)?.remove();
    part.append(makeButton(text, () => renew([part], true), "changed"));
    if (!log) say(text);
    return;
  }
  const focused = part.contains(document.activeElement) && document.activeElement?.id;
  const wasOpen = all("details", part).map((item) => item.open);
  all("details", fresh).forEach((item, index) => { item.open = wasOpen[index]; });
  part.replaceWith(fresh);
  // It has changed again in the meantime.
  if (stale.delete(part)) stale.add(fresh);
  if (isWanted) fresh.tabIndex = -1;
  const next = isWanted ? fresh : focused && document.getElementById(focused);
  next?.focus?.({ preventScroll: true });
  if (log) log.scrollTop = log.scrollHeight;
  const rows = all("tbody tr", fresh).length;
  if (isNews && rows) say(word("updated", rows));
}

/** Renews what is stale, once for a burst of changes. While a dialog is open, that waits. */
function renewSoon() {
  clearTimeout(renewal);
  renewal = setTimeout(() => { if (stale.size) renew([...stale]); }, 200);
}

/** Marks the parts that a change concerns: data-live="kind,kind organization".
 * @param {{ kind: string, organization_id?: string }} change */
function receive({ kind, organization_id: id }) {
  for (const part of live()) {
    const [kinds, own] = part.dataset.live.split(" ");
    if (kinds.split(",").includes(kind) && (!own || !id || own === id)) stale.add(part);
  }
  renewSoon();
}

/** Says that the session has ended. The page asks for nothing from then on. */
function end() {
  if (hasEnded) return;
  hasEnded = true;
  rest();
  channel.postMessage({ kind: "" });
  const banner = make("p", { className: "notice warning" });
  const href = location.pathname + location.search;
  banner.append(word("ended"), " ", make("a", { href, textContent: word("login") }));
  one("#notices").append(banner);
}

// MARK: The stream. A browser has one: a visible tab with a lock listens, and tells the others.

const channel = new BroadcastChannel("steward-events");
channel.onmessage = ({ data }) => (data.kind ? receive(data) : end());
/** @type {AbortController | null} */
let listening = null;

function listen() {
  if (listening || hasEnded || document.hidden || !navigator.locks || !live().length) return;
  const { signal } = listening = new AbortController();
  // It fails if the tab is hidden before its turn.
  navigator.locks.request("steward-events", { signal }, () => follow(signal)).catch(() => {});
}

function rest() {
  listening?.abort();
  listening = null;
}

/** Listens until the signal. After an error it waits, longer each time, and renews the page, which
 * shows what was missed, and whether the session has ended. */
async function follow(signal) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, 30_000)) {
    if (await connect(signal)) pause = 1000;
    if (signal.aborted) return;
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
      signal.addEventListener("abort", resolve);
    });
    if (signal.aborted) return;
    await renew(live());
  }
}

/** Receives changes until the stream ends or the signal comes. Returns whether there was one. */
const connect = (signal) => new Promise((resolve) => {
  const source = new EventSource("/console/events");
  let hasBegun = false;
  source.onopen = () => { hasBegun = true; };
  source.addEventListener("changed", ({ data }) => {
    const change = JSON.parse(data);
    channel.postMessage(change);
    receive(change);
  });
  const finish = () => {
    source.close();
    resolve(hasBegun);
  };
  source.onerror = finish;
  signal.addEventListener("abort", finish);
});

on("visibilitychange", () => {
  if (document.hidden) return rest();
  listen();
  if (live().length) renew(live());  // While no tab was visible, none listened.
});

// MARK: Coming and going

// A secret leaves with its page. A page that the browser kept may be out of date, or of another.
addEventListener("pagehide", () => {
  rest();
  if (one("main[data-secret]")) document.body.replaceChildren();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.replace(location.pathname + location.search);
});
addEventListener("hashchange", takeFragment);

// A reload doesn't tell the notice again.
const address = new URL(location.href);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}
takeFragment();
enliven(document);
if (opened()) show(opened());
else if (document.activeElement === document.body) one("tr:target")?.focus();
for (const log of all(".log")) log.scrollTop = log.scrollHeight;
setInterval(() => showTimes(), 60_000);
const pace = Math.min(...refreshed().map((part) => part.dataset.refresh));
if (pace < 3600) setInterval(() => renew(refreshed()), 1000 * Math.max(2, pace));
listen();
