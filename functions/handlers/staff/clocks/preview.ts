import { previewClocks } from '../../../domain/clocks/preview.ts';
import { json, type Endpoint } from '../../../http/message.ts';
import { clockBodies } from '../../api/bodies.ts';
import { localeOf } from '../../api/context.ts';
import { jsonBody } from '../../api/jsonBody.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { staffOf, type DeskDeps } from '../context.ts';

/** Keys of which one decides what is asked. Where a body has several, the first one does, and the others are unknown to it. */
const QUESTIONS = ['legal', 'contract', 'targets', 'end'] as const;

const schemaFor = async (body: unknown) => {
  const { legalQuestion, contractQuestion, dueQuestion, elapsedQuestion } = await clockBodies();
  const schemas = { legal: legalQuestion, contract: contractQuestion, targets: dueQuestion, end: elapsedQuestion } as const;
  const asked = QUESTIONS.find((key) => typeof body === 'object' && body !== null && Object.hasOwn(body, key));
  return asked && schemas[asked];
};

/** `POST /api/desk/clocks/preview` (contract.md): what the clocks would say. */
export const postPreview =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const locale = localeOf(request);
    const body = await jsonBody(request);
    const schema = await schemaFor(body);
    if (!schema) throw await invalidInput(locale, [{ pointer: '', code: 'one-of', values: { names: QUESTIONS.join(', ') } }]);
    const question = parse(schema, body);
    if (!question.ok) throw await invalidInput(locale, question.refusal);
    const answer = previewClocks(question.value, (await deps.rules.current()).rules);
    if (!answer.ok) throw await invalidInput(locale, answer.refusal);
    return json(200, answer.value);
  };
