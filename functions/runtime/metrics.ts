import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Aftercare' });

/** Reports how many years of statutory days somebody must enter; `infra/constructs/watch.ts` calls somebody when there is one. */
export const reportMissingYears = (count: number): void => {
  const one = metrics.singleMetric();
  one.addDimension('stage', process.env['STAGE'] ?? 'none');
  one.addMetric('MissingHolidayYears', MetricUnit.Count, count);
};

/** Counts what happened to cases, by kind of event, as business metrics (EMF: a log line that CloudWatch reads). */
export const countEvents = (types: readonly string[]): void => {
  for (const type of types) metrics.addMetric(type, MetricUnit.Count, 1);
  if (types.length > 0) metrics.publishStoredMetrics();
};
