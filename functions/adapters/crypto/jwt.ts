import { errors, jwtVerify, SignJWT } from 'jose';
import type { Instant } from '../../domain/kernel/time.ts';
import type { LinkPurpose } from '../../usecases/ports.ts';

/** A JWT (HS256) whose audience is the purpose. */
export const sign = (key: Uint8Array, purpose: LinkPurpose, subject: string, until: Instant): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(purpose)
    .setSubject(subject)
    .setExpirationTime(Math.floor(Date.parse(until) / 1000))
    .sign(key);

/** The subject of a JWT that {@link sign} made for this purpose, or why it does not count. */
export const verify = async (
  key: Uint8Array,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): Promise<{ readonly subject: string } | 'invalid' | 'expired'> => {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience: purpose, currentDate: new Date(now) });
    return payload.sub ? { subject: payload.sub } : 'invalid';
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired';
    if (error instanceof errors.JOSEError) return 'invalid';
    throw error;
  }
};
