/** Words of the mails about contracts, in English: the key list. */
export const en = {
  subjectLine: '{title} [{contract}]',
  reference: '{contract} · {product}',
  'team.owner': '{owner}, {brand}',
  'owner.unnamed': 'your {brand} team',

  'footer.reply': 'Questions? Simply answer this mail, and your {brand} team will help.',
  'footer.reply.owner': 'Questions? Simply answer this mail: {owner} looks after your contract.',
  'footer.why': 'You receive this mail because it concerns your contract {contract}. It is not advertising.',
  'footer.why.marketing': 'You receive this mail because you agreed to news, greetings and invitations from us.',
  'footer.withdraw': 'You would rather not get these mails?',
  'footer.withdrawLink': 'Unsubscribe',

  'label.contract': 'Contract',
  'label.amount': 'Amount',
  'label.open': 'Open amount',
  'label.due': 'Due on',
  'label.dueSince': 'Due since',
  'label.forDue': 'Premium due on',
  'label.method': 'Payment method',
  'label.received': 'Paid on',
  'label.nextDue': 'Next premium due',
  'label.stillOpen': 'Still open since',
  'label.attempt': 'Attempt on',
  'label.nextAttempt': 'Next attempt on',
  'label.reason': 'What the bank told us',
  'label.payBy': 'Please pay by',
  'label.suspendedOn': 'Suspended since',
  'label.confirmBy': 'Please confirm by',
  'label.backUntil': 'Can be brought back until',
  'label.endedOn': 'Ended on',
  openPremiums: '{total} ({count, number} premiums of {amount})',

  'method.direct-debit': 'Direct debit',
  'method.transfer': 'Bank transfer',
  'method.card': 'Card',
  'method.cash': 'Cash',

  'heading.do': 'What to do',
  'heading.help': 'If paying is difficult just now',
  'heading.otherwise': 'What happens without the payment',
  'heading.back': 'How your cover comes back',
  'heading.next': 'What happens next',

  'do.direct-debit': 'Nothing: we debit the amount on the due date. Please only see that the account covers it on that day.',
  'do.transfer': 'Please transfer the amount so that it is with us by the due date, and give contract number {contract} as the reference.',
  'do.card': 'Nothing: we charge your card on the due date. If you have a new card since, please tell us in good time.',
  'do.cash': 'Please pay at our office by the due date, or arrange with us where it suits you better.',
  'pay.direct-debit':
    'Please transfer the amount with contract number {contract} as the reference, or see that your account covers it and tell us when we may debit it again.',
  'pay.transfer': 'Please transfer the amount, with contract number {contract} as the reference.',
  'pay.card': 'Please transfer the amount with contract number {contract} as the reference, or give us a card that we may charge.',
  'pay.cash': 'Please pay at our office, or transfer the amount with contract number {contract} as the reference.',

  help: 'Tell us early; simply answer this mail. We look for a way together, for instance another date or another way to pay.',
  'help.owner':
    'Tell us early; simply answer this mail. {owner} looks for a way with you, for instance another date or another way to pay.',
  crossed: 'Have you paid already? Then our letters crossed, and you can put this one aside.',

  'reminder.title': 'Your next premium is due on {date}',
  'reminder.title.soon': 'Your premium is due in {days, plural, one {# day} other {# days}}',
  'reminder.title.tomorrow': 'Your premium is due tomorrow',
  'reminder.lead':
    'So that you can plan ahead: the next premium of your contract is due in {days, plural, one {# day} other {# days}}. With it your cover goes on without a gap.',
  'reminder.lead.again':
    'A friendly reminder: the premium of your contract is due in {days, plural, one {# day} other {# days}}. With it your cover goes on without a gap.',
  'reminder.count': 'This is reminder {n, number}; we send {count, number} at most. None follows once your payment is here.',

  'feedback.title': 'Thank you, your premium is here',
  'feedback.lead': 'Thank you for your payment. It arrived, and your cover goes on without a gap. There is nothing else to do.',
  'feedback.lead.open':
    'Thank you for your payment. It arrived and settles the premium below. Another one is still open; we write to you about it separately.',
  'feedback.lead.kept':
    'Thank you for your payment. You paid in time, it only reached us late: your cover was never interrupted. Our letter about the suspension is void, and there is nothing to sign.',
  'feedback.next': 'We remind you in good time before the next premium.',
  'feedback.last': 'With it all premiums of your contract are paid.',
  'feedback.wrong': 'Is something not right? Answer this mail, and we look into it.',

  'reinstated.title': 'Your cover is back',
  'reinstated.lead':
    'Good news: your payment arrived and the suspension is over. Your contract {contract} is in force again. There is nothing else to do.',
  'reinstated.lead.open':
    'Good news: your payment arrived and the suspension is over. Your contract {contract} is in force again. Another premium is still open; we write to you about it separately.',
  'reinstated.gap': 'For the time of the suspension there is no cover. If something happened then, please talk to us.',

  'debit-failed.title': 'We could not collect your premium',
  'debit-failed.lead':
    'On {date} we wanted to debit your premium, and your bank did not carry it out. That happens, and it is easily put right.',
  'debit-failed.lead.card':
    'On {date} we wanted to charge your card with the premium, and the payment did not go through. That happens, and it is easily put right.',
  'debit-failed.lead.other': 'On {date} the payment of your premium did not go through. That happens, and it is easily put right.',
  'debit-failed.cover': 'Your cover goes on for now, and a payment by {date} keeps it.',
  'debit-failed.again': 'We try again on {date}. Please see that the amount is available by then; there is nothing else to do.',
  'debit-failed.sooner': 'You would rather settle it at once? Transfer the amount with contract number {contract} as the reference.',

  'grace.title': 'Your premium has not reached us yet',
  'grace.lead':
    'The premium of your contract was due on {due}, and we have not received it yet. Perhaps it slipped your mind, perhaps it is on its way. Your cover goes on for now, and we would like to keep it that way.',
  'grace.otherwise':
    'Without the payment your cover is suspended from {date} on. From then on we may not pay for what happens. You could still bring the cover back within {months, plural, one {# month} other {# months}}.',

  'suspension.title': 'Your cover is suspended',
  'suspension.lead':
    'The premium due on {due} has not reached us, and the time for paying it is over. Your cover has therefore been suspended since {date}. We are sorry that it came to this, and gladly help you bring it back.',
  'suspension.means': 'What this means: your contract still exists, but we may not pay for what happens from {date} on until it is back.',
  'suspension.confirm':
    'We ask you to confirm with your signature, by {date}, that you know about this. We bring you the form or send it to you; it changes nothing about your rights.',
  'suspension.confirm.owner':
    'We ask you to confirm with your signature, by {date}, that you know about this. {owner} gets in touch with you for it; it changes nothing about your rights.',
  'suspension.back': 'Pay the open amount by {date} and tell us: then we bring your cover back. The sooner, the shorter the gap.',

  'lapse.title': 'Your contract has ended',
  'lapse.lead':
    'Your cover had been suspended since {date}, and the time in which it could be brought back is over. Your contract {contract} has therefore ended. We are sorry to see it go.',
  'lapse.claims':
    'What you are entitled to from the contract, such as a cash value, stays yours. We gladly tell you what that is and pay it out.',
  'lapse.new': 'Would you like to be covered again? Answer this mail, and we look together for what suits you today.',
  'lapse.new.owner': 'Would you like to be covered again? Answer this mail, and {owner} looks with you for what suits you today.',
} as const;
