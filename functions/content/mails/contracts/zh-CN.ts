import type { Catalogue } from '../../translator.ts';
import type { ContractMailKey } from './texts.ts';

/** Words of the mails about contracts, in Simplified Chinese. */
export const zhCN: Catalogue<ContractMailKey> = {
  subjectLine: '{title}（{contract}）',
  reference: '{contract} · {product}',
  'team.owner': '{owner} · {brand}',
  'owner.unnamed': '{brand} 客服团队',

  'footer.reply': '有疑问？直接回复本邮件，{brand} 客服团队会为您解答。',
  'footer.reply.owner': '有疑问？直接回复本邮件，您的合同由{owner}负责。',
  'footer.why': '您收到本邮件，是因为它与您的合同 {contract} 有关，并非广告。',
  'footer.why.marketing': '您收到本邮件，是因为您同意接收我们的资讯、祝福和活动邀请。',
  'footer.withdraw': '不想再收到这类邮件？',
  'footer.withdrawLink': '退订',

  'label.contract': '合同编号',
  'label.amount': '金额',
  'label.open': '待缴金额',
  'label.due': '应缴日期',
  'label.dueSince': '应缴日期',
  'label.forDue': '所缴保费的应缴日期',
  'label.method': '缴费方式',
  'label.received': '缴费日期',
  'label.nextDue': '下期保费应缴日期',
  'label.stillOpen': '尚有保费待缴，应缴日期',
  'label.attempt': '扣款日期',
  'label.nextAttempt': '下次扣款日期',
  'label.reason': '银行反馈的原因',
  'label.payBy': '最晚缴费日期',
  'label.suspendedOn': '中止日期',
  'label.confirmBy': '最晚签字确认日期',
  'label.backUntil': '可恢复保障的最后日期',
  'label.endedOn': '终止日期',
  openPremiums: '{total}（{count, number} 期，每期 {amount}）',

  'method.direct-debit': '银行代扣',
  'method.transfer': '银行转账',
  'method.card': '银行卡',
  'method.cash': '现金',

  'heading.do': '您需要做什么',
  'heading.help': '如果眼下缴费有困难',
  'heading.otherwise': '如果逾期未缴',
  'heading.back': '如何恢复保障',
  'heading.next': '接下来',

  'do.direct-debit': '无需操作：我们会在应缴日期自动扣款。请您留意，当天账户余额足够即可。',
  'do.transfer': '请最晚在应缴日期将款项转入我们的账户，并备注合同编号 {contract}。',
  'do.card': '无需操作：我们会在应缴日期从您的银行卡扣款。如果您换了新卡，请提前告诉我们。',
  'do.cash': '请最晚在应缴日期到我们的网点缴费，或与我们约定您方便的方式。',
  'pay.direct-debit': '请转账并备注合同编号 {contract}；也可以在账户中备足余额，并告诉我们何时可以再次扣款。',
  'pay.transfer': '请转账缴费，并备注合同编号 {contract}。',
  'pay.card': '请转账并备注合同编号 {contract}；也可以提供一张可扣款的银行卡。',
  'pay.cash': '请到我们的网点缴费，或转账并备注合同编号 {contract}。',

  help: '请尽早告诉我们，直接回复本邮件即可。我们会和您一起想办法，例如调整日期或更换缴费方式。',
  'help.owner': '请尽早告诉我们，直接回复本邮件即可。{owner}会和您一起想办法，例如调整日期或更换缴费方式。',
  crossed: '如果您已经缴费，请忽略本邮件，款项可能正在途中。',

  'reminder.title': '您的下期保费将于{date}到期',
  'reminder.title.soon': '您的保费还有 {days, number} 天到期',
  'reminder.title.tomorrow': '您的保费明天到期',
  'reminder.lead': '为方便您提前安排：您合同的下期保费还有 {days, number} 天到期。按时缴费后，您的保障将持续有效，不会中断。',
  'reminder.lead.again': '温馨提示：您合同的保费还有 {days, number} 天到期。按时缴费后，您的保障将持续有效，不会中断。',
  'reminder.count': '这是第 {n, number} 次提醒，最多 {count, number} 次。收到您的款项后，我们不再提醒。',

  'feedback.title': '感谢您，保费已收到',
  'feedback.lead': '感谢您的缴费。款项已到账，您的保障持续有效，您无需再做任何事。',
  'feedback.lead.open': '感谢您的缴费。款项已到账，用于缴清下列保费。您的合同另有保费待缴，我们会另行与您联系。',
  'feedback.lead.kept':
    '感谢您的缴费。您是在宽限期内付款的，只是款项到账较晚：您的保障从未中断，我们此前关于保障中止的通知作废，您也无需签字确认。',
  'feedback.next': '下期保费到期前，我们会提前提醒您。',
  'feedback.last': '至此，您合同的保费已全部缴清。',
  'feedback.wrong': '如有不符，请回复本邮件，我们会立即核实。',

  'reinstated.title': '您的保障已恢复',
  'reinstated.lead': '好消息：您的款项已到账，中止状态已解除。您的合同 {contract} 已恢复效力，您无需再做任何事。',
  'reinstated.lead.open': '好消息：您的款项已到账，中止状态已解除。您的合同 {contract} 已恢复效力。另有保费待缴，我们会另行与您联系。',
  'reinstated.gap': '中止期间不在保障范围内。如果期间发生了什么事，请与我们联系。',

  'debit-failed.title': '本次保费未能扣款成功',
  'debit-failed.lead': '我们于{date}尝试扣收您的保费，但银行未能完成扣款。这种情况并不少见，很容易解决。',
  'debit-failed.lead.card': '我们于{date}尝试从您的银行卡扣收保费，但付款未能成功。这种情况并不少见，很容易解决。',
  'debit-failed.lead.other': '您于{date}的保费付款未能成功。这种情况并不少见，很容易解决。',
  'debit-failed.cover': '您的保障目前仍然有效：最晚在{date}缴费，保障就不会中断。',
  'debit-failed.again': '我们将于{date}再次扣款。请在那之前备足余额，您无需再做任何事。',
  'debit-failed.sooner': '想马上缴清？请转账并备注合同编号 {contract}。',

  'grace.title': '我们还没有收到您的保费',
  'grace.lead':
    '您合同的保费应于{due}缴纳，我们至今尚未收到。也许是您一时忙忘了，也许款项正在途中。您的保障目前仍然有效，我们希望它一直有效。',
  'grace.otherwise':
    '如果届时仍未缴费，您的保障将从{date}起中止。此后发生的事故，我们可能无法赔付。之后 {months, number} 个月内，您仍然可以申请恢复保障。',

  'suspension.title': '您的保障已中止',
  'suspension.lead':
    '应于{due}缴纳的保费，我们至今尚未收到，缴费的宽限期已过，您的保障自{date}起中止。我们对此深感遗憾，也很愿意帮您恢复保障。',
  'suspension.means': '这意味着：合同仍然存在，但自{date}起至恢复之前发生的事故，我们可能无法赔付。',
  'suspension.confirm': '请您最晚在{date}签字确认已知悉此事。我们会将确认书送达或寄给您；签字不影响您的任何权利。',
  'suspension.confirm.owner': '请您最晚在{date}签字确认已知悉此事。{owner}会与您联系办理；签字不影响您的任何权利。',
  'suspension.back': '请最晚在{date}缴清待缴金额并告诉我们，我们就为您恢复保障。越早办理，中断的时间越短。',

  'lapse.title': '您的合同已终止',
  'lapse.lead': '您的保障自{date}起中止，可以恢复的期限已过，您的合同 {contract} 因此终止。我们对此深感遗憾。',
  'lapse.claims': '合同项下属于您的权益（例如现金价值）仍归您所有。我们很乐意为您说明金额并办理给付。',
  'lapse.new': '想重新获得保障？请回复本邮件，我们一起看看现在什么最适合您。',
  'lapse.new.owner': '想重新获得保障？请回复本邮件，{owner}会和您一起看看现在什么最适合您。',
};
