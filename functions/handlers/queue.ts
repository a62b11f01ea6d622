import { BatchProcessor, EventType, processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { logBreakage } from '../runtime/breakage.ts';

/**
 * A handler for a queue: parses each message, and gives back only those that failed. In a FIFO queue the messages after a failed one of the same group are
 * given back too, so that their order holds. What does not parse fails until it reaches the dead-letter queue.
 */
export const queueHandler =
  <Schema extends z.ZodMiniType>(
    schema: Schema,
    handle: (message: z.infer<Schema>) => Promise<void>,
    options: { readonly fifo?: boolean } = {},
  ) =>
  (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const onRecord = async (record: SQSRecord): Promise<void> => {
      try {
        await handle(z.parse(schema, JSON.parse(record.body)));
      } catch (error) {
        await logBreakage('a message of a queue failed', error, { messageId: record.messageId });
        throw error;
      }
    };
    return options.fifo
      ? processPartialResponse(event, onRecord, new SqsFifoPartialProcessorAsync(), {
          context,
          skipGroupOnError: true,
          throwOnFullBatchFailure: false,
        })
      : processPartialResponse(event, onRecord, new BatchProcessor(EventType.SQS), { context, throwOnFullBatchFailure: false });
  };
