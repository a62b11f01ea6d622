import { ConditionalCheckFailedException, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { PURPOSES } from '../../domain/care/rules.ts';
import type { ConsentEntry } from '../../domain/contract/model.ts';
import { DAY, dayNumber } from '../../domain/kernel/time.ts';
import type { CustomerBook } from '../../usecases/carePorts.ts';
import { dynamodb } from './client.ts';
import { toItem, type Item } from './items.ts';
import { addressKey, CASE, caseKey, CONSENT, consentKey, CONTRACT } from './keys.ts';
import { putOnce } from './putOnce.ts';
import { queryAll } from './queryAll.ts';

/** Days after which nobody asks any more who had the message of a day. */
const KEPT_DAYS = 60;

/** When the claim of a day expires, in seconds since 1970; claims of what comes once never do. */
const expiryOf = (what: string): number | undefined => {
  const date = /^DAY#(\d{4}-\d{2}-\d{2})$/.exec(what)?.[1];
  return date === undefined ? undefined : ((dayNumber(date) + KEPT_DAYS) * DAY) / 1000;
};

/** What customers said and did across contracts, under keyed hashes of their addresses: beside what the address book knows of these. */
export const customerBook = (tableName: string, hash: (email: string) => Promise<string>): CustomerBook => {
  const partition = async (email: string): Promise<string> => addressKey(await hash(email.trim().toLowerCase()));

  const within = (pk: string, prefix: string) => ({
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: prefix } },
  });

  const hasContracts = async (pk: string): Promise<boolean> =>
    (await dynamodb.send(new QueryCommand({ ...within(pk, CONTRACT), ProjectionExpression: 'sk', Limit: 1 }))).Items?.length === 1;

  return {
    async consents(email) {
      const items = await queryAll({ ...within(await partition(email), CONSENT), ConsistentRead: true });
      return items.flatMap((item) => toEntry(item) ?? []);
    },

    async keepConsent(email, key, entry) {
      await putOnce(tableName, { pk: await partition(email), sk: consentKey(entry.at, key), ...entry });
    },

    async openCases(email) {
      const items = await queryAll({ ...within(await partition(email), CASE), ConsistentRead: true });
      return items.filter(({ closed }) => !closed?.BOOL).map(({ sk }) => (sk?.S ?? '').slice(CASE.length));
    },

    async pointCase(email, caseId, isOpen) {
      const pk = await partition(email);
      if (!(await hasContracts(pk))) return;
      const sk = caseKey(caseId);
      const [known] = (await queryAll({ ...within(pk, sk), ConsistentRead: true })).filter((item) => item['sk']?.S === sk);
      if (known && !known['closed']?.BOOL === isOpen) return; // open cases are gone over every night
      await dynamodb.send(new PutItemCommand({ TableName: tableName, Item: toItem({ pk, sk, closed: isOpen ? undefined : true }) }));
    },

    async claim(email, what, holder) {
      try {
        await dynamodb.send(
          new PutItemCommand({
            TableName: tableName,
            Item: toItem({ pk: await partition(email), sk: what, holder, expiresAt: expiryOf(what) }),
            ConditionExpression: 'attribute_not_exists(pk) OR holder = :holder',
            ExpressionAttributeValues: { ':holder': { S: holder } },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
};

const isEntry = (value: object): value is ConsentEntry =>
  'purpose' in value && PURPOSES.some((purpose) => purpose === value.purpose) && 'given' in value && 'source' in value && 'at' in value;

const toEntry = (item: Item): ConsentEntry | undefined => {
  const { purpose, given, source, note, at } = unmarshall(item);
  const entry: object = { purpose, given, source, note, at };
  return isEntry(entry) ? entry : undefined;
};
