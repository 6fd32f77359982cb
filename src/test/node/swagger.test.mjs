// Swagger UI as a person uses it: give the key, and execute one example of each collection. A picture of the page goes to target/swagger-ui.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { exampleOf, operations, root } from './contract.mjs';
import { KEY, startService } from './service.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PICTURES = fileURLToPath(new URL('target/swagger-ui/', root));
const PATIENCE = 60_000;

const tags = [...new Set(operations.map(operation => operation.tag))];
const chosen = tags.map(tag => {
    const reads = operations.filter(operation => operation.tag === tag && operation.method === 'GET');
    return reads.find(operation => operation.id.startsWith('list')) ?? reads[0];
}).filter(Boolean);

let service;
let profile;
let browser;
let page;

before(async () => {
    assert.ok(existsSync(CHROMIUM),
        `There is no ${CHROMIUM}: install Chromium (Debian: apt-get install chromium fonts-noto-core), or name one in CHROMIUM`);
    service = await startService();
    profile = await mkdtemp(join(tmpdir(), 'bienban-browser-'));
    await mkdir(PICTURES, { recursive: true });
    browser = await chromium.launchPersistentContext(profile, {
        executablePath: CHROMIUM,
        headless: true,
        viewport: { width: 1280, height: 1000 },
        args: [
            '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync',
        ],
    });
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${service.url}/q/swagger-ui`);
    await page.locator('.opblock').first().waitFor();
});

after(async () => {
    await browser?.close();
    await service?.stop();
    if (profile) {
        await rm(profile, { recursive: true, force: true });
    }
});

test('the page shows every operation', async () => {
    assert.equal(await page.locator('.opblock').count(), operations.length);
    assert.equal(await page.locator('.errors-wrapper').count(), 0, 'Swagger UI finds faults in the document');
    await page.screenshot({ path: join(PICTURES, 'all.png'), fullPage: true });
});

test('the key is taken', async () => {
    await page.locator('.auth-wrapper .authorize').first().click();
    const dialog = page.locator('.modal-ux');
    await dialog.locator('input').fill(KEY);
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText('Logout').waitFor();
    await dialog.locator('.btn-done').click();
});

for (const operation of chosen) {
    test(`${operation.id} is executed with its example`, async () => {
        const block = page.locator(`[id="operations-${operation.tag.replaceAll(' ', '_')}-${operation.id}"]`);
        await block.locator('.opblock-summary-control').click();
        const execute = block.locator('.execute');
        const tryOut = block.locator('.try-out__btn:not(.cancel)');
        await execute.or(tryOut).first().waitFor();
        if (await tryOut.count() > 0) {
            await tryOut.click();
        }
        await execute.click();
        const answer = block.locator('.live-responses-table .response').first();
        await answer.locator('.response-col_status').waitFor();
        const status = (await answer.locator('.response-col_status').innerText()).trim();
        assert.match(status, /^2\d\d/);
        const given = operation.parameters.map(exampleOf).filter(example => example !== undefined).flat().map(String);
        const address = decodeURIComponent((await block.locator('.request-url').innerText()).replaceAll('+', ' '));
        assert.deepEqual(given.filter(value => !address.includes(value)), [], 'examples that were not filled in');
        await block.locator('.opblock-summary-control').click();
    });
}
