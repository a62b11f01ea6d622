/** The answer to a workflow step that waits: where its subject went next, by which version, and whether that broke into the step. */
export interface StepAnswer<Position extends string = string> {
  readonly next: Position;
  readonly version: number;
  /** True for what does not end the step as it should: the workflow takes it as the error `Interrupted`, and reads from it where the subject went. */
  readonly interrupted: boolean;
}
