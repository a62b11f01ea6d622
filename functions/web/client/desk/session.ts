import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { DeskConfig } from '../../desk/config.ts';
import type { Locale } from '../../../domain/case/model.ts';

/** The signed-in person's session in this browser tab: authorization code with PKCE at the hosted login, tokens in sessionStorage. */
export interface Session {
  /** Restores the session, or ends the way back from the hosted login. `failed` when that way did not work. */
  readonly begin: () => Promise<'in' | 'out' | 'failed'>;
  /** Goes to the hosted login; the address of now is where it comes back to. */
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly accessToken: () => Promise<string | undefined>;
  /** Gets new tokens by the refresh token. False when the session is over. */
  readonly renew: () => Promise<boolean>;
}

const hasReturned = (address: URL): boolean =>
  address.searchParams.has('state') && (address.searchParams.has('code') || address.searchParams.has('error'));

/** Where to go on after signing in: never out of the desk, whatever the state says. */
const placeOf = (user: User | undefined, start: string): string => {
  const state: unknown = user?.state;
  return typeof state === 'string' && (state === start || state.startsWith(`${start}?`) || state.startsWith(`${start}#`)) ? state : start;
};

/** Makes the session for a user pool. */
export const startSession = ({ issuer, signInUrl, clientId, redirectUri }: DeskConfig, locale: Locale): Session => {
  const store = new WebStorageStateStore({ store: window.sessionStorage });
  const manager = new UserManager({
    authority: issuer,
    metadata: {
      issuer,
      authorization_endpoint: `${signInUrl}/oauth2/authorize`,
      token_endpoint: `${signInUrl}/oauth2/token`,
      revocation_endpoint: `${signInUrl}/oauth2/revoke`,
    },
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile',
    userStore: store,
    stateStore: store,
    automaticSilentRenew: true,
  });
  // The API takes the access token. Without the ID token less about the person is kept, and a renewal is not held against
  // its `auth_time`, which the local cloud makes anew each time.
  manager.events.addUserLoaded(async (user) => {
    if (!user.id_token) return;
    delete user.id_token;
    await manager.storeUser(user);
  });
  const start = new URL(redirectUri).pathname;
  let renewal: Promise<boolean> | undefined;

  const comeBack = async (): Promise<'in' | 'failed'> => {
    try {
      const user = await manager.signinCallback();
      history.replaceState(null, '', placeOf(user, start));
      return 'in';
    } catch {
      history.replaceState(null, '', start);
      return 'failed';
    }
  };

  const renewOnce = async (): Promise<boolean> => {
    try {
      return (await manager.getUser())?.refresh_token ? Boolean(await manager.signinSilent()) : false;
    } catch {
      return false;
    }
  };

  const renew = (): Promise<boolean> => {
    renewal ??= renewOnce().finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  return {
    begin: async () => {
      const back = hasReturned(new URL(location.href)) ? await comeBack() : undefined;
      const user = await manager.getUser();
      if (user && !user.expired) return 'in';
      return user && (await renew()) ? 'in' : back === 'failed' ? 'failed' : 'out';
    },
    signIn: () =>
      manager.signinRedirect({ state: `${location.pathname}${location.search}${location.hash}`, extraQueryParams: { lang: locale } }),
    signOut: async () => {
      // The session ends here even where the pool cannot revoke.
      await manager.revokeTokens(['refresh_token']).catch(() => {});
      await manager.removeUser();
      sessionStorage.clear();
      location.assign(`${signInUrl}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: redirectUri })}`);
    },
    accessToken: async () => (await manager.getUser())?.access_token,
    renew,
  };
};
