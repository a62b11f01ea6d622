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
    const [[operation, operand] = []] = Object.entries(part);
    if (operation === 'Ref') return `<${operand}>`;
    if (operation === 'Fn::GetAtt' && Array.isArray(operand)) return `<${operand.join('.')}>`;
    if (operation === 'Fn::Join' && Array.isArray(operand) && Array.isArray(operand[1])) return operand[1].map(text).join(operand[0]);
    throw new Error(`No plain form of ${JSON.stringify(part)}`);
  };
  return text(Stack.of(scope).resolve(resource));
}
