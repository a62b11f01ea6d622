/** The value of an environment variable. Throws at cold start when it is missing: a function without its settings must not run. */
export const env = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`environment variable ${name} is missing`);
  return value;
};
