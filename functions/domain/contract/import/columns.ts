import type { Locale } from '../../case/model.ts';
import type { FieldError } from '../../kernel/fieldError.ts';

interface Words {
  /** Names of the column by language; the first is the one that an export has. */
  readonly names: Readonly<Record<Locale, readonly [string, ...string[]]>>;
  /** A file without it says too little. */
  readonly isRequired?: true;
}

/** The columns of a file of contracts: field of `PUT /api/desk/contracts/{contractId}` by its path, and what people call it. */
export const COLUMNS = {
  contractId: {
    isRequired: true,
    names: {
      en: ['Contract number', 'Contract ID', 'Contract no', 'Contract', 'Policy number', 'Policy no'],
      'zh-CN': ['合同号', '合同编号', '合同号码', '保单号', '保单编号', '保单号码'],
      'zh-TW': ['契約編號', '契約號碼', '合約編號', '合約號', '合約號碼', '保單號', '保單號碼', '保單編號'],
    },
  },
  'customer.name': {
    isRequired: true,
    names: {
      en: ['Customer name', 'Name', 'Customer', 'Policyholder', 'Client name'],
      'zh-CN': ['客户姓名', '客户名称', '客户', '姓名', '投保人', '投保人姓名'],
      'zh-TW': ['客戶姓名', '客戶名稱', '客戶', '姓名', '要保人', '要保人姓名'],
    },
  },
  'customer.email': {
    names: {
      en: ['E-mail', 'Customer e-mail', 'E-mail address', 'Mail'],
      'zh-CN': ['电子邮箱', '邮箱', '电子邮件', '客户邮箱', '邮箱地址'],
      'zh-TW': ['電子郵件', '電子信箱', '信箱', '電郵', '客戶電子郵件'],
    },
  },
  'customer.phone': {
    names: {
      en: ['Phone', 'Customer phone', 'Phone number', 'Telephone', 'Mobile', 'Mobile phone', 'Tel'],
      'zh-CN': ['电话', '客户电话', '联系电话', '电话号码', '手机', '手机号', '手机号码'],
      'zh-TW': ['電話', '客戶電話', '聯絡電話', '電話號碼', '手機', '手機號碼', '行動電話'],
    },
  },
  'customer.locale': {
    names: {
      en: ['Language', 'Locale', 'Customer language', 'Customer locale'],
      'zh-CN': ['语言', '客户语言', '语种'],
      'zh-TW': ['語言', '客戶語言', '語系'],
    },
  },
  'customer.region': {
    names: { en: ['Region', 'Customer region'], 'zh-CN': ['地区', '区域', '客户地区'], 'zh-TW': ['地區', '區域', '客戶地區'] },
  },
  'customer.timeZone': {
    names: { en: ['Time zone', 'Customer time zone'], 'zh-CN': ['时区', '客户时区'], 'zh-TW': ['時區', '客戶時區'] },
  },
  'customer.birthday': {
    names: {
      en: ['Birthday', 'Customer birthday', 'Date of birth', 'Birth date', 'DOB'],
      'zh-CN': ['生日', '客户生日', '出生日期'],
      'zh-TW': ['生日', '客戶生日', '出生日期'],
    },
  },
  owner: {
    isRequired: true,
    names: {
      en: ['Owner', 'Agent', 'Contract owner', 'Customer owner'],
      'zh-CN': ['负责人', '客户经理', '业务员', '服务人员', '负责员工'],
      'zh-TW': ['負責人', '客戶經理', '業務員', '服務人員', '負責員工'],
    },
  },
  product: {
    isRequired: true,
    names: {
      en: ['Product', 'Product name'],
      'zh-CN': ['产品', '产品名称', '险种', '险种名称'],
      'zh-TW': ['產品', '產品名稱', '商品名稱', '險種', '險種名稱'],
    },
  },
  signedOn: {
    isRequired: true,
    names: {
      en: ['Signed on', 'Signing date', 'Date signed', 'Signed', 'Contract date'],
      'zh-CN': ['签订日期', '签署日期', '签约日期', '签单日期', '签订日', '合同日期'],
      'zh-TW': ['簽訂日期', '簽署日期', '簽約日期', '簽單日期', '簽訂日', '合約日期'],
    },
  },
  deliveredOn: {
    names: {
      en: ['Delivered on', 'Delivery date', 'Date delivered', 'Delivered'],
      'zh-CN': ['交付日期', '送达日期', '递送日期'],
      'zh-TW': ['交付日期', '送達日期', '遞送日期'],
    },
  },
  'premium.amount': {
    isRequired: true,
    names: {
      en: ['Premium', 'Premium amount', 'Amount'],
      'zh-CN': ['保费', '每期保费', '期交保费', '保费金额', '金额'],
      'zh-TW': ['保費', '每期保費', '期繳保費', '保費金額', '金額'],
    },
  },
  'premium.currency': {
    names: {
      en: ['Currency', 'Premium currency'],
      'zh-CN': ['币种', '货币', '保费币种'],
      'zh-TW': ['幣別', '幣種', '貨幣', '保費幣別'],
    },
  },
  everyMonths: {
    isRequired: true,
    names: {
      en: ['Every months', 'Months between premiums', 'Period', 'Frequency', 'Payment interval', 'Payment frequency', 'Interval'],
      'zh-CN': ['缴费周期', '交费周期', '缴费间隔', '缴费频率', '缴别', '缴费周期（月）'],
      'zh-TW': ['繳費週期', '繳費間隔', '繳費頻率', '繳別', '繳費週期（月）'],
    },
  },
  paymentMethod: {
    isRequired: true,
    names: {
      en: ['Payment method', 'Method', 'Paid by', 'Method of payment'],
      'zh-CN': ['付款方式', '支付方式', '缴费方式', '交费方式'],
      'zh-TW': ['付款方式', '支付方式', '繳費方式'],
    },
  },
  nextDueOn: {
    names: {
      en: ['Next due on', 'Next due date', 'Next due', 'Due date', 'Due on'],
      'zh-CN': ['下次缴费日', '下次缴费日期', '下期应缴日', '下次应缴日期', '应缴日期', '应缴日'],
      'zh-TW': ['下次繳費日', '下次繳費日期', '下期應繳日', '下次應繳日期', '應繳日期', '應繳日'],
    },
  },
  endsOn: {
    names: {
      en: ['Ends on', 'End date', 'Expiry date', 'Last day of cover'],
      'zh-CN': ['终止日期', '到期日', '到期日期', '满期日', '保障终止日'],
      'zh-TW': ['終止日期', '到期日', '到期日期', '滿期日', '保障終止日'],
    },
  },
  'consent.marketing': {
    names: {
      en: ['Marketing consent', 'Marketing', 'Consent', 'Consent marketing'],
      'zh-CN': ['营销同意', '同意营销', '接受营销', '营销授权'],
      'zh-TW': ['行銷同意', '同意行銷', '接受行銷', '行銷授權'],
    },
  },
} as const satisfies Record<string, Words>;

