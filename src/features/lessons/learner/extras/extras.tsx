import { exampleAt } from '@/domain/lesson/lesson'
import { formatPrice } from '@/domain/money'
import { tradeGoods } from '@/domain/shop/trade-goods'
import { lessonExtrasWords as words } from '@/locales/lesson/lesson-extras'
import type { LessonExtras } from '../strip-props'
import { EndNotice } from './end-notice'
import { LeaveSheet } from './leave-sheet'
import { PointerMark } from './pointer-mark'

/** The time that a pointer's mark is shown, in ms. */
const POINT_MS = 10_000

export const extras: LessonExtras = {
  describeExample(index) {
    const { trade, price } = exampleAt(index)
    const good = tradeGoods[trade][0]
    return good ? words.example(good.name, formatPrice(price), good.units[0] ?? '') : ''
  },
  pointAt(place, showHints, onWords) {
    showHints({ place, mark: <PointerMark /> })
    onWords(words.pointed)
    const timer = setTimeout(() => {
      showHints({ place: null })
      onWords('')
    }, POINT_MS)
    return () => clearTimeout(timer)
  },
  showEnd: (reason, showHints) => showHints({ sheet: <EndNotice reason={reason} /> }),
  showLesson(membership, showHints) {
    const close = () => showHints({ sheet: null })
    showHints({ sheet: <LeaveSheet membership={membership} onClose={close} /> })
  },
}
