import { SendMessageBatchCommand, SQSClient, type SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs';
import type { CareQueue } from '../../usecases/carePorts.ts';
import type { ImportQueue } from '../../usecases/importPorts.ts';
import type { Now, Outbox, RepairQueue } from '../../usecases/ports.ts';

const sqs = new SQSClient({});

/** Entries that SQS takes in one call. */
const BATCH = 10;

const send = async (QueueUrl: string, entries: readonly SendMessageBatchRequestEntry[]): Promise<void> => {
  for (let from = 0; from < entries.length; from += BATCH) {
    const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries.slice(from, from + BATCH) }));
    if (Failed?.length) throw new Error(`${Failed.length} messages were not taken by the queue: ${Failed[0]?.Code}`);
  }
};

/** The queue of mails to be sent: in order per case and per contract, and a message that is put twice within five minutes is kept once. */
export const outbox = (queueUrl: string): Outbox => ({
  put: (orders) =>
    send(
      queueUrl,
      orders.map((order, n) => ({
        Id: String(n),
        MessageBody: JSON.stringify(order),
        MessageGroupId: 'caseId' in order ? order.caseId : order.contractId,
        MessageDeduplicationId: order.messageId,
      })),
    ),
});

/** The queue of cases and contracts to be gone over. */
export const repairQueue = (queueUrl: string): RepairQueue => {
  const sendAll = (messages: readonly object[]): Promise<void> =>
    send(
      queueUrl,
      messages.map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message) })),
    );
  return {
    put: (caseIds, at) => sendAll(caseIds.map((caseId) => ({ caseId, at }))),
    putContracts: (contractIds, at) => sendAll(contractIds.map((contractId) => ({ contractId, at }))),
    putRegister: (at, cursor) =>
      send(queueUrl, [
        // A hundred contracts a second: however many there are, nobody else has to wait.
        { Id: '0', MessageBody: JSON.stringify({ register: cursor ?? null, at }), DelaySeconds: cursor === undefined ? 0 : 1 },
      ]),
  };
};

/** The queue of contracts to be looked at; `putAt` tells how long a message waited, as time goes on meanwhile. */
export const careQueue = (queueUrl: string, now: Now): CareQueue => ({
  put: (contractIds, at) => {
    const putAt = now();
    return send(
      queueUrl,
      contractIds.map((contractId, n) => ({ Id: String(n), MessageBody: JSON.stringify({ contractId, at, putAt }) })),
    );
  },
});

/** The queue of chunks to be imported. */
export const importQueue = (queueUrl: string): ImportQueue => ({
  put: (importId, chunks) =>
    send(
      queueUrl,
      chunks.map((chunk, n) => ({ Id: String(n), MessageBody: JSON.stringify({ importId, chunk }) })),
    ),
});
