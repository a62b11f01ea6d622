import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WIDTHS = [360, 1440] as const;
const COLOURS = ['light', 'dark'] as const;

/** The rules that people are promised: WCAG 2.2 AA, and axe's best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violationsOf = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * What is wrong with a page as it stands, on a telephone and on a screen, in light and in dark colours: barriers that axe finds, and content that is
 * wider than the window. Empty when nothing is.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const tooWide = await overflow(page);
    if (tooWide > 0) faults.push(`${width} px: the page is ${tooWide} px wider than the window`);
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await violationsOf(page)).map((violation) => `${width} px, ${colorScheme}: ${violation}`));
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  return faults;
}
