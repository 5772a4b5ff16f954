import type { Trade } from '@/domain/shop/trade'
import { translated } from '../translation'

/** The labels of trades. */
export const tradeWords: Record<Trade, string> = translated('tradeWords', {
  fruit: '水果',
  nuts: '干货坚果',
  grain: '米面粮油',
  honey: '蜂蜜',
  'eggs-meat': '禽蛋肉',
  inn: '民宿农家乐',
  herbs: '药材',
  handicraft: '手工',
  plain: '小卖部',
})
