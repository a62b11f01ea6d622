import { CognitoIdentityProviderClient, paginateListUsersInGroup } from '@aws-sdk/client-cognito-identity-provider';
import type { Group } from '../../domain/case/model.ts';
import type { Assignee } from '../../domain/case/decideStaff.ts';

const client = new CognitoIdentityProviderClient({});

/** The accounts of a group that may sign in. */
export const members = async (userPoolId: string, group: Group): Promise<readonly Assignee[]> => {
  const found: Assignee[] = [];
  for await (const page of paginateListUsersInGroup({ client }, { UserPoolId: userPoolId, GroupName: group }))
    for (const user of page.Users ?? [])
      if (user.Username && user.Enabled !== false)
        found.push({
          id: user.Username,
          name: user.Attributes?.find(({ Name }) => Name === 'name')?.Value ?? user.Username,
          groups: [group],
        });
  return found;
};
