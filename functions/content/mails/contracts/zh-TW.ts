import type { Catalogue } from '../../translator.ts';
import type { ContractMailKey } from './texts.ts';

/** Words of the mails about contracts, in Traditional Chinese as written in Taiwan. */
export const zhTW: Catalogue<ContractMailKey> = {
  subjectLine: '{title}（{contract}）',
  reference: '{contract} · {product}',
  'team.owner': '{owner} · {brand}',
  'owner.unnamed': '{brand} 客服團隊',

  'footer.reply': '有疑問嗎？請直接回覆本信，{brand} 客服團隊會為您解答。',
  'footer.reply.owner': '有疑問嗎？請直接回覆本信，您的契約由{owner}負責。',
  'footer.why': '您會收到本信，是因為它與您的契約 {contract} 有關，並非廣告。',
  'footer.why.marketing': '您會收到本信，是因為您同意接收我們的消息、祝福與活動邀請。',
  'footer.withdraw': '不想再收到這類信件？',
  'footer.withdrawLink': '取消訂閱',

  'label.contract': '契約編號',
  'label.amount': '金額',
  'label.open': '待繳金額',
  'label.due': '應繳日期',
  'label.dueSince': '應繳日期',
  'label.forDue': '所繳保費的應繳日期',
  'label.method': '繳費方式',
  'label.received': '繳費日期',
  'label.nextDue': '下期保費應繳日期',
  'label.stillOpen': '尚有保費待繳，應繳日期',
  'label.attempt': '扣款日期',
  'label.nextAttempt': '下次扣款日期',
  'label.reason': '銀行告知的原因',
  'label.payBy': '最晚繳費日期',
  'label.suspendedOn': '停效日期',
  'label.confirmBy': '最晚簽名確認日期',
  'label.backUntil': '可恢復保障的最後日期',
  'label.endedOn': '終止日期',
  openPremiums: '{total}（{count, number} 期，每期 {amount}）',

  'method.direct-debit': '銀行帳戶自動扣款',
  'method.transfer': '匯款',
  'method.card': '信用卡',
  'method.cash': '現金',

  'heading.do': '您需要做什麼',
  'heading.help': '如果目前繳費有困難',
  'heading.otherwise': '如果逾期未繳',
  'heading.back': '如何恢復保障',
  'heading.next': '接下來',

  'do.direct-debit': '不需任何動作：我們會在應繳日期自動扣款。請您留意當天帳戶餘額足夠即可。',
  'do.transfer': '請最晚於應繳日期將款項匯入我們的帳戶，並註明契約編號 {contract}。',
  'do.card': '不需任何動作：我們會在應繳日期從您的信用卡扣款。如果您換了新卡，請提早告訴我們。',
  'do.cash': '請最晚於應繳日期到我們的服務據點繳費，或與我們約定您方便的方式。',
  'pay.direct-debit': '請匯款並註明契約編號 {contract}；也可以在帳戶中備足餘額，並告訴我們何時可以再次扣款。',
  'pay.transfer': '請匯款繳費，並註明契約編號 {contract}。',
  'pay.card': '請匯款並註明契約編號 {contract}；也可以提供一張可扣款的信用卡。',
  'pay.cash': '請到我們的服務據點繳費，或匯款並註明契約編號 {contract}。',

  help: '請儘早告訴我們，直接回覆本信即可。我們會和您一起想辦法，例如調整日期或更換繳費方式。',
  'help.owner': '請儘早告訴我們，直接回覆本信即可。{owner}會和您一起想辦法，例如調整日期或更換繳費方式。',
  crossed: '如果您已經繳費，請略過本信，款項可能正在途中。',

  'reminder.title': '您的下期保費將於{date}到期',
  'reminder.title.soon': '您的保費還有 {days, number} 天到期',
  'reminder.title.tomorrow': '您的保費明天到期',
  'reminder.lead': '方便您提早安排：您契約的下期保費還有 {days, number} 天到期。按時繳費後，您的保障將持續有效，不會中斷。',
  'reminder.lead.again': '貼心提醒：您契約的保費還有 {days, number} 天到期。按時繳費後，您的保障將持續有效，不會中斷。',
  'reminder.count': '這是第 {n, number} 次提醒，最多 {count, number} 次。收到您的款項後，我們不再提醒。',

  'feedback.title': '感謝您，保費已收到',
  'feedback.lead': '感謝您的繳費。款項已入帳，您的保障持續有效，您不需要再做任何事。',
  'feedback.lead.open': '感謝您的繳費。款項已入帳，用於繳清下列保費。您的契約另有保費待繳，我們會另外與您聯絡。',
  'feedback.lead.kept': '感謝您的繳費。您是在寬限期內付款的，只是款項較晚入帳：您的保障從未中斷，先前的停效通知作廢，您也不需要簽名確認。',
  'feedback.next': '下期保費到期前，我們會提早提醒您。',
  'feedback.last': '至此，您契約的保費已全部繳清。',
  'feedback.wrong': '如有不符，請回覆本信，我們會立即查明。',

  'reinstated.title': '您的保障已恢復',
  'reinstated.lead': '好消息：您的款項已入帳，停效狀態已解除。您的契約 {contract} 已恢復效力，您不需要再做任何事。',
  'reinstated.lead.open': '好消息：您的款項已入帳，停效狀態已解除。您的契約 {contract} 已恢復效力。另有保費待繳，我們會另外與您聯絡。',
  'reinstated.gap': '停效期間不在保障範圍內。如果期間發生了什麼事，請與我們聯絡。',

  'debit-failed.title': '本次保費未能扣款成功',
  'debit-failed.lead': '我們於{date}嘗試扣收您的保費，但銀行未能完成扣款。這種情況並不少見，很容易解決。',
  'debit-failed.lead.card': '我們於{date}嘗試從您的信用卡扣收保費，但付款未能成功。這種情況並不少見，很容易解決。',
  'debit-failed.lead.other': '您於{date}的保費付款未能成功。這種情況並不少見，很容易解決。',
  'debit-failed.cover': '您的保障目前仍然有效：最晚於{date}繳費，保障就不會中斷。',
  'debit-failed.again': '我們將於{date}再次扣款。請在那之前備足餘額，您不需要再做任何事。',
  'debit-failed.sooner': '想馬上繳清嗎？請匯款並註明契約編號 {contract}。',

  'grace.title': '我們還沒有收到您的保費',
  'grace.lead':
    '您契約的保費應於{due}繳納，我們至今尚未收到。也許是您一時忙忘了，也許款項正在途中。您的保障目前仍然有效，我們希望它一直有效。',
  'grace.otherwise':
    '如果屆時仍未繳費，您的保障將從{date}起停效。此後發生的事故，我們可能無法理賠。之後 {months, number} 個月內，您仍然可以申請恢復保障。',

  'suspension.title': '您的保障已停效',
  'suspension.lead':
    '應於{due}繳納的保費，我們至今尚未收到，繳費的寬限期已過，您的保障自{date}起停效。我們深感遺憾，也很樂意協助您恢復保障。',
  'suspension.means': '這表示：契約仍然存在，但自{date}起至恢復之前發生的事故，我們可能無法理賠。',
  'suspension.confirm': '請您最晚於{date}簽名確認已知悉此事。我們會將確認書送達或寄給您；簽名不影響您的任何權利。',
  'suspension.confirm.owner': '請您最晚於{date}簽名確認已知悉此事。{owner}會與您聯絡辦理；簽名不影響您的任何權利。',
  'suspension.back': '請最晚於{date}繳清待繳金額並告訴我們，我們就為您恢復保障。越早辦理，中斷的時間越短。',

  'lapse.title': '您的契約已終止',
  'lapse.lead': '您的保障自{date}起停效，可以恢復的期限已過，您的契約 {contract} 因此終止。我們深感遺憾。',
  'lapse.claims': '契約中屬於您的權益（例如保單價值）仍歸您所有。我們很樂意為您說明金額並辦理給付。',
  'lapse.new': '想重新獲得保障嗎？請回覆本信，我們一起看看現在什麼最適合您。',
  'lapse.new.owner': '想重新獲得保障嗎？請回覆本信，{owner}會和您一起看看現在什麼最適合您。',
};
