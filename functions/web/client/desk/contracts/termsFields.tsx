import type { JSX } from 'preact';
import type { Me } from '../../../desk/answers.ts';
import type { FieldGroup } from '../../../desk/contractForm.ts';
import { useDesk } from '../context.ts';
import { Fields } from '../formFields.tsx';
import type { FormState } from '../useForm.ts';
import { useContractWords } from './words.ts';

/** To whom a contract can be given; its owner of now stays a choice even after leaving. */
const usePeople = (owner: string | undefined): readonly { readonly person: Me }[] => {
  const { staff, me } = useDesk();
  const words = useContractWords();
  const known = staff.toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name));
  const gone = owner && !known.some(({ id }) => id === owner) ? [{ id: owner, name: `${owner} (${words('left')})`, groups: [] }] : [];
  return [...gone, ...known].map((person) => ({ person }));
};

interface TermsFieldsProps {
  /** Names the form's controls. */
  readonly id: string;
  readonly form: FormState;
  readonly groups: readonly FieldGroup[];
  /** Owner of now. */
  readonly owner?: string | undefined;
}

/** The fields of terms, group by group. */
export const TermsFields = ({ id, form, groups, owner }: TermsFieldsProps): JSX.Element => {
  const words = useContractWords();
  const people = usePeople(owner);
  return (
    <>
      {groups.map(({ title, fields }) => (
        <fieldset key={title} class="new-group contract-group">
          <legend>{words(title)}</legend>
          <Fields
            form={id}
            fields={fields}
            values={form.values}
            complaints={form.complaints}
            onChange={form.change}
            onLeave={form.leave}
            people={people}
          />
        </fieldset>
      ))}
    </>
  );
};
