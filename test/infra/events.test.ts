import { describe, expect, test } from '@jest/globals';
import { list, record, stage, words } from './template.ts';

/** Whether a pattern of EventBridge or of a stream's filter lets an event through; knows what the stack uses. */
function passes(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((wanted) => passesOne(wanted, event));
  return Object.entries(record(pattern)).every(([name, inner]) => passes(inner, record(event)[name]));
}

function passesOne(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => passesOne(wanted, one));
  const { prefix, exists } = record(wanted);
  if (typeof prefix === 'string') return typeof value === 'string' && value.startsWith(prefix);
  if (typeof exists === 'boolean') return exists === (value !== undefined);
  return typeof wanted === 'object' && wanted !== null ? words(wanted) === value : wanted === value;
}

describe('the stream of the table', () => {
  const mapping = stage('prod')
    .ofType('Lambda::EventSourceMapping')
    .find(({ properties }) => properties['FilterCriteria']);
  const filters = list(record(mapping?.properties['FilterCriteria'])['Filters']).map((filter): unknown =>
    JSON.parse(String(record(filter)['Pattern'])),
  );
  const change = (eventName: string, sk: string, image: object = {}, pk = 'CASE#1') => ({
    eventName,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: image },
  });
  const waiting = { token: { S: 'secret' } };

  test.each([
    ['a new event', change('INSERT', 'EVENT#0001'), true],
    ['a later event', change('INSERT', 'EVENT#0042'), true],
    ['new index attributes of the first event, which the function itself writes', change('MODIFY', 'EVENT#0001'), false],
    ['a step that begins to wait', change('INSERT', 'WAIT', waiting), true],
    ['the next step that waits', change('MODIFY', 'WAIT', waiting), true],
    ['a step without token', change('MODIFY', 'WAIT'), false],
    ['a mail record', change('INSERT', 'MAIL#1.1.offer'), false],
    ['an address that was suppressed', change('INSERT', 'SUPPRESSED'), false],
    ['a new version of the rules', change('INSERT', 'VERSION#000001', {}, 'RULES'), true],
    ['a new version of the rules of care', change('INSERT', 'VERSION#000001', {}, 'CARE'), true],
    ['figures of a resolved case', change('INSERT', 'AC-1', {}, 'KEPT#care#2026-02'), false],
    ['an item that expired', change('REMOVE', 'EVENT#0001'), false],
  ])('%s', (_, event, expected) => {
    expect(filters.some((filter) => passes(filter, event))).toBe(expected);
  });

  test('parks what five tries and halving could not take', () => {
    expect(mapping?.properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(words(record(record(mapping?.properties['DestinationConfig'])['OnFailure'])['Destination'])).toBe('<RepairsParked>');
  });
});

describe('event rules', () => {
  const { ofType } = stage('prod');
  const rule = (id: string) => ofType('Events::Rule').find((found) => found.id.startsWith(id))?.properties ?? {};
  const report = (eventType: string, configurationSet: string) => ({
    source: 'aws.ses',
    detail: { eventType, mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
  });
  const ended = (status: string, stateMachineArn: string) => ({
    source: 'aws.states',
    'detail-type': 'Step Functions Execution Status Change',
    detail: { status, stateMachineArn },
  });

  test.each([
    ['a bounce of ours', report('Bounce', 'aftercare-prod'), true],
    ['a complaint of ours', report('Complaint', 'aftercare-prod'), true],
    ['a bounce of another stage', report('Bounce', 'aftercare-dev'), false],
    ['an opened mail', report('Open', 'aftercare-prod'), false],
  ])('%s', (_, event, expected) => {
    expect(passes(rule('MailEvents')['EventPattern'], event)).toBe(expected);
  });

  test.each([
    ['an execution that failed', ended('FAILED', '<CaseLifecycleMachine>'), true],
    ['one that somebody stopped', ended('ABORTED', '<CaseLifecycleMachine>'), true],
    ['one that ended well', ended('SUCCEEDED', '<CaseLifecycleMachine>'), false],
    ['one of another machine', ended('FAILED', 'arn:other'), false],
  ])('%s', (_, event, expected) => {
    expect(passes(rule('CaseLifecycleFailures')['EventPattern'], event)).toBe(expected);
  });

  test('a renewal that lasted longer than an execution may, and one that failed, are told to the repair queue', () => {
    const { EventPattern, Targets } = rule('RenewalFailures');
    for (const status of ['TIMED_OUT', 'FAILED', 'ABORTED']) expect(passes(EventPattern, ended(status, '<RenewalMachine>'))).toBe(true);
    expect(passes(EventPattern, ended('SUCCEEDED', '<RenewalMachine>'))).toBe(false);
    expect(list(Targets).map((target) => words(record(target)['Arn']))).toEqual(['<RepairsQueue>']);
  });

  test('start the sweep every night, and every hour for contracts only; one that comes more than an hour late is not worth having', () => {
    const [nightly, hourly] = [rule('Nightly'), rule('Hourly')];
    expect([nightly['ScheduleExpression'], hourly['ScheduleExpression']]).toEqual(['cron(0 18 * * ? *)', 'cron(5 * * * ? *)']);
    const [whole, contracts] = [nightly, hourly].map(({ Targets }) => record(list(Targets)[0]));
    expect(whole?.['InputTransformer']).toBeUndefined();
    expect(contracts?.['InputTransformer']).toEqual({
      InputPathsMap: { time: '$.time' },
      InputTemplate: '{"time":<time>,"only":"contracts"}',
    });
    for (const target of [whole, contracts]) expect(target?.['RetryPolicy']).toEqual({ MaximumEventAgeInSeconds: 3600 });
    const waits = ofType('Lambda::EventInvokeConfig').map(({ properties }) => [
      words(properties['FunctionName']),
      properties['MaximumEventAgeInSeconds'],
    ]);
    expect(waits.sort()).toEqual([
      ['<mailEventsFunction>', 21_600],
      ['<sweepFunction>', 3600],
    ]);
  });

  test('lose nothing that could not be delivered', () => {
    for (const { properties } of ofType('Events::Rule'))
      for (const target of list(properties['Targets']))
        expect(words(record(record(target)['DeadLetterConfig'])['Arn'])).toBe('<Undelivered>');
  });
});

test('a queue gives a message again only after its function must have ended, and parks it after five tries', () => {
  const { ofType } = stage('prod');
  for (const { properties } of ofType('Lambda::EventSourceMapping').filter((mapping) =>
    words(mapping.properties['EventSourceArn']).endsWith('Queue>'),
  )) {
    const timeout = ofType('Lambda::Function').find(({ id }) => words({ Ref: id }) === words(properties['FunctionName']))?.properties[
      'Timeout'
    ];
    const queue = ofType('SQS::Queue').find(({ id }) => words({ Ref: id }) === words(properties['EventSourceArn']))?.properties ?? {};
    expect(Number(queue['VisibilityTimeout'])).toBeGreaterThanOrEqual(6 * Number(timeout));
    expect(record(queue['RedrivePolicy'])['maxReceiveCount']).toBe(5);
    expect(properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  }
});
