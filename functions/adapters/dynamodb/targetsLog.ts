import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { KeptTargets } from '../../domain/case/attainment.ts';
import type { TargetsLog } from '../../usecases/ports.ts';
import { dynamodb } from './client.ts';
import { toItem } from './items.ts';
import { keptKey } from './keys.ts';
import { queryAll } from './queryAll.ts';

const isKept = (value: object): value is KeptTargets =>
  'caseId' in value && 'policy' in value && 'clocks' in value && 'resolvedAt' in value;

/** Figures of resolved cases as items of the table `tableName`, a partition for each team and month. */
export const targetsLog = (tableName: string): TargetsLog => ({
  async keep(team, { caseId, month, ...figures }) {
    try {
      await dynamodb.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ pk: keptKey(team, month), sk: caseId, ...figures }),
          ConditionExpression: 'attribute_not_exists(pk) OR resolvedAt < :resolvedAt',
          ExpressionAttributeValues: { ':resolvedAt': { S: figures.resolvedAt } },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },

  async ofMonth(team, month) {
    const items = await queryAll({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: keptKey(team, month) } },
    });
    return items.map((item) => {
      const { pk: _, sk: caseId, ...figures } = unmarshall(item);
      const kept: object = { caseId, month, ...figures };
      if (!isKept(kept)) throw new Error(`item ${keptKey(team, month)} ${String(caseId)} is no figure of a case`);
      return kept;
    });
  },
});
