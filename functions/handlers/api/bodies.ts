/**
 * The schemas of request bodies. Built when the first body comes in: pages and reads need none, and building them takes a fifth of the time in which a
 * function loads.
 */
export const bodies = () => import('./schemas.ts');

/** The schemas of contracts and payments. */
export const contractBodies = () => import('./contractSchemas.ts');

/** What makes terms of the body of a contract. */
export const contractTerms = () => import('./contractTerms.ts');

/** The schemas of questions to the clocks, and of their rules: apart, as few requests need them. */
export const clockBodies = () => import('./clockSchemas.ts');

/** The schemas of the rules by which we care for contracts. */
export const careBodies = () => import('./careSchemas.ts');
