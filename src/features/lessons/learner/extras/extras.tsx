import { useEffect } from 'react'
import { exampleAt } from '@/domain/lesson/lesson'
import { formatPrice } from '@/domain/money'
import { tradeGoods } from '@/domain/shop/trade-goods'
import { lessonExtrasWords as words } from '@/locales/lesson/lesson-extras'
import { useFlash } from '@/ui/flash/flash'
import type { LessonEnd, LessonExtras } from '../strip-props'
import { LeaveSheet } from './leave-sheet'
import { PointerMark } from './pointer-mark'

/** Says for a moment that this phone is no longer in the lesson. */
function EndNotice({ reason }: { reason: LessonEnd }) {
  const { flash, say } = useFlash()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => say(words[reason]), [])
  return flash
}

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
