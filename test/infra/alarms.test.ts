import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import { environment, list, record, stage, words } from './template.ts';

const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');
const sections = [...runbook.matchAll(/^## (.+)$([\s\S]*?)(?=^## |(?![\s\S]))/gm)].map((match) => ({
  anchor: (match[1] ?? '').toLowerCase().replaceAll(' ', '-'),
  text: match[2] ?? '',
}));
const alarms = stage('prod').ofType('CloudWatch::Alarm');

const linked = (description: unknown): string => /infra\/runbook\.md#(\S+)$/.exec(String(description))?.[1] ?? 'nothing';

test.each(alarms.map(({ properties }) => [String(properties['AlarmName']), properties] as const))(
  '%s says who is hurt and leads to the runbook',
  (_, { AlarmDescription }) => {
    expect(sections.map(({ anchor }) => anchor)).toContain(linked(AlarmDescription));
    expect(String(AlarmDescription)).toMatch(/^[A-Z].{25,}\. What to do: infra\/runbook\.md#\S+$/);
  },
);

describe.each(sections)('the section $anchor of the runbook', ({ anchor, text }) => {
  test('belongs to an alarm', () => {
    expect(alarms.map(({ properties }) => linked(properties['AlarmDescription']))).toContain(anchor);
  });

  test('says who is hurt and what to do', () => {
    expect(text).toMatch(/^\s*\*\*Hurt:\*\* \S/);
    expect(text).toMatch(/^1\. /m);
  });

  test('leads nowhere that does not exist', () => {
    const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(targets.filter((target) => !sections.some((section) => section.anchor === target))).toEqual([]);
  });
});

test('nothing is parked without a call', () => {
  const { ofType } = stage('prod');
  const watched = alarms.filter(({ properties }) => properties['MetricName'] === 'ApproximateNumberOfMessagesVisible');
  const dimensions = watched.map(({ properties }) => JSON.stringify(properties['Dimensions']));
  const parked = ofType('SQS::Queue').filter(({ properties }) => !properties['RedrivePolicy']);
  expect(parked.length).toBe(watched.length);
  for (const { id } of parked) expect(dimensions.some((text) => text.includes(id))).toBe(true);
});

test('every function has an alarm of its own for failures', () => {
  const { ofType } = stage('prod');
  const named = alarms
    .filter(({ properties }) => properties['MetricName'] === 'Errors')
    .map(({ properties }) => JSON.stringify(properties['Dimensions']));
  for (const { id } of ofType('Lambda::Function'))
    expect([words({ Ref: id }), named.some((text) => text.includes(id))]).toEqual([words({ Ref: id }), true]);
});

test('the alarms for days off and for the night look at what the sweep reports', async () => {
  Object.assign(process.env, environment('prod', 'sweep'));
  const { reportMissingYears } = await import('../../functions/runtime/metrics.ts');
  const written: string[] = [];
  const log = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  reportMissingYears(2);
  log.mockRestore();
  const { _aws, ...values } = record(JSON.parse(written.join('')));
  const [directive] = list(record(_aws)['CloudWatchMetrics']).map(record);
  const [nightly = {}, alarm = {}] = alarms.map(({ properties }) => properties).filter(({ Namespace }) => Namespace === 'Aftercare');
  expect(nightly).toMatchObject({ MetricName: alarm['MetricName'], Dimensions: alarm['Dimensions'], Statistic: 'SampleCount' });
  expect(values).toMatchObject({ service: 'sweep', stage: 'prod', [String(alarm['MetricName'])]: 2 });
  expect(directive).toMatchObject({ Namespace: alarm['Namespace'], Metrics: [{ Name: alarm['MetricName'] }] });
  const dimensions = list(alarm['Dimensions']).map(record);
  expect(list(directive?.['Dimensions'])).toEqual([dimensions.map(({ Name }) => Name)]);
  for (const { Name, Value } of dimensions) expect(values[String(Name)]).toBe(Value);
  expect(alarm).toMatchObject({ Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'ignore' });
});
