import { CognitoIdentityProviderClient, paginateListUsersInGroup, type UserType } from '@aws-sdk/client-cognito-identity-provider';
import { chooseLocale } from '../../content/locale.ts';
import type { Group, Locale } from '../../domain/case/model.ts';
import type { Assignee } from '../../domain/case/decideStaff.ts';

const client = new CognitoIdentityProviderClient({});

const attribute = ({ Attributes = [] }: UserType, name: string): string | undefined => Attributes.find(({ Name }) => Name === name)?.Value;

const localeOf = (user: UserType): Locale | undefined => {
  const tag = attribute(user, 'locale');
  return tag ? chooseLocale(tag, undefined) : undefined;
};

/** The accounts of a group that may sign in. */
export const members = async (userPoolId: string, group: Group): Promise<readonly Assignee[]> => {
  const found: Assignee[] = [];
  for await (const page of paginateListUsersInGroup({ client }, { UserPoolId: userPoolId, GroupName: group }))
    for (const user of page.Users ?? [])
      if (user.Username && user.Enabled !== false)
        found.push({
          id: user.Username,
          name: attribute(user, 'name') ?? user.Username,
          groups: [group],
          locale: localeOf(user),
        });
  return found;
};
