import { addDays } from '../../../functions/domain/contract/grace.ts';
import { localDate } from '../../../functions/domain/clocks/localDate.ts';
import { fold } from '../../../functions/domain/contract/evolve.ts';
import type { Contract, StepKind } from '../../../functions/domain/contract/model.ts';
import { toEvent, toIndex } from '../../../functions/adapters/dynamodb/contractItems.ts';
import type { ContractIndex } from '../../../functions/usecases/contractPorts.ts';
import { registered } from './contracts.ts';
import { eventually } from './eventually.ts';
import { careMailsTo } from './inbox.ts';
import { itemsAt, sweepOn } from './probes.ts';
import { anAddress } from './steps.ts';
import { theClock } from './theStack.ts';
import { quiet } from './time.ts';

/** The day in Shanghai by the clock of the stack. */
export const today = (): string => localDate('Asia/Shanghai', theClock().now().toISOString());

/** The day that many days from now. */
export const inDays = (days: number): string => addDays(today(), days);

/** A contract on the stack, seen from behind the desk: as its events and its lists say. */
export class CaredContract {
  readonly contractId: string;
  readonly email: string;
  readonly dueOn: string;

  constructor(contractId: string, email: string, dueOn: string) {
    this.contractId = contractId;
    this.email = email;
    this.dueOn = dueOn;
  }

  private async events() {
    return (await itemsAt(`CONTRACT#${this.contractId}`)).filter(({ sk }) => sk?.S?.startsWith('EVENT#'));
  }

  async state(): Promise<Contract> {
    return fold((await this.events()).map(toEvent));
  }

  async index(): Promise<ContractIndex | undefined> {
    const [first] = await this.events();
    return first && toIndex(first);
  }

  /** Kinds of the mails that came so far, in order. */
  async mails(): Promise<readonly StepKind[]> {
    return (await careMailsTo(this.email, this.contractId)).map(({ kind }) => kind);
  }

  /** Ids of the renewal's steps taken so far, with why a mail was held. */
  async renewalSteps(): Promise<readonly string[]> {
    const steps = Object.values((await this.state()).steps).filter(({ dueOn }) => dueOn === this.dueOn);
    return steps.map(({ id, held }) => `${id.slice(this.dueOn.length + 1)}${held ? ` ${held}` : ''}`).sort();
  }

  /** Waits until these mails came, and all is at rest with no more of them. */
  async expectMails(kinds: readonly StepKind[]): Promise<void> {
    await eventually(async () => (await this.mails()).length >= kinds.length, { what: `that the mails ${kinds.join(', ')} came` });
    await quiet();
    const came = await this.mails();
    if (came.join() !== kinds.join()) throw new Error(`Mails came: ${came.join(', ') || 'none'}, not ${kinds.join(', ')}.`);
  }
}

/** The same day some years before. */
export const yearsBefore = (date: string, years: number): string => `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;

export const twoYearsBefore = (date: string): string => yearsBefore(date, 2);

/** Given a contract, just registered, whose next premium is due on a day; that of the year before is paid. */
export const dueOn = async (date: string, changes: object = {}, contractId?: string): Promise<CaredContract> => {
  const email = anAddress('cared');
  const customer = { name: '王小明', email, locale: 'zh-CN' };
  const contract = await registered({ customer, signedOn: yearsBefore(date, 2), nextDueOn: date, ...changes }, contractId);
  return new CaredContract(contract.contractId, email, date);
};

/** A day in months to come whose day of the month every month has. */
export const aQuietDay = (days = 200): string => `${inDays(days).slice(0, 8)}15`;

/** Sweeps for a day, and waits until all is done that follows. */
export const swept = async (date: string): Promise<unknown> => {
  const answer = await sweepOn(date);
  await quiet();
  return answer;
};
