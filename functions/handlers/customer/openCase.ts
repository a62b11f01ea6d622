import { randomUUID } from 'node:crypto';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { LOCALES, type Kind, type Locale } from '../../domain/case/model.ts';
import { html, seeOther, type Answer, type Request } from '../../http/message.ts';
import { openCase } from '../../usecases/openCase.ts';
import { bodies } from '../api/bodies.ts';
import { idempotencyKey, localeOf } from '../api/context.ts';
import { formToBody } from '../api/forms.ts';
import { openedAnswer, toOpening } from '../api/opened.ts';
import { trackingUrl } from '../../usecases/links.ts';
import { invalidInput, parse } from '../api/parse.ts';
import { refusalProblem } from '../api/refusals.ts';
import type { CustomerDeps } from './context.ts';
import { views } from './views.ts';

const KINDS: Readonly<Record<string, Kind>> = { complaint: 'complaint', 'after-sales': 'after-sales', inquiry: 'inquiry' };

const keptForm = async (locale: Locale, fields: Readonly<Record<string, string>>, errors: readonly FieldError[]): Promise<Answer> => {
  const { formPage } = await views();
  const kind = KINDS[fields['kind'] ?? ''] ?? 'complaint';
  return html(422, formPage({ locale, path: `/${kind}`, kind, values: fields, errors, key: fields['key'] ?? randomUUID() }));
};

/** `POST /api/cases`: programs send JSON and get 201; a form gets the tracking page, or itself back with what was typed. */
export const postCase = (deps: CustomerDeps) => {
  const open = openCase(deps);
  return async (request: Request): Promise<Answer> => {
    const sent = await request.body();
    const isForm = sent.kind === 'form';
    const formLocale = isForm ? LOCALES.find((locale) => locale === sent.fields['customer.locale']) : undefined;
    const locale = formLocale ?? localeOf(request);
    const { opening } = await bodies();
    const body = parse(opening, isForm ? formToBody(sent.fields) : sent.kind === 'json' ? sent.value : {});
    if (!body.ok) {
      if (isForm) return keptForm(locale, sent.fields, body.refusal);
      throw await invalidInput(locale, body.refusal);
    }
    const key = (isForm ? sent.fields['key'] : idempotencyKey(request)) ?? randomUUID();
    const opened = await open({
      opening: toOpening(body.value, locale),
      key,
      by: { role: 'customer' },
      source: request.source,
      now: deps.now(),
    });
    if (!opened.ok) throw await refusalProblem(locale, opened.refusal);
    return isForm
      ? seeOther(`${await trackingUrl(deps.siteUrl, deps.links, deps.policy, opened.value.state)}&notice=opened`)
      : openedAnswer(deps, opened.value, '/api/cases');
  };
};
