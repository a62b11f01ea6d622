export { formPage, type FormPage } from './formPage.ts';
export {
  marketingPage,
  messagePage,
  surveyDonePage,
  unsubscribePage,
  type MarketingPage,
  type MessagePage,
  type PlainPage,
  type UnsubscribePage,
} from './plainPages.ts';
export { startPage, type StartPage } from './startPage.ts';
export { surveyPage, type SurveyPage } from './surveyPage.ts';
export { trackingPage, type TrackingPage } from './trackingPage.ts';
export { trackingPath, type Notice } from './trackingParts.ts';
