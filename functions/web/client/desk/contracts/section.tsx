import type { ComponentChildren, JSX } from 'preact';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the page of a contract. */
export const Section = ({ id, title, children }: SectionProps): JSX.Element => (
  <section class="panel" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);

interface FoldedProps extends SectionProps {
  /** What is in it, in a few words. */
  readonly about?: string | undefined;
}

/** A part of the page of a contract that is opened when somebody wants to know. */
export const Folded = ({ id, title, about, children }: FoldedProps): JSX.Element => (
  <details class="panel contract-folded" id={id}>
    <summary>
      <h2 id={`${id}-title`}>{title}</h2>
      {about && <span class="small">{about}</span>}
    </summary>
    {children}
  </details>
);
