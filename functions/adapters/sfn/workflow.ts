import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { executionArn } from './arn.ts';
import type { Workflow } from '../../usecases/ports.ts';

/** The error name by which an interruption reaches a state machine (`workflows/*.asl.json`). */
export const INTERRUPTED = 'Interrupted';

/** Executions of a state machine. */
export const workflow = (stateMachineArn: string): Workflow => {
  const sfn = new SFNClient({});
  const arnOf = executionArn(stateMachineArn);
  return {
    async start(execution, input) {
      try {
        await sfn.send(new StartExecutionCommand({ stateMachineArn, name: execution, input: JSON.stringify(input) }));
        return 'started';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'exists';
        throw error;
      }
    },

    async answer(token, { next, version, interrupted }) {
      const answer = JSON.stringify({ next, version });
      try {
        if (interrupted) await sfn.send(new SendTaskFailureCommand({ taskToken: token, error: INTERRUPTED, cause: answer }));
        else await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: answer }));
        return 'answered';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken) return 'gone';
        throw error;
      }
    },

    async hasEnded(execution) {
      try {
        const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: arnOf(execution) }));
        return status !== 'RUNNING' && status !== 'PENDING_REDRIVE';
      } catch (error) {
        // Describing lags behind starting on AWS: an execution that is not known yet has not ended.
        if (error instanceof ExecutionDoesNotExist) return false;
        throw error;
      }
    },
  };
};
