import type { HolidayYear } from './holidayYear.ts';

/**
 * Days off of Taiwan: 政府行政機關辦公日曆表 of the 行政院人事行政總處, and 勞動節, which before the law of 2025-05-28 was a day off for workers only.
 * Each range holds the day and its substitute (補假). Workdays (補行上班) ended in 2025.
 */
export const TAIWAN: readonly HolidayYear[] = [
  {
    region: 'TW',
    year: 2024,
    source: '中華民國113年政府行政機關辦公日曆表',
    confirmed: true,
    holidays: [
      { name: '開國紀念日', from: '2024-01-01', to: '2024-01-01', workdays: [] },
      { name: '春節', from: '2024-02-08', to: '2024-02-14', workdays: ['2024-02-17'] },
      { name: '和平紀念日', from: '2024-02-28', to: '2024-02-28', workdays: [] },
      { name: '兒童節及民族掃墓節', from: '2024-04-04', to: '2024-04-05', workdays: [] },
      { name: '勞動節', from: '2024-05-01', to: '2024-05-01', workdays: [] },
      { name: '端午節', from: '2024-06-10', to: '2024-06-10', workdays: [] },
      { name: '中秋節', from: '2024-09-17', to: '2024-09-17', workdays: [] },
      { name: '國慶日', from: '2024-10-10', to: '2024-10-10', workdays: [] },
    ],
  },
  {
    region: 'TW',
    year: 2025,
    source: '中華民國114年政府行政機關辦公日曆表，依紀念日及節日實施條例重行公告',
    confirmed: true,
    holidays: [
      { name: '開國紀念日', from: '2025-01-01', to: '2025-01-01', workdays: [] },
      { name: '春節', from: '2025-01-27', to: '2025-01-31', workdays: ['2025-02-08'] },
      { name: '和平紀念日', from: '2025-02-28', to: '2025-02-28', workdays: [] },
      { name: '兒童節及民族掃墓節', from: '2025-04-03', to: '2025-04-04', workdays: [] },
      { name: '勞動節', from: '2025-05-01', to: '2025-05-01', workdays: [] },
      { name: '端午節', from: '2025-05-30', to: '2025-05-31', workdays: [] },
      { name: '教師節', from: '2025-09-28', to: '2025-09-29', workdays: [] },
      { name: '中秋節', from: '2025-10-06', to: '2025-10-06', workdays: [] },
      { name: '國慶日', from: '2025-10-10', to: '2025-10-10', workdays: [] },
      { name: '光復節', from: '2025-10-24', to: '2025-10-25', workdays: [] },
      { name: '行憲紀念日', from: '2025-12-25', to: '2025-12-25', workdays: [] },
    ],
  },
  {
    region: 'TW',
    year: 2026,
    source: '中華民國115年政府行政機關辦公日曆表',
    confirmed: true,
    holidays: [
      { name: '開國紀念日', from: '2026-01-01', to: '2026-01-01', workdays: [] },
      { name: '春節', from: '2026-02-15', to: '2026-02-20', workdays: [] },
      { name: '和平紀念日', from: '2026-02-27', to: '2026-02-28', workdays: [] },
      { name: '兒童節及清明節', from: '2026-04-03', to: '2026-04-06', workdays: [] },
      { name: '勞動節', from: '2026-05-01', to: '2026-05-01', workdays: [] },
      { name: '端午節', from: '2026-06-19', to: '2026-06-19', workdays: [] },
      { name: '中秋節', from: '2026-09-25', to: '2026-09-25', workdays: [] },
      { name: '教師節', from: '2026-09-28', to: '2026-09-28', workdays: [] },
      { name: '國慶日', from: '2026-10-09', to: '2026-10-10', workdays: [] },
      { name: '光復節', from: '2026-10-25', to: '2026-10-26', workdays: [] },
      { name: '行憲紀念日', from: '2026-12-25', to: '2026-12-25', workdays: [] },
    ],
  },
];
