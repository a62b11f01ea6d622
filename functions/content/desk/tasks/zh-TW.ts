import type { Catalogue } from '../../translator.ts';
import type { TaskKey } from './index.ts';

/** Words about tasks at the desk, in Traditional Chinese. */
export const zhTW: Catalogue<TaskKey> = {
  title: '任務',
  whose: '誰的任務',
  'whose.mine': '我的',
  'whose.all': '全部',
  'whose.left': '承辦人已離職',
  'group.overdue': '已逾期',
  'group.today': '今天',
  'group.week': '7 天內',
  'group.later': '7 天之後',
  'group.count': '{count, number} 項',
  'empty.mine': '您沒有待辦任務。',
  'empty.all': '沒有待辦任務。',
  'empty.left': '所有待辦任務都有在職的承辦人。',
  'empty.soFar': '暫未找到。',
  shown: '已顯示 {count, number} 項任務',
  customer: '客戶',
  phone: '電話',
  noPhone: '沒有電話',
  owner: '承辦人',
  ownerLeft: '{owner}（已離職）',
  contract: '契約',
  giveOn: '請在「變更契約內容」中將契約交給同仁。',
  measures: '服務成效',
};
