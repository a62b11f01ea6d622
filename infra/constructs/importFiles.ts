import { Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';
import { privateBucket, type PrivateBucketProps } from './privateBucket.ts';

const EACH_A_NAME = 'Each import has a folder of its own, and this bucket holds nothing else.';

/** Files of contracts that are imported. They name customers, and are of no use once their rows are in the register: they go after 30 days. */
export class ImportFiles extends Construct {
  private readonly bucket: Bucket;
  private readonly url: string;

  constructor(scope: Construct, id: string, props: Pick<PrivateBucketProps, 'config' | 'cloudUrl'>) {
    super(scope, id);
    const { bucket, url } = privateBucket(this, {
      ...props,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      noAccessLogBecause: 'Two functions have the only grants; the register says who imported what.',
    });
    this.bucket = bucket;
    this.url = url;
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
