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
  password: string;
}

const PASSWORD = 'Aftercare-Local-2026'; // of invented people in an emulator on 127.0.0.1

const PEOPLE = [
  ['agent', 'Lin Mei', 'lin.mei'],
  ['agent', 'Zhou Jun', 'zhou.jun'],
  ['agent', 'Emma Clarke', 'emma.clarke'],
  ['supervisor', 'Chen Guang', 'chen.guang'],
  ['supervisor', 'Sofia Wong', 'sofia.wong'],
  ['department', 'Wu Hao', 'wu.hao'],
  ['auditor', 'Ida Berg', 'ida.berg'],
  ['admin', 'Huang Rui', 'huang.rui'],
] as const;

/** The local desk's people. */
export const STAFF: readonly StaffAccount[] = PEOPLE.map(([group, name, mailbox]) => ({
  group,
  name,
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
  { email, name, group, password }: StaffAccount,
): Promise<void> {
  const user = { UserPoolId: pool, Username: email };
  const attributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: name },
  ];
  try {
    await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS', UserAttributes: attributes }));
  } catch (problem) {
    if (!(problem instanceof UsernameExistsException)) throw problem;
  }
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
}
