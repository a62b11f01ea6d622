import * as answers from '../answers.ts';
import * as schemas from '../clockSchemas.ts';
import { object, variants, type Described } from './words.ts';

const PAUSES =
  'Spans in which the clock stands still. They may overlap, lie within each other or touch, in any order: each moment stops the clock once. What lies before the start or after the end changes nothing.';

const COURSE = {
  calendar: 'Id of a calendar of the rules, or a calendar.',
  start: 'From when the clock runs. Outside of open time it waits for the next opening.',
  pauses: PAUSES,
};

const WEEKDAY = (name: string): string => `Hours on ${name}; a day off when missing.`;

const LEGAL_DAYS = {
  rawLastDay: 'The last day as counted, working day or not; the last day itself where working days are counted.',
  lastDay: 'The last day by law: the next working day where `rawLastDay` is a day off.',
  internalTarget:
    'For duties of our own: the last working day that is not after `rawLastDay`, or `lastDay` where the period has none before.',
};

const UNCONFIRMED = 'Years whose statutory days are only projected from the law: what lies in them may still move.';

const RULES_HEAD = {
  version: 'Number of the version, also the ETag; 0 came with the software.',
  at: 'From when it counts.',
  by: 'Staff id of whoever made it; missing for version 0.',
  note: 'Why, in the words of whoever made it.',
};

/** Bodies of requests to the clocks, and what their answers repeat of them, by component name. */
export const CLOCK_REQUESTS: Readonly<Record<string, Described>> = {
  ClockQuestion: variants(
    schemas.clockQuestion,
    'One of four questions. The key that it has decides which: `targets`, `end`, `legal` or `contract`.',
  ),
  DueQuestion: object(schemas.dueQuestion, 'When is it due? Each target runs from the same start.', {
    ...COURSE,
    targets: 'What is to be reached. Names differ.',
  }),
  ElapsedQuestion: object(schemas.elapsedQuestion, 'How much open time has passed?', {
    ...COURSE,
    end: 'Until when; not before the start.',
  }),
  LegalQuestion: object(schemas.legalQuestion, 'When does a statutory period end?', { legal: 'The period.' }),
  LegalPeriod: object(schemas.legalCase, 'A statutory period with exactly one length. The day of the event does not count.', {
    event: 'The day from which it runs.',
    days: 'Calendar days.',
    workingDays: 'Working days.',
    months: 'Months: the period ends on the same day of the month, or on its last day.',
    region: 'Whose statutory days count; that of the team when missing.',
  }),
  ContractQuestion: object(schemas.contractQuestion, 'On which days of a contract is something due?', { contract: 'The contract.' }),
  ContractMonths: object(schemas.contractCase, 'Months since a contract was signed, each counted from that day itself.', {
    signedOn: 'The day on which it was signed.',
    months: 'Full months. Each once.',
  }),
  Pause: object(schemas.pause, 'A span in which the clock stands still.', { from: 'Its begin.', to: 'Its end, after its begin.' }),
  Target: object(schemas.target, 'Something to be reached.', { name: 'What it is called.', seconds: 'Seconds of open time.' }),
  Calendar: object(
    schemas.calendar,
    'When somebody works. For one date the first of these counts: its entry in `dates`; a make-up workday of the region; a day off in `holidays` or of the region; the hours of its weekday. Clocks are right where a zone changes its time: hours that do not exist that day are left out, hours that come twice count twice.',
    {
      timeZone: 'Zone of the IANA database in which hours and dates are meant, or an offset such as `+08:00`.',
      weekly: 'Hours of the weekdays.',
      changes: 'Other hours from a date on, by date: what lies before keeps the hours that it had.',
      region: 'Whose statutory days off and make-up workdays (调休) apply.',
      holidays: 'Days off.',
      dates:
        'Dates that differ: `off`; hours of their own; or `work`, with the hours of the weekday, or of the first open weekday where that one is off.',
    },
  ),
  Week: object(
    schemas.week,
    'Hours of the weekdays, each as `[from, to]` in local time: `["09:00", "12:00"]`. `24:00` is the end of the day.',
    {
      mon: WEEKDAY('Mondays'),
      tue: WEEKDAY('Tuesdays'),
      wed: WEEKDAY('Wednesdays'),
      thu: WEEKDAY('Thursdays'),
      fri: WEEKDAY('Fridays'),
      sat: WEEKDAY('Saturdays'),
      sun: WEEKDAY('Sundays'),
    },
  ),
  WeekChange: object(schemas.weekChange, 'Other hours from a date on.', { from: 'The first date.', weekly: 'The hours from then on.' }),
  RulesChange: object(schemas.rulesChange, 'The rules as they shall be: all of them, as `GET` gives them, with what is to change.', {
    note: 'Why, for those who read the versions.',
    rules: 'The rules.',
  }),
  ClockRules: object(schemas.clockRules, 'Everything by which clocks count, as one document, so that one version names it all.', {
    region: 'Region of the team, for customers who named none.',
    calendars: 'Calendars by id. `cn-standard` and `tw-standard` are there always: they count where a policy names none.',
    policies: 'The first that fits a case counts. The last one fits all.',
    milestones: 'Who is told when part of a target is used up.',
    laws: 'Statutory periods that bind the company, each once: only these are counted on cases. `complaint-answer` is for banks and insurers, `refund` for whoever sells to consumers at a distance.',
    holidayYears: 'Statutory days that were entered here; they go before those that came with the software.',
  }),
  SlaPolicy: object(schemas.slaPolicy, 'Targets for the cases that it is for.', {
    id: 'Id within the rules; attainment is reported by it.',
    name: 'What staff read.',
    when: 'Which cases it is for.',
    calendar: 'Id of the calendar that counts; the standard calendar of the case’s region when missing.',
    targets: 'Minutes of open time.',
  }),
  PolicyCondition: object(schemas.policyCondition, 'Every list that is there must hold the case’s value; one that is missing takes all.', {
    kinds: 'Kinds of cases.',
    priorities: 'Priorities.',
    categories: 'Categories.',
    segments: 'Customer segments, as staff classify.',
    products: 'Words that the product’s name contains; upper and lower case are the same.',
    contracts: 'Service contracts, as staff classify.',
    regions: 'Regions of customers.',
  }),
  PolicyTargets: object(schemas.policyTargets, 'Minutes of open time for each clock.', {
    firstResponse: 'Until somebody answers.',
    nextResponse: 'Until somebody answers what the customer wrote last.',
    resolution: 'Until the case is resolved.',
  }),
  Milestone: object(schemas.milestone, 'At this part of a target somebody is told by mail, once.', {
    percent: 'Part of the target in percent; above 100 it is late.',
    to: 'The owner, supervisors, heads of departments or administrators. Where there is none, the next in line.',
  }),
  HolidayYear: object(schemas.holidayYear, 'The statutory days of one region in one year.', {
    region: 'The region.',
    year: 'The year. Its list may reach into the December before and the January after.',
    source: 'The notice or law from which the days come.',
    confirmed: 'False for days that are only projected from the law, because the notice is not out or not entered yet.',
    holidays: 'Holidays with their make-up workdays.',
  }),
  Holiday: object(schemas.holiday, 'Days off in a row.', {
    name: 'As its region writes it.',
    from: 'First day off.',
    to: 'Last day off.',
    workdays: 'Weekend days on which people work for it.',
  }),
  NoticeQuestion: object(schemas.noticeQuestion, 'The State Council’s notice on the holidays of a year.', {
    region: 'Only mainland China changes its weeks by a notice.',
    year: 'The year that it is for.',
    text: 'The notice, word for word as it was published.',
    source: 'Where it comes from; asked for when the text has no document number (国办发明电〔2025〕7号).',
  }),
};

