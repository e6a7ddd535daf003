// Everything the portal promises to a browser, in one process: the sites are
// built and the browser is started once. `tests/run` runs this file with
// `node --test`; one check alone runs as
// `node --test --test-name-pattern=links tests/browser/portal.test.js`.

import { after } from 'node:test';

import { closeBrowser } from './helpers/browser.js';
import { stopSites } from './helpers/sites.js';

import './checks/templates.js';
import './checks/links.js';
import './checks/markup.js';
import './checks/vnu.js';
import './checks/policy.js';
import './checks/weight.js';
import './checks/scriptless.js';
import './checks/filters.js';
import './checks/tables.js';
import './checks/comparison.js';
import './checks/search.js';
import './checks/suggester.js';
import './checks/keyboard.js';
import './checks/landing.js';
import './checks/reflow.js';
import './checks/figures.js';
import './checks/media.js';
import './checks/paper.js';
import './checks/access.js';
import './checks/face.js';
import './checks/clothes.js';
import './checks/references.js';
import './checks/preview.js';

after(async () => {
  await closeBrowser();
  await stopSites();
});
