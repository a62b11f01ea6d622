import type { Clocks, LegalClock, ServiceClock } from '../../domain/case/clocks.ts';
import { positionOf } from '../../domain/case/evolve.ts';
import type { Case, Locale } from '../../domain/case/model.ts';
import type { Notice } from '../../domain/case/notices.ts';
import type { Recipient } from '../../domain/clocks/rules.ts';
import { common, type CommonKey } from '../common/index.ts';
import { DEFAULT_TIME_ZONE, formatDateTime, formatDay, formatList, formatWorkTime } from '../format.ts';
import { lawName } from '../names.ts';
import type { Translate } from '../translator.ts';
import { progressOf, referenceOf, subjectLine } from './frame.ts';
import { htmlOf } from './html.ts';
import type { Block, Fact, Letter } from './letter.ts';
import { oneLine } from './plain.ts';
import type { RenderedMail } from './render.ts';
import { textOf } from './text.ts';
import { mailTexts, type MailKey } from './texts.ts';

/** What a notice to staff is written from. */
export interface NoticeInput {
  readonly state: Case;
  readonly notice: Notice;
  /** The clocks as they stand now. */
  readonly clocks: Clocks;
  /** Who else was told how this clock stands. */
  readonly told?: readonly Recipient[] | undefined;
  /** Name of whoever is told. */
  readonly name: string;
  /** Language of whoever is told; the team's when missing. */
  readonly locale?: Locale | undefined;
  readonly siteUrl: string;
  /** IANA zone in which times are written; the team's when missing. */
  readonly timeZone?: string | undefined;
}

/** Language of a member of staff of whom none is known. */
const TEAM_LOCALE: Locale = 'zh-CN';

/** The calendar in which day and night count: its time is no working time. */
const ALWAYS = 'always';

interface Writer extends NoticeInput {
  readonly locale: Locale;
  readonly t: Translate<MailKey>;
  readonly words: Translate<CommonKey>;
  readonly moment: (at: string) => string;
}

const writerOf = (input: NoticeInput): Writer => {
  const locale = input.locale ?? TEAM_LOCALE;
  const moment = (at: string): string => formatDateTime(at, locale, input.timeZone ?? DEFAULT_TIME_ZONE);
  return { ...input, locale, t: mailTexts(locale), words: common(locale), moment };
};

const serviceClock = ({ clocks, notice: { clock } }: Writer): ServiceClock | undefined =>
  clock === 'firstResponse' || clock === 'nextResponse' || clock === 'resolution' ? clocks[clock] : undefined;

const legalClock = ({ clocks, notice }: Writer): LegalClock | undefined => clocks.legal.find(({ clock }) => clock === notice.clock);

const percentUsed = ({ elapsedSeconds, targetSeconds }: ServiceClock): number => Math.floor((elapsedSeconds * 100) / targetSeconds);

/** Which step of the ladder a recipient is; whoever owns the case is on none. */
const LEVELS: Readonly<Record<Recipient, number>> = { owner: 0, supervisor: 1, department: 2, admin: 3 };

/** Later than by the moment that a mail takes. */
const isOverdue = (writer: Writer): boolean => {
  const clock = serviceClock(writer);
  return clock !== undefined && percentUsed(clock) > 100;
};

const titleOf = (writer: Writer): string => {
  const { t, notice } = writer;
  const clock = t(`notice.clock.${notice.clock}`);
  const { level, to } = notice;
  if (level === 'target-day') return t('notice.title.target-day', { clock });
  if (level === 'last-day') return t(legalClock(writer)?.state === 'late' ? 'notice.title.passed' : 'notice.title.last-day', { clock });
  if (level < 100) return t('notice.title.used', { clock, percent: level });
  if (LEVELS[to] > 0 && level > 100) return t('notice.title.escalation', { clock, level: LEVELS[to] });
  return t(isOverdue(writer) ? 'notice.title.over' : 'notice.title.due', { clock });
};

const fact = (label: string, value: string): Fact => ({ label, value });

const serviceFacts = ({ t, locale, moment }: Writer, clock: ServiceClock): readonly Fact[] => {
  const { elapsedSeconds, targetSeconds, lateSeconds, due, calendar } = clock;
  const time = (seconds: number): string => formatWorkTime(seconds, locale);
  const isLate = lateSeconds >= 60;
  const late = calendar === ALWAYS ? time(lateSeconds) : t('notice.work', { duration: time(lateSeconds) });
  return [
    ...(isLate ? [fact(t('notice.label.late'), late)] : []),
    fact(t(isLate ? 'notice.label.due.past' : 'notice.label.due'), moment(due)),
    fact(
      t('notice.label.used'),
      t('notice.used', { used: time(elapsedSeconds), target: time(targetSeconds), percent: percentUsed(clock) }),
    ),
  ];
};

