/** ARNs of the executions of a state machine, by their names. */
export const executionArn =
  (stateMachineArn: string) =>
  (name: string): string =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
