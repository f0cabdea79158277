// Nodes are made here and nowhere from markup, so whatever stands in a value is shown as text.
const asProperties = new Set(['value', 'checked', 'disabled', 'selected', 'indeterminate', 'open', 'readOnly']);

// h('a', { class: 'x', href: '#/', on: { click: f } }, 'text', node, [more]); style takes an object.
export function h(tag, props, ...children) {
  return made(document.createElement(tag), props, children, asProperties);
}

export function svg(tag, props, ...children) {
  return made(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children, new Set());
}

export function fill(place, ...children) {
  place.replaceChildren(...nodes(children));
  return place;
}

function made(node, props, children, properties) {
  node.append(...nodes(children));
  // After the children: the value of a select is one of its options.
  for (const [name, value] of Object.entries(props ?? {})) set(node, name, value, properties);
  return node;
}

function set(node, name, value, properties) {
  if (name === 'on') for (const [event, f] of Object.entries(value)) node.addEventListener(event, f);
  else if (name === 'style') for (const [rule, text] of Object.entries(value)) node.style.setProperty(rule, text);
  else if (properties.has(name)) { if (value !== undefined) node[name] = value; }
  else if (value === true) node.setAttribute(name, '');
  else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
}

function nodes(children) {
  return children.flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== true)
    .map((child) => (child instanceof Node ? child : document.createTextNode(child)));
}
