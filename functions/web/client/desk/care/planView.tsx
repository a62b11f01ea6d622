import type { ComponentChildren, JSX } from 'preact';
import type { CareRules, ServicePlan, Touchpoint } from '../../../../domain/care/rules.ts';
import { cadence, fromSigningOn } from '../../../desk/careTimeline.ts';
import { useDesk } from '../context.ts';
import { useCareWords, useOccasionText, useProductsText } from './words.ts';

/** What is done: a task, a mail, for whom; whether it is done at all. */
export const Does = ({ point: { task, mail, purpose, active } }: { readonly point: Touchpoint }): JSX.Element => {
  const words = useCareWords();
  return (
    <span class="flags">
      {task && <span class="flag does-task">{words('does.task', { days: task.days })}</span>}
      {mail && <span class="flag does-mail">{words('does.mail')}</span>}
      {purpose === 'marketing' && <span class="flag flag-internal">{words('does.consent')}</span>}
      {!active && <span class="flag flag-escalated">{words('does.off')}</span>}
    </span>
  );
};

const MailText = ({ point: { name, mail } }: { readonly point: Touchpoint }): JSX.Element | null => {
  const { locale } = useDesk();
  const words = useCareWords();
  if (!mail) return null;
  return (
    <details class="care-mail">
      <summary class="small">
        {words('mail.read')} <span class="unseen">{words('mail.read.of', { name: name[locale] })}</span>
      </summary>
      <p>
        <strong>{mail.subject[locale]}</strong>
      </p>
      {mail.text[locale].split(/\n{2,}/u).map((paragraph) => (
        <p key={paragraph} class="pre">
          {paragraph}
        </p>
      ))}
    </details>
  );
};

interface StopProps {
  readonly when: string;
  readonly off?: boolean | undefined;
  readonly strong?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** One stop of a line: when, and what. */
const Stop = ({ when, off, strong, children }: StopProps): JSX.Element => (
  <li class={`care-stop${off ? ' care-stop-off' : ''}${strong ? ' care-stop-strong' : ''}`}>
    <span class="care-when">{when}</span>
    <div class="care-what">{children}</div>
  </li>
);

const PointStop = ({ point, when, told }: { readonly point: Touchpoint; readonly when: string; readonly told: boolean }): JSX.Element => {
  const { locale } = useDesk();
  return (
    <Stop when={when} off={!point.active}>
      <span class="care-name">{point.name[locale]}</span> <Does point={point} />
      {told && <MailText point={point} />}
    </Stop>
  );
};

const FirstYear = ({ touchpoints }: Pick<ServicePlan, 'touchpoints'>): JSX.Element => {
  const words = useCareWords();
  const stops = fromSigningOn(touchpoints);
  return (
    <section>
      <h3>{words('line.first')}</h3>
      {stops.length === 0 && <p class="hint">{words('line.none')}</p>}
      <ol class="care-line" role="list">
        {stops.map(({ point, months }) => (
          <PointStop
            key={`${point.id} ${months}`}
            point={point}
            when={months === undefined ? words('when.delivery') : words('when.after', { months })}
            told={point.when.kind !== 'every'}
          />
        ))}
      </ol>
    </section>
  );
};

const Cadence = ({ touchpoints }: Pick<ServicePlan, 'touchpoints'>): JSX.Element => {
  const words = useCareWords();
  const occasionText = useOccasionText();
  const points = cadence(touchpoints);
  return (
    <section class="care-cadence">
      <h3>{words('line.cadence')}</h3>
      {points.length === 0 && <p class="hint">{words('line.none')}</p>}
      <ul class="care-line care-line-loose" role="list">
        {points.map((point) => (
          <PointStop key={point.id} point={point} when={occasionText(point.when)} told />
        ))}
      </ul>
    </section>
  );
};

const Premium = ({ renewal, lapse }: Pick<ServicePlan, 'renewal' | 'lapse'>): JSX.Element => {
  const words = useCareWords();
  const mail = <span class="flag does-mail">{words('does.mail')}</span>;
  const task = <span class="flag does-task">{words('premium.task')}</span>;
  return (
    <section>
      <h3>{words('line.premium')}</h3>
      <ol class="care-line" role="list">
        {renewal.remindDaysBefore.map((days, index) => (
          <Stop key={days} when={words('premium.days', { days })}>
            <span class="care-name">{words('premium.reminder', { number: index + 1 })}</span> <span class="flags">{mail}</span>
            {index === renewal.remindDaysBefore.length - 1 && (
              <p class="small">{words('premium.reached', { count: renewal.deliveredAtLeast })}</p>
            )}
          </Stop>
        ))}
        <Stop when={words('premium.paid')}>
          <span class="care-name">{words('premium.paidWhat')}</span> <span class="flags">{mail}</span>
        </Stop>
        <Stop when={words('premium.due')} strong>
          <span class="care-name">{words('premium.dueWhat')}</span>
        </Stop>
        <Stop when={words('premium.dayAfter')}>
          <span class="care-name">{words('premium.demand')}</span>{' '}
          <span class="flags">
            {mail}
            {task}
          </span>
        </Stop>
        <Stop when={words('premium.suspended')} strong>
          <span class="care-name">{words('premium.suspendedWhat', { after: lapse.graceDaysAfterDemand, days: lapse.graceDays })}</span>{' '}
          <span class="flags">{mail}</span>
        </Stop>
        <Stop when={words('premium.confirm', { months: lapse.confirmationMonths })}>
          <span class="care-name">{words('premium.confirmWhat')}</span> <span class="flags">{task}</span>
        </Stop>
        <Stop when={words('premium.end', { months: lapse.reinstatementMonths })} strong>
          <span class="care-name">{words('premium.endWhat')}</span> <span class="flags">{mail}</span>
        </Stop>
      </ol>
    </section>
  );
};

/** When nobody is written to. */
export const QuietHours = ({ quiet: { from, to } }: Pick<CareRules, 'quiet'>): JSX.Element => {
  const words = useCareWords();
  return (
    <section class="panel care-quiet">
      <h2>{words('quiet.title')}</h2>
      <p>{words('quiet.text', { from, to })}</p>
    </section>
  );
};

/** The plans, in the order in which they are tried. */
export const PlanList = ({ plans }: Pick<CareRules, 'plans'>): JSX.Element => {
  const words = useCareWords();
  const productsText = useProductsText();
  return (
    <>
      {plans.length > 1 && <p class="hint">{words('plan.order')}</p>}
      <ol class="policies" role="list">
        {plans.map((plan, index) => (
          <li key={plan.id} class="panel policy">
            <h2>
              {plans.length > 1 && <span class="policy-number">{index + 1}</span>} {plan.name}
            </h2>
            <p>{productsText(plan, plans.length === 1)}</p>
            <div class="care-plan">
              <FirstYear touchpoints={plan.touchpoints} />
              <Premium renewal={plan.renewal} lapse={plan.lapse} />
              <Cadence touchpoints={plan.touchpoints} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
};
