import { REGION_ZONE } from '../domain/clocks/localDate.ts';
import type { Case } from '../domain/case/model.ts';
import { DEFAULT_TIME_ZONE } from './format.ts';

/** The zone in which a customer reads times: that of the region that the customer or staff named, else the site's. */
export const customerZone = ({ classification, opening }: Pick<Case, 'classification' | 'opening'>): string => {
  const region = classification.region ?? opening.customer.region;
  return region ? REGION_ZONE[region] : DEFAULT_TIME_ZONE;
};
