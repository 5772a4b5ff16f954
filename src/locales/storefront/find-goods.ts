import { translated } from '../translation'
/** The page on which buyers look for goods in a long shop. */
export const findGoodsWords = translated('findGoodsWords', {
  title: '找货',
  label: '想买什么',
  placeholder: '写货名、分类，或拼音头一个字母',
  hint: '写一两个字就行，比如：核桃、干货、ht',
  found: (count: number, hasMore: boolean) => `找到 ${count} 件${hasMore ? '，后面还有' : ''}`,
  empty: '没找到这样的货',
  emptyText: '换个写法试试，或者回店里看看。',
  toShop: '回店里',
  more: '看更多',
  loadingMore: '正在拿……',
  moreFailed: '没拿到更多，再点一次',
  stale: '没连上，看到的是刚才的。',
} as const)
