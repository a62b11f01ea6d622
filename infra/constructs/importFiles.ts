import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';
import { PLAIN_HTTP } from './localCloud.ts';

export interface ImportFilesProps {
  readonly config: StageConfig;
  /** Address of the local cloud, which knows buckets by path only. */
  readonly cloudUrl: string;
}

const EACH_A_NAME = 'Each import has a folder of its own, and this bucket holds nothing else.';

/** Files of contracts that are imported. They name customers, and are of no use once their rows are in the register: they go after 30 days. */
export class ImportFiles extends Construct {
  private readonly bucket: Bucket;
  private readonly url: string;

  constructor(scope: Construct, id: string, { config, cloudUrl }: ImportFilesProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: !config.isLocal,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.url = config.isLocal ? `${cloudUrl}/${this.bucket.bucketName}` : `https://${this.bucket.bucketRegionalDomainName}`;
    if (config.isLocal) accept(this.bucket, PLAIN_HTTP, 'S10');
    accept(this.bucket, 'Two functions have the only grants; the register says who imported what.', 'S1');
  }

  /** Lets a function store files. */
  areWrittenBy(handler: Handler): void {
    this.allow(handler, 's3:PutObject');
  }

  /** Lets a function read files. */
  areReadBy(handler: Handler): void {
    this.allow(handler, 's3:GetObject');
  }

  private allow(handler: Handler, action: string): void {
    handler.knows({ IMPORTS_URL: this.url });
    handler.may([action], [this.bucket.arnForObjects('*')], { wildcardBecause: EACH_A_NAME });
  }
}
