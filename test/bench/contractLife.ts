import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { FIRST_CARE_BOOK } from '../../functions/domain/care/defaultRules.ts';
import { FIRST_BOOK } from '../../functions/domain/clocks/defaultRules.ts';
import type { ContractEvent, Terms } from '../../functions/domain/contract/model.ts';
import type { Instant } from '../../functions/domain/kernel/time.ts';
import type { ContractMailOrder } from '../../functions/usecases/carePorts.ts';
import { isOrder } from '../support/builders/careRoom.ts';
import { someTerms } from '../support/builders/contracts.ts';
import { Executions } from '../support/builders/executions.ts';
import { lin } from '../support/builders/staff.ts';
import { meter, minus, NO_UNITS, sum, type Units } from './meter.ts';
import { useTheCloud, withScratchTable } from './scratchTable.ts';

/** AWS's task tokens: see README.md. */
const TOKEN = 'x'.repeat(770);

const CONTRACT = 'P-1001';
const BY = { role: 'staff', id: lin.id, group: 'agent' } as const;

/** One thing that happened to the contract, and what it cost with all that followed. */
export interface Happened {
  readonly what: string;
  /** 1 for the first year of the contract. */
  readonly year: number;
  readonly units: Units;
}

const TERMS: Terms = someTerms({
  customer: { name: '王小明', email: 'wang@example.com', locale: 'zh-CN', birthday: '1986-06-18' },
  deliveredOn: '2026-03-05',
  consent: { marketing: true },
});

/** Adapters of a table, each request of theirs metered. They talk to the stack that `useTheCloud` chose, so they are imported after it. */
const adapters = async (tableName: string) => {
  useTheCloud();
  const { dynamodb } = await import('../../functions/adapters/dynamodb/client.ts');
  const { contractStore } = await import('../../functions/adapters/dynamodb/contractStore.ts');
  const { customerBook } = await import('../../functions/adapters/dynamodb/customerBook.ts');
  const { addressBook } = await import('../../functions/adapters/dynamodb/addressBook.ts');
  const { figuresLog } = await import('../../functions/adapters/dynamodb/figuresLog.ts');
  const { hashes } = await import('../../functions/adapters/crypto/hashes.ts');
  const keyed = hashes(async () => 'bench');
  const address = (email: string): Promise<string> => keyed.hash('address', email);
  return {
    dynamodb,
    stores: {
      contracts: contractStore(tableName, { sign: (text) => keyed.hash('cursor', text), address }),
      customers: customerBook(tableName, address),
      addresses: addressBook(tableName, address),
      figures: figuresLog(tableName),
      hashes: keyed,
    },
  };
};

