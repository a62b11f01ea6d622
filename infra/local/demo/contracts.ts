import { localDate, REGION_ZONE } from '../../../functions/domain/clocks/localDate.ts';
import { addMonths } from '../../../functions/domain/clocks/months.ts';
import { addDays } from '../../../functions/domain/contract/grace.ts';
import type { CalendarDate } from '../../../functions/domain/kernel/time.ts';
import { clockOf } from '../clock.ts';
import type { StackInfo } from '../stack_file.ts';
import { sweep } from '../sweeper.ts';
import type { Life, Step } from './lives.ts';
import { Colleague, Customer, waitFor } from './people.ts';

const PREMIUM = { amount: '3650.00', currency: 'CNY' };

interface Role {
  readonly name: string;
  readonly address: string;
  /** Days from today to the due date. */
  readonly dueIn: number;
}

/** A contract of a year, with the verbs of its story. */
class Contract {
  readonly dueOn: CalendarDate;
  readonly #stack: StackInfo;
  readonly #name: string;
  readonly #customer: Customer;
  readonly #signedOn: CalendarDate;
  readonly #number = `HX-${Date.now()}`;

  constructor(stack: StackInfo, { name, address, dueIn }: Role) {
    this.#stack = stack;
    this.#name = name;
    this.#customer = new Customer(stack, `${address}+${Date.now()}@example.com`);
    const due = addDays(localDate(REGION_ZONE.CN, clockOf(stack.home).now().toISOString()), dueIn);
    this.#signedOn = `${Number(due.slice(0, 4)) - 1}${due.slice(4)}`.replace('-02-29', '-02-28');
    this.dueOn = addMonths(this.#signedOn, 12);
  }

  registers(): Step {
    return {
      title: `The contract of ${this.#name} comes into the register, due on ${this.dueOn}`,
      play: async () => {
        const lin = await Colleague.signIn(this.#stack, 'Lin Mei');
        await lin.send('PUT', `contracts/${this.#number}`, {
          customer: { name: this.#name, email: this.#customer.email, locale: 'zh-CN', region: 'CN' },
          owner: lin.email,
          product: '安心家庭保障',
          signedOn: this.#signedOn,
          nextDueOn: this.dueOn,
          premium: PREMIUM,
          everyMonths: 12,
          paymentMethod: 'direct-debit',
        });
        return this.#number;
      },
    };
  }

  /** The billing system reports a payment. */
  pays(paidOn: CalendarDate, title: string): Step {
    return {
      title,
      play: async () => {
        const lin = await Colleague.signIn(this.#stack, 'Lin Mei'); // months have passed since the last time
        const report = { reference: `PAY-${this.#number}`, status: 'succeeded', amount: PREMIUM, paidOn };
        await lin.send('POST', `contracts/${this.#number}/payments`, report);
      },
    };
  }

  /** The clock goes forward to nine in the morning of a day on which the customer gets a mail. */
  day(date: CalendarDate, title: string): Step {
    return {
      title: `${date}, ${title}`,
      play: async () => {
        const before = (await this.#customer.mails()).length;
        const morning = new Date(`${date}T01:00:00Z`);
        await clockOf(this.#stack.home).advanceTo(morning);
        await sweep(this.#stack, morning);
        return waitFor(`the mail of ${date}`, async () => {
          const mails = await this.#customer.mails();
          return mails.length > before ? mails.at(-1)?.subject : undefined;
        });
      },
    };
  }
}

/** A premium that is paid after the second reminder: the other two are never sent. */
export async function renewed(stack: StackInfo): Promise<Life> {
  const contract = new Contract(stack, { name: '赵敏', address: 'zhao.min', dueIn: 92 });
  const before = (days: number): CalendarDate => addDays(contract.dueOn, -days);
  return {
    title: 'A contract whose premium is paid in time; the clock goes forward with it',
    steps: [
      contract.registers(),
      contract.day(before(90), 'the first reminder'),
      contract.day(before(60), 'the second'),
      contract.pays(before(60), '赵敏 pays'),
      contract.day(before(59), 'thanks, and no more reminders'),
    ],
  };
}

/** A premium that seems forgotten until the cover is suspended: the payment was only late in the post. */
export async function forgotten(stack: StackInfo): Promise<Life> {
  const contract = new Contract(stack, { name: '孙丽', address: 'sun.li', dueIn: 0 });
  const after = (days: number): CalendarDate => addDays(contract.dueOn, days);
  return {
    title: 'A contract whose premium is late',
    steps: [
      contract.registers(),
      contract.day(after(1), 'the demand'),
      contract.day(after(32), 'the cover is suspended'),
      contract.pays(after(20), 'The bank hands on a payment of weeks ago'),
      contract.day(after(33), 'the cover was never lost'),
    ],
  };
}
