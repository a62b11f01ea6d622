/**
 * The pages, with the words of three languages. Loaded with the first page that somebody opens: programs read none, and pages are a third of what the
 * function would load.
 */
export const views = () => import('../../web/customer/index.ts');
