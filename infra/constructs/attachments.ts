import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';
import { PLAIN_HTTP } from './localCloud.ts';

export interface AttachmentsProps {
  readonly config: StageConfig;
  /** Address of the local cloud, which knows buckets by path only. */
  readonly cloudUrl: string;
}

/** The files that customers and staff attach to cases. */
export class Attachments extends Construct {
  private readonly bucket: Bucket;
  private readonly url: string;

  constructor(scope: Construct, id: string, { config, cloudUrl }: AttachmentsProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: !config.isLocal,
      versioned: true,
      lifecycleRules: [
        {
          // A year for the case to be closed in, then as long as the case is kept.
          expiration: Duration.days(365 * (config.policy.retentionYears + 1)),
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.url = config.isLocal ? `${cloudUrl}/${this.bucket.bucketName}` : `https://${this.bucket.bucketRegionalDomainName}`;
    if (config.isLocal) accept(this.bucket, PLAIN_HTTP, 'S10');
    accept(
      this.bucket,
      'Two functions have the only grants, and every read goes through them: their logs say who, with the case id.',
      'S1',
    );
  }

  /** Lets a function store and read files. */
  areKeptBy(handler: Handler): void {
    handler.knows({ ATTACHMENTS_URL: this.url });
    handler.may(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects('*')], {
      wildcardBecause: 'Each file has a name of its own, and this bucket holds nothing else.',
    });
  }
}
