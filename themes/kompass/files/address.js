// What is chosen stands in the address: it can be shared, and Back works.

// The most municipalities that stand side by side.
export const MOST = 5;

const parameters = () => new URLSearchParams(location.search);

export const read = (name) => parameters().get(name) ?? "";

// Puts values into the address, and tells everybody on the page as Back does.
export function write(values, how = "pushState") {
  const all = parameters();
  for (const [name, value] of Object.entries(values)) {
    if (value) all.set(name, value);
    else all.delete(name);
  }
  history[how](null, "", `?${String(all).replaceAll("%2C", ",")}`.replace(/^\?$/, location.pathname));
  dispatchEvent(new Event("popstate"));
}

// The codes of the chosen municipalities, in their order.
export const chosen = () => [...new Set(read("kommun").split(/[\s,]+/).filter(Boolean))];

export const choose = (codes, how) => write({ kommun: codes.join() }, how);
