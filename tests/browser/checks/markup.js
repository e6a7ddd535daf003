// F1: valid HTML, as it is served. The rules are in markup.config.js.

import { describe, test } from 'node:test';

import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import { assertNone, fault } from '../helpers/faults.js';
import { get, rootSites } from '../helpers/sites.js';
import config from '../markup.config.js';

const validator = new HtmlValidate(new StaticConfigLoader(config));

describe('markup', () => {
  for (const site of rootSites) {
    test(`every page is valid, ${site.name}`, async () => {
      const faults = [];
      // One after the other: while a page is looked at, nobody reads what the server sends.
      for (const page of site.pages) faults.push(...await faultsOf(site, page));
      assertNone(faults);
    });
  }
});

async function faultsOf(site, page) {
  const { body } = await get(site.address + page);
  const text = body.toString();
  const report = await validator.validateString(text);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ ruleId, message, line, column }) => {
    const found = text.split('\n')[line - 1].slice(Math.max(0, column - 20), column + 60);
    return fault(page, `${message} (${ruleId}): …${found}…`);
  });
}
