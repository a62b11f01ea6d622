import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../functions/domain/contract/grace.ts';
import { careFigures } from '../../functions/handlers/api/figureAnswers.ts';
import { aQuietDay, dueOn, swept, today, type CaredContract } from '../support/stack/care.ts';
import { pays, paymentBody } from '../support/stack/contracts.ts';
import { ida } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, pointersOf } from '../support/stack/http.ts';
import { cloud, execution, executionArn, waitAt } from '../support/stack/probes.ts';
import { quiet } from '../support/stack/time.ts';

/** Waits until expectations are met. */
const holds = (expectations: () => Promise<void>): Promise<true> =>
  eventually(async () => {
    await expectations();
    return true;
  });

const nameOf = ({ contractId, dueOn: date }: CaredContract): string => `${contractId}_${date}`;

/** Waits until the execution of this name says this of itself. */
const expectExecution = (name: string, status: string, entered: readonly string[]): Promise<true> =>
  holds(async () => {
    const found = await execution(name, 'renewal');
    expect({ status: found?.status, entered: found?.entered }).toEqual({ status, entered });
  });

/** Waits until the workflow waits in a step, in this execution. */
const expectToWait = (contract: CaredContract, step: string, name = nameOf(contract)): Promise<true> =>
  holds(async () => expect(await waitAt(`CONTRACT#${contract.contractId}`)).toMatchObject({ step, execution: name }));

/** The premium was paid today, whichever day the sweep was asked for: its report was late in the post. */
const paidUp = async (contract: CaredContract): Promise<void> => {
  expect((await pays(contract.contractId, paymentBody({ dueOn: contract.dueOn, paidOn: today() }))).status).toBe(200);
};

/** A contract whose first reminder has just gone out. */
const reminded = async (changes: object = {}): Promise<CaredContract> => {
  const contract = await dueOn(aQuietDay(), changes);
  await quiet();
  expect(await execution(nameOf(contract), 'renewal')).toBeUndefined();
  await swept(addDays(contract.dueOn, -90));
  await expectToWait(contract, 'reminding');
  return contract;
};

describe('the workflow of a renewal', () => {
  test('begins with the first reminder, goes into grace after the due date, and ends with the payment', async () => {
    const contract = await reminded();
    await expectExecution(nameOf(contract), 'RUNNING', ['Reminding']);
    await swept(addDays(contract.dueOn, 1));
    await expectToWait(contract, 'grace');
    await paidUp(contract);
    await expectExecution(nameOf(contract), 'SUCCEEDED', ['Reminding', 'NextStep', 'Grace', 'Paid']);
  });

  test('has two states when the premium is paid in time', async () => {
    const contract = await reminded();
    await paidUp(contract);
    await expectExecution(nameOf(contract), 'SUCCEEDED', ['Reminding', 'Paid']);
  });

  test('waits while cover is suspended, and a payment brings it back', async () => {
    const contract = await reminded();
    for (const days of [1, 61]) await swept(addDays(contract.dueOn, days));
    await expectToWait(contract, 'suspended');
    await paidUp(contract);
    await expectExecution(nameOf(contract), 'SUCCEEDED', [
      ...['Reminding', 'NextStep', 'Grace', 'NextStep', 'Suspended', 'NextStep', 'Paid'],
    ]);
  });

  test('that somebody stopped is followed by a successor, which goes where the renewal stands', async () => {
    const contract = await reminded();
    await swept(addDays(contract.dueOn, 1));
    await expectToWait(contract, 'grace');
    await cloud().sfn.send(new StopExecutionCommand({ executionArn: executionArn(nameOf(contract), 'renewal') }));
    const successor = `${nameOf(contract)}_2`;
    await expectToWait(contract, 'grace', successor);
    await expectExecution(successor, 'RUNNING', ['Reminding', 'NextStep', 'Grace']);
    await paidUp(contract);
    await expectExecution(successor, 'SUCCEEDED', ['Reminding', 'NextStep', 'Grace', 'Paid']);
    expect((await execution(nameOf(contract), 'renewal'))?.status).toBe('ABORTED');
  });
});

describe('the measures', () => {
  /** What a month says of the contracts of one product. */
  const measured = async (month: string, product: string) => {
    const { products, trend } = answerOf(careFigures, await ida.call('GET', `/api/desk/care/figures?month=${month}`));
    expect(trend.map((one) => one.month).at(-1)).toBe(month);
    return products.find((one) => one.product === product);
  };

  test('count a renewal from the day after its due date, and again when it is paid', async () => {
    const product = `care-${crypto.randomUUID()}`;
    const [late, prompt] = [await reminded({ product }), await reminded({ product })];
    const month = late.dueOn.slice(0, 7);
    expect(await measured(month, product)).toBeUndefined();
    await paidUp(prompt);
    await swept(addDays(late.dueOn, 1));
    const is = (changes: object) =>
      holds(async () =>
        expect((await measured(month, product))?.renewals).toMatchObject({ due: 2, paidLate: 0, suspended: 0, lapsed: 0, ...changes }),
      );
    await is({ unpaid: 1, paidInTime: 1 });
    await paidUp(late);
    await is({ unpaid: 0, paidInTime: 2 });
  });

  test('are there for every month, for staff only', async () => {
    expect(answerOf(careFigures, await ida.call('GET', '/api/desk/care/figures'))).toMatchObject({ month: today().slice(0, 7) });
    const empty = answerOf(careFigures, await ida.call('GET', '/api/desk/care/figures?month=2020-01'));
    expect(empty).toMatchObject({ owners: [], products: [], total: { renewals: { due: 0 }, thirteenthMonth: { premiums: [] } } });
    expect(empty.trend.map(({ month }) => month)).toEqual(expect.arrayContaining(['2019-02', '2020-01']));
    expect(pointersOf(await ida.call('GET', '/api/desk/care/figures?month=2020-13'))).toEqual(['/month']);
    expect((await call('GET', '/api/desk/care/figures')).status).toBe(401);
  });
});
