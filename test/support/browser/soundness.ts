import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** A telephone at night, a screen by day: both widths and both colours in two runs, of which each takes a second. */
const VIEWS = [
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
] as const;

/** The rules that people are promised: WCAG 2.2 AA, and axe's best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violationsOf = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * What is wrong with a page as it stands, on a telephone and on a screen, in light and in dark colours: barriers that axe finds, and content that is
 * wider than the window. Empty when nothing is. `except`: selectors of what axe leaves out, where a page repeats the same a hundred times.
 */
export async function faultsOf(page: Page, { except }: { readonly except?: readonly string[] } = {}): Promise<readonly string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const tooWide = await overflow(page);
    if (tooWide > 0) faults.push(`${width} px: the page is ${tooWide} px wider than the window`);
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], runOnly: RULES });
    for (const selector of except ?? []) axe.exclude(selector);
    faults.push(...(await violationsOf(axe)).map((violation) => `${width} px, ${colorScheme}: ${violation}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return faults;
}
