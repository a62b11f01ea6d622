import type { Workflow } from './ports.ts';

/** The way of one thing through a workflow: the name of its first execution, which those of successors extend, and the input of each. */
export interface Course {
  readonly name: string;
  readonly input: object;
}

/** Executions that one course may use up before a person must look. */
const MOST_EXECUTIONS = 50;

const nameOf = ({ name }: Course, n: number): string => (n === 1 ? name : `${name}_${n}`);

const numberOf = ({ name }: Course, execution: string): number => (execution === name ? 1 : Number(execution.slice(name.length + 1)));

/** Starts the nth execution of a course, or the first after it whose name is free. Does nothing while one of them runs. */
export const startExecution = async (workflow: Workflow, course: Course, n = 1): Promise<void> => {
  for (let number = n; number <= MOST_EXECUTIONS; number += 1) {
    const execution = nameOf(course, number);
    if ((await workflow.start(execution, course.input)) === 'started') return;
    if (!(await workflow.hasEnded(execution))) return;
  }
  throw new Error(`${course.name} has used up its executions`);
};

/** Starts the successor of an execution that has ended. */
export const startSuccessor = async (workflow: Workflow, course: Course, execution: string): Promise<void> => {
  if (await workflow.hasEnded(execution)) await startExecution(workflow, course, numberOf(course, execution) + 1);
};
