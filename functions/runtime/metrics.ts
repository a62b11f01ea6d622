import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Aftercare' });

/** Counts what happened to cases, by kind of event, as business metrics (EMF: a log line that CloudWatch reads). */
export const countEvents = (types: readonly string[]): void => {
  for (const type of types) metrics.addMetric(type, MetricUnit.Count, 1);
  if (types.length > 0) metrics.publishStoredMetrics();
};
