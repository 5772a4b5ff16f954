import { formatPrice } from '@/domain/money'
import { translated } from '../translation'

const from = (isFrom: boolean) => (isFrom ? '起' : '')

/** Sharing a shop, a product or a group buy. */
export const shareWords = translated('shareWords', {
  title: '发给别人',
  open: '发给别人看',
  openLabel: (name: string) => `把${name}发给别人看`,
  shopTitle: (shop: string) => `${shop}，点开就能买`,
  productTitle: (name: string, fen: number, isFrom: boolean, shop: string) =>
    `${name} ¥${formatPrice(fen)}${from(isFrom)}，${shop}`,
  price: (fen: number, unit: string, isFrom: boolean) => `¥${formatPrice(fen)}/${unit}${from(isFrom)}`,
  until: (moment: string) => `${moment} 截止`,
  placeAndMore: (name: string, others: number) => (others > 0 ? `${name}等 ${others + 1} 处取` : `${name}取`),
  scanGroupBuy: '扫码接龙',
  send: '发出去',
  copy: '复制链接',
  copied: '链接复制好了，去微信里粘贴',
  notCopied: '没复制上，长按下面的链接自己复制',
  save: '存海报',
  saving: '正在存……',
  saved: '海报存到手机了',
  hold: '长按上面的海报，存到手机',
  poster: (name: string) => `${name}的海报`,
  qr: (name: string) => `${name}的二维码`,
  failed: '海报没画成。先用这个二维码，一样能扫进来。',
  again: '再画一次',
} as const)
