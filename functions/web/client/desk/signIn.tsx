import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskKey } from '../../../content/desk/index.ts';
import type { Translate } from '../../../content/translator.ts';

interface SignInProps {
  readonly words: Translate<DeskKey>;
  readonly onSignIn: () => void;
}

/** The way in. */
export const SignIn = ({ words, onSignIn, failed }: SignInProps & { readonly failed: boolean }): JSX.Element => {
  useEffect(() => {
    document.title = words('signIn.title');
  }, []);
  return (
    <div class="sign-in">
      <h1>{words('signIn.title')}</h1>
      <p>{words('signIn.text')}</p>
      {failed && (
        <p class="box box-bad" role="alert">
          {words('signIn.failed')}
        </p>
      )}
      <button type="button" class="primary" onClick={onSignIn}>
        {words('signIn.button')}
      </button>
    </div>
  );
};

/** Says that the session is over; what was typed stays behind it and is kept. */
export const SessionEnded = ({ words, onSignIn }: SignInProps): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="ended" aria-labelledby="ended-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="ended-title">{words('ended.title')}</h2>
      <p>{words('ended.text')}</p>
      <button type="button" class="primary" onClick={onSignIn}>
        {words('signIn.button')}
      </button>
    </dialog>
  );
};
