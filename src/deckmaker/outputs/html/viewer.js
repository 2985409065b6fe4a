"use strict";
(() => {
  const body = document.body;
  const slides = [...document.querySelectorAll(".slide")];
  const find = (name) => document.querySelector(name);
  const dialog = find("dialog");
  let now = 0;
  let peer = null;
  let began = Date.now();

  const within = (number) => Math.min(Math.max(number, 0), slides.length - 1);
  const isPaged = () => body.classList.contains("presents") || body.classList.contains("speaks");
  const asked = () => {
    const found = /^#(?:speaker-|slide-)(\d{1,5})$/.exec(location.hash);
    return found ? within(Number(found[1]) - 1) : 0;
  };

  function mark() {
    slides.forEach((slide, number) => {
      slide.classList.toggle("is-now", number === now);
      slide.classList.toggle("is-next", number === now + 1);
    });
    find(".now").textContent = String(now + 1);
  }

  function show(number, { tell = true, move = true } = {}) {
    now = within(number);
    mark();
    if (isPaged()) {
      if (move) slides[now].focus({ preventScroll: true });
      const title = document.getElementById(`title-${now + 1}`);
      find("[role=status]").textContent = `${now + 1} of ${slides.length}: ${title ? title.textContent : ""}`;
    } else if (move) {
      slides[now].scrollIntoView({ block: "start" });
      slides[now].focus({ preventScroll: true });
    }
    const start = body.classList.contains("speaks") && window.opener ? "#speaker-" : "#slide-";
    history.replaceState(null, "", start + (now + 1));
    if (tell && peer && !peer.closed) peer.postMessage({ slide: now }, "*");
  }

  function press(name, is) {
    const button = find(`.bar [data-does=${name}]`);
    if (button) button.setAttribute("aria-pressed", String(is));
  }

  function present() {
    if (!isPaged() && scrollY < 4) now = 0;
    body.classList.remove("in-words", "speaks");
    press("words", false);
    body.classList.add("presents");
    show(now);
  }

  function leave() {
    body.classList.remove("presents", "speaks");
    show(now);
  }

  function speaker() {
    if (window.opener || body.classList.contains("speaks")) return;
    peer = window.open(`${location.href.split("#")[0]}#speaker-${now + 1}`, "_blank", "popup,width=1100,height=760");
    if (peer) present();
    else { body.classList.remove("presents", "in-words"); speak(); }
  }

  function speak() {
    body.classList.add("speaks");
    began = Date.now();
    tick();
    setInterval(tick, 1000);
    show(now);
  }

  const two = (number) => String(number).padStart(2, "0");
  function tick() {
    const time = new Date();
    const seconds = Math.floor((time - began) / 1000);
    find(".clock").textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
    find(".since").textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  const does = {
    present, leave, speaker,
    back: () => show(now - 1),
    on: () => show(now + 1),
    restart: () => { began = Date.now(); tick(); },
    help: () => (dialog.open ? dialog.close() : dialog.showModal()),
    notes: () => press("notes", body.classList.toggle("with-notes")),
    words: () => {
      const is = body.classList.toggle("in-words");
      press("words", is);
      if (is) body.classList.remove("presents", "speaks");
      show(now);
    },
  };

  const keys = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
    p: "present", F5: "present", s: "speaker", n: "notes", t: "words", "?": "help",
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const onControl = event.target.closest("button, a");
    const inText = body.classList.contains("in-words");
    let what;
    if (event.key === " ") what = onControl ? undefined : event.shiftKey ? "back" : "on";
    else if (event.key === "Escape") what = isPaged() ? "leave" : undefined;
    else if (event.key === "Home") what = () => show(0);
    else if (event.key === "End") what = () => show(slides.length - 1);
    else what = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (inText && /^(Arrow(Up|Down)|Page|Home|End| )/.test(event.key)) return;
    if (!what) return;
    event.preventDefault();
    if (typeof what === "function") what();
    else does[what]();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-does]");
    if (button) does[button.dataset.does]();
  });

  addEventListener("hashchange", () => show(asked()));

  addEventListener("message", (event) => {
    if (!peer || event.source !== peer || !event.data || !Number.isInteger(event.data.slide)) return;
    show(event.data.slide, { tell: false });
  });

  let touch = null;
  addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null;
  }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!touch || !isPaged()) return;
    const across = event.changedTouches[0].clientX - touch[0];
    const down = event.changedTouches[0].clientY - touch[1];
    touch = null;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) show(now + (across < 0 ? 1 : -1));
  }, { passive: true });

  let pointed;
  function point() {
    body.classList.add("is-pointed");
    clearTimeout(pointed);
    pointed = setTimeout(() => body.classList.remove("is-pointed"), 2500);
  }
  addEventListener("pointermove", point);
  addEventListener("pointerdown", point);

  if ("IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => {
      if (isPaged()) return;
      for (const entry of entries) if (entry.isIntersecting) { now = slides.indexOf(entry.target); mark(); }
    }, { rootMargin: "-45% 0px -45% 0px" });
    slides.forEach((slide) => seen.observe(slide));
  }

  now = asked();
  mark();
  if (location.hash.startsWith("#speaker-") && window.opener) {
    peer = window.opener;
    speak();
  } else if (location.hash.startsWith("#slide-")) show(now);
})();
