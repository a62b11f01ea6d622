import * as z from 'zod/mini';
import type {
  CareFigures,
  KeptPremium,
  MonthSums,
  OwnerSums,
  ProductSums,
  RenewalSums,
  TaskSums,
  ThirteenthMonthSums,
} from '../../domain/care/careReport.ts';
import { date, showing } from './answerParts.ts';

export const renewalSums = showing<RenewalSums>()(
  z.strictObject({
    due: z.int(),
    paidInTime: z.int(),
    paidLate: z.int(),
    unpaid: z.int(),
    suspended: z.int(),
    lapsed: z.int(),
    reminders: z.int(),
    byReminders: z.array(z.int()),
  }),
);
export const taskSums = showing<TaskSums>()(
  z.strictObject({ due: z.int(), inTime: z.int(), late: z.int(), impossible: z.int(), overdue: z.int() }),
);
export const keptPremium = showing<KeptPremium>()(z.strictObject({ currency: z.string(), all: z.string(), kept: z.string() }));
export const thirteenthMonthSums = showing<ThirteenthMonthSums>()(
  z.strictObject({ contracts: z.int(), kept: z.int(), premiums: z.array(keptPremium) }),
);

const sums = { renewals: renewalSums, tasks: taskSums, thirteenthMonth: thirteenthMonthSums };
export const careSums = z.strictObject(sums);
export const ownerSums = showing<OwnerSums>()(z.strictObject({ owner: z.string(), ...sums }));
export const productSums = showing<ProductSums>()(z.strictObject({ product: z.string(), ...sums }));
export const monthSums = showing<MonthSums>()(z.strictObject({ month: z.string(), ...sums }));

/** `GET /api/desk/care/figures`. */
export const careFigures = showing<CareFigures>()(
  z.strictObject({
    month: z.string(),
    team: z.string(),
    asOf: date,
    total: careSums,
    owners: z.array(ownerSums),
    products: z.array(productSums),
    trend: z.array(monthSums),
  }),
);
