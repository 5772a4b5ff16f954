import type { ProductText } from '@/domain/product/product-texts'
import { LOW_STOCK } from '@/domain/product/sku'
import { translated } from '../translation'

/** A product's stock, "还有 30 斤", with a warning from the low-stock line of the shop down. */
function stock(quantity: number, unit: string, lowStock = LOW_STOCK): string {
  if (quantity <= 0) return '卖完了'
  return quantity <= lowStock ? `快没了，还有 ${quantity} ${unit}` : `还有 ${quantity} ${unit}`
}

/** The stock of a product's skus in a row of the list: "还有 30 斤", "剩 2 斤", "3 种，还有 68 瓶，有卖完的". */
function stocks(quantities: readonly number[], unit: string, lowStock: number): string {
  const sum = quantities.reduce((all, one) => all + one, 0)
  if (sum === 0) return '卖完了'
  if (quantities.length === 1) return `${sum <= lowStock ? '剩' : '还有'} ${sum} ${unit}`
  const lowest = Math.min(...quantities)
  const warning = lowest === 0 ? '，有卖完的' : lowest <= lowStock ? '，有快没了的' : ''
  return `${quantities.length} 种，还有 ${sum} ${unit}${warning}`
}

export const productListWords = translated('productListWords', {
  add: '上一件货',
  addShort: '上货',
  beside: { label: '正在改的货', close: '关上' },
  emptyTitle: '还没有货',
  emptyText: '上一件，买家就看得到。',
  more: '看更多货',
  loadingMore: '正在拿……',
  moreFailed: '没拿到更多，再点一次',
  stale: '没连上，看到的是刚才的。',
  hide: '先不卖',
  hideLabel: (name: string) => `${name}先不卖`,
  show: '接着卖',
  showLabel: (name: string) => `${name}接着卖`,
  hidden: '没在卖',
  unsaved: '改了还没存，买家看到的是原来的',
  hiddenNow: '收起来了，买家看不到。',
  shownNow: '摆出来了，买家看得到。',
  busy: '正在记下……',
  stock,
  stocks,
  priceOf: (unit: string, label: string | undefined) =>
    label ? `${label}，一${unit}卖多少钱（元）` : `一${unit}卖多少钱（元）`,
  addLike: '照这件再上一件',
  skuName: (name: string, label: string | undefined) => (label ? `${name}（${label}）` : name),
  stockUnsent: '数还没记上：',
  stockUnsentShort: '数还没记上',
  retry: '再记一次',
  tooFew: (stock: number) => `只剩 ${stock} 了，刚才又卖出去一些。`,
  delivery: '补货',
  deliveryLabel: (what: string) => `${what}补货`,
  price: {
    changed: (yuan: string) => `另一部手机刚改成了 ${yuan} 元。要照您写的，再点一次“存好”。`,
    gone: '另一部手机刚去掉了这种规格，改不了它的价了。',
  },
  deliverySheet: {
    title: (what: string) => `${what}的数`,
    left: (words: string) => `现在${words}`,
    how: '怎么改',
    more: '又来了',
    less: '少了',
    amount: (unit: string) => `多少${unit}`,
    error: '写个整数，比如 20',
    tooMany: (stock: number) => `只有 ${stock}，减不了这么多`,
    after: (words: string) => `改完${words}`,
    do: '记下',
  },
} as const)

export const productFormWords = translated('productFormWords', {
  titleNew: '上一件货',
  title: '改这件货',
  goneTitle: '没有这件货',
  goneText: '可能已经撤掉了。',
  toGoods: '回货品',
  resumed: '接着上次没写完的写。',
  startOver: '重新写',
  photos: '照片',
  what: '货',
  name: '叫什么',
  nameHint: '比如：成县核桃，薄皮新货',
  goods: '点一个名字',
  unit: '按什么卖',
  otherUnit: '别的',
  ownUnit: '写上单位',
  ownUnitHint: '比如：5 斤一箱，就写“箱”',
  /** The optional texts; the order of the keys is that of the form. The view of a conflict shows `row`. */
  texts: {
    note: { label: '说两句', hint: '可以不写。比如：自家种，今年新货', row: '说明' },
    category: { label: '分在哪一类', hint: '可以不写。货多了买家好找，比如：干货', row: '分类' },
  } satisfies Record<ProductText, { label: string; hint: string; row: string }>,
  price: '卖多少钱',
  priceOf: (unit: string) => (unit ? `一${unit}卖多少钱（元）` : '卖多少钱（元）'),
  padDone: '好了',
  padOpen: '用大数字键',
  stock: '有多少',
  stockLabel: (unit: string) => (unit ? `有多少${unit}` : '有多少'),
  stockKnown: (words: string) => `${words}。数量在货品页上加减。`,
  skus: '规格',
  sku: (at: number) => `第 ${at} 种规格`,
  label: '规格名',
  labelHint: '比如：大盒、二级',
  labelRequired: '有两种了，原来这种也起个名，买家才分得清。比如：小盒',
  severalSkus: '有几种规格',
  addSku: '再加一种规格',
  removeSku: '去掉这种',
  removeSkuLabel: (at: number) => `去掉这种，第 ${at} 种规格`,
  onSale: '摆出来卖',
  onSaleNote: '不勾就先收着，买家看不到',
  errors: {
    name: '货叫什么，写一下',
    unit: '按什么卖，写一下，比如“箱”',
    price: '价钱写个数，比如 25 或 25.5',
    noPrice: '价钱不能是 0',
    stock: '写个整数，比如 100',
    label: '几种规格要各有各的名字',
  },
  save: '存好',
  saving: '正在存……',
  savingPhotos: '正在传照片……',
  photosFailed: '有照片没传上。再点一次“存好”，或者去掉那张。',
  remove: '撤掉这件货',
  removeAsk: {
    title: '撤掉这件货？',
    text: '撤掉就没有了，买家也看不到。下过的单不受影响。只是先不卖，可以点“先不卖”。',
    yes: '撤掉',
    no: '先留着',
    busy: '正在撤……',
  },
  conflict: {
    title: '别处刚改过',
    text: '另一部手机刚改过这件货。您写的还在，选一样：',
    theirs: '那边现在是',
    mine: '您写的是',
    takeTheirs: '用那边的',
    keepMine: '用我写的',
    rows: {
      name: (value: string) => `名字：${value}`,
      prices: (value: string) => `价钱：${value}`,
      photos: (count: number) => `照片：${count} 张`,
      onSale: (on: boolean) => (on ? '摆出来卖' : '先收着不卖'),
      text: (name: string, value: string) => `${name}：${value || '没写'}`,
    },
    price: (label: string, yuan: string, unit: string) => `${label ? `${label} ` : ''}${yuan} 元/${unit}`,
  },
} as const)
