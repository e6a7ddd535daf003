// One visit to every page of a site, as a reader's browser makes it, and all
// that several checks want to know of it.

import { setTimeout } from 'node:timers/promises';

import { DESKTOP, withPages } from './browser.js';

/** How long a page may go on asking for things after it is loaded, in ms. */
const PATIENCE = 10_000;

const REFLOW = [
  { width: 320, text: '100%' },
  { width: 640, text: '200%' },
];

const crawls = new Map();

/** The visits to all pages of `site`, by page. */
export function visits(site) {
  if (!crawls.has(site)) crawls.set(site, crawl(site));
  return crawls.get(site);
}

async function crawl(site) {
  const found = new Map();
  const prepared = new Map();
  await withPages({}, site.pages, async (page, path) => {
    if (!prepared.has(page)) prepared.set(page, await listen(page));
    const facts = await visit(page, prepared.get(page), site.address + path);
    found.set(path, { ...facts, overflows: site.base === '/' ? await overflows(page) : [] });
  });
  return found;
}

async function visit(page, log, address) {
  log.begin();
  const response = await page.goto(address);
  await log.quiet();
  const facts = await page.evaluate(observe);
  const cookies = (await page.context().cookies()).map((cookie) => `cookie ${cookie.name}`);
  const { messages, requests } = log;
  return { status: response.status(), messages, requests, ...facts, kept: [...cookies, ...facts.stored] };
}

/** How `page` is too wide for small screens and large text, and what is cut off there (F2). */
export async function overflows(page) {
  const found = [];
  for (const { width, text } of REFLOW) {
    await page.setViewportSize({ width, height: DESKTOP.height });
    const wide = await page.evaluate(tooWide, text);
    const cut = await page.evaluate(cutOff);
    found.push(...[...wide, ...cut].map((what) => `${width} px, text ${text}: ${what}`));
  }
  await page.setViewportSize(DESKTOP);
  return found;
}

/** Notes from now on what `page` says and what it asks for. */
async function listen(page) {
  const log = {
    begin() {
      log.messages = [];
      log.requests = [];
      log.open = new Set();
    },
    async quiet() {
      const end = Date.now() + PATIENCE;
      while (log.open.size > 0 && Date.now() < end) await setTimeout(10);
      log.messages.push(...[...log.open].map((request) => `no answer: ${request.url()}`));
    },
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) log.messages.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => log.messages.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    log.requests.push({ url: request.url(), type: request.resourceType() });
    log.open.add(request);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) log.messages.push(`answer ${response.status()}: ${response.url()}`);
  });
  page.on('requestfinished', (request) => log.open.delete(request));
  page.on('requestfailed', (request) => {
    log.open.delete(request);
    // What Chromium gave up itself, such as the icon of a page that was left at once.
    const { errorText } = request.failure();
    if (errorText !== 'net::ERR_ABORTED') log.messages.push(`request failed (${errorText}): ${request.url()}`);
  });
  await page.addInitScript(reportViolations);
  return log;
}

/** Runs in the page before its own scripts do. */
function reportViolations() {
  addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
    console.error(`policy: ${effectiveDirective} blocks ${blockedURI} (${sourceFile}:${lineNumber}) ${sample}`);
  });
}

/** Runs in the page when all it asks for is there. */
async function observe() {
  await new Promise((resolve) => { setTimeout(resolve); }); // lets events arrive
  const addresses = (attribute, read = (value) => [value]) => {
    const elements = [...document.querySelectorAll(`[${attribute}]`)].filter((it) => it.rel !== 'canonical');
    return elements.flatMap((element) => read(element.getAttribute(attribute)));
  };
  const candidates = (list) => list.split(',').map((candidate) => candidate.trim().split(/\s+/)[0]);
  const attributes = ['href', 'src', 'action', 'formaction', 'data', 'poster'];
  return {
    links: [...new Set([...attributes.flatMap((it) => addresses(it)), ...addresses('srcset', candidates)])],
    canonical: document.querySelector('link[rel=canonical]')?.href,
    elements: document.querySelectorAll('*').length,
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map((key) => `storage ${key}`),
  };
}

/** Runs in the page: what sticks out of it when its text has the size `text`. */
function tooWide(text) {
  const root = document.documentElement;
  root.style.fontSize = text;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (element) => getComputedStyle(element).overflowX !== 'visible' && element !== document.body;
  const isFramed = (element) => element !== null && (scrolls(element) || isFramed(element.parentElement));
  const sticksOut = (element) => {
    return element.getBoundingClientRect().right > root.clientWidth + 1 && !isFramed(element.parentElement);
  };
  const elements = [...document.body.querySelectorAll('*')].filter(sticksOut);
  const names = elements.slice(0, 2).map((element) => element.outerHTML.slice(0, 80).replace(/\s+/g, ' '));
  return [`${root.scrollWidth} px wide because of ${names.join(' and ')}`];
}

/** Runs in the page: texts that have no room in what holds them and are not scrolled to. */
function cutOff() {
  const isForEars = ({ clientWidth, clientHeight }) => clientWidth <= 1 || clientHeight <= 1;
  const isCut = (element) => {
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
    // A text of so many lines, with an ellipsis.
    if (webkitLineClamp !== 'none') return false;
    const clips = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return (clips(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (clips(overflowY) && element.scrollHeight > element.clientHeight + 1);
  };
  const elements = [...document.body.querySelectorAll(':not(svg, svg *)')];
  const cut = elements.filter((it) => it.checkVisibility() && !isForEars(it) && isCut(it));
  return cut.map((it) => `cut off: ${it.outerHTML.slice(0, 80).replace(/\s+/g, ' ')}`);
}
