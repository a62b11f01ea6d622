import type { CareBook, CareRules } from '../../../../domain/care/rules.ts';
import type { RulesVersions } from '../../../desk/answers.ts';
import type { Answer, Api } from '../api.ts';

/** Service plans in the desk API. */
export interface CareApi {
  readonly rules: () => Promise<Answer<CareBook>>;
  readonly save: (version: number, body: { readonly note: string; readonly rules: CareRules }) => Promise<Answer<CareBook>>;
  readonly versions: () => Promise<Answer<RulesVersions>>;
}

/** Service plans through the API of the desk. */
export const careApi = ({ get, send }: Pick<Api, 'get' | 'send'>): CareApi => ({
  rules: () => get('/care/rules'),
  save: (version, body) => send('PUT', '/care/rules', body, { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() }),
  versions: () => get('/care/rules/versions'),
});