/** A column by the path of its field. */
export type Column = keyof typeof COLUMNS;

const isColumn = (name: string): name is Column => name in COLUMNS;

/** All columns, in the order of an export. */
export const ALL_COLUMNS: readonly Column[] = Object.keys(COLUMNS).filter(isColumn);

/** What of a header decides: not its case, width, spaces, hyphens, brackets, or the star that marks a required field. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.*:()'"]/g, '');

const namesOf = (column: Column): readonly string[] => {
  const names: Words['names'] = COLUMNS[column].names;
  return [column, ...Object.values(names).flat()];
};

const BY_NAME: ReadonlyMap<string, Column> = new Map(
  ALL_COLUMNS.flatMap((column) => namesOf(column).map((name) => [plain(name), column] as const)),
);

/** The column that a header stands for. */
export const columnOf = (header: string): Column | undefined => BY_NAME.get(plain(header));

/** The header of a column in an export. */
export const headerOf = (column: Column, locale: Locale): string => COLUMNS[column].names[locale][0];

/** What the first line of a file says about the others. */
export interface Header {
  /** Cells of every line. */
  readonly width: number;
  /** Where each column is, by its cell, and what the file calls it. */
  readonly columns: readonly { readonly column: Column; readonly at: number; readonly name: string }[];
  /** Headers that stand for nothing here: their cells are not read. */
  readonly unknown: readonly string[];
  /** Columns that the file lacks: their fields are taken as empty. */
  readonly absent: readonly Column[];
  /** Why the file cannot be read by this header. */
  readonly errors: readonly FieldError[];
}

/** Headers named in one sentence: more would not be read. */
const MOST_NAMED = 8;

const listed = (names: readonly string[]): string => names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '');

/** Reads the header of a file. `locale` is that in which missing columns are named. */
export const readHeader = (cells: readonly string[], locale: Locale): Header => {
  const known = cells.flatMap((name, at) => {
    const column = columnOf(name);
    return column ? [{ column, at, name: name.trim() }] : [];
  });
  const present = new Set(known.map(({ column }) => column));
  const absent = ALL_COLUMNS.filter((column) => !present.has(column));
  const missing = absent.filter((column) => 'isRequired' in COLUMNS[column]).map((column) => headerOf(column, locale));
  const twice = known.filter(({ column, at }) => known.some((other) => other.column === column && other.at < at)).map(({ name }) => name);
  return {
    width: cells.length,
    columns: known,
    unknown: cells.filter((name) => name.trim() !== '' && !columnOf(name)).map((name) => name.trim()),
    absent,
    errors: [
      ...(missing.length > 0 ? [{ pointer: '/file', code: 'csv-columns-missing' as const, values: { names: listed(missing) } }] : []),
      ...(twice.length > 0 ? [{ pointer: '/file', code: 'csv-columns-twice' as const, values: { names: listed(twice) } }] : []),
    ],
  };
};
