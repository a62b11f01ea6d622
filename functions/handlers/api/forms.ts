/** Fields that steer a form and are no part of what it says. */
const STEERING = ['t', 'key'];

const BOOLEANS = ['accept', 'consent.service', 'consent.marketing'];
const NUMBERS = ['outcome', 'handling', 'recommend'];

const typed = (name: string, value: string): unknown => {
  if (BOOLEANS.includes(name)) return value === 'true' || value === 'on';
  if (NUMBERS.includes(name)) return Number(value);
  return value;
};

/** The body that a browser's form stands for: dotted names become objects, empty fields are absent, choices and scores get their type. */
export const formToBody = (fields: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (STEERING.includes(name) || value.trim() === '') continue;
    const [group = '', field] = name.split('.');
    if (field === undefined) body[name] = typed(name, value);
    else {
      const known = body[group];
      body[group] = { ...(typeof known === 'object' ? known : {}), [field]: typed(name, value) };
    }
  }
  return body;
};
