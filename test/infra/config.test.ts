import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { minorUnits } from '../../functions/domain/kernel/money.ts';
import { stageConfig, STAGES } from '../../infra/config.ts';
import { workflowDefinition } from '../../infra/constructs/definition.ts';

test('an unknown stage is refused with the names that exist', () => {
  for (const name of ['production', '', undefined, 'toString']) expect(() => stageConfig(name)).toThrow(/local\|demo\|dev\|prod/);
});

describe.each(STAGES)('the settings of %s', (name) => {
  const { policy } = stageConfig(name);

  test('come in the order of time', () => {
    const { customerWait: wait, survey } = policy;
    const rising = (...numbers: readonly number[]): void => expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
    rising(wait.firstWarningSeconds, wait.secondWarningSeconds, wait.closeSeconds);
    rising(survey.inviteSeconds, survey.reminderSeconds, survey.closeSeconds);
  });

  test('keep links alive for as long as they are needed', () => {
    expect(policy.links.surveySeconds).toBeGreaterThan(policy.survey.closeSeconds);
    expect(policy.links.trackingSeconds).toBeGreaterThan(policy.reopenWindowSeconds + policy.customerWait.closeSeconds);
  });

  test('let a supervisor offer more than an agent', () => {
    const { agent, supervisor } = policy.approvalLimits;
    expect(minorUnits(supervisor?.amount ?? '')).toBeGreaterThan(minorUnits(agent?.amount ?? ''));
  });
});

test('a whole life of the demo, waiting or answering, takes less than two minutes', () => {
  const { survey, customerWait } = stageConfig('demo').policy;
  expect(Math.max(survey.closeSeconds, customerWait.closeSeconds)).toBeLessThan(120);
});

describe('a workflow definition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  writeFileSync(join(folder, 'one.asl.json'), '{ "Table": "${TableName}" }');

  test('is taken with exactly its substitutions', () => {
    expect(workflowDefinition('one', ['TableName'], folder)).toBe('{"Table":"${TableName}"}');
  });

  test('is refused when a placeholder is missing or not used', () => {
    expect(() => workflowDefinition('one', [], folder)).toThrow('without substitution: TableName');
    expect(() => workflowDefinition('one', ['TableName', 'Bus'], folder)).toThrow('not use the substitutions: Bus');
  });
});
