import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts findings of cdk-nag (`IAM5[Resource::*]`) on one construct, for one reason. Stands beside the code that it is about. */
export function accept(scope: IConstruct, reason: string, ...findings: readonly string[]): void {
  Validations.of(scope).acknowledge(...findings.map((finding) => ({ id: `AwsSolutions-${finding}`, reason })));
}

/** A resource as cdk-nag writes it in its findings: references as `<LogicalId.Attribute>`. */
export function plain(scope: IConstruct, resource: string): string {
  const text = (part: unknown): string => {
    if (typeof part !== 'object' || part === null) return String(part);
    const reference: Readonly<Record<string, unknown>> = { ...part };
    if ('Ref' in reference) return `<${String(reference['Ref'])}>`;
    const attribute = reference['Fn::GetAtt'];
    if (Array.isArray(attribute)) return `<${attribute.join('.')}>`;
    const join = reference['Fn::Join'];
    if (Array.isArray(join) && Array.isArray(join[1])) return join[1].map(text).join(String(join[0]));
    throw new Error(`No plain form of ${JSON.stringify(part)}`);
  };
  return text(Stack.of(scope).resolve(resource));
}
