import type { Case, CaseEvent, Pause, Step } from './model.ts';
import type { Instant } from '../kernel/time.ts';

/** Where the workflow stands for a case: its step, or `on-hold` while it is held. */
export type Position = Step | 'on-hold';

/** The position of a case. */
export const positionOf = (state: Pick<Case, 'hold' | 'step'>): Position => (state.hold ? 'on-hold' : state.step);

type Opened = Extract<CaseEvent, { readonly type: 'opened' }>;

const open = (event: Opened): Case => ({
  caseId: event.caseId,
  version: event.version,
  opening: event.data,
  openedAt: event.at,
  classification: event.data.classification,
  classifications: [{ ...event.data.classification, from: event.at }],
  step: 'intake',
  since: event.at,
  sinceVersion: event.version,
  formerOwners: [],
  rejections: 0,
  escalations: 0,
  reviewed: false,
  attachments: [],
  answeredMessages: [],
  pauses: [],
  extensions: [],
});

const endPause = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to ? pause : { ...pause, to: at }));

/** The first reaction that the customer sees stops the first-response clock; every one answers what the customer wrote. */
const responded = (state: Case, at: Instant): Partial<Case> => ({
  firstRespondedAt: state.firstRespondedAt ?? at,
  unansweredSince: undefined,
  answeredMessages: state.unansweredSince ? [...state.answeredMessages, { from: state.unansweredSince, to: at }] : state.answeredMessages,
});

/** A question to the customer is over when the customer writes or sends a file, for example the picture that we asked for. */
const customerAnswered = (state: Case, at: Instant): Partial<Case> =>
  state.hold === 'customer-reply'
    ? { hold: undefined, unansweredSince: state.unansweredSince ?? at, pauses: endPause(state.pauses, at) }
    : {};

const handedToCustomer = (state: Case, at: Instant): Partial<Case> => ({
  step: 'decision',
  pauses: [...state.pauses, { from: at, why: 'customer' }],
  decidedAt: state.decidedAt ?? at,
  ...responded(state, at),
});

const resolved = (state: Case, at: Instant): Partial<Case> => ({
  step: 'feedback',
  resolvedAt: at,
  firstResolvedAt: state.firstResolvedAt ?? at,
  pauses: [...endPause(state.pauses, at), { from: at, why: 'resolved' }],
});

const closed = (state: Case, at: Instant): Partial<Case> => ({
  step: 'closed',
  hold: undefined,
  closedAt: at,
  pauses: state.step === 'feedback' ? state.pauses : [...endPause(state.pauses, at), { from: at, why: 'resolved' }],
});

const change = (state: Case, event: Exclude<CaseEvent, Opened>): Partial<Case> => {
  switch (event.type) {
    case 'classified':
      return { classification: event.data, classifications: [...state.classifications, { ...event.data, from: event.at }] };
    case 'assigned':
      return { ...event.data, ...(state.step === 'intake' ? { step: 'investigation' } : {}) };
    case 'replied':
      return responded(state, event.at);
    case 'wrote':
      return { unansweredSince: state.unansweredSince ?? event.at, ...customerAnswered(state, event.at) };
    case 'noted':
      return {};
    case 'attached':
      return { attachments: [...state.attachments, event.data], ...customerAnswered(state, event.at) };
    case 'held':
      return {
        hold: event.data.reason,
        pauses: [...state.pauses, { from: event.at, why: event.data.reason === 'customer-reply' ? 'customer' : 'hold' }],
        ...(event.data.message ? responded(state, event.at) : {}),
      };
    case 'resumed':
      return { hold: undefined, pauses: endPause(state.pauses, event.at) };
    case 'extended': {
      const { days, approval } = event.data;
      return { extensions: [...state.extensions, { days, approval, at: event.at, by: event.by }] };
    }
    case 'found':
      return { rootCause: event.data.rootCause, step: 'offer' };
    case 'offered': {
      const { needsApproval, ...offer } = event.data;
      const proposed = { offer: { ...offer, by: event.by }, refusal: undefined, reviewed: state.step === 'review' };
      return { ...proposed, ...(needsApproval ? { step: 'approval' } : handedToCustomer(state, event.at)) };
    }
    case 'approved':
      return handedToCustomer(state, event.at);
    case 'declined':
      return { offer: undefined, reviewed: false, step: state.reviewed ? 'review' : 'offer' };
    case 'refused': {
      const refused = { offer: undefined, refusal: event.data, decidedAt: state.decidedAt ?? event.at, ...responded(state, event.at) };
      return state.step === 'review'
        ? { ...refused, reviewed: true, outcome: 'refused', ...resolved(state, event.at) }
        : { ...refused, ...handedToCustomer(state, event.at) };
    }
    case 'accepted':
      return state.refusal
        ? { outcome: 'refused', ...resolved(state, event.at) }
        : { step: 'fulfilment', pauses: endPause(state.pauses, event.at) };
    case 'rejected':
      return event.data.to === 'feedback'
        ? { outcome: 'unresolved', ...resolved(state, event.at) }
        : {
            step: event.data.to,
            pauses: endPause(state.pauses, event.at),
            rejections: state.rejections + 1,
            offer: undefined,
            refusal: undefined,
            owner: undefined,
            ownerName: undefined,
            formerOwners: state.owner ? [...state.formerOwners, state.owner] : state.formerOwners,
          };
    case 'received':
      return { receivedAt: event.at };
    case 'fulfilled':
      return { fulfilment: { reference: event.data.reference, at: event.at }, outcome: 'resolved', ...resolved(state, event.at) };
    case 'answered':
      return { survey: event.data, ...closed(state, event.at) };
    case 'finished':
      return closed(state, event.at);
    case 'escalated':
      return { escalations: state.escalations + 1 };
    case 'withdrawn':
      return { outcome: 'withdrawn', ...closed(state, event.at) };
    case 'expired':
      return { outcome: 'expired', ...closed(state, event.at) };
    case 'reopened':
      return {
        step: 'investigation',
        outcome: undefined,
        offer: undefined,
        refusal: undefined,
        fulfilment: undefined,
        receivedAt: undefined,
        rejections: 0,
        reviewed: false,
        resolvedAt: undefined,
        closedAt: undefined,
        unansweredSince: undefined,
        pauses: endPause(state.pauses, event.at),
      };
  }
};

/** The state after one more event. Throws when the first event does not open the case or a version is missing: then the store is broken. */
export const evolve = (state: Case | undefined, event: CaseEvent): Case => {
  if (event.type === 'opened') {
    if (state || event.version !== 1) throw new Error(`case ${event.caseId} is opened twice`);
    return open(event);
  }
  if (!state || event.version !== state.version + 1)
    throw new Error(`case ${event.caseId} lacks the event before version ${event.version}`);
  const next = { ...state, ...change(state, event), version: event.version };
  return positionOf(next) === positionOf(state) ? next : { ...next, since: event.at, sinceVersion: event.version };
};

/** Where a case stands after all its events, oldest first. Throws as `evolve` does, and on an empty history. */
export const fold = (events: readonly CaseEvent[]): Case => {
  const state = events.reduce<Case | undefined>(evolve, undefined);
  if (!state) throw new Error('a case has at least one event');
  return state;
};
