import type { Catalogue } from '../../translator.ts';
import type { TaskKey } from './index.ts';

/** Words about tasks at the desk, in Simplified Chinese. */
export const zhCN: Catalogue<TaskKey> = {
  title: '任务',
  whose: '谁的任务',
  'whose.mine': '我的',
  'whose.all': '全部',
  'whose.left': '负责人已离职',
  'group.overdue': '已逾期',
  'group.today': '今天',
  'group.week': '7 天内',
  'group.later': '7 天之后',
  'group.count': '{count, number} 项',
  'empty.mine': '您没有待办任务。',
  'empty.all': '没有待办任务。',
  'empty.left': '所有待办任务都有在职的负责人。',
  'empty.soFar': '暂未找到。',
  shown: '已显示 {count, number} 项任务',
  customer: '客户',
  phone: '电话',
  noPhone: '没有电话',
  owner: '负责人',
  ownerLeft: '{owner}（已离职）',
  contract: '合同',
  giveOn: '请在“变更合同内容”中将合同交给同事。',
  measures: '服务成效',
};
