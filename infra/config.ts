import type { Policy } from '../functions/domain/policy.ts';

/** The stages that exist: `local` and `demo` run in the local cloud, `dev` and `prod` on AWS. */
export const STAGES = ['local', 'demo', 'dev', 'prod'] as const;
export type StageName = (typeof STAGES)[number];

/** What one stage decides by configuration. */
export interface StageConfig {
  readonly stage: StageName;
  /** Runs in the local cloud, with what that one needs differently (`infra/constructs/localCloud.ts`). */
  readonly isLocal: boolean;
  /** Holds real customers' data: kept when the stack goes, protected, restorable. */
  readonly isProtected: boolean;
  readonly policy: Policy;
  /** Sender of all mails. On AWS, SES must have verified it: a whole domain (by DKIM records) or just the address (by a mail with a link). */
  readonly sender: { readonly address: string; readonly verify: 'domain' | 'address' };
  /** Gets the alarms. Nobody is called where it is missing. */
  readonly alarmEmail?: string;
  readonly logRetentionDays: number;
  /** Requests a second that the API takes from everybody together, and how many at once. */
  readonly throttle: { readonly rate: number; readonly burst: number };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const policy: Policy = {
  approvalLimits: {
    agent: { amount: '200.00', currency: 'CNY' },
    supervisor: { amount: '5000.00', currency: 'CNY' },
  },
  rejectionsBeforeReview: 2,
  reopenWindowSeconds: 14 * DAY,
  customerWait: { firstWarningSeconds: 7 * DAY, secondWarningSeconds: 12 * DAY, closeSeconds: 14 * DAY },
  survey: { inviteSeconds: DAY, reminderSeconds: 4 * DAY, closeSeconds: 8 * DAY, customerRestSeconds: 30 * DAY },
  links: { trackingSeconds: 365 * DAY, surveySeconds: 30 * DAY },
  openingsPerMinute: 20,
  mailsPerSecond: 14, // what SES grants a new account
  retentionYears: 3, // E-Commerce Law of China, article 31: three years from the end of the transaction
};

/** One machine plays all customers: a limit per source would stop it. */
const localPolicy: Policy = { ...policy, openingsPerMinute: 300, mailsPerSecond: 100 };

/** A whole life in under two minutes; the local cloud fires schedules every 10 s. */
const demoPolicy: Policy = {
  ...localPolicy,
  reopenWindowSeconds: 10 * MINUTE,
  customerWait: { firstWarningSeconds: 60, secondWarningSeconds: 80, closeSeconds: 100 },
  survey: { inviteSeconds: 4, reminderSeconds: 25, closeSeconds: 60, customerRestSeconds: 0 },
};

const localStage = { isLocal: true, isProtected: false, logRetentionDays: 7, throttle: { rate: 500, burst: 1000 } };
const LOCAL_SENDER = { address: 'care@aftercare.example', verify: 'address' } as const;

const stages: Readonly<Record<StageName, StageConfig>> = {
  local: { ...localStage, stage: 'local', policy: localPolicy, sender: LOCAL_SENDER },
  demo: { ...localStage, stage: 'demo', policy: demoPolicy, sender: LOCAL_SENDER },
  dev: {
    stage: 'dev',
    isLocal: false,
    isProtected: false,
    policy,
    sender: { address: 'care-dev@aftercare.example', verify: 'address' },
    logRetentionDays: 30,
    throttle: { rate: 50, burst: 100 },
  },
  prod: {
    stage: 'prod',
    isLocal: false,
    isProtected: true,
    policy,
    sender: { address: 'care@aftercare.example', verify: 'domain' },
    alarmEmail: 'operations@aftercare.example',
    logRetentionDays: 400, // a year of comparison, and a month to notice
    throttle: { rate: 500, burst: 1000 },
  },
};

const isStageName = (name: unknown): name is StageName => STAGES.some((stage) => stage === name);

/** The configuration of a stage. Throws with the names that exist when it is unknown. */
export function stageConfig(name: unknown): StageConfig {
  if (!isStageName(name)) throw new Error(`Unknown stage ${JSON.stringify(name)}: choose one with -c stage=${STAGES.join('|')}.`);
  return stages[name];
}
