import { env } from './env.ts';

/** The address under which people reach the site: the configured one, else the one this request came in by (on AWS the API's own domain). */
export const siteUrl = (domain: string): string => process.env['SITE_URL'] ?? `https://${domain}`;

/** The configured address. Throws where a function has no request to take it from. */
export const configuredSiteUrl = (): string => env('SITE_URL');
