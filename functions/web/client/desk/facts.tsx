import type { ComponentChildren, JSX } from 'preact';
import { listed } from '../../../content/common/index.ts';
import { formatDate, formatMoney } from '../../../content/format.ts';
import { isContractNumber } from '../../../domain/contract/number.ts';
import type { DeskCaseAnswer } from '../../desk/answers.ts';
import { hashOf } from '../../desk/routes.ts';
import { namesOf, segmentName, surveyFacts } from '../../desk/story.ts';
import { When } from './bits.tsx';
import { CaseClocks } from './caseClocks.tsx';
import { useDesk } from './context.ts';
import { FileButton } from './fileButton.tsx';

const Group = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element => (
  <section class="known-group">
    <h3>{title}</h3>
    {children}
  </section>
);

/** A label with its value; nothing when there is no value. */
const Fact = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }): JSX.Element | null =>
  children === undefined || children === '' || children === null ? null : (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );

const CustomerFacts = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words, labels } = useDesk();
  const { customer, channel, consent } = of.opening;
  const region = of.classification.region ?? customer.region;
  return (
    <Group title={words('case.customer')}>
      <dl class="known-list">
        <Fact label={words('field.customerName')}>{customer.name}</Fact>
        <Fact label={words('field.customerEmail')}>
          <a href={`mailto:${encodeURIComponent(customer.email)}`}>{customer.email}</a>
        </Fact>
        {customer.phone && (
          <Fact label={words('field.customerPhone')}>
            <a href={`tel:${customer.phone.replace(/[^+\d]/g, '')}`}>{customer.phone}</a>
          </Fact>
        )}
        <Fact label={words('case.language')}>{labels(`locale.${customer.locale}`)}</Fact>
        <Fact label={words('field.region')}>{region && labels(`region.${region}`)}</Fact>
        <Fact label={words('case.channel')}>{labels(`channel.${channel}`)}</Fact>
        <Fact label={words('case.marketing')}>{words(consent.marketing ? 'case.marketingYes' : 'case.marketingNo')}</Fact>
      </dl>
    </Group>
  );
};

const ProductFacts = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words, locale } = useDesk();
  const { product, items } = of.opening;
  if (!product && !items?.length) return null;
  return (
    <Group title={words('case.product')}>
      <dl class="known-list">
        <Fact label={words('field.productName')}>{product?.name}</Fact>
        <Fact label={words('field.orderNo')}>{product?.orderNo}</Fact>
        <Fact label={words('field.serial')}>{product?.serial}</Fact>
        <Fact label={words('field.purchasedOn')}>
          {product?.purchasedOn && formatDate(`${product.purchasedOn}T00:00:00.000Z`, locale, 'UTC')}
        </Fact>
        {items && items.length > 0 && (
          <Fact label={words('case.items')}>{items.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')}</Fact>
        )}
      </dl>
    </Group>
  );
};

const ClassificationFacts = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words, labels, locale, staff, me } = useDesk();
  const nameOf = namesOf([...staff, me], of.history);
  const { kind, request, desiredRemedy } = of.opening;
  const { contract } = of.classification;
  return (
    <Group title={words('case.classification')}>
      <dl class="known-list">
        <Fact label={words('field.kind')}>{labels(`kind.${kind}`)}</Fact>
        <Fact label={words('field.request')}>{request && labels(`request.${request}`)}</Fact>
        <Fact label={words('case.wants')}>{desiredRemedy}</Fact>
        <Fact label={words('field.category')}>{labels(`category.${of.classification.category}`)}</Fact>
        <Fact label={words('field.segment')}>{of.classification.segment && segmentName(of.classification.segment, words)}</Fact>
        <Fact label={words('field.contract')}>
          {contract && isContractNumber(contract) ? (
            <a href={hashOf({ screen: 'contract', contractId: contract })}>{contract}</a>
          ) : (
            contract
          )}
        </Fact>
        <Fact label={words('field.rootCause')}>{of.rootCause && listed(locale, 'rootCause', of.rootCause)}</Fact>
        <Fact label={words('case.rejections')}>{of.rejections > 0 ? of.rejections : undefined}</Fact>
        <Fact label={words('case.formerOwners')}>{of.formerOwners.map((id) => nameOf(id) ?? id).join(', ')}</Fact>
      </dl>
    </Group>
  );
};

