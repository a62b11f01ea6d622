import { formatDay, formatList } from '../../format.ts';
import { lawName } from '../../names.ts';
import type { Body } from '../letter.ts';
import { eventOf, needed, type Writer } from '../writer.ts';

/** Tells that our decision on a complaint takes longer: why, until when, by which law, and where to turn against it (rules.md 3). */
export const extension = (writer: Writer): Body => {
  const { t, fact, locale, paragraph, toCase } = writer;
  const { reasons, days, approval } = eventOf(writer, 'extended').data;
  const clock = needed(
    writer.clocks.legal.find(({ extensions }) => extensions.length > 0),
    'a period that was extended',
    writer,
  );
  const before = clock.extensions.at(-2)?.days ?? clock.regularDays;
  const years = formatList(clock.unconfirmedYears.map(String), locale);
  return {
    title: t('extension.title'),
    preview: t('extension.lead'),
    blocks: [
      paragraph('extension.lead'),
      { type: 'quote', label: t('label.extensionReasons'), text: reasons },
      {
        type: 'facts',
        facts: [...fact('label.decisionUntil', formatDay(clock.lastDay, locale)), ...fact('label.law', lawName(clock.source, locale))],
      },
      { type: 'paragraph', text: t('extension.days', { before, days }) },
      ...(approval ? [paragraph('extension.approved')] : []),
      ...(years ? [paragraph('extension.unconfirmed', { years })] : []),
      paragraph('extension.nothing'),
      { type: 'buttons', buttons: [toCase('button.case')] },
      { type: 'heading', text: t('extension.disagree') },
      {
        type: 'list',
        items: [t('extension.route.inside'), t('extension.route.regulator'), t('extension.route.mediation'), t('route.court')],
      },
    ],
  };
};
