import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';

/** The secret from which the keys of signed links and of hashed addresses are derived. */
export class Keys extends Construct {
  private readonly secret: CfnSecret;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.secret = new CfnSecret(this, 'Secret', {
      description: 'Signs the links in mails, and hashes addresses: a new value makes every link that was mailed invalid',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    this.secret.applyRemovalPolicy(config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
    accept(this.secret, 'A rotation would break every tracking link in a mail, and forget who unsubscribed.', 'SMG4');
  }

  /** Lets a function read the secret. */
  areReadBy(handler: Handler): void {
    const arn = this.secret.attrId; // `Ref` is the ARN too, but only the name in the local cloud
    handler.knows({ SECRET_ID: arn });
    handler.may(['secretsmanager:GetSecretValue'], [arn]);
  }
}
