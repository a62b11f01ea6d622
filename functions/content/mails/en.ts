/** Words of the mails to customers, in English: the key list. */
export const en = {
  subjectLine: '{title} – {topic} [{caseId}]',
  greeting: 'Dear {name},',
  signOff: 'Kind regards',
  team: 'Your {brand} team',
  progress: 'Step {step, number} of {steps, number}: {stage}',
  tagline: '{brand} · {line}',

  'footer.reply': 'Questions? Answer this mail, or write to us on the page of your case.',
  'footer.link': 'The link to your case works without a password. Please do not pass it on.',
  'footer.why': 'You receive this mail because case {caseId} was opened with your e-mail address.',
  'footer.unsubscribe': 'You do not want to be asked for feedback again?',
  'footer.unsubscribeLink': 'Unsubscribe from surveys',

  'label.case': 'Case number',
  'label.kind': 'Kind',
  'label.earlierCase': 'Earlier case',
  'label.subject': 'Subject',
  'label.product': 'Product',
  'label.order': 'Order number',
  'label.items': 'Items',
  'label.wanted': 'What you want',
  'label.firstResponse': 'First answer by',
  'label.resolution': 'Solution by',
  'label.answerBy': 'Please answer by',
  'label.closes': 'Closes on',
  'label.message': 'Our message',
  'label.question': 'Our question',
  'label.remedy': 'We offer',
  'label.lastOffer': 'Our last offer',
  'label.agreed': 'Agreed',
  'label.amount': 'Amount',
  'label.offerReasons': 'Why we offer this',
  'label.answer': 'Our answer',
  'label.decisionReasons': 'Our reasons',
  'label.rule': 'Rule that we applied',
  'label.reference': 'Reference',
  'label.done': 'Done on',
  'label.outcome': 'Outcome',
  'label.closed': 'Closed on',
  'label.reopenUntil': 'Reopening until',
  'label.surveyUntil': 'Open until',
  itemLine: '{name} × {quantity, number}',

  'button.case': 'See your case',
  'button.reply': 'Read and answer',
  'button.answer': 'Answer now',
  'button.accept': 'Accept',
  'button.reject': 'Reject',
  'button.acceptAnswer': 'That answers it',
  'button.rejectAnswer': 'Not yet',
  'button.decision': 'Respond to the decision',
  'button.decide': 'Decide now',
  'button.survey': 'Give feedback',

  'acknowledgement.title.complaint': 'We have received your complaint',
  'acknowledgement.title.after-sales': 'We have received your request',
  'acknowledgement.title.inquiry': 'We have received your question',
  'acknowledgement.title.follow-up': 'We are looking into it again',
  'acknowledgement.lead.complaint':
    'Thank you for telling us. We are sorry that something went wrong. Your complaint is registered under number {caseId}; you do not have to do anything now.',
  'acknowledgement.lead.after-sales':
    'Thank you for your request. It is registered under number {caseId}; you do not have to do anything now.',
  'acknowledgement.lead.inquiry':
    'Thank you for your question. It is registered under number {caseId}; you do not have to do anything now.',
  'acknowledgement.lead.follow-up':
    'What you told us after case {earlier} shows that it is not settled for you. We have therefore opened a follow-up case, number {caseId}, and look into it afresh. You do not have to do anything; if you want to add something, write to us on the page of this case.',
  'acknowledgement.safety':
    'Your safety comes first. If the product could hurt somebody, please stop using it and keep others away from it. If somebody is hurt, call the emergency services. We treat your case as urgent.',
  'acknowledgement.understood': 'What we understood',
  'acknowledgement.check': 'Is something wrong or missing? Tell us on the page of your case.',
  'acknowledgement.recorded': 'We wrote this down for you ({channel}). Please check whether we understood you correctly.',
  'acknowledgement.next': 'What happens now',
  'acknowledgement.next.answer': 'A colleague takes your case and writes to you, at the latest on {date}.',
  'acknowledgement.next.investigation': 'We find out what happened, and ask you if we need to know more.',
  'acknowledgement.next.resolution':
    'You receive our solution with its reasons, and decide whether you accept it, at the latest on {date}.',
  'acknowledgement.next.reply': 'You receive our answer, at the latest on {date}.',
  'acknowledgement.clock': 'Time in which we wait for an answer of yours moves the last date by as much.',
  'acknowledgement.noSending': 'Please do not send anything back before we have agreed with you how.',

  'reply.title': 'We have written to you',
  'reply.lead': 'There is a new message about your case.',

  'question.title': 'We need your answer',
  'question.lead': 'To go on with your case, we need to know something from you.',
  'question.silence':
    'Your case waits until you answer. Without an answer it closes on {date}; we will remind you twice before. Until your answer is here, the time does not count towards our deadlines.',

  'offer.title': 'Our offer to you',
  'offer.lead': 'We have looked into your case and offer you the following.',
  'offer.title.information': 'Our answer to your question',
  'offer.lead.information': 'We have looked into your question. Here is our answer.',
  'offer.accept': 'If you accept, we carry it out and write to you as soon as it is done.',
  'offer.accept.information': 'If this answers your question, please confirm it.',
  'reject.investigation':
    'If you do not agree, please tell us why. A colleague who has not handled your case so far then looks into it afresh.',
  'reject.review': 'If you do not agree, please tell us why. A supervisor then reviews the whole case (second-level review).',
  'reject.feedback':
    'This offer is the result of our second-level review and our last one. If you reject it, our own procedure ends and we tell you where else you can turn.',
  'offer.confirm': 'The buttons open your case. Nothing is decided until you confirm it there.',
  'offer.silence': 'Without an answer your case closes on {date}; we will remind you twice before.',

  'decision.title.refused': 'Our decision on your case',
  'decision.lead.refused': 'We have looked into your case carefully. We cannot agree to what you asked for, and owe you the reasons.',
  'decision.title.final': 'Our final decision on your case',
  'decision.lead.final':
    'Our second-level review has looked at your whole case again. It cannot agree to what you asked for either. With this our own procedure ends.',
  'decision.title.unresolved': 'We found no solution together',
  'decision.lead.unresolved':
    'You rejected the offer of our second-level review. We are sorry that we found no solution that is right for you. With this our own procedure ends.',
  'decision.inside': 'If you do not agree: with us',
  'decision.inside.investigation':
    'Object on the page of your case by {date}: choose “Reject” and tell us why. A colleague who has not handled your case so far then looks into it afresh.',
  'decision.inside.then': 'If that does not convince you either, a supervisor reviews the whole case in the end (second-level review).',
  'decision.inside.review':
    'Object on the page of your case by {date}: choose “Reject” and tell us why. A supervisor then reviews the whole case (second-level review).',
  'decision.outside': 'If you do not agree: outside our company',
  'decision.outside.any': 'You can also turn to these, whether or not you object with us:',
  'decision.outside.final': 'You can turn to:',
  'decision.accept': 'If you accept the decision, please confirm it on the page of your case. Without an answer it closes on {date}.',
  'decision.keep': 'Please keep this mail. It shows that you turned to us, and what we decided.',
  'route.hotline': 'The consumer hotline: 12315 or www.12315.cn in mainland China, 1950 in Taiwan',
  'route.association': 'A consumers’ association; in Taiwan also the consumer protection officer of your city or county',
  'route.settlement': 'Mediation, or arbitration where it has been agreed',
  'route.court': 'The court that has jurisdiction',

  'fulfilment.title': 'It is done',
  'fulfilment.lead': 'What we agreed with you has been carried out.',
  'fulfilment.title.information': 'Your question is answered',
  'fulfilment.lead.information': 'You confirmed our answer. With this, your question is settled on our side.',
  'fulfilment.wrong': 'Is something not as agreed? Tell us on the page of your case.',
  'fulfilment.survey': 'We will ask you soon, in a short survey, how it was for you.',

  'warning-1.title': 'We are waiting for you',
  'warning-2.title': 'Last reminder before your case closes',
  'warning.lead.question': 'We asked you something and cannot go on with your case without your answer.',
  'warning.lead.offer': 'We made you an offer and wait for your decision.',
  'warning.lead.refusal': 'We told you our decision and wait to hear whether you accept it.',
  'warning.closes': 'Without an answer your case closes by itself on {date}.',
  'warning.last': 'This is our last reminder.',
  'warning.reopen': 'Even then it is not lost: until {date} we can open it again if you tell us.',

  'reopening.title': 'Your case is open again',
  'reopening.lead':
    'We have opened your case again and look into it afresh. You do not have to do anything now; we will write to you about the result.',

  'survey.title': 'How did we do?',
  'survey.lead.done': 'Your case is settled on our side. Now we would like to know how it was for you. It takes about a minute.',
  'survey.lead.other':
    'The work on your case has ended, and not in the way you wished. It is all the more important for us to hear how it was for you. It takes about a minute.',
  'survey-reminder.title': 'Your view is still missing',
  'survey-reminder.lead': 'We would still like to know how it was for you. It takes about a minute, and we will not remind you again.',
  'survey.questions': 'What we ask',
  'survey.question.outcome': 'How satisfied are you with the result?',
  'survey.question.handling': 'And, apart from that, with how we handled it?',
  'survey.question.recommend': 'How likely are you to recommend us?',
  'survey.question.comment': 'What else should we know? (if you like)',
  'survey.use': 'Taking part is up to you and changes nothing about your case. The link can be used once.',
  'survey.followUp': 'If you were not satisfied, a supervisor looks into it again.',

  'closing.title': 'Your case is closed',
  'closing.thanks': 'Thank you for your feedback.',
  'closing.lead.resolved': 'Your case is closed. Thank you for giving us the chance to put things right.',
  'closing.lead.refused':
    'Your case is closed. Our decision stands; its reasons are on the page of your case. The outside routes that we named in our decision remain open to you.',
  'closing.lead.unresolved':
    'Your case is closed. We are sorry that we found no solution together. The outside routes that we named in our letter remain open to you.',
  'closing.lead.withdrawn': 'You withdrew your case, and we have closed it.',
  'closing.lead.expired': 'We had no answer from you, so we have closed your case, as announced.',
  'closing.followUp':
    'Your answers show that not everything was right. We are opening a follow-up case for a supervisor, and you will receive a separate mail about it.',
  'closing.reopen':
    'Is something still not right? Answer this mail by {date}, and we open your case again. Later we open a new case that is linked to this one.',
} as const;
