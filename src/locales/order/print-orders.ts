import { translated } from '../translation'
/** Printing orders. */
export const printOrdersWords = translated('printOrdersWords', {
  title: '打印',
  open: '打印',
  papers: { a6: '面单', roll: '小票', list: '清单' },
  paper: '印成什么',
  hints: {
    a6: '一单一张 A6 纸，贴在包裹上。',
    roll: '用 58 毫米的小票机打，一单一段。',
    list: '都在 A4 纸的一张表上，最后是要备的货。',
  },
  print: '打印',
  save: (count: number) => (count === 1 ? '存成图片' : `存成 ${count} 张图片`),
  /** After saving has stopped in the middle. */
  saveFrom: (next: number) => `从第 ${next} 张接着存`,
  saving: (done: number, count: number) => `正在存第 ${done} 张，一共 ${count} 张`,
  saved: {
    a6: (count: number) => `${count} 张图片存到相册了，用标签机打，或者发给打印店，打成 A6 大小`,
    roll: (count: number) => `${count} 张图片存到相册了，用小票机的程序打开就能打`,
    list: (count: number) => `${count} 张图片存到相册了，发给打印店就能打`,
  },
  failed: (done: number) => `存了 ${done} 张就停了，看看能不能存到相册，再点一下`,
  /** Opens WeChat's settings, which call the permission so. */
  settings: '去打开“添加到相册”',
  /** One of the pages of a slip. */
  part: (order: string, page: number, count: number) => `${order}，一共 ${count} 张，这是第 ${page} 张`,
  page: (number: number) => `清单第${number}张`,
  /** In WeChat's browser and those of other apps. */
  unable: '这里打印不了',
  unableText:
    '微信这类软件里的网页不能打印。用手机或电脑的浏览器打开小店，再来打。那边还没有您的店，就用小店钥匙找回来。',
  empty: '没有要打印的单',
  emptyText: '回到订单，点“选几单”，选好了再点“打印”。',
  back: '回到订单',
  order: (number: number) => `第 ${number} 单`,
  who: (name: string, phone: string) => [name, phone].filter(Boolean).join(' '),
  note: (note: string) => `留言：${note}`,
  due: (yuan: string) => `要收 ¥${yuan}`,
  paid: (yuan: string) => `付过了 ¥${yuan}`,
  /** It is paid online, which its buyer has not done yet. */
  unpaid: '还没在网上付钱',
  refunded: '钱退了',
  cancelled: '取消了',
  shop: (name: string, phone: string | undefined) => (phone ? `${name} ${phone}` : name),
  list: (shop: string, when: string, count: number) => `${shop}，${when}，${count} 单`,
  group: (name: string, orders: number, sum: string) => `${name}，${orders} 单，¥${sum}`,
  goods: '要备的货',
} as const)
