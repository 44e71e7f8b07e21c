// What the audit asks a page in the browser; one object of functions, each called on its own.
({
  // Cookies and everything else a page can leave with a reader.
  kept: async () => {
    const kept = [];
    if (document.cookie) kept.push(`cookie ${document.cookie}`);
    for (const one of [localStorage, sessionStorage]) {
      for (let n = 0; n < one.length; n += 1) kept.push(`storage ${one.key(n)}`);
    }
    for (const one of await indexedDB.databases()) kept.push(`database ${one.name}`);
    if (window.caches) for (const one of await caches.keys()) kept.push(`cache ${one}`);
    const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
    for (const one of workers) kept.push(`worker ${one.scope}`);
    return kept;
  },

  // Every fold and every button of the content.
  use: () => {
    for (const one of document.querySelectorAll("summary")) one.click();
    for (const one of document.querySelectorAll("main button")) if (one.checkVisibility()) one.click();
  },

  text: () => document.querySelector("main").innerText.replace(/\s+/g, " ").trim(),

  // Controls that are shown; without script there should be none.
  controls: () =>
    [...document.querySelectorAll("button, input, select, dialog[open]")]
      .filter((one) => one.checkVisibility())
      .map((one) => one.outerHTML.slice(0, 80)),

  // What of a page on paper is not as it should be.
  paper: () => {
    const wrong = [];
    const shown = (one) => one.checkVisibility();
    const aside = [".f-header", ".f-footer", ".f-contents", ".f-skip", "dialog", "main button", "main input"];
    for (const name of aside) {
      if ([...document.querySelectorAll(name)].some(shown)) wrong.push(`${name} is printed`);
    }
    for (const fold of [...document.querySelectorAll("main details")].filter(shown)) {
      const inside = [...fold.children].filter((one) => one.tagName !== "SUMMARY" && one.textContent.trim());
      if (inside.some((one) => one.getBoundingClientRect().height === 0)) {
        wrong.push(`a fold stays shut: ${fold.textContent.trim().slice(0, 60)}`);
        break;
      }
    }
    for (const link of [...document.querySelectorAll("main a.s-external")].filter(shown)) {
      if (!/https?:|attr\(/.test(getComputedStyle(link, "::after").content)) {
        wrong.push(`the address of a source is not printed: ${link.href}`);
        break;
      }
    }
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over > 1) wrong.push(`wider than the paper by ${over}`);
    const ground = getComputedStyle(document.body).backgroundColor;
    if (!["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(ground)) wrong.push(`the ground is ${ground}`);
    if (!document.querySelector("main h1")?.checkVisibility()) wrong.push("no heading");
    return wrong;
  },

  widths: () => [document.documentElement.scrollWidth, document.documentElement.clientWidth],

  // Where the focus is and whether it can be seen there; nothing when it is nowhere.
  focus: () => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    window.stops = window.stops || new Map();
    if (!window.stops.has(one)) window.stops.set(one, window.stops.size);
    return {
      number: window.stops.get(one),
      what: `${one.tagName} ${(one.getAttribute("href") || one.textContent || "").trim().slice(0, 50)}`,
      href: one.getAttribute("href") || "",
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
      seen:
        box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight &&
        box.right > 0 && box.left < window.innerWidth,
    };
  },

  // Whether the address's fragment is the beginning of the content and holds the focus.
  skipped: () => {
    const to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return !!to && to.matches("main") && document.activeElement === to;
  },

  // Whether the focus has left what stands above the content.
  beyond: () => {
    const at = document.activeElement;
    return !at || at === document.body || !at.closest("body > header, body > nav, .f-header");
  },
})
