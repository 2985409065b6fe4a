"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const parts = Object.fromEntries(
    ["deck", "state", "follow", "thumbnails", "stage", "title", "back", "number", "count", "on", "kept", "picture", "notes",
      "said", "fine", "problems", "found", "file", "lines"].map((id) => [id, find(id)]),
  );
  const WORST = ["error", "warning", "note"];
  let state = null;
  let now = 0;
  let file = "";
  let marked = null;

  function make(name, words = "", look = "") {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    if (look) made.className = look;
    return made;
  }

  const counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
  const within = (number) => Math.min(Math.max(number, 0), Math.max(state.slides.length - 1, 0));
  const picture = (slide) => `pictures/${slide.picture}.svg`;
  const holds = (slide, name, line) => slide.file === name && slide.first <= line && line <= slide.last;
  const problemsOf = (slide) => state.diagnostics.filter((one) => one.line && holds(slide, one.file, one.line));
  const worst = (diagnostics) => WORST.find((severity) => diagnostics.some((one) => one.severity === severity)) || "";
  const gently = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  function slideAt(name, line) {
    const exact = state.slides.findIndex((slide) => holds(slide, name, line));
    if (exact >= 0) return exact;
    let nearest = -1;
    state.slides.forEach((slide, number) => {
      if (slide.file === name && slide.first <= line && (nearest < 0 || slide.first > state.slides[nearest].first)) nearest = number;
    });
    return nearest;
  }

  // The picture is ready before it takes the place of the one from before, so that nothing flickers.
  async function put(image, source) {
    if (image.dataset.wants === source) return;
    image.dataset.wants = source;
    const ahead = new Image();
    ahead.src = source;
    try {
      await ahead.decode();
    } catch {
      if (image.dataset.wants === source) delete image.dataset.wants;
      return;
    }
    if (image.dataset.wants === source) image.src = source;
  }

  function keep(list, count, fresh) {
    while (list.children.length > count) list.lastElementChild.remove();
    while (list.children.length < count) list.append(fresh(list.children.length));
  }

  function thumbnails() {
    keep(parts.thumbnails, state.slides.length, (place) => {
      const item = make("li");
      const button = make("button");
      button.type = "button";
      const image = make("img");
      image.alt = "";
      const sign = make("span", "", "sign");
      button.append(make("span", String(place + 1)), image, make("span", "", "unseen"), sign);
      button.addEventListener("click", () => select(place));
      item.append(button);
      return item;
    });
    state.slides.forEach((slide, place) => {
      const button = parts.thumbnails.children[place].firstElementChild;
      const [, image, words, sign] = button.children;
      const found = problemsOf(slide);
      words.textContent = `${slide.title}${found.length ? `, ${counted(found.length, "finding")}` : ""}`;
      sign.className = `sign is-${worst(found)}`;
      sign.hidden = !found.length;
      image.style.aspectRatio = String(slide.shape);
      put(image, picture(slide));
    });
  }

  function stage() {
    const slide = state.slides[now];
    parts.count.textContent = `of ${state.slides.length}`;
    if (document.activeElement !== parts.number) parts.number.value = slide ? String(now + 1) : "";
    parts.back.disabled = now === 0;
    parts.on.disabled = now >= state.slides.length - 1;
    parts.picture.hidden = !slide;
    [...parts.thumbnails.children].forEach((item, place) => {
      const button = item.firstElementChild;
      button.tabIndex = place === now ? 0 : -1;
      if (place === now) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    if (!slide) return;
    parts.title.textContent = slide.title;
    parts.picture.alt = slide.words.join(" \n") || slide.title;
    parts.picture.parentElement.style.setProperty("--shape", slide.shape);
    put(parts.picture, picture(slide));
    parts.notes.hidden = !slide.notes.length;
    parts.said.replaceChildren(...slide.notes.map((words) => make("p", words)));
  }

  function problems() {
    parts.fine.hidden = state.diagnostics.length > 0 || state.refusal !== null;
    const said = state.refusal ? [{ severity: "error", code: "", ...state.refusal }, ...state.diagnostics] : state.diagnostics;
    parts.found.textContent = said.length ? `Findings (${said.length})` : "Findings";
    parts.problems.replaceChildren(...said.map((one) => {
      const item = make("li", "", `is-${one.severity}`);
      item.append(make("span", one.severity[0].toUpperCase() + one.severity.slice(1), "label"), make("p", one.message));
      if (one.hint) item.append(make("p", `Hint: ${one.hint}`, "hint"));
      const where = make("p", "", "where");
      if (one.file) {
        const place = `${one.file}:${one.line}:${one.column}`;
        if (state.files.some((text) => text.name === one.file)) {
          const link = make("a", place);
          link.href = `#line-${one.line}`;
          link.addEventListener("click", (event) => {
            event.preventDefault();
            jump(one, item);
          });
          where.append(link);
        } else {
          where.append(make("span", place));
        }
      }
      if (one.code) where.append(make("span", one.code));
      if (where.children.length) item.append(where);
      if (marked && marked.file === one.file && marked.line === one.line && marked.code === one.code) item.classList.add("is-now");
      return item;
    }));
  }

  function jump(one, item) {
    marked = one;
    const place = slideAt(one.file, one.line);
    if (place >= 0) now = place;
    stage();
    for (const other of parts.problems.children) other.classList.toggle("is-now", other === item);
    show(one.file);
    lines();
    const row = parts.lines.children[one.line - 1];
    if (row) {
      row.scrollIntoView({ block: "center", behavior: gently() });
      row.focus({ preventScroll: true });
    }
    rail();
    remember();
  }

  function show(name) {
    if (!state.files.some((one) => one.name === name)) return;
    file = name;
    parts.file.value = name;
  }

  function files() {
    const names = state.files.map((one) => one.name);
    if ([...parts.file.options].map((one) => one.value).join("\n") !== names.join("\n")) {
      parts.file.replaceChildren(...names.map((name) => {
        const option = make("option", name);
        option.value = name;
        return option;
      }));
    }
    if (!names.includes(file)) file = names[0] || "";
    parts.file.value = file;
  }

  function lines() {
    const text = state.files.find((one) => one.name === file);
    const written = text ? text.text.split("\n") : [];
    if (written.length > 1 && !written[written.length - 1]) written.pop();
    keep(parts.lines, written.length, (place) => {
      const row = make("li");
      row.id = `line-${place + 1}`;
      row.tabIndex = -1;
      row.append(make("span", String(place + 1), "number"), make("code"));
      return row;
    });
    const here = state.diagnostics.filter((one) => one.file === file);
    const slide = state.slides[now];
    written.forEach((words, place) => {
      const row = parts.lines.children[place];
      const code = row.lastElementChild;
      const found = here.filter((one) => one.line === place + 1);
      const is = marked && marked.file === file && marked.line === place + 1;
      row.className = [
        slide && holds(slide, file, place + 1) ? "is-of-slide" : "",
        found.length ? `has-problem is-${worst(found)}` : "",
        is ? "is-marked" : "",
      ].filter(Boolean).join(" ");
      if (is && found.length) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      const shown = words.replace(/\r$/, "");
      code.style.setProperty("--indent", Math.min(/^[ \-]*/.exec(shown)[0].length, 16));
      if (found.length) {
        const letters = [...shown];
        const from = found[0].column - 1;
        const meant = /^(\S+|\s)?/u.exec(letters.slice(from).join(""))[0];
        code.replaceChildren(letters.slice(0, from).join(""), make("mark", meant), letters.slice(from).join("").slice(meant.length));
      } else if (code.textContent !== shown || code.children.length) {
        code.textContent = shown;
      }
    });
  }

  function reveal() {
    const slide = state.slides[now];
    if (!slide || !slide.file || slide.file !== file) return;
    const [first, last] = [parts.lines.children[slide.first - 1], parts.lines.children[slide.last - 1]];
    if (!first || !last) return;
    const room = parts.lines.getBoundingClientRect();
    if (first.getBoundingClientRect().top < room.top + 8 || last.getBoundingClientRect().bottom > room.bottom - 8) {
      parts.lines.scrollTop += first.getBoundingClientRect().top - room.top - room.height / 4;
    }
  }

  function rail() {
    const item = parts.thumbnails.children[now];
    if (!item) return;
    const [list, box] = [parts.thumbnails.parentElement, item.getBoundingClientRect()];
    const room = list.getBoundingClientRect();
    if (box.top < room.top || box.bottom > room.bottom) list.scrollTop += box.top - room.top - room.height / 3;
    if (box.left < room.left || box.right > room.right) list.scrollLeft += box.left - room.left - room.width / 3;
  }

  function remember() {
    history.replaceState(null, "", `#${now + 1}`);
  }

  function select(place, { scroll = true } = {}) {
    now = within(place);
    marked = null;
    stage();
    problems();
    const slide = state.slides[now];
    if (slide && slide.file) show(slide.file);
    lines();
    if (scroll) reveal();
    if (parts.thumbnails.contains(document.activeElement)) parts.thumbnails.children[now].firstElementChild.focus({ preventScroll: true });
    rail();
    remember();
  }

  function told() {
    const count = (severity) => state.diagnostics.filter((one) => one.severity === severity).length;
    const [errors, warnings, notes] = WORST.map(count);
    const counts = [[errors, "error"], [warnings, "warning"], [notes, "note"]]
      .filter(([number]) => number).map(([number, thing]) => counted(number, thing)).join(", ");
    const is = errors || state.refusal ? "error" : warnings ? "warning" : "fine";
    let words = `Up to date, ${counted(state.slides.length, state.unit)}`;
    if (state.refusal) words = state.refusal.message;
    else if (errors) words = `${counts}: nothing can be built yet`;
    else if (counts) words = `${words}, ${counts}`;
    parts.state.dataset.is = is;
    if (parts.state.textContent !== words) parts.state.textContent = words;
    parts.kept.hidden = state.current || !state.slides.length;
    parts.kept.textContent = "The last good picture: mend the errors to see your changes.";
    document.body.classList.toggle("is-old", !state.current);
    document.title = `${errors || state.refusal ? "● " : ""}${state.title}`;
    parts.deck.textContent = state.title;
  }

  function hear(fresh) {
    const before = state;
    state = fresh;
    if (!before) {
      const asked = /^#(\d{1,5})$/.exec(location.hash);
      now = asked ? Number(asked[1]) - 1 : 0;
    }
    now = within(now);
    if (marked && !state.diagnostics.some((one) => one.file === marked.file && one.line === marked.line && one.code === marked.code)) marked = null;
    files();
    thumbnails();
    told();
    const known = new Set(before ? before.slides.map((slide) => slide.picture) : []);
    const changed = state.slides.map((slide, place) => (known.has(slide.picture) ? -1 : place)).filter((place) => place >= 0);
    if (before && before.slides.length && parts.follow.checked && changed.length && !changed.includes(now)) {
      select(changed[0]);
      return;
    }
    stage();
    problems();
    lines();
    if (!before) select(now);
  }

  const isTyping = (target) => target.closest("input:not([type=checkbox]), select, textarea");

  // Digits mean a slide only while the slides have the focus.
  let typed = "";
  let soon = 0;
  function digit(key) {
    typed = (typed + key).slice(-4);
    clearTimeout(soon);
    soon = setTimeout(() => {
      select(Number(typed) - 1);
      typed = "";
    }, 600);
  }

  document.addEventListener("keydown", (event) => {
    if (!state || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const reads = parts.lines.contains(event.target) || (parts.notes.open && parts.notes.contains(event.target));
    const steps = { ArrowLeft: now - 1, ArrowRight: now + 1 };
    if (!reads) Object.assign(steps, { ArrowUp: now - 1, ArrowDown: now + 1, PageUp: now - 1, PageDown: now + 1, Home: 0, End: state.slides.length - 1 });
    if (event.key in steps) {
      event.preventDefault();
      select(steps[event.key]);
    } else if (/^\d$/.test(event.key) && (parts.stage.contains(event.target) || parts.thumbnails.contains(event.target))) {
      digit(event.key);
    }
  });
  parts.number.addEventListener("change", () => {
    const asked = Number(parts.number.value);
    if (state && Number.isInteger(asked) && asked > 0) select(asked - 1);
    parts.number.value = String(now + 1);
  });
  parts.number.addEventListener("focus", () => parts.number.select());
  parts.back.addEventListener("click", () => select(now - 1));
  parts.on.addEventListener("click", () => select(now + 1));
  parts.file.addEventListener("change", () => {
    file = parts.file.value;
    lines();
    parts.lines.scrollTop = 0;
  });
  parts.lines.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    if (!row || !state || String(getSelection())) return;
    const place = slideAt(file, [...parts.lines.children].indexOf(row) + 1);
    if (place >= 0) select(place, { scroll: false });
  });
  addEventListener("hashchange", () => {
    const asked = /^#(\d{1,5})$/.exec(location.hash);
    if (asked && state) select(Number(asked[1]) - 1);
  });

  const events = new EventSource("events");
  events.addEventListener("message", (event) => hear(JSON.parse(event.data)));
  events.addEventListener("error", () => {
    parts.state.dataset.is = "error";
    parts.state.textContent = "deckmaker has stopped: start it again, and open the address that it tells.";
  });
  parts.stage.focus({ preventScroll: true });
})();
