// The search page as its user sees it.

const STATUS = '[data-status][role=status]';

/** The address of a search; `filters` has lists of values by name. */
export function search(words, filters = {}, more = {}) {
  const values = Object.entries(filters).flatMap(([name, list]) => list.map((value) => [name, value]));
  return `sok/?${new URLSearchParams([...(words ? [['q', words]] : []), ...values, ...Object.entries(more)])}`;
}

/** Waits until `page` shows what a search found, with its texts. */
export function searched(page) {
  return page.locator('[data-hits][aria-busy="false"]').waitFor({ state: 'attached' });
}

/** Types `words` and asks for them. */
export async function ask(page, words) {
  await page.locator('#fraga').fill(words);
  await page.keyboard.press('Enter');
  await searched(page);
}

/** Presses or checks what `locator` finds. */
export async function press(page, locator) {
  await locator.click();
  await searched(page);
}

/** The box of a value of a filter, in sight. */
export async function box(page, name, value) {
  await page.locator('[data-filters]').evaluate((it) => { it.open = true; });
  await page.locator(`[data-filter="${name}"]`).evaluate((it) => { it.open = true; });
  return page.locator(`input[name="${name}"][value="${value}"]`);
}

/** How many hits the page says that there are. */
export async function total(page) {
  const text = await page.locator(STATUS).textContent();
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

/** What the page shows of a search, and what its address says. */
export async function outcome(page) {
  await searched(page);
  return { ...await page.evaluate(read), total: await total(page), address: new URL(page.url()).search };
}

/** Runs in the page. */
function read() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
  const text = (element) => element.innerText.replace(/\s+/g, ' ').trim();
  return {
    words: document.querySelector('#fraga').value,
    title: document.title,
    status: shown('[data-status]').map(text).join(),
    checked: [...document.querySelectorAll('[data-filter] input:checked')].map((it) => `${it.name}=${it.value}`),
    pressed: document.querySelector('[data-lessons]').getAttribute('aria-pressed') === 'true',
    order: document.querySelector('#ordning').value,
    hits: shown('.hits > li').map((it) => ({
      title: text(it.querySelector('h2')),
      url: it.querySelector('h2 a').href.split(':~:')[0],
      place: text(it.querySelector('h2 + p')).replaceAll(', ', ' · '),
      text: text(it),
      marks: [...it.querySelectorAll('mark')].map(text),
    })),
    removals: shown('[data-active] button').map(text),
    notes: shown('.search-hits > .note').map(text),
    hasMore: shown('[data-more]').length > 0,
    hasOtherWays: shown('[data-ways]').length > 0,
  };
}
