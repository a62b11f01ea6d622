import { BatchGetItemCommand, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AddressBook, MailRecord } from '../../usecases/ports.ts';
import { dynamodb } from './client.ts';
import type { Item } from './items.ts';
import { addressKey, mailKey, SUPPRESSED, UNSUBSCRIBED_SURVEY } from './keys.ts';
import { putOnce } from './putOnce.ts';

/** What is known about addresses, under keyed hashes of them; the addresses themselves are not stored here. */
export const addressBook = (tableName: string, hash: (email: string) => Promise<string>): AddressBook => {
  const partition = async (email: string): Promise<string> => addressKey(await hash(email.trim().toLowerCase()));
  const key = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } });

  const query = async (email: string, prefix: string): Promise<readonly MailRecord[]> => {
    const records: MailRecord[] = [];
    let start: Item | undefined;
    do {
      const page: { readonly Items?: Item[] | undefined; readonly LastEvaluatedKey?: Item | undefined } = await dynamodb.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': { S: await partition(email) }, ':prefix': { S: mailKey(prefix) } },
          ExclusiveStartKey: start,
        }),
      );
      records.push(...(page.Items ?? []).flatMap((item) => toRecord(item) ?? []));
      start = page.LastEvaluatedKey;
    } while (start);
    return records;
  };

  return {
    async mailRecord(email, messageId) {
      const { Item: item } = await dynamodb.send(
        new GetItemCommand({ TableName: tableName, Key: key(await partition(email), mailKey(messageId)), ConsistentRead: true }),
      );
      return item && toRecord(item);
    },

    async mailsOfCase(email, caseId) {
      return (await query(email, `${caseId}.`)).flatMap((record) => ('caseId' in record ? record : []));
    },

    async standing(email) {
      const pk = await partition(email);
      const { Responses, UnprocessedKeys } = await dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: [key(pk, SUPPRESSED), key(pk, UNSUBSCRIBED_SURVEY)] } } }),
      );
      // Throttled keys are left out of the answer: taken for missing, they would let a mail go to a suppressed address.
      if (UnprocessedKeys && Object.keys(UnprocessedKeys).length > 0) throw new Error('an address could not be looked up: throttled');
      const found = (Responses?.[tableName] ?? []).map((item) => item['sk']?.S);
      return { suppressed: found.includes(SUPPRESSED), unsubscribed: found.includes(UNSUBSCRIBED_SURVEY) };
    },

    async surveyedSince(email, since) {
      return (await query(email, '')).some((record) => record.kind === 'survey' && record.status === 'sent' && record.at > since);
    },

    async record(email, { messageId, ...record }) {
      await putOnce(tableName, { pk: await partition(email), sk: mailKey(messageId), ...record });
    },

    async suppress(email, reason, at) {
      await putOnce(tableName, { pk: await partition(email), sk: SUPPRESSED, reason, at });
    },

    async unsubscribe(email, at) {
      await putOnce(tableName, { pk: await partition(email), sk: UNSUBSCRIBED_SURVEY, at });
    },
  };
};

const isRecord = (value: object): value is MailRecord =>
  'messageId' in value && ('caseId' in value || 'contractId' in value) && 'kind' in value && 'status' in value && 'at' in value;

const toRecord = (item: Item): MailRecord | undefined => {
  const { pk: _, sk, ...rest } = unmarshall(item);
  const record: object = { messageId: String(sk).slice('MAIL#'.length), ...rest };
  return isRecord(record) ? record : undefined;
};
