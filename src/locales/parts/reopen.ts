import type { Day } from '@/domain/day'
import { UNTIL_REOPENED } from '@/domain/shop/shop'
import { dayWords } from '../day'

/** When a shop takes orders again: "11月26日起再接单". */
export const reopenWords = (day: Day): string =>
  day === UNTIL_REOPENED ? '哪天再接单还没定' : `${dayWords(day)}起再接单`