/** Bodies of answers about the clocks, by component name. */
export const CLOCK_ANSWERS: Readonly<Record<string, Described>> = {
  ClockAnswer: variants(answers.clockAnswer, 'The answer to the question that was asked.'),
  DueAnswer: object(answers.dueAnswer, 'When each target is due, by the names of the targets.', {
    due: 'When it is due: at closing time where it fits exactly.',
    receipts: 'How that came about, from the start to the due time.',
    unconfirmed: UNCONFIRMED,
  }),
  ElapsedAnswer: object(answers.elapsedAnswer, 'How much open time has passed.', {
    elapsedSeconds: 'Seconds of open time without pauses, rounded down.',
    receipt: 'What was counted and what was not.',
    unconfirmed: UNCONFIRMED,
  }),
  LegalAnswer: object(answers.legalAnswer, 'When a statutory period ends.', { ...LEGAL_DAYS, unconfirmed: UNCONFIRMED }),
  ContractAnswer: object(answers.contractAnswer, 'Dates of a contract.', {
    dates: 'By months since it was signed: the same day of the month, or the month’s last day.',
  }),
  RuleBook: object(answers.ruleBook, 'One version of the rules. It never changes.', { ...RULES_HEAD, rules: 'The rules.' }),
  RulesVersion: object(answers.rulesVersion, 'A version of the rules, without them.', RULES_HEAD),
  RulesVersions: object(answers.rulesVersions, 'Every version of the rules.', {
    items: 'All of them, the newest first; there are no pages.',
  }),
  NoticeAnswer: object(answers.noticeAnswer, 'What was read. Nothing is written: send it with the rules, in `holidayYears`.', {
    holidayYear: 'The days as the notice names them.',
    changes: 'Dates that would count otherwise than they do now.',
  }),
  ChangedDay: object(answers.changedDay, 'A date that would count otherwise.', {
    date: 'The date.',
    before: 'What it is now; missing for a plain weekday or weekend day.',
    after: 'What it would be; missing for a plain weekday or weekend day.',
  }),
  StatutoryDay: object(answers.statutoryDay, 'A day that is not what its weekday says.', {
    kind: '`off`: a day off. `work`: a make-up workday.',
    name: 'The holiday that it belongs to or makes up for.',
  }),
  Attainments: object(answers.attainments, 'How targets were kept, month by month.', { items: 'The months, the earliest first.' }),
  Attainment: object(answers.attainment, 'How the targets of the cases were kept that were first resolved in a month.', {
    month: 'The month, in the zone of the team’s region.',
    team: 'The team.',
    cases: 'Cases that were first resolved in it.',
    clocks: 'All of them together.',
    policies: 'The same by policy.',
  }),
  PolicyAttainment: object(answers.policyAttainment, 'How the targets of one policy were kept.', {
    policy: 'The policy.',
    cases: 'Cases that it counted for.',
    clocks: 'By clock.',
  }),
  AttainedClocks: object(answers.attainedClocks, 'How targets were kept, by clock.', {
    firstResponse: 'First responses.',
    nextResponse: 'Answers to what customers wrote later; a case may have many or none.',
    resolution: 'Resolutions.',
  }),
  AttainedClock: object(answers.attainedClock, 'How the targets of one clock were kept.', {
    met: 'Kept in time.',
    missed: 'Missed.',
    medianLateMinutes: 'Open minutes by which the middle one of those was late that were missed; absent when none was.',
    worstLateMinutes: 'Open minutes by which the latest was late; absent when none was missed.',
  }),
};