/** What the first `years` of a yearly contract cost, from its registration to the days after each payment: every mail is delivered, every premium paid three days early. Rules are read once by a process, so they are no part of it. */
export const contractLife = (years: number): Promise<readonly Happened[]> =>
  withScratchTable('life', async (tableName) => {
    const { dynamodb, stores } = await adapters(tableName);
    const { careForContract } = await import('../../functions/usecases/careForContract.ts');
    const { putContract } = await import('../../functions/usecases/putContract.ts');
    const { reconcileContract } = await import('../../functions/usecases/reconcileContract.ts');
    const { recordMailEvent } = await import('../../functions/usecases/recordMailEvent.ts');
    const { recordPayment } = await import('../../functions/usecases/recordPayment.ts');
    const { sendContractMail } = await import('../../functions/usecases/sendContractMail.ts');

    const units = meter(dynamodb);
    const outbox: ContractMailOrder[] = [];
    const asked: string[] = [];
    const started: string[] = [];
    const renewals = new Executions();
    const start = renewals.start;
    renewals.start = async (execution, input) => {
      const outcome = await start(execution, input);
      if (outcome === 'started') started.push(execution);
      return outcome;
    };
    const deps = {
      ...stores,
      cases: { load: async () => ({ events: [] }) },
      care: { current: async () => FIRST_CARE_BOOK, version: async () => FIRST_CARE_BOOK },
      rules: { since: async () => [FIRST_BOOK] },
      renewals,
      outbox: {
        put: async (orders: readonly object[]) => void outbox.push(...orders.filter(isOrder)),
      },
      careQueue: { put: async (ids: readonly string[]) => void asked.push(...ids) },
      repairs: { putContracts: async () => undefined, putRegister: async () => undefined },
      directory: { list: async () => [lin] },
      links: { sign: async () => 'token', verify: async () => 'invalid' as const },
      mailer: { send: async () => undefined },
      siteUrl: 'https://care.example.com',
    };
    const happened: Happened[] = [];
    let carried = 0;
    let year = 1;

    const stored = async () => {
      const before = units();
      const record = await stores.contracts.load(CONTRACT);
      return { ...record, cost: minus(units(), before) };
    };
    // What the bench itself reads to know what is to be done is not counted.
    let own = NO_UNITS;
    const look = async () => {
      const { events, index, cost } = await stored();
      own = sum(own, cost);
      return { events, index };
    };

    /** The state machine waits: one write, and one record of the stream. */
    const waits = async (execution: string, at: Instant): Promise<void> => {
      await dynamodb.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: `CONTRACT#${CONTRACT}` }, sk: { S: 'WAIT' } },
          UpdateExpression: 'SET #step = :step, #version = :version, #token = :token, #execution = :execution',
          ExpressionAttributeNames: { '#step': 'step', '#version': 'version', '#token': 'token', '#execution': 'execution' },
          ExpressionAttributeValues: {
            ':step': { S: 'reminding' },
            ':version': { N: '20' },
            ':token': { S: TOKEN },
            ':execution': { S: execution },
          },
        }),
      );
      await reconcileContract(deps)(CONTRACT, [], at);
    };

    const carryOn = async (at: Instant): Promise<void> => {
      for (;;) {
        const { events } = await look();
        const fresh = events.slice(carried);
        carried = events.length;
        for (const { version } of fresh) await reconcileContract(deps)(CONTRACT, [version], at);
        for (const execution of started.splice(0)) await waits(execution, at);
        for (const order of outbox.splice(0)) {
          await sendContractMail(deps)(order, at);
          const event = {
            messageId: order.messageId,
            contractId: CONTRACT,
            kind: 'reminder',
            transient: false,
            email: TERMS.customer.email ?? '',
            at,
          } as const;
          await recordMailEvent(deps)({ ...event, type: 'sent' });
          await recordMailEvent(deps)({ ...event, type: 'delivered' });
        }
        for (const contractId of asked.splice(0)) await careForContract(deps)(contractId, at, at);
        if ((await look()).events.length === carried) return;
      }
    };

    const counted = async (what: string | undefined, act: () => Promise<unknown>, at: Instant): Promise<void> => {
      const [before, ownBefore, known] = [units(), own, carried];
      await act();
      await carryOn(at);
      const cost = minus(minus(units(), before), minus(own, ownBefore));
      const { events } = await look();
      happened.push({ what: what ?? nameOf(events.slice(known)), year, units: cost });
    };

    const input = (now: Instant) => ({ contractId: CONTRACT, by: BY, now });
    const registered = '2026-03-02T04:00:00.000Z';
    await counted('registered', () => putContract(deps)(input(registered), TERMS), registered);
    for (; year <= years; year += 1) {
      const paidAt = `${2026 + year}-02-26T04:00:00.000Z`;
      const until = async (end: Instant): Promise<void> => {
        for (;;) {
          const at = (await look()).index?.careAt;
          if (at === undefined || at > end) return;
          await counted(undefined, () => careForContract(deps)(CONTRACT, at, at), at);
        }
      };
      await until(paidAt);
      const report = { reference: `PAY-${2026 + year}`, status: 'succeeded', amount: TERMS.premium, paidOn: paidAt.slice(0, 10) } as const;
      await counted('premium paid', () => recordPayment(deps)(input(paidAt), report), paidAt);
      await until(`${2026 + year}-02-28T04:00:00.000Z`);
    }
    return happened;
  });

/** What a look did, in a word. */
const nameOf = (events: readonly ContractEvent[]): string => {
  const steps = events.flatMap((event) => (event.type === 'cared' ? event.data.steps : []));
  if (steps.length === 0) return 'nothing to do';
  if (steps.some(({ kind, mail }) => kind === 'reminder' && mail)) return 'reminder delivered';
  if (steps.some(({ mail, task }) => mail && task)) return 'mail and task';
  if (steps.some(({ mail }) => mail)) return 'other mail delivered';
  return steps.some(({ task }) => task) ? 'task given' : 'noted';
};
