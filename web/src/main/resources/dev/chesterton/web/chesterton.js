// Keys and ranges of lines for those who want them; every page is complete without this script.
// It reads what is on the page and moves about in it: nothing is fetched, stored or sent.
"use strict";

(() => {
  const HELP = [
    ["j k", "next, previous annotation"],
    ["J K", "next, previous file or patch"],
    ["n p", "next, previous mail"],
    ["o", "open the evidence of this annotation"],
    ["u", "up"],
    ["t", "thread"],
    ["r", "reply"],
    ["/", "search"],
    ["?", "these keys"],
  ];

  const ANNOTATIONS = "aside.finding, aside.evidence, .file .evidence[id], section > .evidence[id], li > .evidence[id], .comments > li[id]";
  const FILES = "section.file > h3[id], section.compared > h2[id]";
  const MAILS = "article.letter[id]";
  // Where each list was left, so that a key goes on from there.
  const places = new Map();

  const all = (selector) => Array.from(document.querySelectorAll(selector));

  const unfold = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  };

  const goTo = (element) => {
    unfold(element);
    if (element.id) {
      location.replace("#" + encodeURIComponent(element.id));
    }
    element.tabIndex = -1;
    element.focus({preventScroll: true});
    element.scrollIntoView({block: "center"});
  };

  // From where the reader is: the element last gone to, else the first one below the top of the window.
  const step = (selector, by) => {
    const list = all(selector);
    if (list.length === 0) {
      return;
    }
    const last = list.indexOf(places.get(selector));
    const below = list.findIndex((element) => element.getBoundingClientRect().top > 0);
    const next = last >= 0 ? last + by : below < 0 ? list.length - 1 : by > 0 ? below : below - 1;
    const element = list[Math.min(Math.max(next, 0), list.length - 1)];
    places.set(selector, element);
    goTo(element);
  };

  const follow = (...selectors) => {
    for (const selector of selectors) {
      const link = document.querySelector(selector);
      if (link) {
        link.click();
        return;
      }
    }
  };

  const openEvidence = () => {
    const here = document.activeElement && document.activeElement.closest(ANNOTATIONS);
    const link = here && here.querySelector(".where a[href], .who a[href]:not(.self), :scope > p > a[href]:not(.self)");
    if (link) {
      link.click();
    }
  };

  const up = () => {
    const thread = location.pathname.match(/^(\/[^/]+\/[^/]+\/)[tT]\/$/);
    const version = location.pathname.match(/^(\/review\/[^/]+\/)(diff\/[^/]+|comments)\/$/);
    location.assign(thread ? thread[1] : version ? version[1] + "versions/" : "/flagged/");
  };

  const help = () => {
    const open = document.querySelector("dialog.keys");
    if (open) {
      open.close();
      return;
    }
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-label", "Keys");
    const list = dialog.appendChild(document.createElement("dl"));
    for (const [keys, what] of HELP) {
      list.appendChild(document.createElement("dt")).textContent = keys;
      list.appendChild(document.createElement("dd")).textContent = what;
    }
    const off = dialog.appendChild(document.createElement("p")).appendChild(document.createElement("a"));
    off.href = "/help?keys=off";
    off.textContent = "turn these keys off";
    dialog.addEventListener("close", () => dialog.remove());
    document.body.appendChild(dialog);
    dialog.showModal();
  };

  const KEYS = {
    j: () => step(ANNOTATIONS, 1),
    k: () => step(ANNOTATIONS, -1),
    J: () => step(FILES, 1),
    K: () => step(FILES, -1),
    n: () => step(MAILS, 1),
    p: () => step(MAILS, -1),
    o: openEvidence,
    u: up,
    t: () => follow(".forms a[href$='/t/']"),
    r: () => follow(".forms a[rel='reply']", "#reply ~ p a[href^='mailto:']"),
    "/": () => document.getElementById("find").focus(),
    "?": help,
  };

  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const action = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (action && !writes && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      action();
    }
  });

  // Where b4 links to, /#/patchset/MSGID and /#/message/MSGID: a server does not see what is behind the #.
  const ofSeries = location.hash.match(/^#\/(?:patchset|message)\/([^/?]+)/);
  if (ofSeries) {
    try {
      location.replace("/review/" + encodeURIComponent(decodeURIComponent(ofSeries[1])) + "/");
    } catch {
      // No Message-ID: the page stays.
    }
  }

  // #q10-q14, on a thread page #m-1a2b3c4d-q10-q14: a range of lines. A single line needs no script.
  const showRange = () => {
    all(".ranged").forEach((line) => line.classList.remove("ranged"));
    const range = location.hash.match(/^#(.*q)(\d{1,6})-q(\d{1,6})$/);
    if (!range) {
      return;
    }
    const lines = [];
    for (let number = Number(range[2]); number <= Number(range[3]); number++) {
      const line = document.getElementById(range[1] + number);
      if (line) {
        lines.push(line);
      }
    }
    lines.forEach((line) => {
      unfold(line);
      line.classList.add("ranged");
    });
    if (lines.length > 0) {
      lines[0].scrollIntoView({block: "center"});
    }
  };

  window.addEventListener("hashchange", showRange);
  showRange();
})();
