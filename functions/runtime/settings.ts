import type { Policy } from '../domain/policy.ts';
import { env } from './env.ts';

const isPolicy = (value: unknown): value is Policy => typeof value === 'object' && value !== null && 'survey' in value && 'links' in value;

/** The stage's policy as `infra/config.ts` typed it. Throws when it is missing or something else. */
export const policy = (): Policy => {
  const value: unknown = JSON.parse(env('POLICY'));
  if (!isPolicy(value)) throw new Error('POLICY is not a policy');
  return value;
};
