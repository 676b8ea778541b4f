"use strict";
// Draws the network in #data on a canvas.  Every text of the data goes into the page as a text node, never as markup.
(() => {
  const $ = (id) => document.getElementById(id);
  const { nodes, edges, kinds, words } = JSON.parse($("data").textContent);
  const canvas = $("canvas"), pen = canvas.getContext("2d"), tip = $("tip"), panel = $("panel"), root = document.documentElement;
  const view = { x: 0, y: 0, scale: 40 };
  const off = new Set();
  let width = 0, height = 0, chosen = null, hovered = null, found = null, heat = 1, asked = false, look = {};

  nodes.forEach((node, i) => Object.assign(node, { i, out: [], near: new Set() }));
  edges.forEach((edge) => {
    nodes[edge.s].out.push(edge);
    if (edge.t !== edge.s) nodes[edge.t].out.push(edge);
    nodes[edge.s].near.add(edge.t);
    nodes[edge.t].near.add(edge.s);
  });
  nodes.forEach((node) => {
    node.size = 0.11 + 0.035 * Math.min(9, Math.sqrt(node.out.length));
    node.mass = 1 + node.near.size;
    node.words = [node.label, node.file || "", ...node.facts.map((fact) => fact[1])].join("\n").toLowerCase();
  });
  const nameless = new Set(["question", "answer", "promise", "case"]);
  const ranked = [...nodes].sort((a, b) => b.out.length - a.out.length || a.i - b.i);
  const telling = [...ranked].sort((a, b) => nameless.has(a.kind) - nameless.has(b.kind));
  const shown = (node) => !off.has(node.kind);

  // -- elements

  function make(tag, text, ...children) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  }
  function classed(element, name) { element.className = name; return element; }

  function badge(kind) {
    const mark = document.createElement("canvas");
    mark.width = mark.height = 32;
    const ink = mark.getContext("2d");
    ink.fillStyle = kinds[kind].colour;
    outline(ink, kinds[kind].shape, 16, 16, 11);
    ink.fill();
    mark.setAttribute("aria-hidden", "true");
    return mark;
  }

  function outline(ink, shape, x, y, r) {
    ink.beginPath();
    if (shape === "circle") ink.arc(x, y, r, 0, 2 * Math.PI);
    else if (shape === "square") ink.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76);
    else if (shape === "diamond") { ink.moveTo(x, y - r * 1.2); ink.lineTo(x + r * 1.2, y); ink.lineTo(x, y + r * 1.2); ink.lineTo(x - r * 1.2, y); ink.closePath(); }
    else { ink.moveTo(x, y - r * 1.15); ink.lineTo(x + r * 1.1, y + r * 0.85); ink.lineTo(x - r * 1.1, y + r * 0.85); ink.closePath(); }
  }

  const two = (name) => words[name] || [name, name];
  const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  // -- forces: the places come from layout.py; here they settle, by the same rules

  const PUSH = 0.03, GRAVITY = 0.02;
  const pulls = nodes.flatMap((node) => [...node.near].filter((other) => other > node.i).map((other) => [node.i, other]));

  function settle() {
    const live = nodes.filter(shown), dx = new Float64Array(nodes.length), dy = new Float64Array(nodes.length);
    for (let a = 0; a < live.length; a++) {
      const p = live[a];
      dx[p.i] -= GRAVITY * p.mass * p.x;
      dy[p.i] -= GRAVITY * p.mass * p.y;
      for (let b = a + 1; b < live.length; b++) {
        const q = live[b], x = p.x - q.x, y = p.y - q.y, force = (PUSH * p.mass * q.mass) / (x * x + y * y + 0.01);
        dx[p.i] += x * force; dy[p.i] += y * force;
        dx[q.i] -= x * force; dy[q.i] -= y * force;
      }
    }
    for (const [s, t] of pulls) {
      const p = nodes[s], q = nodes[t];
      if (!shown(p) || !shown(q)) continue;
      dx[s] += q.x - p.x; dy[s] += q.y - p.y;
      dx[t] -= q.x - p.x; dy[t] -= q.y - p.y;
    }
    const most = 0.1 * Math.sqrt(live.length) * heat;
    for (const node of live) {
      const length = (Math.hypot(dx[node.i], dy[node.i]) * 0.4) / node.mass;
      if (node === dragged || !length) continue;
      const step = ((Math.min(length, most) / length) * 0.4) / node.mass;
      node.x += dx[node.i] * step;
      node.y += dy[node.i] * step;
    }
    heat *= 0.975;
  }

  // -- drawing

  const across = (node) => (node.x - view.x) * view.scale + width / 2;
  const down = (node) => (node.y - view.y) * view.scale + height / 2;
  const radius = (node) => Math.max(2.2, Math.min(24, node.size * Math.sqrt(view.scale * 55)));

  function lit(node) {
    if (found) return found.has(node.i);
    const centre = hovered || chosen;
    return !centre || node === centre || centre.near.has(node.i);
  }

  function drawEdges() {
    const centre = hovered || chosen;
    for (const edge of edges) {
      const p = nodes[edge.s], q = nodes[edge.t];
      if (!shown(p) || !shown(q)) continue;
      const own = centre && (p === centre || q === centre);
      pen.strokeStyle = own ? look.accent : look.edge;
      pen.globalAlpha = own ? 0.95 : centre || found ? 0.12 : 0.55;
      pen.lineWidth = own ? 1.8 : 0.8;
      const x1 = across(p), y1 = down(p), x2 = across(q), y2 = down(q);
      pen.beginPath();
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
      pen.stroke();
      if (own) arrow(x1, y1, x2, y2, radius(q) + 2);
    }
    pen.globalAlpha = 1;
  }

  function arrow(x1, y1, x2, y2, back) {
    const angle = Math.atan2(y2 - y1, x2 - x1), x = x2 - back * Math.cos(angle), y = y2 - back * Math.sin(angle);
    pen.fillStyle = look.accent;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - 9 * Math.cos(angle - 0.4), y - 9 * Math.sin(angle - 0.4));
    pen.lineTo(x - 9 * Math.cos(angle + 0.4), y - 9 * Math.sin(angle + 0.4));
    pen.fill();
  }

  function drawNodes() {
    for (let i = ranked.length - 1; i >= 0; i--) {
      const node = ranked[i];
      if (!shown(node)) continue;
      pen.globalAlpha = lit(node) ? 1 : 0.18;
      pen.fillStyle = kinds[node.kind].colour;
      outline(pen, kinds[node.kind].shape, across(node), down(node), radius(node));
      pen.fill();
      pen.strokeStyle = node === chosen ? look.front : look.back;
      pen.lineWidth = node === chosen ? 3 : 1.2;
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }

  function place(node) {
    const x = across(node), y = down(node), r = radius(node) * 0.8;
    return [x - r, y - r, x + r, y + r];
  }

  function drawLabels() {
    const centre = hovered || chosen, over = (a) => (b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
    const taken = ranked.slice(0, 40).filter((node) => shown(node) && lit(node) && !nameless.has(node.kind)).map(place);
    const before = taken.length;
    const first = [hovered, chosen].filter(Boolean);
    const order = [...new Set([...first, ...(centre ? telling.filter((n) => centre.near.has(n.i)) : []), ...telling])];
    pen.textAlign = "center";
    pen.textBaseline = "top";
    for (const node of order) {
      const near = first.includes(node) || (lit(node) && (centre || found));
      if (!shown(node) || !lit(node) || (!near && (nameless.has(node.kind) ? view.scale < 45 : taken.length - before > 60 && view.scale < 45))) continue;
      const x = across(node);
      let y = down(node) + radius(node) + 3;
      if (x < -80 || y < -20 || x > width + 80 || y > height + 20) continue;
      pen.font = `${first.includes(node) ? "600 13px" : "12px"} system-ui, "DejaVu Sans", sans-serif`;
      const text = cut(node.label, first.includes(node) ? 60 : 30), half = pen.measureText(text).width / 2 + 3;
      let box = [x - half, y - 1, x + half, y + 15];
      if (!first.includes(node) && taken.some(over(box))) {
        y = down(node) - radius(node) - 16;
        box = [x - half, y - 1, x + half, y + 15];
        if (taken.some(over(box))) continue;
      }
      taken.push(box);
      pen.strokeStyle = look.back;
      pen.lineWidth = 3.5;
      pen.lineJoin = "round";
      pen.strokeText(text, x, y);
      pen.fillStyle = look.front;
      pen.fillText(text, x, y);
    }
  }

  function frame() {
    asked = false;
    if (heat > 0.02) { settle(); if (!moved) fit(); ask(); }
    const sharp = window.devicePixelRatio || 1;
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.clearRect(0, 0, width, height);
    drawEdges();
    drawNodes();
    drawLabels();
  }
  function ask() { if (!asked) { asked = true; requestAnimationFrame(frame); } }

  function measure() {
    const sharp = window.devicePixelRatio || 1, box = $("stage").getBoundingClientRect();
    width = box.width;
    height = box.height;
    canvas.width = Math.round(width * sharp);
    canvas.height = Math.round(height * sharp);
    const style = getComputedStyle(root);
    for (const name of ["back", "front", "edge", "accent"]) look[name] = style.getPropertyValue(`--${name}`).trim();
    if (!moved) fit();
    ask();
  }

  let moved = false;
  function fit() {
    const live = nodes.filter(shown);
    if (!live.length) return;
    const xs = live.map((n) => n.x), ys = live.map((n) => n.y);
    const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), low = Math.max(...ys);
    view.x = (left + right) / 2;
    view.y = (top + low) / 2;
    view.scale = Math.max(2, Math.min(110, (width - 120) / (right - left || 1), (height - 90) / (low - top || 1)));
  }
  function zoom(factor, x = width / 2, y = height / 2) {
    moved = true;
    const scale = Math.max(1, Math.min(600, view.scale * factor)), change = 1 / view.scale - 1 / scale;
    view.x += (x - width / 2) * change;
    view.y += (y - height / 2) * change;
    view.scale = scale;
    ask();
  }

  // -- the panel: facts, neighbours and quotes

  function quoted(quote) {
    const [before, exact, after, from, place] = quote;
    const block = make("blockquote", "", before, make("mark", exact), after);
    block.append(make("footer", `${nodes[from] ? nodes[from].file || nodes[from].label : from}, ${place}`));
    return block;
  }

  function factList(node) {
    const list = make("dl");
    for (const [name, value] of node.facts) {
      const [nl, en] = two(name);
      list.append(make("dt", `${nl} · ${en}`), make("dd", value));
    }
    return list;
  }

  function neighbour(node, edge) {
    const other = nodes[edge.s] === node ? nodes[edge.t] : nodes[edge.s];
    const button = classed(make("button", "", badge(other.kind), make("span", cut(other.label, 120))), "to");
    button.type = "button";
    button.addEventListener("click", () => choose(other, true));
    return make("li", "", button, ...edge.q.slice(0, 3).map(quoted), ...edge.r.slice(0, 3).map((text) => make("blockquote", `register: ${text}`)));
  }

  function relations(node) {
    const groups = new Map();
    for (const edge of node.out) {
      const [nl, en] = two(edge.p), turned = nodes[edge.s] !== node;
      const name = turned ? `← ${nl} · ${en}` : `${nl} · ${en} →`;
      groups.set(name, [...(groups.get(name) || []), edge]);
    }
    return [...groups].flatMap(([name, list]) => [make("h3", `${name} (${list.length})`), make("ul", "", ...list.map((edge) => neighbour(node, edge)))]);
  }

  function choose(node, go) {
    chosen = node;
    panel.hidden = !node;
    measure();
    if (!node) return;
    const close = classed(make("button", "×"), "close");
    close.type = "button";
    close.title = "Sluiten / close (Esc)";
    close.addEventListener("click", () => choose(null));
    const { nl, en } = kinds[node.kind];
    const title = make("h2", node.label);
    title.tabIndex = -1;
    panel.replaceChildren(close, classed(make("p", `${nl} · ${en}`), "kind"), title, factList(node), ...(node.q.length ? [make("h3", "waar het staat · where it stands")] : []), ...node.q.slice(0, 3).map(quoted), ...relations(node));
    panel.scrollTop = 0;
    if (go) { moved = true; view.x = node.x; view.y = node.y; view.scale = Math.max(view.scale, 32); title.focus(); }
    ask();
  }

  function list(query) {
    found = new Set(nodes.filter((node) => shown(node) && node.words.includes(query)).map((node) => node.i));
    const hits = ranked.filter((node) => found.has(node.i));
    const items = hits.slice(0, 60).map((node) => {
      const button = classed(make("button", "", badge(node.kind), make("span", cut(node.label, 120))), "to");
      button.type = "button";
      button.addEventListener("click", () => { found = null; choose(node, true); });
      return make("li", "", button);
    });
    chosen = null;
    panel.hidden = false;
    panel.replaceChildren(make("h2", `${hits.length} gevonden · found`), make("ul", "", ...items));
    measure();
  }

  // -- hovering, dragging, keys

  let dragged = null, panned = null, travelled = 0;
  function at(event) {
    const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
    let best = null, least = 14;
    for (const node of ranked) {
      const distance = Math.hypot(across(node) - x, down(node) - y) - radius(node);
      if (shown(node) && distance < Math.min(least, 8)) { best = node; least = distance; }
    }
    return { node: best, edge: best ? null : edgeAt(x, y), x, y };
  }
  function edgeAt(x, y) {
    let best = null, least = 5;
    for (const edge of edges) {
      const p = nodes[edge.s], q = nodes[edge.t];
      if (!shown(p) || !shown(q)) continue;
      const px = across(p), py = down(p), dx = across(q) - px, dy = down(q) - py, square = dx * dx + dy * dy || 1;
      const part = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / square));
      const distance = Math.hypot(px + part * dx - x, py + part * dy - y);
      if (distance < least) { best = edge; least = distance; }
    }
    return best;
  }

  function explain({ node, edge, x, y }) {
    tip.hidden = !node && !edge;
    if (tip.hidden) return;
    const quote = node ? node.q[0] : edge.q[0];
    const [nl, en] = node ? [kinds[node.kind].nl, kinds[node.kind].en] : two(edge.p);
    const about = node ? node.label : `${cut(nodes[edge.s].label, 60)} → ${cut(nodes[edge.t].label, 60)}`;
    tip.replaceChildren(make("strong", cut(about, 160)), classed(make("div", `${nl} · ${en}`), "en"));
    if (quote) tip.append(quoted([cut(quote[0], 200), cut(quote[1], 300), cut(quote[2], 200), quote[3], quote[4]]));
    else if (edge && edge.r.length) tip.append(make("div", `register: ${edge.r[0]}`));
    tip.style.left = `${Math.max(4, Math.min(x + 16, width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${y + 20 + tip.offsetHeight > height ? Math.max(4, y - tip.offsetHeight - 12) : y + 16}px`;
  }

  canvas.addEventListener("pointermove", (event) => {
    const here = at(event);
    if (panned) {
      travelled += Math.abs(event.clientX - panned.x) + Math.abs(event.clientY - panned.y);
      const dx = (event.clientX - panned.x) / view.scale, dy = (event.clientY - panned.y) / view.scale;
      if (dragged) { dragged.x += dx; dragged.y += dy; if (travelled > 4) heat = Math.max(heat, 0.15); }
      else { view.x -= dx; view.y -= dy; }
      moved = moved || travelled > 4;
      panned = { x: event.clientX, y: event.clientY };
      tip.hidden = true;
    } else {
      hovered = here.node;
      canvas.style.cursor = here.node || here.edge ? "pointer" : "grab";
      explain(here);
    }
    ask();
  });
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    panned = { x: event.clientX, y: event.clientY };
    dragged = at(event).node;
    travelled = 0;
  });
  canvas.addEventListener("pointerup", (event) => {
    if (travelled <= 4) { found = null; choose(at(event).node); }
    panned = dragged = null;
  });
  canvas.addEventListener("pointerleave", () => { hovered = null; tip.hidden = true; ask(); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * 0.0015), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  const keys = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: whole };
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function whole() { moved = false; fit(); ask(); }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { $("search").value = ""; found = null; choose(null); canvas.focus(); return; }
    if (event.target instanceof HTMLInputElement && event.target.type === "search") return;
    if (event.key === "/") { event.preventDefault(); $("search").focus(); }
    else if (keys[event.key]) keys[event.key]();
    else if (arrows[event.key] && event.target === canvas) {
      event.preventDefault();
      moved = true;
      view.x += (arrows[event.key][0] * 60) / view.scale;
      view.y += (arrows[event.key][1] * 60) / view.scale;
      ask();
    }
  });

  // -- the frame around it

  function legend() {
    for (const [kind, { nl, en }] of Object.entries(kinds)) {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = true;
      box.addEventListener("change", () => {
        if (box.checked) off.delete(kind); else off.add(kind);
        heat = Math.max(heat, 0.4);
        ask();
      });
      const number = classed(make("span", String(nodes.filter((node) => node.kind === kind).length)), "number");
      const name = make("span", `${nl} `, classed(make("span", en), "en"));
      $("legend").append(make("li", "", make("label", "", box, badge(kind), name, number)));
    }
  }

  $("search").addEventListener("input", (event) => {
    const query = event.target.value.trim().toLowerCase();
    if (query) list(query); else { found = null; choose(null); }
  });
  // page.html#name opens at what is called so
  function opened() {
    const name = new URLSearchParams(`n=${location.hash.slice(1)}`).get("n").trim();
    const node = name && ranked.find((one) => one.label === name || one.file === name);
    if (node) choose(node, true);
    else if (name) { $("search").value = name; list(name.toLowerCase()); }
  }
  window.addEventListener("hashchange", opened);
  $("closer").addEventListener("click", () => zoom(1.25));
  $("farther").addEventListener("click", () => zoom(0.8));
  $("whole").addEventListener("click", whole);
  function paint(dark) {
    root.classList.toggle("dark", dark);
    $("dark").setAttribute("aria-pressed", String(dark));
    measure();
  }
  $("dark").addEventListener("click", () => paint(!root.classList.contains("dark")));
  window.addEventListener("resize", measure);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) while (heat > 0.02) settle();
  legend();
  paint(matchMedia("(prefers-color-scheme: dark)").matches);
  opened();
  root.dataset.ready = String(nodes.length);
})();
