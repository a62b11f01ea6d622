import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { figureKey, type Figure } from '../../domain/care/figures.ts';
import type { FiguresLog } from '../../usecases/figuresPorts.ts';
import { dynamodb } from './client.ts';
import { toItem, type Item } from './items.ts';
import { figuresKey } from './keys.ts';
import { queryAll } from './queryAll.ts';

const isFigure = (value: object): value is Figure => 'kind' in value && 'contractId' in value && 'month' in value && 'owner' in value;

const toFigure = (item: Item): Figure => {
  const { pk, sk, version: _, ...figure } = unmarshall(item);
  if (!isFigure(figure)) throw new Error(`item ${String(pk)} ${String(sk)} is no figure of a contract`);
  return figure;
};

/** Figures of contracts as items of the table `tableName`, a partition for each team and month. They only ever move to a later version of their contract. */
export const figuresLog = (tableName: string): FiguresLog => {
  const keep = async (team: string, figure: Figure, version: number): Promise<void> => {
    try {
      await dynamodb.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ pk: figuresKey(team, figure.month), sk: figureKey(figure), ...figure, version }),
          ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': { N: String(version) } },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };

  return {
    async keep(team, figures, version) {
      await Promise.all(figures.map((figure) => keep(team, figure, version)));
    },

    async ofMonth(team, month) {
      const items = await queryAll({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: figuresKey(team, month) } },
      });
      return items.map(toFigure);
    },
  };
};
