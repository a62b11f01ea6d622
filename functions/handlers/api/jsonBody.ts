import type { Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';

/** The JSON body of a request; an empty object when it has none. Throws `unsupported-media-type` for a form. */
export const jsonBody = async (request: Request): Promise<unknown> => {
  const sent = await request.body();
  if (sent.kind === 'form') throw new Problem('unsupported-media-type');
  return sent.kind === 'json' ? sent.value : {};
};
