// How a check says what it found: everything at once, the same fault on many
// pages told once.

const SHOWN = 40;

/** A fault on a page: `page` is relative to the base path, `what` a sentence. */
export const fault = (page, what) => ({ page, what });

/** Fails with all `faults`, if there are any. */
export function assertNone(faults) {
  if (faults.length === 0) return;
  const pages = new Map();
  for (const { page, what } of faults) pages.set(what, (pages.get(what) ?? new Set()).add(`/${page}`));
  const lines = [...pages].map(([what, found]) => `${where([...found])}: ${what}`);
  const shown = lines.slice(0, SHOWN);
  if (lines.length > SHOWN) shown.push(`… and ${lines.length - SHOWN} more`);
  const error = new Error(`${lines.length} found\n  ${shown.join('\n  ')}`);
  error.stack = `Error: ${error.message}`; // where the list was made helps nobody
  throw error;
}

function where([first, ...more]) {
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
