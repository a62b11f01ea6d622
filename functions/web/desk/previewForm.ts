import type { Region } from '../../domain/clocks/regions/holidayYear.ts';
import { isTimeZone } from '../../domain/clocks/zone.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { calendarMistakes, calendarOf, type CalendarDraft } from './calendarDraft.ts';
import { instantOf } from './localTime.ts';
import { targetMinutes, type TargetDraft } from './rulesDraft.ts';

/** What can be asked of the clocks. */
export const PREVIEWS = ['due', 'elapsed', 'legal', 'contract'] as const;
export type PreviewKind = (typeof PREVIEWS)[number];

/** A span as it is typed; times on the wall of the calendar's zone. */
export interface PauseDraft {
  readonly from: string;
  readonly to: string;
}

/** Units of a statutory period. */
export const LEGAL_UNITS = ['days', 'workingDays', 'months'] as const;
export type LegalUnit = (typeof LEGAL_UNITS)[number];

/** The form of the page on which the clocks are tried out. */
export interface PreviewDraft {
  /** Id of a calendar of the rules; empty for the own one. */
  readonly calendar: string;
  readonly own: CalendarDraft;
  readonly start: string;
  readonly end: string;
  readonly pauses: readonly PauseDraft[];
  readonly targets: readonly (TargetDraft & { readonly name: string })[];
  readonly legal: { readonly event: string; readonly unit: LegalUnit; readonly length: string; readonly region: Region };
  readonly contract: { readonly signedOn: string; readonly months: string };
}

/** What was typed, as a time with its zone; as typed when it is no time, so that the API says so. */
const at = (wall: string, zone: string): string => instantOf(wall, zone) ?? wall;

const numberOf = (text: string): number | string => (/^-?\d+$/.test(text.trim()) ? Number(text.trim()) : text);

/** The body of `POST /api/desk/clocks/preview`; `zone` is that of the calendar. */
export const previewBody = (kind: PreviewKind, draft: PreviewDraft, zone: string): Readonly<Record<string, unknown>> => {
  const calendar = draft.calendar || calendarOf(draft.own);
  const pauses = draft.pauses.map(({ from, to }) => ({ from: at(from, zone), to: at(to, zone) }));
  switch (kind) {
    case 'due':
      return {
        calendar,
        start: at(draft.start, zone),
        pauses,
        targets: draft.targets.map((target) => ({ name: target.name.trim(), seconds: targetMinutes(target) * 60 })),
      };
    case 'elapsed':
      return { calendar, start: at(draft.start, zone), end: at(draft.end, zone), pauses };
    case 'legal': {
      const { event, unit, length, region } = draft.legal;
      return { legal: { event, [unit]: numberOf(length), region } };
    }
    case 'contract':
      return {
        contract: {
          signedOn: draft.contract.signedOn,
          months: draft.contract.months
            .split(/[\s,，、;；]+/u)
            .filter(Boolean)
            .map(numberOf),
        },
      };
  }
};

/** What cannot be sent because it cannot be read; pointers as the API gives them. */
export const previewMistakes = (kind: PreviewKind, draft: PreviewDraft): readonly FieldError[] => {
  if (kind === 'legal' || kind === 'contract') return [];
  return [
    ...(draft.calendar ? [] : calendarMistakes(draft.own, '/calendar')),
    // Without its zone no time that was typed means anything.
    ...(draft.calendar || isTimeZone(draft.own.timeZone.trim()) ? [] : [{ pointer: '/calendar/timeZone', code: 'time-zone' as const }]),
    ...(draft.start ? [] : [{ pointer: '/start', code: 'required' as const }]),
    ...(kind === 'due' || draft.end ? [] : [{ pointer: '/end', code: 'required' as const }]),
    ...draft.pauses.flatMap(({ from, to }, index) => [
      ...(from ? [] : [{ pointer: `/pauses/${index}/from`, code: 'required' as const }]),
      ...(to ? [] : [{ pointer: `/pauses/${index}/to`, code: 'required' as const }]),
    ]),
    ...(kind === 'due'
      ? draft.targets.flatMap((target, index) => [
          ...(target.name.trim() ? [] : [{ pointer: `/targets/${index}/name`, code: 'required' as const }]),
          ...(Number.isInteger(targetMinutes(target)) ? [] : [{ pointer: `/targets/${index}/seconds`, code: 'type' as const }]),
        ])
      : []),
  ];
};
