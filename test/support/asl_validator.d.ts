declare module 'asl-validator' {
  /** Checks a state machine against the schema of the Amazon States Language. */
  const validate: (definition: unknown) => { readonly isValid: boolean; errorsText(separator?: string): string };
  export default validate;
}