const legalFacts = ({ t, locale }: Writer, { lastDay, internalTarget, source }: LegalClock): readonly Fact[] => [
  fact(t('notice.label.lastDay'), formatDay(lastDay, locale)),
  fact(t('notice.label.target'), formatDay(internalTarget, locale)),
  fact(t('notice.label.source'), lawName(source, locale)),
];

const standing = ({ state, t, words }: Writer): string => {
  const step = words(`step.${state.step}`);
  return state.hold ? t('notice.onHold', { step, reason: words(`holdReason.${state.hold}`) }) : step;
};

const facts = (writer: Writer): readonly Fact[] => {
  const { state, t, words, locale, told = [] } = writer;
  const [service, legal] = [serviceClock(writer), legalClock(writer)];
  const others = formatList(
    told.map((recipient) => t(`notice.to.${recipient}`)),
    locale,
  );
  return [
    ...(service ? serviceFacts(writer, service) : []),
    ...(legal ? legalFacts(writer, legal) : []),
    fact(t('notice.label.owner'), state.ownerName === undefined ? t('notice.nobody') : oneLine(state.ownerName)),
    fact(t('notice.label.step'), standing(writer)),
    fact(t('notice.label.priority'), words(`priority.${state.classification.priority}`)),
    fact(t('notice.label.told'), others === '' ? t('notice.toldNobody') : others),
  ];
};

/** What the case itself calls for: the answer that a clock waits for, else the step where the case stands. */
const nextStep = ({ state, notice: { clock }, t, moment }: Writer): string => {
  if (clock === 'nextResponse') return t('notice.do.nextResponse', { time: moment(state.unansweredSince ?? state.openedAt) });
  if (clock === 'resolution') return t(`notice.do.${positionOf(state)}`);
  return t(`notice.do.${clock}`);
};

const steps = (writer: Writer): readonly string[] => {
  const { state, notice, t } = writer;
  if (state.owner === undefined) return [t('notice.do.assign'), ...(state.step === 'intake' ? [] : [nextStep(writer)])];
  const owner = oneLine(state.ownerName ?? state.owner);
  if (notice.to === 'owner') return [nextStep(writer)];
  return [t('notice.do.lead', { owner }), t('notice.do.next', { step: nextStep(writer) })];
};

const todo = (writer: Writer): readonly Block[] => {
  const items = steps(writer);
  return items.length > 1 ? [{ type: 'steps', items }] : items.map((text) => ({ type: 'paragraph', text }));
};

/** The case at the desk: an address of the desk's own, after the hash. */
const deskUrl = ({ siteUrl, state }: Writer): string => `${siteUrl.replace(/\/+$/, '')}/desk#/cases/${encodeURIComponent(state.caseId)}`;

const letterOf = (writer: Writer): Letter => {
  const { state, notice, name, t, words, locale, siteUrl } = writer;
  const title = titleOf(writer);
  const shown = facts(writer);
  const blocks: readonly Block[] = [
    { type: 'facts', facts: shown },
    { type: 'heading', text: t('notice.do') },
    ...todo(writer),
    { type: 'buttons', buttons: [{ label: t('notice.button'), url: deskUrl(writer) }] },
  ];
  return {
    locale,
    title,
    subject: subjectLine(title, state, t),
    preview: shown
      .slice(0, 2)
      .map(({ label, value }) => t('labelled', { label, value }))
      .join(locale === 'en' ? '; ' : '；'),
    brand: { name: words('brand'), line: words('brandLine'), url: siteUrl },
    progress: progressOf(writer),
    reference: referenceOf(state, t),
    greeting: t('greeting', { name: oneLine(name) }),
    blocks,
    signOff: t('notice.signOff'),
    team: t('notice.team', { brand: words('brand') }),
    labelled: (label, value) => t('labelled', { label, value }),
    footer: [notice.to === 'owner' ? t('notice.why.owner') : t('notice.why.other', { role: t(`notice.to.${notice.to}`) })],
  };
};

/** Writes the mail that tells a member of staff how a clock of a case stands (F23): which, how much is used, how late, and what to do. */
export const renderNotice = (input: NoticeInput): RenderedMail & { readonly locale: Locale } => {
  const writer = writerOf(input);
  const letter = letterOf(writer);
  return { locale: writer.locale, subject: letter.subject, html: htmlOf(letter), text: textOf(letter) };
};
