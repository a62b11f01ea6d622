import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { GROUPS } from '../../functions/domain/case/model.ts';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';

export interface StaffProps {
  readonly config: StageConfig;
  /** Address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** Address of the local cloud, whose hosted login has no domain of its own. */
  readonly cloudUrl: string;
}

/** The accounts of staff: who signs in at the desk, and in which groups. */
export class Staff extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Who issues the tokens; the pool's attribute for it is unknown to the local cloud. */
  readonly issuer: string;
  /** Base address of the hosted login. */
  readonly loginUrl: string;

  constructor(scope: Construct, id: string, { config, siteUrl, cloudUrl }: StaffProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true }, // the user name is the e-mail address: it is what the history of a case says
      signInCaseSensitive: false,
      standardAttributes: { fullname: { required: false, mutable: true }, email: { required: false, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: config.isProtected ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: config.isProtected ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
      ...(config.isProtected && { standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION }),
      deletionProtection: config.isProtected,
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    if (!config.isProtected)
      accept(this.pool, 'This stage holds made-up cases only: scripts sign in, and nobody pays for threat protection.', 'COG2', 'COG8');
    for (const group of GROUPS) new CfnUserPoolGroup(this, group, { userPoolId: this.pool.userPoolId, groupName: group });

    this.issuer = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${this.pool.userPoolId}`;
    const prefix = `${Stack.of(this).stackName}-${Aws.ACCOUNT_ID}`; // unique in the region, over all of AWS
    this.pool.addDomain('Login', { cognitoDomain: { domainPrefix: prefix } });
    this.loginUrl = config.isLocal ? cloudUrl : `https://${prefix}.auth.${Aws.REGION}.amazoncognito.com`;
    this.client = this.pool.addClient('Desk', {
      generateSecret: false, // it runs in a browser: PKCE stands for the secret
      authFlows: { user: false, userSrp: true, userPassword: config.isLocal, custom: false, adminUserPassword: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${siteUrl}/desk`],
        logoutUrls: [`${siteUrl}/desk`],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12), // a working day
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
  }

  /** Tells a function where staff sign in. */
  signInAt(handler: Handler): void {
    this.signedInFor(handler);
    handler.knows({ USER_POOL_ID: this.pool.userPoolId, USER_POOL_DOMAIN: this.loginUrl });
  }

  /** Lets a function read who is in which group. */
  areListedBy(handler: Handler): void {
    handler.knows({ USER_POOL_ID: this.pool.userPoolId });
    handler.may(['cognito-idp:ListUsersInGroup'], [this.pool.userPoolArn]);
  }

  /** Tells a function which client's tokens count. */
  signedInFor(handler: Handler): void {
    handler.knows({ USER_POOL_CLIENT_ID: this.client.userPoolClientId });
  }
}
