import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';

/** The secret from which the keys of signed links and of hashed addresses are derived. */
export class Keys extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Signs the links in mails, and hashes addresses: a new value makes every link that was mailed invalid',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    accept(this.secret, 'A rotation would break every tracking link in a mail, and forget who unsubscribed.', 'SMG4');
  }

  /** Lets a function read the secret. */
  areReadBy(handler: Handler): void {
    handler.knows({ SECRET_ID: this.secret.secretArn });
    handler.may(['secretsmanager:GetSecretValue'], [this.secret.secretArn]);
  }
}
