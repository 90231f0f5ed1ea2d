import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer, type RunningServer } from '../../src/workbench/server';
import { launchBrowser } from './chromium';

/** Where Excel on the web itself is at home: office.js trusts it without asking the user. */
const excelsHome = 'https://excel.officeapps.live.com';
const officeHome = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
// By way of createRequire, which a bundler leaves alone.
const officePackage = createRequire(import.meta.url).resolve('@microsoft/office-js/package.json');
const officeFolder = join(dirname(officePackage), 'dist');

export interface ExcelOnTheWeb {
  readonly page: Page;
  /** Every address that was asked for, but for Excel's own and what never leaves the page. */
  readonly requests: readonly string[];
  /** What a page's content security policy forbade. */
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/**
 * The workbench in Excel's place at Excel's own address, and an add-in at its own: the browser keeps the two
 * apart as it does in Excel on the web. Both Excel's address and Microsoft's are answered within this machine;
 * any other is let through only to the add-in.
 */
export async function openExcelOnTheWeb(addIn: string, language: 'da' | 'en' = 'da'): Promise<ExcelOnTheWeb> {
  const server: RunningServer = await startServer();
  const browser: Browser = await launchBrowser([
    // Excel's address is a public one, the add-in's on this machine: a browser would ask its user for leave.
    '--disable-features=LocalNetworkAccessChecks',
  ]);
  const context = await browser.newContext({
    // The add-in's certificate is its own.
    ignoreHTTPSErrors: true,
    viewport: { width: 1400, height: 850 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const violations: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  await page.exposeFunction('reportViolation', (text: string) => void violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${location.href}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (/^(data|blob):/.test(url)) return route.continue();
    if (url.startsWith(excelsHome)) {
      const response = await fetch(url.replace(excelsHome, server.address));
      return route.fulfill({
        status: response.status,
        contentType: response.headers.get('content-type') ?? 'text/plain',
        body: Buffer.from(await response.arrayBuffer()),
      });
    }
    requests.push(url);
    if (url.startsWith(addIn)) return route.continue();
    const file = join(officeFolder, new URL(url).pathname.replace('/lib/1/hosted/', ''));
    if (!url.startsWith(officeHome) || !existsSync(file)) return route.abort();
    return route.fulfill({
      contentType: 'text/javascript',
      body: readFileSync(file),
    });
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  try {
    await page.goto(`${excelsHome}/?language=${language}&addin=${encodeURIComponent(addIn)}`);
    await page.waitForFunction(() => document.documentElement.dataset['state'] === 'ready');
  } catch (error) {
    await close();
    throw error;
  }
  return { page, requests, violations, errors, close };
}

export const isMicrosofts = (url: string): boolean => url.startsWith(officeHome);
