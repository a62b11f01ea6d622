import type { JSX } from 'preact';
import { RECIPIENTS, type ClockRules } from '../../../../domain/clocks/rules.ts';
import type { RulesDraft } from '../../../desk/rulesDraft.ts';
import { useDesk } from '../context.ts';
import { ChoiceField, TextField, WrongAt } from './fields.tsx';
import { useClockWords } from './words.ts';

/** Who is told when how much of a target is used up (F23). */
export const MilestoneList = ({ milestones }: Pick<ClockRules, 'milestones'>): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  return (
    <>
      <p class="hint">{words('milestone.text')}</p>
      <table class="grid panel">
        <thead>
          <tr>
            <th scope="col" class="num">
              {words('milestone.percent')}
            </th>
            <th scope="col">{words('milestone.to')}</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map(({ percent, to }) => (
            <tr key={`${percent} ${to}`}>
              <td class="num">{words('percent', { percent })}</td>
              <td>{deskWords(`recipient.${to}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

interface EditorProps {
  readonly draft: RulesDraft;
  readonly onChange: (draft: RulesDraft) => void;
}

/** The milestones being edited. */
export const MilestoneEditor = ({ draft, onChange }: EditorProps): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const { milestones } = draft;
  const put = (next: RulesDraft['milestones']): void => onChange({ ...draft, milestones: next });
  return (
    <div class="panel" data-pointer="/rules/milestones" tabIndex={-1}>
      <p class="hint">{words('milestone.text')}</p>
      <WrongAt pointer="/rules/milestones" />
      {milestones.map((milestone, index) => (
        <div key={index} class="date-line" data-pointer={`/rules/milestones/${index}`} tabIndex={-1}>
          <TextField
            pointer={`/rules/milestones/${index}/percent`}
            label={words('milestone.percent')}
            numeric
            value={milestone.percent}
            onChange={(percent) => put(milestones.with(index, { ...milestone, percent }))}
          />
          <ChoiceField
            pointer={`/rules/milestones/${index}/to`}
            label={words('milestone.to')}
            value={milestone.to}
            choices={RECIPIENTS.map((value) => ({ value, text: deskWords(`recipient.${value}`) }))}
            onChange={(to) => put(milestones.with(index, { ...milestone, to }))}
          />
          <button type="button" class="faint" onClick={() => put(milestones.toSpliced(index, 1))}>
            {words('remove')} <span class="unseen">{milestone.percent}</span>
          </button>
          <WrongAt pointer={`/rules/milestones/${index}`} />
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => put([...milestones, { percent: '', to: 'owner' }])}>
        + {words('milestone.add')}
      </button>
    </div>
  );
};
