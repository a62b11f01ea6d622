import { html, type Endpoint } from '../../http/message.ts';
import { env } from '../../runtime/env.ts';
import { localeOf } from '../api/context.ts';
import { contentSecurityPolicy } from '../http.ts';

const signInUrl = env('USER_POOL_DOMAIN');
const userPoolId = env('USER_POOL_ID');

/** `GET /desk`: the page of staff; what it shows comes from the desk API after sign-in. */
export const getDeskPage: Endpoint = async (request) => {
  const { deskPage } = await import('../../web/desk/deskPage.ts'); // as all pages, it is loaded when somebody opens it
  return html(
    200,
    deskPage({
      locale: localeOf(request),
      path: request.path,
      config: {
        issuer: `https://cognito-idp.${userPoolId.split('_')[0]}.amazonaws.com/${userPoolId}`,
        signInUrl,
        clientId: env('USER_POOL_CLIENT_ID'),
        redirectUri: `${env('SITE_URL')}/desk`,
      },
    }),
    { 'content-security-policy': contentSecurityPolicy(signInUrl) },
  );
};
