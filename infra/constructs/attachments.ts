import { Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';
import { privateBucket, type PrivateBucketProps } from './privateBucket.ts';

/** The files that customers and staff attach to cases. */
export class Attachments extends Construct {
  private readonly bucket: Bucket;
  private readonly url: string;

  constructor(scope: Construct, id: string, props: Pick<PrivateBucketProps, 'config' | 'cloudUrl'>) {
    super(scope, id);
    const { bucket, url } = privateBucket(this, {
      ...props,
      versioned: true,
      lifecycleRules: [
        {
          // A year for the case to be closed in, then as long as the case is kept.
          expiration: Duration.days(365 * (props.config.policy.retentionYears + 1)),
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      noAccessLogBecause: 'Two functions have the only grants, and every read goes through them: their logs say who, with the case id.',
    });
    this.bucket = bucket;
    this.url = url;
  }

  /** Lets a function store and read files. */
  areKeptBy(handler: Handler): void {
    handler.knows({ ATTACHMENTS_URL: this.url });
    handler.may(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects('*')], {
      wildcardBecause: 'Each file has a name of its own, and this bucket holds nothing else.',
    });
  }
}
