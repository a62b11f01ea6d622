/** The one team of the house, until teams are a capability of their own. */
export const TEAM = 'service';
