/** What the desk in the browser must know; handed over in a data attribute of its page. */
export interface DeskConfig {
  /** The user pool as OpenID issuer, `https://cognito-idp.<region>.amazonaws.com/<pool>`. */
  readonly issuer: string;
  /** Address of the hosted login, without a slash at the end; the pages of Cognito's OAuth endpoints lie under it. */
  readonly signInUrl: string;
  readonly clientId: string;
  /** `<origin>/desk`: where the hosted login comes back to. */
  readonly redirectUri: string;
  /** The cloud console, for the link to it. */
  readonly consoleUrl?: string | undefined;
}
