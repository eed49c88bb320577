"use strict";
// Texts of documents reach the page through textContent only: they are never read as markup.
(() => {
  const AT_ONCE = 40; // interactions in the panel before "Show more"
  const OVERVIEW_LABELS = 60;
  const find = (id) => document.getElementById(id);
  const data = JSON.parse(find("data").textContent);
  const readable = data.options.nodes.scaling.label.drawThreshold;
  const panel = find("panel");
  const facts = find("facts");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let opener = null;
  let centered = null;

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    made.dir = "auto";
    return made;
  };
  const button = (text, act) => {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const joined = (...parts) => parts.filter(Boolean).join(" · ");
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

  const drawing = new vis.Network(
    find("network"),
    { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
    data.options,
  );
  const ink = () => {
    const style = getComputedStyle(document.body);
    const paper = style.getPropertyValue("--paper").trim();
    const color = style.getPropertyValue("--ink").trim();
    drawing.setOptions({ nodes: { font: { color, strokeWidth: 3, strokeColor: paper } } });
  };
  ink();
  dark.addEventListener("change", ink);

  // Far out, labels would be too small to read: draw those that find room, most central first.
  const byWeight = data.nodes.slice().sort((a, b) => b.size - a.size || a.id - b.id);
  const overview = (pen) => {
    const scale = drawing.getScale();
    const style = getComputedStyle(document.body);
    const taken = [];
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineJoin = "round";
    pen.lineWidth = 3 / scale;
    pen.strokeStyle = style.getPropertyValue("--paper");
    pen.fillStyle = style.getPropertyValue("--ink");
    for (const { id, label, size, font } of byWeight) {
      if (taken.length === OVERVIEW_LABELS) break;
      const drawn = font.size * scale >= readable;
      const text = drawn ? font.size : (readable + (font.size - readable) / 3) / scale;
      pen.font = `${text}px sans-serif`;
      const { x, y } = drawing.getPosition(id);
      const half = pen.measureText(label).width / 2 + 4 / scale;
      const top = y + size + 3 / scale;
      const box = [x - half, top, x + half, top + text * 1.3];
      const clear = taken.every((other) =>
        box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
      if (!drawn && !clear) continue;
      taken.push(box);
      if (drawn) continue;
      pen.strokeText(label, x, top);
      pen.fillText(label, x, top);
    }
  };
  drawing.on("afterDrawing", overview);

  const contactsOf = (actor) => {
    const numbers = new Set();
    for (const [one, other, contacts] of data.ties) {
      if (one === actor || other === actor) contacts.forEach((number) => numbers.add(number));
    }
    return [...numbers].sort((a, b) => a - b);
  };

  const quoted = ([text, title, document, start, end]) => {
    const made = element("div");
    made.append(
      element("blockquote", text),
      element("cite", joined(title, document, `characters ${start}–${end}`)),
    );
    return made;
  };
  const told = (number) => {
    const contact = data.contacts[number];
    const made = element("article");
    const kind = contact.act ? `${contact.kind} (${contact.act})` : contact.kind;
    const company = element("div", undefined, "with");
    contact.with.forEach((actor) =>
      company.append(button(data.actors[actor].name, () => showActor(actor))));
    made.append(
      element("h3", joined(kind, contact.when || "date unknown", contact.place)),
      element("cite", joined(contact.modality, `confidence ${contact.confidence}`)),
      company,
      ...contact.sentences.map(quoted),
    );
    return made;
  };
  const list = (numbers) => {
    facts.append(...numbers.slice(0, AT_ONCE).map(told));
    const rest = numbers.slice(AT_ONCE);
    if (!rest.length) return;
    const more = button(`Show ${Math.min(AT_ONCE, rest.length)} more of ${rest.length}`, () => {
      more.remove();
      list(rest);
    });
    facts.append(more);
  };
  const open = (heading, details, numbers) => {
    if (panel.hidden) opener = document.activeElement;
    const title = element("h2", heading);
    title.tabIndex = -1;
    facts.replaceChildren(title, ...details);
    list(numbers);
    panel.hidden = false;
    panel.scrollTop = 0;
    find("directory").open = false;
    title.focus();
  };
  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    centered = null;
    drawing.unselectAll();
    if (opener) opener.focus();
  };
  const counted = (numbers) =>
    element("p", numbers.length === 1 ? "1 interaction" : `${numbers.length} interactions`);

  const center = () => {
    if (centered === null) return;
    drawing.focus(centered, { scale: Math.max(drawing.getScale(), 0.7), animation: false });
  };
  drawing.on("resize", () => requestAnimationFrame(center));
  drawing.on("dragStart", () => { centered = null; });
  drawing.on("zoom", () => { centered = null; });
  const showActor = (id) => {
    const actor = data.actors[id];
    const numbers = contactsOf(id);
    const offices = element("ul");
    offices.append(...actor.offices.map((office) => element("li", office)));
    const wikidata = actor.wikidata && `Wikidata ${actor.wikidata}`;
    const details = [element("p", joined(actor.kind, actor.state, wikidata))];
    if (actor.offices.length) details.push(offices);
    open(actor.name, [...details, counted(numbers)], numbers);
    drawing.selectNodes([id]);
    centered = id;
    center();
  };
  const showTie = (id) => {
    centered = null;
    const [one, other, numbers] = data.ties[id];
    const names = `${data.actors[one].name} – ${data.actors[other].name}`;
    open(names, [counted(numbers)], numbers);
    drawing.selectEdges([id]);
  };

  drawing.on("click", ({ nodes, edges }) => {
    if (nodes.length) showActor(nodes[0]);
    else if (edges.length) showTie(edges[0]);
    else close();
  });
  find("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (find("directory").open) find("directory").open = false;
    else close();
  });

  const named = data.actors.map((actor, id) => ({ id, name: actor.name, key: folded(actor.name) }));
  named.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  for (const { id, name } of named) {
    const option = element("option");
    option.value = name;
    find("names").append(option);
    const entry = element("li");
    entry.append(button(name, () => showActor(id)));
    find("actors").append(entry);
  }
  const search = () => {
    const wanted = folded(find("query").value);
    const match = wanted && (
      named.find(({ key }) => key === wanted) ||
      named.find(({ key }) => key.startsWith(wanted)) ||
      named.find(({ key }) => key.includes(wanted)));
    find("status").textContent = match || !wanted ? "" : "No actor of that name";
    if (match) showActor(match.id);
  };
  find("search").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });

  const onPage = ({ x, y }) => {
    const frame = find("network").getBoundingClientRect();
    return { x: x + frame.left, y: y + frame.top };
  };
  const at = (actor) => drawing.getPosition(actor);
  // For tests and for the console: where things are on the page.
  window.diplograph = {
    network: drawing,
    showActor,
    showTie,
    actorAt: (name) => {
      const id = data.actors.findIndex((actor) => actor.name === name);
      return onPage(drawing.canvasToDOM(at(id)));
    },
    tieAt: (id) => {
      const [one, other] = data.ties[id].slice(0, 2).map(at);
      return onPage(drawing.canvasToDOM({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }));
    },
  };
})();
