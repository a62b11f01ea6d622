import { RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership, type BucketProps } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import { PLAIN_HTTP } from './localCloud.ts';

export interface PrivateBucketProps extends Pick<BucketProps, 'versioned' | 'lifecycleRules'> {
  readonly config: StageConfig;
  /** Address of the local cloud, which knows buckets by path only. */
  readonly cloudUrl: string;
  /** Why nobody writes down each access. */
  readonly noAccessLogBecause: string;
}

/** A bucket for functions only, and its address without a slash at the end. */
export function privateBucket(scope: Construct, props: PrivateBucketProps): { readonly bucket: Bucket; readonly url: string } {
  const { config, cloudUrl, noAccessLogBecause, ...kept } = props;
  const bucket = new Bucket(scope, 'Bucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: !config.isLocal,
    ...kept,
    removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
  if (config.isLocal) accept(bucket, PLAIN_HTTP, 'S10');
  accept(bucket, noAccessLogBecause, 'S1');
  return { bucket, url: config.isLocal ? `${cloudUrl}/${bucket.bucketName}` : `https://${bucket.bucketRegionalDomainName}` };
}
