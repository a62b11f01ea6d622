import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { timerName } from '../../domain/case/consequences.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Scheduler } from '../../usecases/ports.ts';

export interface SchedulerTarget {
  readonly groupName: string;
  readonly queueArn: string;
  readonly roleArn: string;
}

/** The scheduler knows no fractions: rounded up, so that nothing comes early. */
const fullSecond = (at: Instant): Instant => new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString().slice(0, 19);

/** One-time schedules that put their timer on the timer queue and delete themselves. */
export const scheduler = ({ groupName, queueArn, roleArn }: SchedulerTarget): Scheduler => {
  const client = new SchedulerClient({});
  return {
    async set(timers) {
      await Promise.all(
        timers.map(async (timer) => {
          try {
            await client.send(
              new CreateScheduleCommand({
                GroupName: groupName,
                Name: timerName(timer),
                ScheduleExpression: `at(${fullSecond(timer.at)})`,
                FlexibleTimeWindow: { Mode: 'OFF' },
                ActionAfterCompletion: 'DELETE',
                Target: { Arn: queueArn, RoleArn: roleArn, Input: JSON.stringify(timer) },
              }),
            );
          } catch (error) {
            if (!(error instanceof ConflictException)) throw error;
          }
        }),
      );
    },
  };
};
