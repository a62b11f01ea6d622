import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { Position } from '../../functions/domain/case/evolve.ts';
import { lin } from '../support/stack/desk.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { allItems, cloud } from '../support/stack/probes.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { DAY, MINUTE, pass, quiet } from '../support/stack/time.ts';
import { atMost, table, type Report } from './report.ts';
import { stackUp } from './stack.ts';
import { indexesOf, sizeOf, writesOf, type Index, type Item, type Write } from './units.ts';

const TRANSITIONS = 8;
const WRITE_UNITS = 24;

/** A description as customers write it: some 150 characters, three bytes each. */
const DESCRIPTION =
  '我在上个月十五号通过官方商城购买了这台电饭煲，使用不到三周就出现无法加热的问题，屏幕一直显示错误代码E3。' +
  '我已经按照说明书重新插拔电源并清理了底部的加热盘，但是情况没有任何改善，家里老人和孩子每天都要用它做饭，非常不方便。' +
  '联系门店时对方让我直接找厂家，希望你们能够尽快核实并且给出处理方案，谢谢。';

/** AWS's tokens are opaque and longer than the local cloud's: those that people have published have some 640 to 670 characters; this is a cautious estimate. */
const AWS_TOKEN = 770;
/** For long the most that AWS documented; the API takes up to 2,048 today. */
const LONG_TOKEN = 1024;

type Snapshot = ReadonlyMap<string, Item>;

/** What is stored about a case: its own items, the mails about it, and the figures of its targets. */
async function snapshot(caseId: string): Promise<Snapshot> {
  const items = (await allItems()).filter(({ pk, sk, caseId: about }) =>
    [pk?.S, sk?.S, about?.S].some((key) => key === caseId || key === `CASE#${caseId}`),
  );
  return new Map(items.map((item) => [`${item['pk']?.S} ${item['sk']?.S}`, item]));
}

/** What a change of an item is called. */
function nameOf({ pk, sk, type, step, kind }: Item, before: Item | undefined): string {
  const key = sk?.S ?? '';
  if (key === 'WAIT') return `WAIT stored: ${step?.S}`;
  if (pk?.S?.startsWith('KEPT#')) return 'targets kept';
  if (key.startsWith('MAIL#')) return `mail recorded: ${kind?.S}`;
  return before ? 'lists updated on event 1' : `event ${Number(key.slice('EVENT#'.length))} written: ${type?.S}`;
}

const withToken = (item: Item, length: number | undefined): Item =>
  item['sk']?.S === 'WAIT' && length ? { ...item, token: { S: 'x'.repeat(length) } } : item;

/** All writes between two snapshots, as if tokens had `tokenLength` characters. */
const writesBetween = (before: Snapshot, after: Snapshot, indexes: readonly Index[], tokenLength?: number): readonly Write[] =>
  [...after].flatMap(([key, item]) => {
    const known = before.get(key);
    if (JSON.stringify(known) === JSON.stringify(item)) return [];
    return writesOf(nameOf(item, known), known && withToken(known, tokenLength), withToken(item, tokenLength), indexes);
  });

/** What happens in the life, and where the workflow waits afterwards; nowhere at its end. */
const STEPS: readonly (readonly [what: string, act: (life: LiveCase) => Promise<unknown>, waitsAt: Position | undefined])[] = [
  ['lin takes charge', (life) => life.assignedTo(lin), 'investigation'],
  ['lin finds the cause', (life) => life.investigatedBy(lin), 'offer'],
  [
    'lin offers a repair',
    (life) => life.offeredBy(lin, { remedy: 'repair', reasons: '加热盘存在质量问题，属于三包范围，我们免费上门取件维修，七天内寄回。' }),
    'decision',
  ],
  ['the customer accepts', (life) => life.accepts(), 'fulfilment'],
  ['lin names the shipment', (life) => life.fulfilledBy(lin), 'feedback'],
  ['a day passes: the survey comes', (life) => pass(DAY + MINUTE).then(() => life.mail('survey')), 'feedback'],
  [
    'the customer answers it',
    (life) => life.answersSurvey({ outcome: 5, handling: 5, recommend: 9, comment: '处理很快，谢谢。' }),
    undefined,
  ],
];

const settled = async (life: LiveCase, waitsAt: Position | undefined): Promise<Snapshot> => {
  await (waitsAt ? life.workflowAt(waitsAt) : life.ended());
  await quiet();
  return snapshot(life.caseId);
};

async function indexes(): Promise<readonly Index[]> {
  const { Table } = await cloud().dynamodb.send(new DescribeTableCommand({ TableName: theStack().tableName }));
  return indexesOf(Table?.GlobalSecondaryIndexes ?? [], Table?.KeySchema?.flatMap(({ AttributeName }) => AttributeName ?? []) ?? []);
}

const unitsIn = (writes: readonly Write[]): number => writes.reduce((total, { units }) => total + units, 0);

/** State transitions and write units of one complaint that the customer accepts. */
export async function life(): Promise<Report> {
  await stackUp();
  const known = await indexes();
  const complaint = await aComplaint({ description: DESCRIPTION });
  await complaint.mail('acknowledgement');
  const stages = [{ what: 'the customer complains', after: await settled(complaint, 'intake') }];
  for (const [what, act, waitsAt] of STEPS) {
    await act(complaint);
    stages.push({ what, after: await settled(complaint, waitsAt) });
  }
  const entered = await complaint.ended();

  const counted = (tokenLength?: number) =>
    stages.map(({ what, after }, n) => ({ what, writes: writesBetween(stages[n - 1]?.after ?? new Map(), after, known, tokenLength) }));
  const unitsWith = (tokenLength?: number): number => unitsIn(counted(tokenLength).flatMap(({ writes }) => writes));
  const wait = [...(stages[0]?.after.values() ?? [])].find(({ sk }) => sk?.S === 'WAIT') ?? {};
  const waitBytes = (tokenLength: number): number => sizeOf(withToken(wait, tokenLength));
  const openingBytes = Math.max(...[...(stages.at(-2)?.after.values() ?? [])].filter(({ sk }) => sk?.S === 'EVENT#0001').map(sizeOf));
  const rows = counted(AWS_TOKEN).flatMap(({ what, writes }) =>
    writes.map((write, n) => [n === 0 ? what : '', write.what, String(write.bytes), String(write.units)]),
  );
  return {
    figures: [atMost('state transitions', TRANSITIONS, entered.length), atMost('write units', WRITE_UNITS, unitsWith(AWS_TOKEN))],
    details: [
      `states entered: ${entered.join(' → ')}`,
      '',
      ...table([['step', 'write', 'bytes', 'units'], ...rows]),
      '',
      `The table counts task tokens of ${AWS_TOKEN} characters, more than those that people have published from AWS: WAIT is ${waitBytes(AWS_TOKEN)} bytes.`,
      `With the local cloud's tokens (${wait['token']?.S?.length} characters): ${unitsWith()} units.`,
      `With tokens of ${LONG_TOKEN} characters: ${unitsWith(LONG_TOKEN)} units, as WAIT is ${waitBytes(LONG_TOKEN)} bytes, two units at each of its writes.`,
      `Event 1, with the attributes of the lists, is ${openingBytes} bytes at its largest; each kilobyte more costs 3 units, as it is written three times.`,
      'Reads, stream, and mails that SES reports are no writes. No transaction is used.',
    ],
  };
}
