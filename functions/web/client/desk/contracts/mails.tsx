import type { JSX } from 'preact';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { stepTitle } from '../../../desk/contractSteps.ts';
import { When } from '../bits.tsx';
import { useMailWords } from './planView.tsx';
import { Folded } from './section.tsx';
import { useContractWords, useDayText, useTeller } from './words.ts';

/** Every mail that was sent or held back, each try by itself, the newest first. */
export const Mails = ({ of: { mails } }: { readonly of: ContractAnswer }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const teller = useTeller();
  const mailWords = useMailWords();
  return (
    <Folded id="mails" title={words('mails.title')} about={words('mails.count', { count: mails.length })}>
      {mails.length === 0 && <p class="hint">{words('mails.none')}</p>}
      <ol class="entries" role="list" reversed>
        {mails.toReversed().map((mail) => (
          <li key={`${mail.version} ${mail.step}`} class="entry">
            <p class="entry-head">
              <span class="entry-title">{stepTitle({ ...mail, id: mail.step }, teller)}</span>
              <time class="entry-at" dateTime={mail.on}>
                {dayText(mail.on)}
              </time>
            </p>
            <p class={`small plan-mail plan-mail-${mail.state}`}>
              {mailWords(mail, false)}
              {mail.reportedAt && (
                <>
                  {' '}
                  (<When at={mail.reportedAt} />)
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Folded>
  );
};
