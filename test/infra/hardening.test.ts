import { describe, expect, test } from '@jest/globals';
import { list, record, stage, statements, words, type Resource } from './template.ts';

const only = (resources: readonly Resource[]): Resource => {
  const [first, second] = resources;
  if (!first || second) throw new Error(`expected one resource, found ${resources.length}`);
  return first;
};

const KEPT = ['DynamoDB::Table', 'S3::Bucket', 'Cognito::UserPool', 'SecretsManager::Secret', 'Logs::LogGroup', 'SQS::Queue'];

describe('prod', () => {
  const { ofType } = stage('prod');

  test.each(KEPT)('keeps each %s when the stack goes', (type) => {
    expect(ofType(type).length).toBeGreaterThan(0);
    for (const { deletion, id } of ofType(type)) expect([id, deletion]).toEqual([id, 'RetainExceptOnCreate']);
  });

  test('restores the table to any moment, protects it and encrypts it with an own key', () => {
    expect(only(ofType('DynamoDB::Table')).properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true },
    });
  });

  test('asks staff for a second factor and watches for stolen passwords', () => {
    expect(only(ofType('Cognito::UserPool')).properties).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
  });

  test('keeps logs for more than a year', () => {
    for (const { properties } of ofType('Logs::LogGroup')) expect(properties['RetentionInDays']).toBeGreaterThanOrEqual(366);
  });

  test('calls somebody', () => {
    const { Endpoint, Protocol, TopicArn } = only(ofType('SNS::Subscription')).properties;
    expect([Protocol, Endpoint]).toEqual(['email', 'operations@aftercare.example']);
    for (const { properties } of ofType('CloudWatch::Alarm')) expect(properties['AlarmActions']).toEqual([TopicArn]);
    const { actions, condition } = statements(only(ofType('SNS::TopicPolicy')).properties['PolicyDocument']).find(
      ({ effect }) => effect === 'Allow',
    ) ?? { actions: [], condition: {} };
    expect(actions).toEqual(['sns:Publish']);
    expect(condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
  });
});

describe.each(['dev', 'prod'] as const)('%s', (name) => {
  const { ofType } = stage(name);

  test('answers only over TLS, on queues, files and alarms', () => {
    for (const [kind, policies, about] of [
      ['SQS::Queue', ofType('SQS::QueuePolicy'), 'Queues'],
      ['S3::Bucket', ofType('S3::BucketPolicy'), 'Bucket'],
    ] as const) {
      const refusing = policies.filter(({ properties }) =>
        statements(properties['PolicyDocument']).some(
          ({ effect, condition }) => effect === 'Deny' && record(condition['Bool'])['aws:SecureTransport'] === 'false',
        ),
      );
      const covered = refusing.flatMap(({ properties }) => list(properties[about]).map(words));
      expect(covered.sort()).toEqual(
        ofType(kind)
          .map(({ id }) => words({ Ref: id }))
          .sort(),
      );
    }
  });

  test('encrypts every queue and the files, which nobody else may read', () => {
    for (const { properties } of ofType('SQS::Queue')) expect(properties['SqsManagedSseEnabled']).toBe(true);
    for (const { properties } of ofType('S3::Bucket'))
      expect(properties).toMatchObject({
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
    const attachments = ofType('S3::Bucket').filter(({ id }) => id.startsWith('Attachments'));
    expect(only(attachments).properties).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } });
  });

  test('takes no password but on the hosted page', () => {
    const { ExplicitAuthFlows, AllowedOAuthFlows, GenerateSecret } = only(ofType('Cognito::UserPoolClient')).properties;
    expect(ExplicitAuthFlows).toEqual(['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
    expect([AllowedOAuthFlows, GenerateSecret]).toEqual([['code'], false]);
  });
});

test('only the local stages take a password from scripts', () => {
  for (const name of ['local', 'demo'] as const)
    expect(only(stage(name).ofType('Cognito::UserPoolClient')).properties['ExplicitAuthFlows']).toContain('ALLOW_USER_PASSWORD_AUTH');
});

describe('the site', () => {
  const { ofType } = stage('prod');

  test('lets only signed-in staff reach the desk API', () => {
    const [authorizer] = ofType('ApiGatewayV2::Authorizer');
    expect(authorizer?.properties).toMatchObject({
      AuthorizerType: 'JWT',
      JwtConfiguration: { Audience: [{ Ref: expect.stringMatching(/^StaffPoolDesk/) }] },
    });
    const open = ofType('ApiGatewayV2::Route').filter(({ properties }) => properties['AuthorizationType'] !== 'JWT');
    expect(open.map(({ properties }) => properties['RouteKey']).sort()).toEqual([
      'ANY /',
      'ANY /api',
      'ANY /api/openapi.json',
      'ANY /api/problems/{type}',
      'ANY /{proxy+}',
    ]);
    const staff = ofType('ApiGatewayV2::Route').filter(({ properties }) => properties['AuthorizationType'] === 'JWT');
    expect(staff.map(({ properties }) => properties['RouteKey']).sort()).toEqual([
      'ANY /api/desk/contracts/export',
      'ANY /api/desk/contracts/imports',
      'ANY /api/desk/contracts/imports/{proxy+}',
      'ANY /api/desk/{proxy+}',
    ]);
  });

  test('logs no address, path, query or browser of a visitor: links carry their tokens there', () => {
    const format = String(record(only(ofType('ApiGatewayV2::Stage')).properties['AccessLogSettings'])['Format']);
    expect(format).toContain('$context.requestId');
    expect(format).not.toMatch(/\$context\.(path|identity|authorizer|domain)|query|header/i);
  });
});