const DecisionFacts = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words, labels, locale } = useDesk();
  if (!of.offer && !of.refusal && !of.fulfilment && !of.outcome) return null;
  return (
    <Group title={words('case.decision')}>
      <dl class="known-list">
        <Fact label={words('field.remedy')}>{of.offer && listed(locale, 'remedy', of.offer.remedy)}</Fact>
        <Fact label={words('field.amount')}>{of.offer?.amount && formatMoney(of.offer.amount, locale)}</Fact>
        <Fact label={words('field.rule')}>{of.refusal?.rule}</Fact>
        <Fact label={words('field.reference')}>{of.fulfilment?.reference}</Fact>
        <Fact label={words('case.outcome')}>{of.outcome && labels(`outcome.${of.outcome}`)}</Fact>
      </dl>
    </Group>
  );
};

const SurveyFacts = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words } = useDesk();
  if (!of.survey) return null;
  return (
    <Group title={words('case.survey')}>
      <dl class="known-list">
        {surveyFacts(of.survey, { words }).map(({ label, value }) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
        <Fact label={words('case.comment')}>{of.survey.comment}</Fact>
      </dl>
    </Group>
  );
};

const Mails = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words } = useDesk();
  return (
    <Group title={words('case.mails')}>
      {of.mails.length === 0 && <p class="hint">{words('case.mailsNone')}</p>}
      <ul class="mails" role="list">
        {of.mails.map((mail) => (
          <li key={`${mail.kind} ${mail.at}`}>
            <span>{words(`mail.${mail.kind}`)}</span>
            <span class={mail.status === 'sent' ? 'small' : 'small mail-not-sent'}>
              {words(`mailStatus.${mail.status}`)} · <When at={mail.at} />
            </span>
          </li>
        ))}
      </ul>
    </Group>
  );
};

const Files = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words } = useDesk();
  if (of.attachments.length === 0) return null;
  return (
    <Group title={words('case.attachments')}>
      <ul class="known-files" role="list">
        {of.attachments.map((file) => (
          <li key={file.id}>
            <FileButton caseId={of.caseId} file={file} />
          </li>
        ))}
      </ul>
    </Group>
  );
};

const Away = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }): JSX.Element => (
  <li>
    <a href={href} target="_blank" rel="noreferrer">
      {children} <span aria-hidden="true">↗</span>
      <span class="unseen">{useDesk().words('newWindow')}</span>
    </a>
  </li>
);

const Links = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words } = useDesk();
  const { followUpOf } = of.opening;
  return (
    <Group title={words('case.links')}>
      <ul class="links" role="list">
        <Away href={of.trackingUrl}>{words('case.tracking')}</Away>
        {of.executionUrl && <Away href={of.executionUrl}>{words('case.execution')}</Away>}
        {followUpOf && (
          <li>
            <a href={hashOf({ screen: 'case', caseId: followUpOf })}>{words('case.followUpOf', { caseId: followUpOf })}</a>
          </li>
        )}
      </ul>
    </Group>
  );
};

/** Everything known about the case, beside the talk. */
export const Facts = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => (
  <section class="known" aria-labelledby="known-title">
    <h2 id="known-title" class="unseen">
      {useDesk().words('case.facts')}
    </h2>
    <CaseClocks of={of} />
    <CustomerFacts of={of} />
    <ProductFacts of={of} />
    <ClassificationFacts of={of} />
    <DecisionFacts of={of} />
    <SurveyFacts of={of} />
    <Files of={of} />
    <Mails of={of} />
    <Links of={of} />
  </section>
);
