import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Scheduler } from '../../usecases/ports.ts';

export interface SchedulerTarget {
  readonly groupName: string;
  readonly queueArn: string;
  readonly roleArn: string;
}

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
                Name: `${timer.caseId}-${timer.version}-${timer.purpose}`,
                ScheduleExpression: `at(${timer.at.slice(0, 19)})`,
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
