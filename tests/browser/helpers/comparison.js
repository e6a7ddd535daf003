// The page that compares, as its user sees it.

/** The address of a comparison of the municipalities with `codes`. */
export const comparison = (codes, more = '') => `jamfor/?kommun=${codes}${more}`;

/** Waits until `page` shows what its address says. */
export function compared(page) {
  return page.locator('[data-comparison-root][data-shown]').waitFor({ state: 'attached' });
}

/** Runs in the page: what is shown. */
export function read() {
  const text = (element) => element.innerText.replace(/\s+/g, ' ').trim();
  const shown = (selector, within = document) =>
    [...within.querySelectorAll(selector)].filter((it) => it.checkVisibility());
  const root = document.querySelector('[data-comparison-root]');
  return {
    title: document.title,
    chosen: shown('.chosen button', root).map(text),
    status: root.querySelector('[role=status]').textContent,
    similar: shown('.similar button', root).map(text),
    rest: shown('.comparison-rest li', root).map(text),
    blocks: shown('.comparison > section', root).map((block) => ({
      name: text(block.querySelector('h2')),
      names: shown('thead th a', block).map(text),
      leaders: text(block.querySelector('.leaders')),
      missing: text(block.querySelector('.missing')),
      rows: shown('tbody tr', block).map((row) => ({
        kind: row.className,
        name: text(row.querySelector('th span')),
        values: [...row.cells].slice(1).map(text),
        difference: row.querySelector('th .below') ? text(row.querySelector('th .below')) : '',
        marks: [...row.querySelectorAll('.plot [class^=mark]')].length,
      })),
    })),
  };
}
