import { formatPrice } from '@/domain/money'
import { translated } from '../translation'

/** Page metadata of a shop, for search engines and share cards. */
export const firstPaintWords = translated('firstPaintWords', {
  site: '开张',
  gone: '这家店找不到了',
  closed: '这家店关了',
  describe: (place: string | undefined, goods: readonly string[], notice: string | undefined) =>
    [place, goods.length > 0 ? `卖${goods.join('、')}` : '', notice].filter(Boolean).join('。'),
  product: (name: string, shop: string) => `${name} · ${shop}`,
  describeProduct: (
    fen: number | undefined,
    unit: string,
    note: string | undefined,
    place: string | undefined,
  ) =>
    [fen === undefined ? '' : `${formatPrice(fen)} 元一${unit}`, note?.replace(/。$/, ''), place]
      .filter(Boolean)
      .join('。'),
} as const)
