/** A case number as somebody typed or read it out, in the form that the service uses: capitals, `AC-` and hyphens put in. */
export const typedCaseNumber = (typed: string): string => {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const digits = /^(?:AC)?([0-9A-Z]{5})([0-9A-Z]{5})$/.exec(plain);
  return digits ? `AC-${digits[1]}-${digits[2]}` : typed.trim();
};
