import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { cloudClient, cloudEndpoint, type StackOptions } from './options.ts';

/** Somebody who can sign in at the local desk. */
export interface StaffAccount {
  group: string;
  email: string;
  name: string;
  /** Language of mails to this person. */
  locale: string;
  password: string;
}

const PASSWORD = 'Aftercare-Local-2026'; // of invented people in an emulator on 127.0.0.1

const PEOPLE = [
  ['agent', 'Lin Mei', 'lin.mei', 'zh-CN'],
  ['agent', 'Zhou Jun', 'zhou.jun', 'zh-CN'],
  ['agent', 'Emma Clarke', 'emma.clarke', 'en'],
  ['supervisor', 'Chen Guang', 'chen.guang', 'zh-CN'],
  ['supervisor', 'Sofia Wong', 'sofia.wong', 'zh-TW'],
  ['department', 'Wu Hao', 'wu.hao', 'zh-CN'],
  ['auditor', 'Ida Berg', 'ida.berg', 'en'],
  ['admin', 'Huang Rui', 'huang.rui', 'zh-CN'],
] as const;

/** The local desk's people. */
export const STAFF: readonly StaffAccount[] = PEOPLE.map(([group, name, mailbox, locale]) => ({
  group,
  name,
  locale,
  email: `${mailbox}@aftercare.example`,
  password: PASSWORD,
}));

/** Gives everybody in STAFF an account in the user pool; those who have one keep it. */
export async function createStaff(options: StackOptions, userPoolId: string): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(cloudClient({ awsEndpoint: cloudEndpoint(options), home: options.home }));
  for (const person of STAFF) await createAccount(cognito, userPoolId, person);
  cognito.destroy();
}

async function createAccount(
  cognito: CognitoIdentityProviderClient,
  pool: string,
  { email, name, locale, group, password }: StaffAccount,
): Promise<void> {
  const user = { UserPoolId: pool, Username: email };
  const attributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: name },
    { Name: 'locale', Value: locale },
  ];
  try {
    await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS', UserAttributes: attributes }));
  } catch (problem) {
    if (!(problem instanceof UsernameExistsException)) throw problem;
  }
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
}
