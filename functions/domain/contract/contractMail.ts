import { STEP_KINDS, type ContractEvent, type StepKind, type TakenStep } from './model.ts';

/** Which mail of which contract: `<contractId>.<version>.<kind>` says it all, as an event orders one mail at most. */
export interface ContractMailRef {
  readonly contractId: string;
  /** Version of the `cared` event that ordered it. */
  readonly version: number;
  readonly kind: StepKind;
}

export const contractMailId = ({ contractId, version, kind }: ContractMailRef): string => `${contractId}.${version}.${kind}`;

/** Reads a message id; numbers of contracts may hold dots, so it is read from its end. Undefined for anything else. */
export const parseContractMailId = (messageId: string): ContractMailRef | undefined => {
  const [, contractId, version, name] = /^([\w.-]{1,64})\.(\d{1,4})\.([a-z-]+)$/.exec(messageId) ?? [];
  const kind = STEP_KINDS.find((one) => one === name);
  return contractId !== undefined && kind ? { contractId, version: Number(version), kind } : undefined;
};

/** The step whose mail an event ordered. */
export const mailStep = (event: ContractEvent | undefined): TakenStep | undefined =>
  event?.type === 'cared' ? event.data.steps.find(({ mail }) => mail) : undefined;
