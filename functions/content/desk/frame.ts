import { translator } from '../translator.ts';

const en = {
  title: 'Desk',
  loading: 'Loading…',
  noScript: 'The desk needs JavaScript. Please switch it on and load the page again.',
};

/** Words of the page in which the desk runs. Apart from the desk's own, which only the browser needs: they are many. */
export const frame = translator<keyof typeof en>({
  en,
  'zh-CN': { title: '工作台', loading: '正在加载…', noScript: '工作台需要 JavaScript。请启用后重新加载页面。' },
  'zh-TW': { title: '工作台', loading: '載入中…', noScript: '工作台需要 JavaScript。請啟用後重新載入頁面。' },
});
