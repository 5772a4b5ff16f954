import { Text, View } from '@tarojs/components'
import { useEffect, useId } from 'react'
import { call } from '@/api/call'
import { exampleAt } from '@/domain/lesson/lesson'
import { formatPrice } from '@/domain/money'
import { tradeGoods } from '@/domain/shop/trade-goods'
import { lessonExtrasWords as words } from '@/locales/lesson/lesson-extras'
import { aria } from '@/platform/a11y/aria'
import { scrollIntoNearest } from '@/platform/navigation/scroll'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { Sheet } from '@/ui/sheet/sheet'
import { endMembership, type Membership } from '../membership'
import type { LessonEnd, LessonExtras } from '../strip-props'
import './pointer-mark.scss'

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

interface LeaveSheetProps {
  membership: Membership
  onClose(): void
}

/** Says which lesson this is and what the trainer sees; the way out of it. */
function LeaveSheet({ membership: { centre, lessonId }, onClose }: LeaveSheetProps) {
  const leave = () => {
    endMembership()
    // without an answer the board shows the learner as away
    void call('DELETE /api/lessons/:lessonId/attendance', { params: { lessonId } })
  }
  return (
    <Sheet
      title={words.sheet(centre)}
      onClose={onClose}
      foot={
        <Button kind="bad" onPress={leave}>
          {words.leave}
        </Button>
      }
    >
      <Text>{words.sheetText}</Text>
    </Sheet>
  )
}

/** A ring around the element that contains it. The words about it are in the strip, where they cover nothing. */
function PointerMark() {
  const id = useId()
  useEffect(() => {
    scrollIntoNearest(id)
  }, [id])
  return <View id={id} className="pointer-mark pointer-mark--pulsing" {...aria({ hidden: true })} />
}
